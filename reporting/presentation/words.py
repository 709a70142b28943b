"""Numbers and dates in plain English, rounded once and never to a lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reporting.measures.indicators.model import Direction, Indicator, Scale
from reporting.model.periods import Period, Week, Window
from reporting.model.settings import Limit, Target

_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_OPERATORS = {"<": "below", "<=": "at most", ">=": "at least", ">": "above", "=": ""}

BAND_WORDS = {
    "inadequate": "Inadequate",
    "requires_improvement": "Requires improvement",
    "good": "Good",
    "outstanding": "Outstanding",
}
BAND_NARROW = {**BAND_WORDS, "requires_improvement": "RI"}
BAND_LETTERS = {"inadequate": "I", "requires_improvement": "R", "good": "G", "outstanding": "O"}
BAND_SHORT = {"inadequate": "In", "requires_improvement": "RI", "good": "Gd", "outstanding": "Out"}


def rounded(value: float, places: int = 1) -> Decimal:
    """The value to so many decimal places, a half going up."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def whole(value: float) -> str:
    """A count, with commas."""
    return f"{int(rounded(value, 0)):,}"


def spelled(count: int) -> str:
    """A small count as a word, a larger one in figures."""
    return _SPELLED[count] if count < len(_SPELLED) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """So many of something: "one measure", "15 measures"."""
    return f"{spelled(count)} {one if count == 1 else many or one + 's'}"


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


def percentage(value: float) -> str:
    """One decimal place; 100.0 only for exactly 100, and 0.0 only for exactly nought."""
    if value < 100 and rounded(value) >= 100:
        return ">99.9"
    if value > 0 and rounded(value) <= 0:
        return "<0.1"
    return f"{rounded(value):f}"


def bare(value: float, scale: Scale) -> str:
    """A value without its unit, as a table column prints it."""
    if scale is Scale.PERCENT:
        return percentage(value)
    if scale is Scale.COUNT or scale is Scale.MEAN_DAYS:
        return whole(value)
    return f"{rounded(value):,f}"


def with_unit(value: float, scale: Scale) -> str:
    """A value as a sentence prints it."""
    if scale is Scale.PERCENT:
        return f"{percentage(value)}%"
    if scale is Scale.MEAN_DAYS:
        return f"{whole(value)} days"
    if scale is Scale.PER_10000:
        return f"{bare(value, scale)} per 10,000"
    return bare(value, scale)


def in_print(value: float, scale: Scale) -> str:
    """A value as a table or a large figure prints it: a per cent sign, and no other unit."""
    return f"{percentage(value)}%" if scale is Scale.PERCENT else bare(value, scale)


def unit_of(indicator: Indicator, window: Window) -> str:
    """The unit that stands beside a large figure."""
    if indicator.scale is Scale.PER_10000:
        yearly = window in (Window.SIX_MONTHS, Window.TWELVE_MONTHS)
        return "per 10,000 a year" if yearly else "per 10,000"
    return "days" if indicator.scale is Scale.MEAN_DAYS else ""


def difference(amount: float, scale: Scale) -> str:
    """The size of a movement, without its sign."""
    size = abs(amount)
    if scale is Scale.COUNT:
        return whole(size)
    if scale is Scale.MEAN_DAYS:
        return f"{whole(size)} days"
    shown = "under 0.1" if rounded(size) == 0 else f"{rounded(size):,f}"
    return f"{shown} points" if scale is Scale.PERCENT else f"{shown} per 10,000"


def difference_between(low: float, high: float, scale: Scale) -> str:
    """The two ends of a range of movements, without their unit."""
    units = (" points", " per 10,000", " days")
    least, most = difference(low, scale), difference(high, scale)
    for unit in units:
        least, most = least.removesuffix(unit), most.removesuffix(unit)
    return f"{least} to {most}"


def month_name(period: Period) -> str:
    """The month with its year: October 2026."""
    return f"{_MONTHS[period.month - 1]} {period.year}"


def month_alone(period: Period) -> str:
    """The month without its year: October."""
    return _MONTHS[period.month - 1]


def month_short(period: Period) -> str:
    """The month for a column: Oct 26."""
    return f"{_MONTHS[period.month - 1][:3]} {period.year % 100:02d}"


def day_name(day: date) -> str:
    """The day in full: 31 October 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_short(day: date) -> str:
    """The day for a narrow column: 25 Oct."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def week_name(week: Week) -> str:
    """The week with its days: "Week 43, 19 to 25 October 2026"."""
    first, last = week.first_day, week.last_day
    begins = [str(first.day)]
    if first.month != last.month:
        begins.append(_MONTHS[first.month - 1])
    if first.year != last.year:
        begins.append(str(first.year))
    return f"Week {week.week}, {' '.join(begins)} to {day_name(last)}"


def window_words(window: Window, period: Period, list_date: date) -> str:
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


def as_set(value: float, scale: Scale) -> str:
    """A number that somebody chose, without a nought after the point: 80%."""
    return with_unit(value, scale).replace(".0", "", 1) if value == int(value) else with_unit(value, scale)


def target_words(target: Target, scale: Scale) -> str:
    """A target as its plan prints it: "at least 90% by March 2018"."""
    value = f"{_OPERATORS[target.operator]} {as_set(target.value, scale)}".strip()
    return f"{value} by {month_name(Period.parse(target.by))}" if target.by else value


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


def limit_words(limit: Limit) -> str:
    """A local timescale, and whether anyone has said it."""
    unit = limit.unit.replace("_", " ")
    said = "assumed: no source gives it" if limit.assumed else limit.source
    return f"{limit.value} {unit} ({said})"
