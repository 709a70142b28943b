"""What rules may ask of an extract: children matched across lists, days counted, ages worked out."""

import pandas as pd
import pytest

from expectations import CHECKS
from tests.expectations.small_council import CLEAN, changed, extract

FIRST_OR_LATER = {"P03", "1.05"}  # these point at the later copy, or at the first row of a day


def failing(lists):
    asked = extract(lists, earlier=CLEAN)
    return {
        (check.rule.key, position)
        for name in CLEAN
        for check in CHECKS[name]
        if check.rule.id not in FIRST_OR_LATER
        for held in [check.held_by(asked)]
        for position in held.index[~held]
    }


def test_the_order_of_rows_changes_no_finding():
    lists = changed("children_in_need", 4, "cin_end=2025-01-06 cin_close_reason=")
    lists = changed("referrals", 2, "referral_date=2026-10-20 referrals_12m=0 dob=2012-11-06", lists)
    lists = changed("children_looked_after", 2, "child_id=00910 cla_start=2027-01-01", lists)
    turned = {name: rows[::-1] for name, rows in lists.items()}
    place = {name: len(rows) - 1 for name, rows in lists.items()}
    found = failing(lists)
    assert {(key, place[key.split(":")[0]] - position) for key, position in failing(turned)} == found
    assert len(found) > 8


def test_a_blank_id_is_nobody():
    lists = changed("children_in_need", 0, "child_id=", changed("children_looked_after", 0, "child_id="))
    rows = extract(lists).rows("children_in_need")
    assert rows.child[0] == -1
    assert not rows.child_in("children_looked_after")[0]
    assert not rows.child_has("children_looked_after", "cla_start", "cin_start", (-9999, 9999))[0]
    assert pd.isna(rows.latest("children_looked_after", "cla_start")[0])
    assert pd.isna(rows.earlier("cin_start")[0])


def test_a_child_is_the_same_number_on_every_list():
    lists = extract()
    assert lists.children["children_in_need"][1] == lists.children["children_looked_after"][0]
    assert lists.number_of_children == len(
        {row["child_id"] for rows in CLEAN.values() for row in rows if "child_id" in row}
    )


@pytest.mark.parametrize(("days", "there"), [((0, 0), False), ((7, 7), True), ((1, 6), False), ((-7, 7), True)])
def test_dates_of_another_list_are_found_within_days(days, there):
    rows = extract().rows("children_in_need")  # row 1: need from 9 January 2023, care from 16 January
    assert rows.child_has("children_looked_after", "cla_start", "cin_start", days)[1] == there


def test_an_end_that_cannot_be_read_is_neither_open_nor_closed():
    rows = extract(changed("children_in_need", 0, "cin_end=31/02/2026")).rows("children_in_need")
    assert not rows.open()[0] and not rows.closed()[0]
    assert rows.open()[1] and rows.closed()[4]


@pytest.mark.parametrize(("born", "age"), [("2016-10-31", 10), ("2016-11-01", 9), ("2016-02-29", 10)])
def test_age_is_whole_years_on_the_list_date(born, age):
    assert extract(changed("contacts", 0, f"dob={born}")).rows("contacts").age()[0] == age


@pytest.mark.parametrize(
    ("cells", "born"),
    [("age=-1 dob=", False), ("age= dob=2026-12-01", False), ("age=0 dob=2026-12-01", True), ("age= dob=", True)],
)
def test_a_child_is_born_unless_the_age_or_an_expected_date_says_otherwise(cells, born):
    assert extract(changed("contacts", 0, cells)).rows("contacts").born[0] == born
