"""Months, and the windows an indicator can be asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reporting.calendar import months_before


class NotAPeriod(ValueError):
    """A period is written YYYY-MM."""

    def __init__(self, text: str) -> None:
        super().__init__(f'"{text}" is not a month. Write it as year and month, for example 2026-10.')


@dataclass(frozen=True, order=True)
class Period:
    """One calendar month."""

    year: int
    month: int

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
