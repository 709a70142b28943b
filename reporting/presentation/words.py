"""Dates, windows, bands and targets in plain English; numbers are as the model writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reporting.assurance.accuracy import Information
from reporting.model.agreements import Agreement
from reporting.model.bands import Grade
from reporting.model.measures import Direction
from reporting.model.numbers import counted as counted
from reporting.model.numbers import percentage as percentage
from reporting.model.numbers import rounded as rounded
from reporting.model.numbers import spelled as spelled
from reporting.model.numbers import whole as whole
from reporting.model.periods import MONTH_NAMES, Month, Period, Window, day_words
from reporting.model.scales import Scale
from reporting.model.settings import Limit, Target

_OPERATORS = {"<": "below", "<=": "at most", ">=": "at least", ">": "above", "=": ""}

BAND_WORDS = {grade.value: grade.words for grade in Grade}
BAND_NARROW = {**BAND_WORDS, "requires_improvement": "RI"}
BAND_LETTERS = {"inadequate": "I", "requires_improvement": "R", "good": "G", "outstanding": "O"}
BAND_SHORT = {"inadequate": "In", "requires_improvement": "RI", "good": "Gd", "outstanding": "Out"}
INFORMATION_WORDS = {
    Information.TEAM_HIERARCHY: "Team hierarchy",
    Information.ALLOCATION: "Allocation",
    Information.PERSON: "Who the child is",
    Information.EVENTS: "Events and dates",
    Information.DECISIONS: "Decisions and outcomes",
    Information.CONTACT: "Visits and reviews",
    Information.AGREEMENT: "Lists agree",
}


def sentence(text: str) -> str:
    """The same words with a capital first letter."""
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    listed = tuple(parts)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def some_of(parts: Sequence[str], most: int = 3) -> str:
    """The first few of a list, and how many more there are."""
    if len(parts) <= most:
        return joined(parts)
    return f"{', '.join(parts[:most])} and {counted(len(parts) - most, 'other')}"


def month_name(period: Period) -> str:
    """The month with its year: October 2026."""
    return period.words


def month_alone(period: Month) -> str:
    """The month without its year: October."""
    return MONTH_NAMES[period.month - 1]


def month_short(period: Month) -> str:
    """The month for a column: Oct 26."""
    return f"{MONTH_NAMES[period.month - 1][:3]} {period.year % 100:02d}"


def day_name(day: date) -> str:
    """The day in full: 31 October 2026."""
    return day_words(day)


def day_short(day: date) -> str:
    """The day for a narrow column: 25 Oct."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"


def window_words(window: Window, period: Month, list_date: date) -> str:
    """The days a figure speaks of."""
    if window is Window.AS_AT:
        return f"on {day_name(list_date)}"
    if window is Window.MONTH:
        return f"in {month_name(period)}"
    length = "six" if window is Window.SIX_MONTHS else "twelve"
    return f"{length} months to {day_name(list_date)}"


def window_plain(window: Window) -> str:
    """The kind of window, for a table of definitions."""
    return {
        Window.AS_AT: "on the list date",
        Window.MONTH: "in the calendar month",
        Window.SIX_MONTHS: "in the six months to the list date",
        Window.TWELVE_MONTHS: "in the twelve months to the list date",
    }[window]


def direction_words(direction: Direction) -> str:
    """Which way is good, as a sentence."""
    return {
        Direction.HIGHER_IS_BETTER: "Higher is better.",
        Direction.LOWER_IS_BETTER: "Lower is better.",
        Direction.NEITHER: "Neither high nor low is good in itself.",
    }[direction]


def target_words(target: Target, scale: Scale) -> str:
    """A target as its plan prints it: "at least 90% by March 2018"."""
    value = f"{_OPERATORS[target.operator]} {scale.as_set(target.value)}".strip()
    return f"{value} by {month_name(Month.parse(target.by))}" if target.by else value


def window_narrow(window: Window) -> str:
    """The kind of window, for a narrow column."""
    return {
        Window.AS_AT: "as at",
        Window.MONTH: "month",
        Window.SIX_MONTHS: "half year",
        Window.TWELVE_MONTHS: "year",
    }[window]


def limit_named(limit: Limit) -> str:
    """A local timescale by its name: "child protection visit, 15 working days"."""
    unit = limit.unit.replace(" ", "_")
    return f"{limit.name.removesuffix(f'_{unit}').replace('_', ' ')}, {limit.value} {limit.unit}"


def limit_words(agreed: Agreement[Limit]) -> str:
    """A local timescale, and whether anyone has said it."""
    limit = agreed.value
    unit = limit.unit.replace("_", " ")
    said = "assumed: no source gives it" if limit.assumed else agreed.source
    return f"{limit.value} {unit} ({said})"
