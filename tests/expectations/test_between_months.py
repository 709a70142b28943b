"""What two extracts say of each other: each rule breaks where it should, and nowhere else."""

from datetime import date

import pytest

from expectations.between_months import NOTHING_EARLIER, RULES, compare
from expectations.between_months.changes import CHANGES
from expectations.extract import Extract
from expectations.validation import check
from expectations.whole_lists import withheld
from reporting.lists import LISTS
from reporting.model.quality import Scope
from tests.expectations.small_council import (
    ANN,
    AUTHORITY,
    CAL,
    CALENDAR,
    CLEAN,
    FIN,
    GUS,
    LIST_DATE,
    NORTH,
    changed,
    conformed,
    said,
)

LAST_WEEK = date(2026, 10, 24)


def extract(lists, list_date, earlier=None, without=None):
    received = conformed(lists, without or {})
    asked = {"list_date": list_date, "calendar": CALENDAR, "limits": {}, "earlier": earlier}
    return Extract(received, withheld(received, frozenset(LISTS), frozenset()), **asked)


def compared(now, before=CLEAN, day=LAST_WEEK, without=None, without_before=None):
    return compare(extract(now, LIST_DATE, extract(before, day, without=without_before), without))


def broken(now, before=CLEAN, day=LAST_WEEK):
    """Every check that something breaks, as rule, list, column, and the positions that break it."""
    found = compared(now, before, day)
    assert not [one.rule.key for one in found if one.errored]
    return {
        (one.rule.id, one.rule.list, one.rule.columns[0] if one.rule.columns else ""): one.places
        for one in found
        if one.places or one.failed
    }


def added(name, cells, start=CLEAN):
    return {**start, name: (*start[name], cells)}


def without_row(name, row, start=CLEAN):
    return {**start, name: tuple(cells for place, cells in enumerate(start[name]) if place != row)}


