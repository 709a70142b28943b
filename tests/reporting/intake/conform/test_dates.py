"""Dates are read by fixed formats. What is no date, or could be two, is not read."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.intake.conform.dates import EXCEL_BEGINS, read_dates

LIST_DATE = date(2026, 10, 31)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))


def read(*texts, counts=None):
    return read_dates(texts, np.array(counts or [1] * len(texts)), LIST_DATE)


def days(*texts, counts=None):
    return [None if pd.isna(day) else pd.Timestamp(day).date() for day in read(*texts, counts=counts).days]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "2026-03-05 00:00:00",
        "2026-03-05T23:59:59.123",
        "2026/3/5",
        "05/03/2026",
        "5/3/2026",
        "05-03-2026",
        "05.03.2026",
        "05/03/2026 14:30",
        "05/03/26",
        "5 Mar 2026",
        "05-Mar-2026",
        "5th March 2026",
        "05-MAR-26",
        "Mar 5, 2026",
        "March 5th 2026",
        "Thursday, 5 March 2026",
        "Thu Mar 05 2026",
        "20260305",
        "46086",
        "46086.75",
    ],
)
def test_a_date_is_read_as_councils_write_it(text):
    assert days(text) == [date(2026, 3, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "2026-02-30",
        "n/k",
        "0202-01-01",
        "05/03/2204",
        "12 Foo 2026",
        "2026",
        "-",
        "5/3-2026",
        "Foo 12, 2026",
        "999999",
    ],
)
def test_what_exists_in_no_calendar_is_not_read(text):
    assert days(text) == [None]


def test_a_year_of_two_figures_is_the_nearest_that_makes_sense():
    assert days("12/05/98", "12/05/15", "01/02/27") == [date(1998, 5, 12), date(2015, 5, 12), date(2027, 2, 1)]


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y-%m-%d 00:00:00", "%d %b %Y", "%d-%B-%Y", "%Y%m%d"]))
def test_a_date_whose_order_is_plain_comes_back_the_same(day, form):
    assert days(day.strftime(form)) == [day]


@given(st.lists(DAYS, min_size=1, max_size=30))
def test_a_column_of_day_first_dates_comes_back_the_same(column):
    texts = sorted({day.strftime("%d/%m/%Y") for day in column})
    assert days(*texts) == [date(int(text[6:]), int(text[3:5]), int(text[:2])) for text in texts]


@given(DAYS)
def test_excels_day_number_is_its_day(day):
    read_back = read(str((day - EXCEL_BEGINS).days))
    assert pd.Timestamp(read_back.days[0]).date() == day
    assert read_back.serial.all()


@given(st.text(max_size=20))
def test_any_text_at_all_is_a_day_between_1900_and_2100_or_nothing(text):
    assert all(day is None or 1900 <= day.year <= 2100 for day in days(text))


def test_a_column_that_is_only_month_first_is_never_guessed():
    column = read("12/25/2026", "03/04/2026", "2026-01-02")
    assert list(column.month_first) == [True, False, False]
    assert list(column.doubtful) == [False, True, False]
    assert days("12/25/2026", "03/04/2026", "2026-01-02") == [None, None, date(2026, 1, 2)]


def test_a_column_that_mixes_both_orders_keeps_only_what_is_plain():
    assert days("12/25/2026", "25/12/2026", "03/04/2026") == [None, date(2026, 12, 25), None]


def test_a_single_slip_does_not_cost_a_whole_column():
    assert days("25/12/2025", "12/25/2025", "03/04/2026", counts=[40, 1, 500]) == [
        date(2025, 12, 25),
        None,
        date(2026, 4, 3),
    ]


def test_the_same_day_and_month_are_no_doubt():
    assert days("12/25/2026", "04/04/2026") == [None, date(2026, 4, 4)]


def test_a_day_ahead_is_still_a_day():
    ahead = LIST_DATE + timedelta(days=200)
    assert days(ahead.isoformat()) == [ahead]
