"""Of a child told two ways, the row to mend is the one that dissents, and the same one whatever the order of rows."""

import pytest

from expectations import CHECKS
from tests.expectations.small_council import CLEAN, changed, extract

NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"
ANN = "child_id=00101 gender=F ethnicity=WBRI dob=2015-03-02 age=11"


def broken_and_to_mend(lists, rule):
    """The rows that break the rule, and those of them that are to be put right."""
    asked, broken, mend = extract(lists), set(), set()
    for name, checks in CHECKS.items():
        for check in checks:
            if check.rule.id == rule and name in lists:
                fails, mended = ~check.held_by(asked), check.mended_in(asked)
                broken |= {(name, position) for position in fails.index[fails]}
                mend |= {(name, position) for position in fails.index[fails & mended]}
    return broken, mend


@pytest.mark.parametrize(
    ("rule", "cells"),
    [("P17", "dob=2015-03-03"), ("P18", "gender=M"), ("P19", "ethnicity=WOTH"), ("P20", "disability=Y")],
)
@pytest.mark.parametrize("name", ["assessments", NEED, PLANS])
def test_the_one_list_that_says_otherwise_is_to_be_put_right(rule, cells, name):
    broken, mend = broken_and_to_mend(changed(name, 0, cells), rule)
    assert mend == {(name, 0)}
    assert len(broken) >= 4


def test_the_list_that_is_looked_at_most_closely_may_be_the_one_that_is_wrong():
    _, mend = broken_and_to_mend(changed(CARE, 1, "gender=M", changed(CARE, 0, "gender=F")), "P18")
    assert mend == {(CARE, 0), (NEED, 3)}  # Ben by two lists to one; Eve is on two, and list 8 is believed


@pytest.mark.parametrize(("believed", "other"), [(CARE, NEED), (NEED, "contacts"), ("referrals", "contacts")])
def test_of_two_lists_the_one_of_more_scrutiny_is_believed(believed, other):
    lists = {name: (CLEAN[name][0] | {"child_id": "77", "gender": gender},)
             for name, gender in ((believed, "M"), (other, "F"))}  # fmt: skip
    assert broken_and_to_mend(lists, "P18") == ({(believed, 0), (other, 0)}, {(other, 0)})


def test_a_list_that_tells_it_two_ways_counts_once_for_each():
    lists = changed("contacts", 3, f"{ANN} gender=M", {"contacts": CLEAN["contacts"]})
    lists = changed("contacts", 4, "contact_date=2026-09-07", lists)
    assert broken_and_to_mend(lists, "P18") == ({("contacts", 0), ("contacts", 3), ("contacts", 4)}, {("contacts", 0)})


def test_an_answer_that_says_nothing_dissents_from_nothing():
    assert broken_and_to_mend(changed(NEED, 0, "ethnicity=NOBT"), "P19") == (set(), set())
    broken, mend = broken_and_to_mend(changed(NEED, 0, "ethnicity=NOBT", changed(PLANS, 0, "ethnicity=WOTH")), "P19")
    assert (NEED, 0) not in broken and mend == {(PLANS, 0)}


def test_a_blank_id_is_told_in_no_way():
    lists = changed("contacts", 0, "child_id=", changed("contacts", 1, "child_id="))
    assert not {row for row in broken_and_to_mend(lists, "P17")[0] if row[0] == "contacts" and row[1] < 2}


def test_the_order_of_rows_changes_nothing():
    lists = changed("contacts", 3, f"{ANN} gender=M contact_date=2026-09-07", {"contacts": CLEAN["contacts"]})
    turned = {"contacts": lists["contacts"][::-1]}
    assert {3 - row for _, row in broken_and_to_mend(turned, "P18")[1]} == {
        row for _, row in broken_and_to_mend(lists, "P18")[1]
    }


def test_a_child_missing_from_list_6_is_to_be_added_there():
    rules = [check.rule for checks in CHECKS.values() for check in checks if check.rule.id == "6.12"]
    assert {(rule.list, rule.list_to_mend) for rule in rules} == {(PLANS, NEED), (CARE, NEED)}