PLAN, CARE, NEED = "child_protection_plans", "children_looked_after", "children_in_need"
ENDED = "cin_end=2026-10-20 cin_close_reason=RC7 case_status=CLOSED last_seen=2026-10-19"
LATE = "cpp_start=2026-10-23 last_stat_visit=2026-10-23 last_review="
TWINS = {
    "M01 a plan": (without_row(PLAN, 0), CLEAN, {("M01", PLAN, "cpp_end"): (0,)}),
    "M01 a child in need": (without_row(NEED, 2), CLEAN, {("M01", NEED, "cin_end"): (2,)}),
    "M01 a child in care": (without_row(CARE, 1), CLEAN, {("M01", CARE, "ceased_date"): (1,)}),
    "M01 early help": (
        without_row("early_help_assessments", 1),
        CLEAN,
        {("M01", "early_help_assessments", "eh_end"): (1,)},
    ),
    "M01 an assessment": (without_row("assessments", 1), CLEAN, {("M01", "assessments", "assessment_end"): (1,)}),
    "M01 an enquiry": (
        without_row("section_47_enquiries", 1, changed("section_47_enquiries", 1, "icpc_unnecessary=N")),
        changed("section_47_enquiries", 1, "icpc_unnecessary=N"),
        {("M01", "section_47_enquiries", "s47_start"): (1,)},
    ),
    "M01 an adoption": (without_row("adoption", 0), CLEAN, {("M01", "adoption", "adoption_order"): (0,)}),
    "M01 an adopter": (
        without_row("prospective_adopters", 1),
        CLEAN,
        {("M01", "prospective_adopters", "leave_date"): (1,)},
    ),
    "M01 a young person of 17": (
        without_row("care_leavers", 0),
        changed("care_leavers", 0, "dob=2009-02-20 age=17 eligibility=RELEVANT"),
        {("M01", "care_leavers", "child_id"): (0,)},
    ),
    "M02 a case": (changed(NEED, 1, "cin_start=2023-01-10"), CLEAN, {("M02", NEED, "cin_start"): (1,)}),
    "M02 a plan": (changed(PLAN, 0, "cpp_start=2026-06-25"), CLEAN, {("M02", PLAN, "cpp_start"): (0,)}),
    "M02 care": (changed(CARE, 1, "cla_start=2024-02-10"), CLEAN, {("M02", CARE, "cla_start"): (1,)}),
    "M02 a contact": (
        changed("contacts", 2, "contact_date=2026-08-04"),
        CLEAN,
        {("M02", "contacts", "contact_date"): (2,)},
    ),
    "M02 an assessment": (
        changed("assessments", 0, "assessment_start=2026-06-04"),
        CLEAN,
        {("M02", "assessments", "assessment_start"): (0,)},
    ),
    "M03 a case": (
        changed(NEED, 4, "cin_end= cin_close_reason= case_status=CIN"),
        CLEAN,
        {("M03", NEED, "cin_end"): (4,)},
    ),
    "M03 care": (
        CLEAN,
        changed(CARE, 1, "ceased_date=2026-10-19 ceased_reason=E4A"),
        {("M03", CARE, "ceased_date"): (1,)},
    ),
    "M04 date of birth": (changed(PLAN, 0, "dob=2015-03-03"), CLEAN, {("M04", PLAN, "dob"): (0,)}),
    "M04 gender": (changed("contacts", 0, "gender=M"), CLEAN, {("M04", "contacts", "gender"): (0,)}),
    "M05 visit": (changed(PLAN, 0, "last_stat_visit=2026-10-13"), CLEAN, {("M05", PLAN, "last_stat_visit"): (0,)}),
    "M05 review": (changed(CARE, 0, "last_review=2026-03-16"), CLEAN, {("M05", CARE, "last_review"): (0,)}),
    "M05 pathway plan": (
        changed("care_leavers", 0, "last_pathway=2026-02-16"),
        CLEAN,
        {("M05", "care_leavers", "last_pathway"): (0,)},
    ),
    "M06 plans": (CLEAN, changed(PLAN, 0, "previous_cpps=1"), {("M06", PLAN, "previous_cpps"): (0,)}),
    "M06 placements": (
        changed(CARE, 1, "cla_start=2026-02-10 placement_start=2026-03-10 legal_start=2026-02-10"),
        changed(CARE, 1, "cla_start=2026-02-10 placement_start=2026-03-10 legal_start=2026-02-10 placements_12m=2"),
        {("M06", CARE, "placements_12m"): (1,)},
    ),
    "M07 a contact": (
        added("contacts", GUS | said("contact_date=2026-10-23 contact_source=6")),
        CLEAN,
        {("M07", "contacts", "contact_date"): (3,)},
    ),
    "M07 an end": (changed(NEED, 2, ENDED), CLEAN, {("M07", NEED, "cin_end"): (2,)}),
}


def test_nothing_changed_breaks_nothing():
    assert broken(CLEAN) == {}


@pytest.mark.parametrize("twin", TWINS)
def test_a_broken_twin_breaks_its_rule_and_no_other(twin):
    now, before, expected = TWINS[twin]
    assert broken(now, before) == expected


def test_every_rule_has_a_twin():
    assert {rule.id for rule in RULES} - {"F18"} == {twin.split()[0] for twin in TWINS}


