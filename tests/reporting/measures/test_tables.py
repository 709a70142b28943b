"""The plain questions asked of one list."""

from datetime import date

import pandas as pd
import pytest

from reporting.measures import tables
from reporting.model.periods import Span

DAY = date(2026, 10, 31)


def days(*written):
    return pd.Series(pd.to_datetime(list(written), format="%Y-%m-%d")).astype("datetime64[us]")


def test_a_row_that_ends_on_the_day_is_no_longer_open():
    rows = pd.DataFrame(
        {
            "started": days("2026-10-31", "2026-11-01", None, "2026-01-01", "2026-01-01"),
            "ended": days(None, None, None, "2026-10-31", "2026-11-01"),
        }
    )
    assert list(tables.open_on(rows, "started", "ended", DAY).index) == [0, 2, 4]


def test_a_window_leaves_out_its_first_day_and_takes_in_its_last():
    rows = pd.DataFrame({"day": days("2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01", None)})
    assert list(tables.in_window(rows, "day", Span(date(2026, 9, 30), DAY)).index) == [1, 2]


def test_the_latest_row_of_a_child_is_the_last_one_on_a_tie():
    rows = pd.DataFrame(
        {
            "child_id": pd.Series(["a", "b", "a", "a", None, None], dtype="str"),
            "day": days("2026-10-02", "2026-10-01", "2026-10-09", "2026-10-09", "2026-10-01", "2026-10-01"),
        }
    )
    assert sorted(tables.latest_per_child(rows, "day").index) == [1, 3, 4, 5]


def test_yes_and_no_are_known_and_the_rest_is_not():
    codes = pd.Series(["Y", "N", "U", None], dtype=pd.CategoricalDtype(["Y", "N", "U"]))
    assert list(tables.is_yes(codes)) == [True, False, pd.NA, pd.NA]


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2010-10-31", date(2026, 10, 31), 16),
        ("2010-11-01", date(2026, 10, 31), 15),
        ("2008-02-29", date(2026, 2, 28), 17),
        ("2008-02-29", date(2026, 3, 1), 18),
        ("2026-10-31", date(2026, 10, 31), 0),
        ("2026-12-01", date(2026, 10, 31), -1),
    ],
)
def test_age_is_in_whole_years_and_turns_on_the_birthday(born, on, years):
    assert list(tables.age_on(days(born), on)) == [years]


def test_an_age_without_a_birthday_is_not_known():
    assert list(tables.age_on(days(None), DAY)) == [pd.NA]


def test_months_later_stop_at_the_end_of_a_short_month():
    assert list(tables.months_after(days("2024-02-29", "2026-08-31"), 24)) == list(days("2026-02-28", "2028-08-31"))


def test_a_blank_date_is_never_since_or_by_a_day():
    assert list(tables.since(days("2026-10-31", "2026-10-30", None), DAY)) == [True, False, False]
    assert list(tables.by(days("2026-10-31", "2026-11-01", None), DAY)) == [True, False, False]


def test_an_answer_is_not_known_where_what_it_needs_is_blank():
    answers = pd.Series([True, False, True])
    assert list(tables.where_filled(answers, days("2026-10-31", None, "2026-10-31"))) == [True, pd.NA, True]


def test_days_until_counts_calendar_days():
    assert list(tables.days_until(days("2026-10-24", None), DAY)) == [7, pd.NA]


def test_no_question_changes_the_table_it_is_asked_of():
    rows = pd.DataFrame({"child_id": ["b", "a"], "day": days("2026-10-02", "2026-10-01")})
    before = rows.copy()
    tables.latest_per_child(rows, "day")
    tables.in_window(rows, "day", Span(None, DAY))
    pd.testing.assert_frame_equal(rows, before)
