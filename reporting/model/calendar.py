"""England's working days, and calendar months that clamp at a month's end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

_EPOCH = date(1980, 1, 1)
_DAYS = 31_000  # to late 2064: far enough that a mistyped year still has an answer


@dataclass(frozen=True)
class Calendar:
    """Monday to Friday, less England's bank holidays.

    ``holidays`` come from ``data/reference/bank_holidays.csv``. Outside the years they cover only
    weekends are known; ``covers`` says so, and a cycle refuses a list date that is not covered.
    """

    holidays: frozenset[date]

    @classmethod
    def of(cls, holidays: Iterable[date]) -> Calendar:
        """The calendar with these bank holidays."""
        return cls(frozenset(holidays))

    def covers(self, day: date) -> bool:
        """Whether bank holidays are known for the year of ``day``."""
        return any(holiday.year == day.year for holiday in self.holidays)

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, and not a bank holiday in England."""
        return day.weekday() < 5 and day not in self.holidays

    def working_days_between(self, start: date, end: date) -> int:
        """Working days d with start < d <= end: the start is day nought. Negative when end comes first."""
        return int(self._elapsed[self._place(end)] - self._elapsed[self._place(start)])

    def working_days(self, start: pd.Series, end: pd.Series | date) -> pd.Series:
        """The same for a column of days, as ``Int64``; unknown where either day is unknown."""
        both = pd.DataFrame({"start": start, "end": end if isinstance(end, pd.Series) else pd.Timestamp(end)})
        known = both["start"].notna() & both["end"].notna()
        days = pd.Series(pd.NA, index=both.index, dtype="Int64")
        places = {side: self._places(both.loc[known, side]) for side in ("start", "end")}
        days[known] = self._elapsed[places["end"]] - self._elapsed[places["start"]]
        return days

    def add_working_days(self, day: date, count: int) -> date:
        """The day that is ``count`` working days after ``day`` (before it, when negative)."""
        step = timedelta(days=1 if count >= 0 else -1)
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    @cached_property
    def _elapsed(self) -> npt.NDArray[np.int64]:
        days = np.arange(_DAYS) + np.datetime64(_EPOCH, "D")
        working = np.is_busday(days, holidays=np.array(sorted(self.holidays), dtype="datetime64[D]"))
        return np.cumsum(working, dtype=np.int64)

    @staticmethod
    def _place(day: date) -> int:
        return min(max((day - _EPOCH).days, 0), _DAYS - 1)

    @staticmethod
    def _places(days: pd.Series) -> npt.NDArray[np.int64]:
        since = days.to_numpy().astype("datetime64[D]") - np.datetime64(_EPOCH, "D")
        return np.clip(since.astype(np.int64), 0, _DAYS - 1)


def months_before(day: date, months: int) -> date:
    """The same day ``months`` earlier (later, when negative), clamped: 31 August less six is 28 or 29 February."""
    moved = pd.Timestamp(day) - pd.DateOffset(months=months)
    return moved.date()
