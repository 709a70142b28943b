"""Checks run through Great Expectations, and what they found is told in counts."""

import json
from dataclasses import replace
from datetime import timedelta

import pandas as pd
import pytest

from expectations import CHECKS
from expectations import validation as checking
from expectations.check import Check
from expectations.validation import check
from reporting.model.agreements import always
from reporting.model.quality import FAILING_ROW_COLUMNS, Finding, Rule, Severity
from tests.expectations.small_council import AUTHORITY, CALENDAR, CLEAN, LIST_DATE, changed, conformed, extract

CANARY = "CANARY7731"


def checked(lists=CLEAN, authority=AUTHORITY, without=None, findings=()):
    received = replace(conformed(lists, without or {}), findings=findings)
    return check(received, authority=authority, calendar=CALENDAR, list_date=LIST_DATE)


def faulty():
    """Lists with faults of several kinds, some of them in the same row."""
    lists = changed("children_in_need", 4, "cin_end=2025-01-06 cin_close_reason=")
    lists = changed("children_in_need", 0, "dob=31/02/2015 case_status=CIN", lists)
    lists = changed("children_looked_after", 1, "placements_12m=0 last_review=soon legal_status=C9", lists)
    return changed("contacts", 3, f"child_id={CANARY} contact_date=2026-12-24", lists)


@pytest.fixture(scope="module")
def found():
    return checked(faulty())


def only(*names):
    """Some of the clean lists: the rest are missing, and cost nothing to check."""
    return {name: CLEAN[name] for name in names}


def finding(found, name, rule):
    return next(one for one in found.findings if (one.list, one.rule) == (name, rule))


def test_clean_lists_beside_themselves_have_findings_that_all_passed():
    clean = conformed(CLEAN, {})
    asked = {"authority": AUTHORITY, "calendar": CALENDAR, "list_date": LIST_DATE}
    found = check(clean, **asked, earlier=clean, earlier_list_date=LIST_DATE - timedelta(days=7))
    assert len(found.findings) > 300
    assert not [one for one in found.findings if one.failed or one.errored or one.not_run]
    assert found.failing.empty and tuple(found.failing.columns) == FAILING_ROW_COLUMNS


def test_great_expectations_finds_what_the_rules_themselves_find(found):
    lists = extract(faulty())
    direct = {
        (one.rule.list, position, one.rule.key)
        for checks in CHECKS.values()
        for one in checks
        if not one.why_not_asked(lists)
        for held in [one.held_by(lists)]
        for position in held.index[~held]
    }
    assert set(found.failing[["list", "position", "rule"]].itertuples(index=False, name=None)) == direct
    assert len(direct) > 8


def test_a_finding_counts_rows_once_however_many_columns_fail(found):
    unreadable = finding(found, "children_looked_after", "P24")
    assert (unreadable.checked, unreadable.failed, unreadable.severity) == (2, 1, Severity.ERROR)
    assert finding(found, "children_in_need", "6.03").failed == 1


def test_each_unreadable_date_is_a_check_of_its_own(found):
    rules = set(found.failing.loc[found.failing["list"] == "children_looked_after", "rule"])
    assert "children_looked_after:P24:last_review" in rules
    assert "children_looked_after:P24:cla_start" not in rules
    assert found.rules["children_looked_after:P24:last_review"].columns == ("last_review",)


def test_no_cell_value_is_in_what_is_kept(found, capfd):
    told = json.dumps([vars(one) for one in found.findings], default=str) + found.failing.to_csv()
    told += "".join(f"{rule.says}{rule.do}" for rule in found.rules.values()) + str(found.withheld_lists)
    checked({"contacts": faulty()["contacts"]})
    printed = capfd.readouterr()
    for value in (CANARY, "31/02/2015", "soon", "C9", "2026-12-24"):
        assert value not in told + printed.out + printed.err