SILENT = {
    "a case that ended inside the week": (changed(NEED, 2, ENDED.replace("10-20", "10-28")), CLEAN),
    "a closed case that left the six months": (
        without_row(NEED, 4),
        changed(NEED, 4, "cin_end=2026-04-28 last_seen=2026-04-20"),
    ),
    "a contact that left the six months": (
        without_row("contacts", 0),
        changed("contacts", 0, "contact_date=2026-04-27"),
    ),
    "a case that began anew after the lists were last run": (changed(NEED, 4, "cin_start=2026-10-26 cin_end="), CLEAN),
    "an open case whose end and next beginning fell inside the week": (changed(PLAN, 0, "cpp_start=2026-10-26"), CLEAN),
    "an id with its leading noughts lost": (changed(PLAN, 0, "child_id=101"), CLEAN),
    "another id for the same child": (changed(PLAN, 0, "child_id=90909"), CLEAN),
    "an id that cannot be read now": (changed(PLAN, 0, "child_id="), CLEAN),
    "an id that could not be read before": (CLEAN, changed(PLAN, 0, "child_id=")),
    "a start that was blank": (CLEAN, changed(PLAN, 0, "cpp_start=")),
    "a start that cannot be read now": (changed(PLAN, 0, "cpp_start=soon"), CLEAN),
    "a team in other words": (changed(CARE, 0, "team=North-One worker=W99"), CLEAN),
    "a source in other words": (changed("contacts", 1, "contact_source=3A"), CLEAN),
    "a row twice": (added(PLAN, CLEAN[PLAN][0]), CLEAN),
    "a row that was there twice": (CLEAN, added(PLAN, CLEAN[PLAN][0])),
    "a gender that was not stated": (CLEAN, changed(PLAN, 0, "gender=U")),
    "a child who was expected and is born": (
        changed(PLAN, 0, "dob=2026-10-20 age=0"),
        changed(PLAN, 0, "dob=2026-11-02 age=-1 gender=U"),
    ),
    "a visit that was dated in the future": (CLEAN, changed(PLAN, 0, "last_stat_visit=2026-12-20")),
    "a placement that left the twelve months": (CLEAN, changed(CARE, 1, "placements_12m=2")),
    "a decision that was reversed long ago": (
        without_row("adoption", 1),
        changed("adoption", 1, "reversed_date=2025-10-27"),
    ),
    "a young person who left at 19": (without_row("care_leavers", 0), CLEAN),
    "a child assessed as not in need": (
        changed("assessments", 1, "assessment_end=2026-10-27 support_needed=N", without_row(NEED, 2)),
        CLEAN,
    ),
}


@pytest.mark.parametrize("change", SILENT)
def test_a_change_with_a_reason_breaks_nothing(change):
    assert broken(*SILENT[change]) == {}


def test_a_new_case_entered_late_with_the_end_of_the_one_before_is_late_and_not_moved():
    referral = FIN | NORTH | said("referral_date=2026-10-19 referral_source=6 referral_nfa=N referrals_12m=1")
    now = added("referrals", referral, changed(NEED, 1, "cin_start=2026-10-19"))
    now = changed("referrals", 2, "child_id=00202 dob=2020-06-15 gender=M ethnicity=AIND age=6", now)
    assert broken(now) == {("M07", NEED, "cin_start"): (1,), ("M07", "referrals", "referral_date"): (2,)}


def test_a_changed_date_of_birth_is_put_right_once():
    now = changed("contacts", 0, "dob=2015-03-03", changed(PLAN, 0, "dob=2015-03-03"))
    marks = {one.rule.list: one.to_mend for one in compared(now) if one.places}
    assert marks == {PLAN: (True,), "contacts": (False,)}


def many(name, count, cells, **more):
    return tuple(cells | {"child_id": f"{number:05d}", **more} for number in range(1, count + 1))


def test_a_list_that_lost_a_third_of_its_rows_is_told_as_a_list():
    row = CLEAN["referrals"][0]
    before, now = ({**CLEAN, "referrals": many("referrals", count, row)} for count in (40, 27))
    found = [one for one in compared(now, before) if one.rule.id == "F18" and one.failed]
    assert [(one.rule.list, one.failed, one.places, one.rule.scope) for one in found] == [
        ("referrals", 13, (), Scope.LIST)
    ]
    assert found[0].says == "List 3 (Referrals) has 27 rows; in the extract of 24 October 2026 it had 40."


def test_a_list_that_lost_a_quarter_or_is_short_is_not_told():
    row = CLEAN["referrals"][0]
    for count, then in ((30, 40), (5, 15)):
        before, now = ({**CLEAN, "referrals": many("referrals", size, row)} for size in (then, count))
        assert not [one for one in compared(now, before) if one.rule.id == "F18" and one.failed]


