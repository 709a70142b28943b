"""Periods that are so many days: the day and the week."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from reporting.model.periods.protocol import Cadence, Period, day_words, days_words


@dataclass(frozen=True, order=True)
class Day(Period):
    """One day, written 2026-10-31."""

    day: date

    cadence = made_of = Cadence.DAILY
    called = option = "day"
    lists_may_follow = False
    pattern = re.compile(r"\d{4}-\d{2}-\d{2}")
    example = "year, month and day, for example 2026-10-31"

    @classmethod
    def _read(cls, found: re.Match[str]) -> Self:
        return cls(date.fromisoformat(found[0]))

    @classmethod
    def holding(cls, day: date) -> Self:
        """The day itself."""
        return cls(day)

    @property
    def first_day(self) -> date:
        """The day itself."""
        return self.day

    @property
    def last_day(self) -> date:
        """The day itself."""
        return self.day

    def earlier(self, count: int) -> Self:
        """The day so many days before."""
        return type(self)(self.day - timedelta(days=count))

    @property
    def words(self) -> str:
        """31 October 2026."""
        return day_words(self.day)

    def __str__(self) -> str:
        return self.day.isoformat()


@dataclass(frozen=True, order=True)
class Week(Period):
    """One week, Monday to Sunday, numbered as ISO 8601 numbers it and written 2026-W43."""

    year: int
    week: int

    cadence = made_of = Cadence.WEEKLY
    called = option = "week"
    lists_may_follow = False
    pattern = re.compile(r"(\d{4})-W(\d{2})")
    example = "year and week of the year, for example 2026-W43"

    @classmethod
    def _read(cls, found: re.Match[str]) -> Self:
        return cls.holding(date.fromisocalendar(int(found[1]), int(found[2]), 1))

    @classmethod
    def holding(cls, day: date) -> Self:
        """The week that ``day`` falls in."""
        year, week, _ = day.isocalendar()
        return cls(year, week)

    @property
    def first_day(self) -> date:
        """The Monday."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def last_day(self) -> date:
        """The Sunday."""
        return self.first_day + timedelta(days=6)

    def earlier(self, count: int) -> Self:
        """The week so many weeks before."""
        return type(self).holding(self.first_day - timedelta(weeks=count))

    @property
    def words(self) -> str:
        """The week with its days: "Week 43, 19 to 25 October 2026"."""
        return f"Week {self.week}, {days_words(self.first_day, self.last_day)}"

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.week:02d}"
