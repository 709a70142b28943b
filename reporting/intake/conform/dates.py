"""Dates as councils write them, read by fixed formats in turn. What is left over is no date, and is never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

_TIME = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME)
_EIGHT_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})" + _TIME)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[ ,.]+)?"
_NAMED = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*([a-z]{3,9})[ \-/.,]*(\d{4}|\d{2})" + _TIME, flags=re.IGNORECASE
)
_NAMED_FIRST = re.compile(
    _WEEKDAY + r"([a-z]{3,9})[ \-/.]*(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})" + _TIME, flags=re.IGNORECASE
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH_NUMBERS = _SHORT | {month: number for number, month in enumerate(_MONTHS, 1)}

EXCEL_BEGINS = date(1899, 12, 30)
EARLIEST, LATEST = 1900, 2100  # a year outside these is a slip of the keys
SOON = 2  # a two-digit year may lie this far ahead, for a child not yet born
MOSTLY = 20  # month-first dates are single slips when day-first ones are this many times as common


@dataclass(frozen=True)
class DatesRead:
    """The day each text says, or NaT. ``serial``: it came as Excel's day number. ``month_first``: as 12/25/2026.

    ``day_first``: as 25/12/2026. ``either``: as 03/04/2026, which could be two days.
    """

    days: np.ndarray  # datetime64[us], one per text
    serial: np.ndarray
    month_first: np.ndarray
    day_first: np.ndarray
    either: np.ndarray
    doubtful: np.ndarray  # 03/04/2026 in a column that is written both ways: neither reading is taken


@dataclass(frozen=True)
class _Text:
    day: date | None = None
    other: date | None = None  # the month-first reading of numbers
    serial: bool = False
    numbers: bool = False  # day and month both in figures, day written first or month first


def read_dates(texts: Sequence[str], counts: np.ndarray, list_date: date) -> DatesRead:
    """Each text's day. ``counts`` says how many rows hold each text: a column's habit is judged by its rows."""
    read = [_read(text, list_date) for text in texts]
    only_day_first = np.array([one.numbers and one.day is not None and one.other is None for one in read], dtype=bool)
    month_first = np.array([one.numbers and one.day is None and one.other is not None for one in read], dtype=bool)
    either = np.array(
        [one.numbers and None not in (one.day, one.other) and one.day != one.other for one in read], dtype=bool
    )
    sure = settled(counts[only_day_first].sum(), counts[month_first].sum())
    doubtful = np.zeros(len(read), dtype=bool) if sure else either
    days = np.array([np.datetime64(one.day or "NaT", "us") for one in read], dtype="datetime64[us]")
    return DatesRead(
        days=np.where(doubtful, np.datetime64("NaT", "us"), days),
        serial=np.array([one.serial for one in read], dtype=bool),
        month_first=month_first,
        day_first=only_day_first,
        either=either,
        doubtful=doubtful,
    )


def settled(day_first: int, month_first: int) -> bool:
    """Whether dates are written day first, but for slips."""
    return month_first == 0 or day_first >= MOSTLY * month_first


def _read(text: str, list_date: date) -> _Text:
    if found := _YEAR_FIRST.fullmatch(text):
        return _Text(_day(found[1], found[3], found[4], list_date))
    if found := _NUMBERS.fullmatch(text):
        day = _day(found[4], found[3], found[1], list_date)
        return _Text(day, _day(found[4], found[1], found[3], list_date), numbers=True)
    if found := _SERIAL.fullmatch(text):
        return _Text(_within(EXCEL_BEGINS + timedelta(days=int(found[1]))), serial=True)
    if found := _NAMED.fullmatch(text):
        return _Text(_named_day(found[3], found[2], found[1], list_date))
    if found := _NAMED_FIRST.fullmatch(text):
        return _Text(_named_day(found[3], found[1], found[2], list_date))
    if found := _EIGHT_DIGITS.fullmatch(text):
        return _Text(_day(found[1], found[2], found[3], list_date))
    return _Text()


def _named_day(year: str, month: str, day: str, list_date: date) -> date | None:
    number = _MONTH_NUMBERS.get(month.casefold())
    return _day(year, str(number), day, list_date) if number else None


def _day(year: str, month: str, day: str, list_date: date) -> date | None:
    try:
        return _within(date(_whole_year(year, list_date), int(month), int(day)))
    except ValueError:
        return None


def _whole_year(year: str, list_date: date) -> int:
    if len(year) == 4:
        return int(year)
    century = list_date.year - list_date.year % 100
    return century + int(year) if int(year) <= list_date.year % 100 + SOON else century - 100 + int(year)


def _within(day: date) -> date | None:
    return day if EARLIEST <= day.year <= LATEST else None
