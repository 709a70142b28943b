"""The working day of a month, which weekends and bank holidays push back."""

from datetime import date, time

import pytest

from flows.schedule import MONTHS_AHEAD, days_ahead, ends_soon, last_day, rrule, warning, working_day
from reporting.model.calendar import Calendar
from reporting.model.periods import Month
from tasks.configuration import load_calendar


@pytest.mark.parametrize(
    ("month", "fifth"),
    [
        ("2026-12", date(2026, 12, 7)),
        ("2027-01", date(2027, 1, 8)),  # New Year's Day is a Friday
        ("2027-05", date(2027, 5, 10)),  # the early May holiday is the third
        ("2028-01", date(2028, 1, 10)),  # New Year's Day is a Saturday, kept on the Monday
    ],
)
def test_the_fifth_working_day(month, fifth):
    assert working_day(load_calendar(), Month.parse(month), 5) == fifth


SHORT = Calendar.of([date(2026, 12, 25), date(2027, 12, 27)])


def test_the_days_ahead_begin_today_at_the_earliest_and_reach_two_years_on():
    days = days_ahead(load_calendar(), date(2026, 11, 6), 5)
    assert days[0] == date(2026, 11, 6)
    assert days_ahead(load_calendar(), date(2026, 11, 7), 5)[0] == date(2026, 12, 7)
    assert len(days) == MONTHS_AHEAD


def test_the_days_end_where_bank_holidays_are_known_no_further():
    assert days_ahead(SHORT, date(2026, 11, 20), 5)[-1] == date(2027, 12, 7)
    assert days_ahead(SHORT, date(2028, 1, 1), 5) == ()


def test_the_last_day_is_read_back_from_what_was_written():
    days = days_ahead(SHORT, date(2026, 11, 20), 5)
    assert last_day(rrule(days, time(7))) == days[-1]
    assert last_day("RRULE:FREQ=DAILY") is None


@pytest.mark.parametrize(
    ("today", "soon"), [(date(2027, 9, 30), False), (date(2027, 10, 1), True), (date(2028, 1, 1), True)]
)
def test_a_warning_comes_three_months_before_the_end(today, soon):
    said = warning(SHORT, today, 5)
    assert (said is not None) is soon
    assert said is None or "reference/bank_holidays.csv" in said


def test_nothing_scheduled_is_an_end_that_has_come():
    assert ends_soon(None, date(2026, 11, 20))
