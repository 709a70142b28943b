"""Periods tile the calendar, stand in the order of their texts, and are read as they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.model.periods import (
    KIND_OF,
    KINDS,
    Cadence,
    Day,
    HalfYear,
    Month,
    NotAPeriod,
    Quarter,
    RollingYear,
    Term,
    Week,
    Year,
    ends_with,
    period_named,
)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.called)
tiling = pytest.mark.parametrize("kind", KIND_OF.values(), ids=KIND_OF)


@every_kind
@given(day=days)
def test_a_period_is_read_as_it_is_written_and_by_no_other_kind(kind, day):
    period = kind.holding(day)
    assert kind.parse(str(period)) == period
    assert period_named(f" {period} ") == period
    assert [other for other in KINDS if other.pattern.fullmatch(str(period))] == [kind]


@every_kind
@given(day=days, count=st.integers(-60, 60))
def test_so_many_earlier_and_as_many_later_is_where_one_began(kind, day, count):
    period = kind.holding(day)
    assert period.earlier(count).earlier(-count) == period
    assert period.following == period.earlier(-1)
    assert (period.earlier(count) < period) == (count > 0)
    assert (str(period.earlier(count)) < str(period)) == (count > 0)


@every_kind
@given(day=days)
def test_a_period_holds_the_day_it_was_asked_for(kind, day):
    period = kind.holding(day)
    assert period.first_day <= day <= period.last_day


@tiling
@given(day=days)
def test_periods_of_one_kind_leave_no_gap_and_do_not_overlap(kind, day):
    period = kind.holding(day)
    assert period.following.first_day == period.last_day + timedelta(days=1)
    assert kind.holding(period.first_day) == kind.holding(period.last_day) == period


@given(day=days)
def test_a_rolling_year_is_twelve_whole_months(day):
    year = RollingYear.holding(day)
    assert year.first_day == Month.holding(day).earlier(11).first_day
    assert year.earlier(12).last_day == year.first_day - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2026-10-31", date(2026, 10, 31), date(2026, 10, 31), "31 October 2026"),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3), "Week 53, 28 December 2026 to 3 January 2027"),
        ("2026-W40", date(2026, 9, 28), date(2026, 10, 4), "Week 40, 28 September to 4 October 2026"),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        ("2026-27-Q2", date(2026, 7, 1), date(2026, 9, 30), "Quarter 2 of 2026-27, July to September 2026"),
        ("2026-27-Q4", date(2027, 1, 1), date(2027, 3, 31), "Quarter 4 of 2026-27, January to March 2027"),
        ("2026-27-T1", date(2026, 9, 1), date(2026, 12, 31), "Autumn term, September to December 2026"),
        ("2026-27-T3", date(2027, 4, 1), date(2027, 8, 31), "Summer term, April to August 2027"),
        ("2026-27-H2", date(2026, 10, 1), date(2027, 3, 31), "Second half of 2026-27, October 2026 to March 2027"),
        ("1999-00-FY", date(1999, 4, 1), date(2000, 3, 31), "Year to March 2000"),
        ("2026-10-R12", date(2025, 11, 1), date(2026, 10, 31), "Twelve months to October 2026"),
    ],
)
def test_the_days_and_the_name_of_a_period(text, first, last, words):
    period = period_named(text)
    assert (period.first_day, period.last_day, period.words, str(period)) == (first, last, words, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Day, "2026-02-30"),
        (Week, "2025-W53"),
        (Month, "2026-13"),
        (Month, "October"),
        (Quarter, "2026-28-Q1"),  # 2026-28 is no year
        (Quarter, "2026-Q3"),  # of which year: it may begin in January or in April
        (Quarter, "2026-27-Q5"),
        (HalfYear, "2026-27-H0"),
        (Term, "2026-27-T4"),
        (Year, "2026-27"),
        (RollingYear, "2026-13-R12"),
    ],
)
def test_what_is_no_period_is_refused_with_how_to_write_one(kind, text):
    with pytest.raises(NotAPeriod, match=f'"{text}" is not a {kind.called}. Write it as .* for example|R12'):
        kind.parse(text)


def test_a_text_of_no_kind_is_refused_with_every_way_to_write_one():
    with pytest.raises(NotAPeriod, match="a month as year and month, for example 2026-10, or a quarter as"):
        period_named("last month")


@pytest.mark.parametrize(
    ("cadence", "months"),
    [
        (Cadence.MONTHLY, range(1, 13)),
        (Cadence.QUARTERLY, (3, 6, 9, 12)),
        (Cadence.TERMLY, (3, 8, 12)),
        (Cadence.HALF_YEARLY, (3, 9)),
        (Cadence.YEARLY, (3,)),
        (Cadence.WEEKLY, ()),
        (Cadence.DAILY, ()),
        (Cadence.SIX_WEEKLY, ()),
        (Cadence.BY_EXCEPTION, ()),
    ],
)
def test_what_is_wanted_once_a_quarter_is_wanted_in_the_month_that_ends_it(cadence, months):
    assert [month for month in range(1, 13) if ends_with(cadence, Month(2026, month))] == list(months)


def test_a_week_that_ends_with_a_month_ends_no_month():
    week = Week.holding(date(2026, 5, 31))
    assert week.last_day == Month(2026, 5).last_day
    assert [cadence for cadence in Cadence if ends_with(cadence, week)] == [Cadence.WEEKLY]
