"""Whether a list's cells stand where, and when, they should: columns pasted out of place, lists of another time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from reporting.intake.conform.cells import ReadColumn, Values, read_column
from reporting.lists.schema import Column, Kind, ListSchema, RowKind
from reporting.model.calendar import months_before

FEWEST_CELLS = 5
MISFIT, FIT = 0.2, 0.8
MONTHS_OF_GRACE = 1
STALE_AFTER_DAYS = 35
HALF_A_YEAR = 183
WEEKLY = 26  # days in half a year on which something happened: where there are fewer, a silence says nothing
FEWEST_EVENTS = 10
REVIEWED_EVERY = 6  # months: a list without a window still holds reviews that recur
TOO_MANY_LATER = 0.5
TELLING = frozenset({Kind.DATE, Kind.CODE, Kind.WHOLE_NUMBER})


@dataclass(frozen=True)
class Shifted:
    """A column whose cells fit a column beside it, ``step`` places on, and not its own heading."""

    column: Column
    looks_like: Column
    cells: int
    step: int


def shifted(
    order: Sequence[Column], readings: Mapping[str, ReadColumn], values: Values, list_date: date
) -> list[Shifted]:
    """Columns, in the order of the table, whose cells look as if they were pasted one place out.

    Cells that fit the columns on both sides are taken to have moved the way that most others have.
    """
    found = [
        [
            Shifted(column, order[place + step], readings[column.key].filled, step)
            for step in (1, -1)
            if 0 <= place + step < len(order) and _fits(order[place + step], readings[column.key], values, list_date)
        ]
        for place, column in enumerate(order)
        if _misfits(column, readings[column.key])
    ]
    forwards = sum(1 if one.step > 0 else -1 for fits in found for one in fits)
    return [max(fits, key=lambda one: one.step * forwards) for fits in found if fits]


def _misfits(column: Column, reading: ReadColumn) -> bool:
    enough = column.kind in TELLING and reading.filled >= FEWEST_CELLS
    return enough and reading.unreadable >= (1 - MISFIT) * reading.filled


def _fits(column: Column, reading: ReadColumn, values: Values, list_date: date) -> bool:
    if column.kind not in TELLING:
        return False
    read = read_column(column, reading.distinct, values, list_date)
    return read.filled - read.unreadable >= FIT * read.filled


def newest(schema: ListSchema, table: pd.DataFrame, list_date: date) -> date | None:
    """The latest day, up to the list date, that anything in the list happened on."""
    days = _events(schema, table)
    days = days[days <= np.datetime64(list_date, "us")]
    return pd.Timestamp(days.max()).date() if len(days) else None


def stale(schema: ListSchema, table: pd.DataFrame, day: date | None, list_date: date) -> bool:
    """Whether nothing is recorded so near the list date that the list must be an older one."""
    if day is None or list_date - day <= timedelta(days=STALE_AFTER_DAYS):
        return False
    if not schema.quiet:  # of a quiet list in a small council five weeks may pass without anything
        return True
    days = np.unique(_events(schema, table))
    until = np.datetime64(day, "us")
    return bool(((days > until - np.timedelta64(HALF_A_YEAR, "D")) & (days <= until)).sum() >= WEEKLY)


def of_another_time(schema: ListSchema, table: pd.DataFrame, list_date: date) -> str:
    """Why the list cannot be of this list date, in words; "" when it can."""
    events = _events(schema, table)
    if table.empty or (not schema.starts and len(events) < FEWEST_EVENTS):
        return ""
    months = schema.months_back or REVIEWED_EVERY
    starts = table[schema.starts].dropna().to_numpy() if schema.starts else events[:0]
    until = np.datetime64(list_date, "us")
    since = np.datetime64(months_before(list_date, months + MONTHS_OF_GRACE), "us")
    if len(starts) and (starts > until).mean() > TOO_MANY_LATER:
        return f"Most of {schema.named} begins after the list date: it was run later, or the list date is wrong."
    # with no event begun in its months, a list of events is of another time
    asked = starts if schema.row_kind is not RowKind.STATE and len(starts) >= FEWEST_EVENTS else events
    if len(asked) and not ((asked >= since) & (asked <= until)).any():
        return (
            f"{schema.named} has no date in the {months} months before the list date: it is of another year, "
            "or the list date is wrong."
        )
    return ""


def _events(schema: ListSchema, table: pd.DataFrame) -> np.ndarray:
    happened = [column.key for column in schema.columns if column.kind is Kind.DATE and column.key != "dob"]
    days = table[happened].to_numpy().ravel() if happened else np.array([], dtype="datetime64[us]")
    return np.asarray(days[~np.isnat(days)])
