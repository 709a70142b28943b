"""Periods that are so many whole months: month, quarter, term, half-year, year, and twelve months to a month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Self

from reporting.model.calendar import months_before
from reporting.model.periods.protocol import MONTH_NAMES, Cadence, Period, months_words


@dataclass(frozen=True, order=True)
class Month(Period):
    """One calendar month, written 2026-10."""

    year: int
    month: int

    cadence = made_of = Cadence.MONTHLY
    called = "month"
    option = "period"
    pattern = re.compile(r"(\d{4})-(\d{2})")
    example = "year and month, for example 2026-10"

    @classmethod
    def _read(cls, found: re.Match[str]) -> Self:
        return cls.holding(date(int(found[1]), int(found[2]), 1))

    @classmethod
    def holding(cls, day: date) -> Self:
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

    def earlier(self, count: int) -> Self:
        """The month so many months before."""
        return type(self).holding(months_before(self.first_day, count))

    @property
    def words(self) -> str:
        """October 2026."""
        return f"{MONTH_NAMES[self.month - 1]} {self.year}"

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, order=True)
class RollingYear(Period):
    """Twelve whole months to the end of one, written 2026-10-R12. There is one every month, and they overlap."""

    to: Month

    cadence = made_of = Cadence.MONTHLY
    called = "twelve months to a month"
    option = "rolling-year"
    pattern = re.compile(r"(\d{4})-(\d{2})-R12")
    example = "the last month and R12, for example 2026-10-R12"

    @classmethod
    def _read(cls, found: re.Match[str]) -> Self:
        return cls.holding(date(int(found[1]), int(found[2]), 1))

    @classmethod
    def holding(cls, day: date) -> Self:
        """The twelve months that end with the month of ``day``."""
        return cls(Month.holding(day))

    @property
    def first_day(self) -> date:
        """The first of the first of the twelve."""
        return self.to.earlier(11).first_day

    @property
    def last_day(self) -> date:
        """The last of the last of the twelve."""
        return self.to.last_day

    def earlier(self, count: int) -> Self:
        """The twelve months that end so many months before."""
        return type(self)(self.to.earlier(count))

    @property
    def words(self) -> str:
        """Twelve months to October 2026."""
        return f"Twelve months to {self.to.words}"

    def __str__(self) -> str:
        return f"{self.to}-R12"


@dataclass(frozen=True, order=True)
class _PartOfYear(Period):
    """One of the parts into which a year that begins in the month of its first part is cut.

    ``year`` is the calendar year in which that year begins, and ``number`` counts its parts from one. It is written
    with both years, so that no text can be taken for another kind's: 2026-27-Q2.
    """

    year: int
    number: int = 1

    made_of = Cadence.MONTHLY
    starts: ClassVar[tuple[int, ...]]  # the month in which each part begins
    letter: ClassVar[str]

    @classmethod
    def _read(cls, found: re.Match[str]) -> Self:
        year, number = int(found[1]), int(found[3] or 1)
        if not 1 <= number <= len(cls.starts):
            raise ValueError(found[0])
        return cls(year, number)

    @classmethod
    def holding(cls, day: date) -> Self:
        """The part that ``day`` falls in."""
        since = [(start - cls.starts[0]) % 12 for start in cls.starts]
        return cls(
            day.year if day.month >= cls.starts[0] else day.year - 1,
            sum(months <= (day.month - cls.starts[0]) % 12 for months in since),
        )

    @property
    def first_day(self) -> date:
        """The first of its first month."""
        month = self.starts[self.number - 1]
        return date(self.year if month >= self.starts[0] else self.year + 1, month, 1)

    @property
    def last_day(self) -> date:
        """The last of its last month."""
        return self.following.first_day - timedelta(days=1)

    def earlier(self, count: int) -> Self:
        """The part so many parts before."""
        years, parts = divmod(self.number - 1 - count, len(self.starts))
        return type(self)(self.year + years, parts + 1)

    @property
    def years(self) -> str:
        """The year it is of, as 2026-27."""
        return f"{self.year:04d}-{(self.year + 1) % 100:02d}"

    def __str__(self) -> str:
        return f"{self.years}-{self.letter}{self.number if len(self.starts) > 1 else ''}"


class Quarter(_PartOfYear):
    """A quarter of the reporting year, which begins in April: 2026-27-Q2 is July to September 2026."""

    cadence = Cadence.QUARTERLY
    called = option = "quarter"
    starts, letter = (4, 7, 10, 1), "Q"
    pattern = re.compile(r"(\d{4})-(\d{2})-Q(\d)")
    example = "the year from April and its quarter, for example 2026-27-Q2 (July to September 2026)"

    @property
    def words(self) -> str:
        """Quarter 2 of 2026-27, July to September 2026."""
        return f"Quarter {self.number} of {self.years}, {months_words(self.first_day, self.last_day)}"


class HalfYear(_PartOfYear):
    """Half of the reporting year, which begins in April: 2026-27-H2 is October 2026 to March 2027."""

    cadence = Cadence.HALF_YEARLY
    called = option = "half-year"
    starts, letter = (4, 10), "H"
    pattern = re.compile(r"(\d{4})-(\d{2})-H(\d)")
    example = "the year from April and its half, for example 2026-27-H1 (April to September 2026)"

    @property
    def words(self) -> str:
        """First half of 2026-27, April to September 2026."""
        which = "First" if self.number == 1 else "Second"
        return f"{which} half of {self.years}, {months_words(self.first_day, self.last_day)}"


class Year(_PartOfYear):
    """The reporting year, April to March (as published figures "year to March" are): 2026-27-FY."""

    cadence = Cadence.YEARLY
    called = option = "year"
    starts, letter = (4,), "FY"
    pattern = re.compile(r"(\d{4})-(\d{2})-FY()")
    example = "the year from April, for example 2026-27-FY (April 2026 to March 2027)"

    @property
    def words(self) -> str:
        """Year to March 2027."""
        return f"Year to March {self.year + 1}"


class Term(_PartOfYear):
    """A school term with the holiday after it: autumn from September, spring from January, summer from April.

    In whole months, because Easter moves and lists are run by the month: 2026-27-T2 is spring, January to March 2027.
    """

    cadence = Cadence.TERMLY
    called = option = "term"
    starts, letter = (9, 1, 4), "T"
    pattern = re.compile(r"(\d{4})-(\d{2})-T(\d)")
    example = "the school year and its term, for example 2026-27-T1 (autumn: September to December 2026)"

    @property
    def words(self) -> str:
        """Autumn term, September to December 2026."""
        name = ("Autumn", "Spring", "Summer")[self.number - 1]
        return f"{name} term, {months_words(self.first_day, self.last_day)}"
