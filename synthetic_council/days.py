"""Days as whole numbers, so that a whole council's histories can be drawn at once.

A day is the number of days since 1 January 1970. ``NEVER`` stands for what has not happened.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import numpy as np

NEVER = 1_000_000
_FIRST = 3_650  # 1980
_LAST = 36_500  # 2069
_EPOCH = date(1970, 1, 1)

Days = np.ndarray


def number(day: date) -> int:
    """The number of a calendar day."""
    return (day - _EPOCH).days


def calendar_day(day: int) -> date:
    """The calendar day of a number."""
    return _EPOCH + timedelta(days=int(day))


def dated(days: Days) -> np.ndarray:
    """Days as numpy dates; what never happened is not a date."""
    held = np.where(days >= NEVER, 0, days).astype("datetime64[D]")
    held[np.asarray(days) >= NEVER] = np.datetime64("NaT")
    return held


def months_before(days: Days, months: int | np.ndarray) -> Days:
    """The same day that many months earlier, clamped to the month's end."""
    held = np.asarray(days).astype("datetime64[D]")
    month = held.astype("datetime64[M]")
    day_of_month = (held - month.astype("datetime64[D]")).astype("int64")
    target = month - np.asarray(months).astype("timedelta64[M]")
    length = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype("int64")
    first = target.astype("datetime64[D]").astype("int64")
    clamped: Days = first + np.minimum(day_of_month, length - 1)
    return clamped


def month_start(days: Days, later: int | np.ndarray = 0) -> Days:
    """The first day of the month, or of the month that many months later."""
    month = np.asarray(days).astype("datetime64[D]").astype("datetime64[M]")
    first: Days = (month + np.asarray(later).astype("timedelta64[M]")).astype("datetime64[D]").astype("int64")
    return first


def age_on(born: Days, day: Days | int) -> np.ndarray:
    """Whole years lived by a day; -1 for a child not yet born."""
    day = np.broadcast_to(np.asarray(day), np.shape(born))
    born_month, month = (np.asarray(x).astype("datetime64[D]").astype("datetime64[M]") for x in (born, day))
    whole_months = (month - born_month).astype("int64")
    born_day = np.asarray(born) - born_month.astype("datetime64[D]").astype("int64")
    this_day = day - month.astype("datetime64[D]").astype("int64")
    years = (whole_months - (this_day < born_day)) // 12
    return np.where(np.asarray(born) > day, -1, years)


def birthday(born: Days, years: int | np.ndarray) -> Days:
    """The day a child turns that many years old."""
    return months_before(born, -12 * years)


class WorkingDays:
    """England's working days: Monday to Friday, less bank holidays."""

    def __init__(self, holidays: frozenset[date]) -> None:
        self.holidays = np.array(sorted(holidays), dtype="datetime64[D]")
        self.days = np.arange(_FIRST, _LAST)
        self.working = np.is_busday(self.days.astype("datetime64[D]"), holidays=self.holidays)
        self._elapsed = np.cumsum(self.working)

    @classmethod
    def from_csv(cls, path: Path) -> WorkingDays:
        """Working days, less the bank holidays of a file."""
        with path.open(encoding="utf-8", newline="") as lines:
            return cls(frozenset(date.fromisoformat(line["date"]) for line in csv.DictReader(lines)))

    def between(self, start: Days | int, end: Days | int) -> np.ndarray:
        """Working days d with start < d <= end."""
        elapsed: np.ndarray = self._elapsed[self._place(end)] - self._elapsed[self._place(start)]
        return elapsed

    def after(self, start: Days, count: np.ndarray | int) -> Days:
        """The day that is ``count`` working days later; the day itself for none."""
        target = self._elapsed[self._place(start)] + count
        found = self._day_reaching(target)
        return np.where(np.asarray(count) == 0, start, found)

    def on_or_after(self, days: Days) -> Days:
        """The day itself when it is a working day, else the next one."""
        place = self._place(days)
        following = self._day_reaching(self._elapsed[place] + 1)
        moved = np.where(self.working[place], days, following)
        return np.where(np.asarray(days) >= NEVER, days, moved)

    def _day_reaching(self, elapsed: np.ndarray) -> Days:
        reached: Days = self.days[np.minimum(np.searchsorted(self._elapsed, elapsed), len(self.days) - 1)]
        return reached

    @staticmethod
    def _place(days: Days | int) -> np.ndarray:
        place: np.ndarray = np.clip(np.asarray(days), _FIRST, _LAST - 1) - _FIRST
        return place
