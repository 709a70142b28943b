"""Months and weeks, and the windows an indicator can be asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reporting.model.calendar import months_before


class Cadence(StrEnum):
    """How often a cycle runs."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class NotAPeriod(ValueError):
    """A month is written YYYY-MM, a week YYYY-Www."""

    def __init__(self, text: str, kind: str = "month", example: str = "year and month, for example 2026-10") -> None:
        super().__init__(f'"{text}" is not a {kind}. Write it as {example}.')


@dataclass(frozen=True, order=True)
class Period:
    """One calendar month."""

    year: int
    month: int

    cadence = Cadence.MONTHLY

    @classmethod
    def parse(cls, text: str) -> Period:
        """The month written as ``text``, such as 2026-10. Raises ``NotAPeriod``."""
        found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text.strip())
        if not found:
            raise NotAPeriod(text)
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def holding(cls, day: date) -> Period:
        """The month that ``day`` falls in."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """The first of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return self.following.first_day - timedelta(days=1)

    @property
    def following(self) -> Period:
        """The next month."""
        return self.earlier(-1)

    def earlier(self, months: int) -> Period:
        """The month ``months`` before this one."""
        return Period.holding(months_before(self.first_day, months))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, order=True)
class Week:
    """One week, Monday to Sunday, numbered as ISO 8601 numbers it."""

    year: int
    week: int

    cadence = Cadence.WEEKLY

    @classmethod
    def parse(cls, text: str) -> Week:
        """The week written as ``text``, such as 2026-W43. Raises ``NotAPeriod``."""
        found = re.fullmatch(r"(\d{4})-W(\d{2})", text.strip())
        try:
            return cls.holding(date.fromisocalendar(int(found[1]), int(found[2]), 1)) if found else _no_week(text)
        except ValueError:
            return _no_week(text)

    @classmethod
    def holding(cls, day: date) -> Week:
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

    def earlier(self, weeks: int) -> Week:
        """The week ``weeks`` before this one."""
        return Week.holding(self.first_day - timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.week:02d}"


def _no_week(text: str) -> Week:
    raise NotAPeriod(text, "week", "year and week of the year, for example 2026-W43")


def period_named(text: str) -> Period | Week:
    """The month or the week that ``text`` names. Raises ``NotAPeriod``."""
    return Week.parse(text) if "W" in text.upper() else Period.parse(text)


class Window(StrEnum):
    """The stretch of time a figure speaks of."""

    AS_AT = "as_at"
    MONTH = "month"
    SIX_MONTHS = "six_months"
    TWELVE_MONTHS = "twelve_months"


MONTHS_IN = {Window.SIX_MONTHS: 6, Window.TWELVE_MONTHS: 12}


@dataclass(frozen=True)
class Span:
    """The days of a window: ``after`` < event <= ``until``. A snapshot has no ``after``."""

    after: date | None
    until: date

    @property
    def days(self) -> int:
        """Days in the span; a snapshot has none."""
        return (self.until - self.after).days if self.after else 0


def span_of(window: Window, period: Period, list_date: date) -> Span:
    """The days that ``window`` covers for ``period``, for lists run on ``list_date``.

    A month is the calendar month of the period. Six and twelve months run back from the list date
    (list date less six months < event <= list date). Source: Annex A guidance, August 2019; the
    issue binds where the field book includes the first day.
    """
    if window is Window.AS_AT:
        return Span(None, list_date)
    if window is Window.MONTH:
        return Span(period.first_day - timedelta(days=1), period.last_day)
    return Span(months_before(list_date, MONTHS_IN[window]), list_date)