def broken_rule(breaks):
    return Check(Rule("X1", "contacts", Severity.ERROR, ("contact_date",), "Says.", "Do."), breaks)


@pytest.mark.parametrize(
    "breaks",
    [
        lambda rows: rows["no such column"] > 1,
        lambda rows: pd.to_datetime(rows["child_id"]) < rows.list_date,
        lambda rows: rows.none().iloc[:1],
    ],
    ids=["missing column", "value it cannot take", "wrong length"],
)
def test_a_check_that_goes_wrong_is_told_apart_from_one_that_fails(monkeypatch, capfd, breaks):
    wrong = broken_rule(breaks)
    monkeypatch.setattr(checking, "CHECKS", {**CHECKS, "contacts": (*CHECKS["contacts"], wrong)})
    found = checked({"contacts": faulty()["contacts"]})
    told = finding(found, "contacts", "X1")
    assert told.errored and told.failed == 0
    assert found.errored == {wrong.rule.key}
    assert CANARY not in "".join(capfd.readouterr())


def test_a_missing_list_is_withheld_and_rules_about_it_are_not_run():
    found = checked(only("children_in_need", "child_protection_plans"))
    assert found.withheld_lists["children_looked_after"] == "List 8 was not found."
    assert "children_in_need" not in found.withheld_lists
    assert finding(found, "children_looked_after", "8.01").not_run == "List 8 was not found."
    disagree = finding(found, "children_in_need", "6.09")
    assert disagree.not_run == "List 8 was not found." and disagree.failed == disagree.checked == 0
    assert not [key for key in found.rules if key.startswith("children_looked_after:")]
    assert finding(found, "children_in_need", "6.10").not_run == ""


def test_an_absent_column_leaves_its_rules_not_run_and_no_others():
    found = checked(only("care_leavers"), without={"care_leavers": frozenset({"last_contact", "personal_adviser"})})
    assert finding(found, "care_leavers", "9.12").not_run == 'List 9 has no column "Latest Date of Contact".'
    assert finding(found, "care_leavers", "9.14").not_run
    assert not finding(found, "care_leavers", "9.13").not_run
    assert not [one for one in found.findings if one.failed or one.errored]


def test_an_empty_list_is_withheld_unless_it_is_confirmed():
    lists = only("adoption") | {"prospective_adopters": ()}
    found = checked(lists)
    assert "nobody has confirmed" in found.withheld_lists["prospective_adopters"]
    assert finding(found, "adoption", "10.15").not_run
    confirmed = checked(lists, replace(AUTHORITY, confirmed_empty=always(frozenset({"prospective_adopters"}))))
    assert "prospective_adopters" not in confirmed.withheld_lists
    assert finding(confirmed, "adoption", "10.15").failed == 1


def test_a_list_that_looks_cut_off_is_withheld_unless_it_is_confirmed_whole():
    cut = Finding("F20", Severity.WARNING, "adoption", 5_000, 5_000, "Exactly 5,000 rows.", "Run it again.")
    found = checked(only("adoption"), findings=(cut,))
    assert "as if cut off" in found.withheld_lists["adoption"]
    confirmed = checked(
        only("adoption"), replace(AUTHORITY, confirmed_whole=always(frozenset({"adoption"}))), findings=(cut,)
    )
    assert "adoption" not in confirmed.withheld_lists


def test_a_rule_about_a_local_limit_that_is_not_set_is_not_run():
    found = checked(only("child_protection_plans"), replace(AUTHORITY, limits={}))
    told = finding(found, "child_protection_plans", "7.12")
    assert told.not_run == "The council has not set its child protection visit working days."


def test_the_findings_of_intake_are_kept():
    received = conformed(only("contacts"))
    early = Finding("F07", Severity.INFORMATION, "contacts", 1, 1, "Says.", "Do.")
    found = check(replace(received, findings=(early,)), authority=AUTHORITY, calendar=CALENDAR, list_date=LIST_DATE)
    assert found.findings[0] is early
