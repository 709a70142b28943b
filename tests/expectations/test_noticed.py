"""What conforming noticed of single cells is asked of rows, and of an id in two writings one is to be mended."""

from dataclasses import replace

import pytest

from expectations.extract import Extract
from expectations.noticed import ASKED_OF, NOTICED
from reporting.intake.conform.faults import RULES
from reporting.intake.conform.identities import ids_of, written_two_ways
from reporting.lists import LISTS
from reporting.model.quality import Scope
from tests.expectations.small_council import CALENDAR, CLEAN, LIST_DATE, changed, conformed

NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"


def asked_of(lists, without=()):
    """The lists as rules see them, with the ids noticed that are written in more than one way."""
    received = conformed({name: rows for name, rows in lists.items() if name not in without})
    twice = written_two_ways(ids_of({**_nothing(), **conformed(lists).tables})).assign(rule="P02")
    return Extract(replace(received, noticed=twice), {}, list_date=LIST_DATE, calendar=CALENDAR, limits={})


def _nothing():
    return {name: table.iloc[:0] for name, table in conformed(CLEAN).tables.items()}


def broken_and_to_mend(extract):
    """The rows whose id is written in more than one way, and those of them that are to be put right."""
    broken, mend = set(), set()
    for check in NOTICED:
        if check.rule.id == "P02" and check.rule.list in extract.tables:
            fails, mended = ~check.held_by(extract), check.mended_in(extract)
            broken |= {(check.rule.list, position) for position in fails.index[fails]}
            mend |= {(check.rule.list, position) for position in fails.index[fails & mended]}
    return broken, mend


def one_child(*written):
    return {name: (CLEAN[name][0] | {"child_id": id},) for name, id in written}


def test_each_rule_is_asked_of_every_column_of_its_kind_and_says_what_the_finding_says():
    asked = {(check.rule.list, check.rule.id, *check.rule.columns) for check in NOTICED}
    assert asked == {
        (name, id, column.key)
        for name, schema in LISTS.items()
        for column in schema.columns
        for id, kind in ASKED_OF.items()
        if column.kind is kind
    }
    for check in NOTICED:
        stated = RULES[check.rule.id]
        assert (check.rule.says, check.rule.do, check.rule.severity) == (stated.says, stated.do, stated.severity)
        assert check.rule.scope is Scope.ROW


@pytest.mark.parametrize("name", ["contacts", "assessments", NEED, PLANS])
def test_the_one_list_that_writes_the_id_otherwise_is_to_be_put_right(name):
    spelling = f"{CLEAN[name][0]['child_id']}.0"
    broken, mend = broken_and_to_mend(asked_of(changed(name, 0, f"child_id={spelling}")))
    assert mend == {(name, 0)}
    assert len(broken) >= 2


@pytest.mark.parametrize(("believed", "other"), [(CARE, NEED), (NEED, "contacts"), ("referrals", "contacts")])
@pytest.mark.parametrize(("ours", "theirs"), [("0077", "77"), ("77", "0077")])
def test_of_two_lists_the_one_of_more_scrutiny_is_believed(believed, other, ours, theirs):
    broken, mend = broken_and_to_mend(asked_of(one_child((believed, ours), (other, theirs))))
    assert (broken, mend) == ({(believed, 0), (other, 0)}, {(other, 0)})


def test_most_lists_are_believed_before_the_one_of_more_scrutiny():
    lists = one_child((CARE, "A77"), (NEED, "a77"), ("contacts", "a77"))
    assert broken_and_to_mend(asked_of(lists))[1] == {(CARE, 0)}


def test_where_the_other_writing_is_on_a_list_that_cannot_be_counted_nobody_can_say_which():
    extract = asked_of(one_child((CARE, "077"), (NEED, "77"), ("contacts", "77")), without=(CARE,))
    assert broken_and_to_mend(extract) == ({(NEED, 0), ("contacts", 0)},) * 2


def test_the_ids_of_adopters_are_held_against_each_other():
    rows = CLEAN["prospective_adopters"]
    lists = {**CLEAN, "prospective_adopters": (*rows, rows[0] | {"adopter_id": f"0{rows[0]['adopter_id']}"})}
    broken, mend = broken_and_to_mend(asked_of(lists))
    assert broken == {("prospective_adopters", 0), ("prospective_adopters", len(rows))}
    assert len(mend) == 1


def test_a_list_or_a_column_that_is_not_there_is_not_asked():
    lists = conformed(CLEAN, {"contacts": frozenset({"contact_date"})})
    extract = Extract(
        replace(lists, missing={"referrals": "Not found."}),
        {"referrals": "Not found."},
        list_date=LIST_DATE,
        calendar=CALENDAR,
        limits={},
    )
    unasked = {check.rule.key: check.why_not_asked(extract) for check in NOTICED}
    assert unasked["referrals:P22:gender"] == "Not found."
    assert "contacts:P25:contact_date" in {key for key, why in unasked.items() if "has no column" in why}
    assert unasked["contacts:P22:gender"] == ""
