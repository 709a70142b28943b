"""Every value stays with its days, and on any day at most one of them holds."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporting.model.agreements import Agreement, NothingInForce, Reach, UnclearAgreements, always, in_turn

NOVEMBER = date(2026, 11, 1)
DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def value(of, since=None, until=None):
    return Agreement(of, f"minutes of the board: {of}", "The board", Reach.LOCAL, since, until)


def test_a_value_ends_on_the_day_before_the_next_begins_and_is_kept():
    bands = in_turn([value("new", NOVEMBER), value("old")])
    days = (date.min, NOVEMBER - DAY, NOVEMBER, date.max)
    assert [bands.value_on(day) for day in days] == ["old", "old", "new", "new"]
    assert [(held.value, held.valid_until) for held in bands.values] == [("old", NOVEMBER - DAY), ("new", None)]
    assert bands.on(NOVEMBER).source == "minutes of the board: new"


def test_both_days_that_are_stated_are_included():
    held = in_turn([value("one", NOVEMBER, NOVEMBER + DAY)])
    days = [NOVEMBER - DAY, NOVEMBER, NOVEMBER + DAY, NOVEMBER + 2 * DAY]
    assert [held.value_on(day) for day in days] == [None, "one", "one", None]


def test_a_gap_has_a_value_before_it_and_one_after_it():
    held = in_turn([value("first", None, date(2026, 3, 31)), value("second", NOVEMBER)])
    assert held.on(date(2026, 6, 1)) is None
    assert held.last_before(date(2026, 6, 1)).value == "first"
    assert held.next_after(date(2026, 6, 1)).value == "second"
    assert held.next_after(NOVEMBER) is None
    assert held.last_before(date(2026, 3, 31)) is None
    with pytest.raises(NothingInForce, match="No value is in force on 2026-06-01"):
        held.needed_on(date(2026, 6, 1))


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([value(1), value(2)], "two values have no valid_from"),
        ([value(1, NOVEMBER), value(2, NOVEMBER)], "two values are in force from 2026-11-01"),
        ([value(1, NOVEMBER, NOVEMBER - DAY)], "valid_until, 2026-10-31, comes before valid_from, 2026-11-01"),
        ([value(1, None, NOVEMBER), value(2, NOVEMBER)], "one value is in force until 2026-11-01 and another from"),
        ([value(1, None, date(2027, 1, 1)), value(2, NOVEMBER, NOVEMBER + DAY)], "there would be two at once"),
    ],
)
def test_two_values_on_one_day_are_refused(values, says):
    for given_order in (values, values[::-1]):
        with pytest.raises(UnclearAgreements) as problem:
            in_turn(given_order)
        assert says in str(problem.value)


@pytest.mark.parametrize(
    ("values", "whole"),
    [
        ([value(1)], True),
        ([value(1), value(2, NOVEMBER)], True),
        ([value(1, None, NOVEMBER - DAY), value(2, NOVEMBER)], True),
        ([], False),
        ([value(1, NOVEMBER)], False),
        ([value(1, None, NOVEMBER)], False),
        ([value(1, None, NOVEMBER - 2 * DAY), value(2, NOVEMBER)], False),
    ],
)
def test_whether_there_is_a_value_on_every_day(values, whole):
    assert in_turn(values).on_every_day is whole


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=5), DAYS)
def test_the_value_of_a_day_is_the_one_whose_days_hold_it(spans, day):
    """Any spans at all: either they are refused, or the day's value is found by looking through all of them."""
    values = [value(number, since, until) for number, (since, until) in enumerate(spans)]
    try:
        held = in_turn(values)
    except UnclearAgreements:
        assume(False)
    holding = [one for one in held.values if one.holds_on(day)]
    assert len(holding) <= 1
    assert held.on(day) == (holding[0] if holding else None)
    begun = sorted((one for one in values if one.valid_from <= day), key=lambda one: one.valid_from)
    stated = begun[-1] if begun and (begun[-1].valid_until is None or begun[-1].valid_until >= day) else None
    assert held.value_on(day) == (stated.value if stated else None)


def test_a_value_without_days_holds_always():
    held = always(0.05)
    assert held.on_every_day
    assert held.value_on(date.min) == held.needed_on(date.max) == 0.05
