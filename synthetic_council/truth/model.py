"""How a truth is stated: which list, which columns of it, in which windows, and who is yes, no or not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, WorkingDays, months_before
from synthetic_council.faults.effects import Guarded

FLOW, SNAPSHOT, YEAR = ("month", "six_months"), ("as_at",), ("twelve_months",)
COUNT, PERCENT, RATE, DAYS = "count", "percent", "per_10000", "mean_days"


@dataclass(frozen=True)
class Question:
    """What is asked: facts, as at which day, for which days, under which limits."""

    facts: Mapping[str, pd.DataFrame]
    day: int
    after: int
    until: int
    working: WorkingDays
    limits: Mapping[str, int]
    guarded: Guarded

    def months_ago(self, months: int) -> int:
        """The list date less so many months."""
        return int(months_before(np.array([self.day]), months)[0])

    def doubtful_children(self, list_name: str, column: str) -> set[int]:
        """Children of another list's rows that are not known under a column."""
        places = [place for place, columns in self.guarded[list_name].items() if column in columns]
        return set(self.facts[list_name]["child"].iloc[places])

    def held(self, days: pd.Series) -> pd.Series:
        """Whether each day lies in the window."""
        return (days > self.after) & (days <= self.until)

    def open(self, rows: pd.DataFrame, start: str, end: str) -> pd.Series:
        """Rows begun and not ended by the end of the day; one without a start counts as begun."""
        return ((rows[start] <= self.day) | (rows[start] >= NEVER)) & (rows[end] > self.day)

    def elapsed(self, start: pd.Series | np.ndarray, end: pd.Series | np.ndarray | int) -> np.ndarray:
        """Working days after the start, up to and with the end; NEVER where either has not happened."""
        start, end = np.asarray(start), np.broadcast_to(np.asarray(end), np.shape(start))
        known = (start < NEVER) & (end < NEVER)
        first, last = (np.where(known, days, 20_000).astype("datetime64[D]") for days in (start, end))
        count = np.busday_count(first + 1, last + 1, holidays=self.working.holidays)
        return np.where(known, count, NEVER)


Answer = Callable[[Question], tuple[pd.Series, pd.Series]]
"""Which rows of the list are asked about, and of every row: 1 yes, 0 no, NaN not known (or a number of days)."""


@dataclass(frozen=True)
class Truth:
    """One indicator's truth."""

    list: str
    scale: str
    windows: tuple[str, ...]
    columns: tuple[str, ...]
    answer: Answer
    by_age: bool = False
    undated: str = ""  # the date without which the answer is given all the same


TRUTHS: dict[str, Truth] = {}


def truth(
    list_name: str,
    scale: str,
    windows: tuple[str, ...],
    columns: str,
    *,
    by_age: bool = False,
    undated: str = "",
) -> Callable[[Answer], Answer]:
    """State the truth of the indicator the function is named after; ``columns`` decide it, besides the child's id."""

    def state(answer: Answer) -> Answer:
        decided_by = ("child_id", *columns.split())
        TRUTHS[answer.__name__] = Truth(list_name, scale, windows, decided_by, answer, by_age, undated)
        return answer

    return state


def everyone(rows: pd.DataFrame) -> pd.Series:
    """Yes for every row."""
    return pd.Series(1.0, index=rows.index)


def told(answers: pd.Series | np.ndarray, index: pd.Index) -> pd.Series:
    """Answers as a column."""
    return pd.Series(np.asarray(answers, dtype=float), index=index)


def yes_no(codes: pd.Series, yes: tuple[str, ...], no: tuple[str, ...]) -> pd.Series:
    """1 for some codes, 0 for others, not known for the rest."""
    return pd.Series(np.where(codes.isin(yes), 1.0, np.where(codes.isin(no), 0.0, np.nan)), index=codes.index)


def reaches(numbers: pd.Series, least: int) -> pd.Series:
    """Whether numbers reach a least; not known where there is none."""
    return (numbers >= least).astype(float).where(numbers.notna())
