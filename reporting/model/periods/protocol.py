"""What every period can be asked: its days, the periods beside it, its text and its words."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Cadence(StrEnum):
    """How often something is wanted. All but the last two are the cadence of a kind of period."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERMLY = "termly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    SIX_WEEKLY = "six-weekly"
    BY_EXCEPTION = "by exception"


class NotAPeriod(ValueError):
    """The text is not how a period of the kind is written. The message says how it is."""

    def __init__(self, text: str, called: str, example: str) -> None:
        super().__init__(f'"{text}" is not a {called}. Write it as {example}.')


class Period(ABC):
    """A stretch of days with a name: a day, week, month, quarter, term, half-year, year, or twelve months to a month.

    Periods of one kind have an order, and so have their texts. A text says of itself which kind it is.
    """

    cadence: ClassVar[Cadence]
    made_of: ClassVar[Cadence]  # the cadence of the cycle in which one of these comes to its end
    called: ClassVar[str]  # what people call one: "month"
    option: ClassVar[str]  # how a command asks for one
    lists_may_follow: ClassVar[bool] = True  # whether lists run after it has ended may still speak of it
    pattern: ClassVar[re.Pattern[str]]
    example: ClassVar[str]

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period written as ``text``. Raises ``NotAPeriod``."""
        found = cls.pattern.fullmatch(text.strip())
        try:
            read = cls._read(found) if found else None
        except ValueError:  # a week 53 of a year without one, a 30th of February
            read = None
        if read is None or str(read) != text.strip():
            raise NotAPeriod(text, cls.called, cls.example)
        return read

    @classmethod
    @abstractmethod
    def _read(cls, found: re.Match[str]) -> Self:
        """The period whose text has the form of its kind. Raises ``ValueError`` where there is none."""

    @classmethod
    @abstractmethod
    def holding(cls, day: date) -> Self:
        """The period that ``day`` falls in."""

    @property
    @abstractmethod
    def first_day(self) -> date:
        """The day it begins."""

    @property
    @abstractmethod
    def last_day(self) -> date:
        """The day it ends."""

    @abstractmethod
    def earlier(self, count: int) -> Self:
        """The period so many before this one (after it, when negative)."""

    @property
    def following(self) -> Self:
        """The next one."""
        return self.earlier(-1)

    @property
    @abstractmethod
    def words(self) -> str:
        """Its name in print."""

    @abstractmethod
    def __str__(self) -> str: ...


def day_words(day: date) -> str:
    """The day in full: 31 October 2026."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def days_words(first: date, last: date) -> str:
    """From a day to a day, with no more of the first than is needed: "19 to 25 October 2026"."""
    begins = [str(first.day)]
    if (first.month, first.year) != (last.month, last.year):
        begins.append(MONTH_NAMES[first.month - 1])
    if first.year != last.year:
        begins.append(str(first.year))
    return f"{' '.join(begins)} to {day_words(last)}"


def months_words(first: date, last: date) -> str:
    """From a month to a month: "July to September 2026"."""
    begins = MONTH_NAMES[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{begins} to {MONTH_NAMES[last.month - 1]} {last.year}"