def test_ids_that_all_changed_are_told_once_and_not_row_by_row():
    row = CLEAN[NEED][1]
    before = {**CLEAN, NEED: many(NEED, 40, row)}
    now = {**CLEAN, NEED: many(NEED, 40, row, dob="2019-01-01")}
    now[NEED] = tuple(cells | {"child_id": f"X{cells['child_id']}"} for cells in now[NEED])
    found = {one.rule.id: one for one in compared(now, before) if one.rule.list == NEED}
    assert (found["M01"].failed, found["M01"].places) == (40, ())
    assert "40 rows of 40 that should still be in List 6 (Children in need) cannot be found" in found["M01"].says
    assert "ids have been changed" in found["M07"].not_run
    assert not [one for one in found.values() if one.places]


def test_without_an_earlier_extract_nothing_is_asked_and_that_is_said():
    found = compare(extract(CLEAN, LIST_DATE))
    assert {one.not_run for one in found} == {NOTHING_EARLIER}
    assert {one.rule.id for one in found} == {rule.id for rule in RULES}


def test_a_list_that_is_missing_in_either_extract_is_not_compared():
    fewer = {name: rows for name, rows in CLEAN.items() if name != PLAN}
    now, then = (
        {one.not_run for one in compared(*both) if one.rule.list == PLAN} for both in ((fewer,), (CLEAN, fewer))
    )
    assert now == {"List 7 was not found."}
    assert then == {"In the extract of 24 October 2026: List 7 was not found."}


def test_a_column_that_is_absent_leaves_its_rules_not_run_and_no_others():
    lacks = {PLAN: frozenset({"last_review"})}
    for sides, said_of in (({"without": lacks}, "List 7"), ({"without_before": lacks}, "In the extract of 24 October")):
        not_run = {one.rule.key: one.not_run for one in compared(CLEAN, **sides) if one.not_run}
        assert set(not_run) == {f"{PLAN}:M05:last_review"}
        assert all(words.startswith(said_of) for words in not_run.values())


def test_a_row_may_have_left_a_list_whose_months_the_earlier_extract_is_older_than():
    found = compared(without_row(PLAN, 0), day=date(2026, 4, 1))
    told = next(one for one in found if one.rule.id == "M01" and one.rule.list == PLAN)
    assert not told.places
    assert told.not_run.startswith("The extract of 1 April 2026 is from before the months that List 7")


def test_what_was_compared_is_found_like_any_rule():
    now, then = conformed(changed(PLAN, 0, "last_stat_visit=2026-10-13", without_row(CARE, 1))), conformed(CLEAN)
    asked = {"authority": AUTHORITY, "calendar": CALENDAR, "list_date": LIST_DATE}
    found = check(now, **asked, earlier=then, earlier_list_date=LAST_WEEK)
    told = {(one.rule, one.list): one for one in found.findings if one.rule.startswith("M")}
    assert set(told) == {(one.rule.id, one.rule.list) for one in CHANGES if one.rule.list in now.sent}
    assert (told["M01", CARE].checked, told["M01", CARE].failed) == (2, 1)
    assert {(rule, name) for (rule, name), one in told.items() if one.failed} == {("M01", CARE), ("M05", PLAN)}
    assert found.vanished.to_dict("records") == [{"list": CARE, "position": 1, "rule": f"{CARE}:M01:ceased_date"}]
    moved = found.failing[found.failing["rule"] == f"{PLAN}:M05:last_stat_visit"]
    assert moved[["list", "position", "mend"]].to_dict("records") == [{"list": PLAN, "position": 0, "mend": True}]
    assert {f"{CARE}:M01:ceased_date", f"{PLAN}:M05:last_stat_visit"} <= set(found.rules)


def test_the_rules_that_are_printed_are_the_rules_that_are_asked():
    asked = {(one.rule.id, one.rule.list) for one in CHANGES}
    printed = {(rule.id, name) for rule in RULES for name, columns in rule.columns.items() if columns}
    assert asked == printed
    assert all(rule.says.endswith(".") and rule.do.endswith(".") for rule in RULES)
    assert {ANN["child_id"], CAL["child_id"]} and set(LISTS) == {name for name in RULES[-1].columns}
