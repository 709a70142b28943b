"""Plain questions asked of one list: which rows were open, when something happened, what a row answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from reporting.model.periods import Span


def open_on(table: pd.DataFrame, starts: str, ends: str, day: date) -> pd.DataFrame:
    """Rows that had started, and had not ended, by the end of ``day``. A blank start counts as started."""
    midnight = pd.Timestamp(day)
    started = table[starts].isna() | (table[starts] <= midnight)
    return table[started & (table[ends].isna() | (table[ends] > midnight))]


def in_window(table: pd.DataFrame, column: str, span: Span) -> pd.DataFrame:
    """Rows whose date falls in the window: after < date <= until."""
    within = table[column] <= pd.Timestamp(span.until)
    if span.after:
        within &= table[column] > pd.Timestamp(span.after)
    return table[within]


def latest_per_child(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Each child's latest row by a date (on a tie, the last row). Rows without a child's id all stay."""
    ordered = table.sort_values(column, kind="stable")
    return ordered[~ordered.duplicated("child_id", keep="last") | ordered["child_id"].isna()]


def everyone(table: pd.DataFrame) -> pd.Series:
    """Yes for every row: what a count asks."""
    return pd.Series(True, index=table.index, dtype="boolean")


def one_of(column: pd.Series, yes: Iterable[str], no: Iterable[str]) -> pd.Series:
    """Yes for some codes, no for others, and not known for the rest and for blanks."""
    answers = pd.Series(pd.NA, index=column.index, dtype="boolean")
    answers[column.isin(list(no))] = False
    answers[column.isin(list(yes))] = True
    return answers


def is_yes(column: pd.Series) -> pd.Series:
    """Y is yes and N is no; "unknown" and blanks are not known."""
    return one_of(column, yes=("Y",), no=("N",))


def at_least(column: pd.Series, number: int) -> pd.Series:
    """Whether a whole number reaches ``number``; a blank is not known."""
    return (column >= number).astype("boolean")


def where_filled(answers: pd.Series, *columns: pd.Series) -> pd.Series:
    """The answers, not known wherever one of the columns is blank."""
    answers = answers.astype("boolean")
    for column in columns:
        answers = answers.mask(column.isna())
    return answers


def since(column: pd.Series, day: date | pd.Series) -> pd.Series:
    """Whether a date falls on ``day`` or later; no for a blank."""
    return (column >= (day if isinstance(day, pd.Series) else pd.Timestamp(day))).astype("boolean")


def by(column: pd.Series, day: date | pd.Series) -> pd.Series:
    """Whether a date falls on ``day`` or earlier; no for a blank."""
    return (column <= (day if isinstance(day, pd.Series) else pd.Timestamp(day))).astype("boolean")


def days_until(column: pd.Series, day: date | pd.Series) -> pd.Series:
    """Calendar days from each date to ``day``; unknown for a blank."""
    end = day if isinstance(day, pd.Series) else pd.Timestamp(day)
    return (end - column).dt.days.astype("Float64")


def months_after(column: pd.Series, months: int) -> pd.Series:
    """The same day so many months later, clamped to the month's end."""
    later: pd.Series = column + pd.DateOffset(months=months)
    return later


def age_on(births: pd.Series, day: date) -> pd.Series:
    """Whole years of age on ``day``; unknown without a date of birth."""
    birthday_to_come = (births.dt.month > day.month) | ((births.dt.month == day.month) & (births.dt.day > day.day))
    years: pd.Series = (day.year - births.dt.year - birthday_to_come).astype("Int64")
    return years.mask(births.isna())
