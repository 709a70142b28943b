"""Bands as a board printed them, made into bands without holes.

One rule closes every gap and overlap (a printed "26-30" above a printed "20-25" says nothing of 25.4): a band starts
at its printed lower number and runs to the start of the next band up. A printed < or > is kept, and a single number at
the top of the scale is exactly that number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from reporting.model.codes import WordedCode
from reporting.model.settings import Band


class Grade(WordedCode):
    """A band's grade, the worst first."""

    INADEQUATE = "inadequate", "Inadequate"
    REQUIRES_IMPROVEMENT = "requires_improvement", "Requires improvement"
    GOOD = "good", "Good"
    OUTSTANDING = "outstanding", "Outstanding"


GRADES = tuple(grade.value for grade in Grade)
_NUMBER = r"(\d+(?:\.\d+)?)\s*%?"
_FORMS = {
    "below": re.compile(rf"<\s*{_NUMBER}"),
    "above": re.compile(rf">\s*{_NUMBER}"),
    "between": re.compile(rf"{_NUMBER}\s*[-–]\s*{_NUMBER}"),
    "exactly": re.compile(_NUMBER),
}


class UnclearBands(ValueError):
    """The printed bands cannot be read, or leave values with no band."""


@dataclass(frozen=True)
class Range:
    """A stretch of values, each end open or closed; an end that is not there is unbounded."""

    low: float | None
    low_included: bool
    high: float | None
    high_included: bool

    def holds(self, value: float) -> bool:
        """Whether ``value`` lies in the stretch."""
        above = self.low is None or value > self.low or (self.low_included and value == self.low)
        below = self.high is None or value < self.high or (self.high_included and value == self.high)
        return above and below


def printed_range(printed: str) -> Range:
    """The values that the printed words name, and no others: "80-95%" is 80 to 95, both included."""
    found = {form: pattern.fullmatch(printed.strip()) for form, pattern in _FORMS.items()}
    if match := found["below"]:
        return Range(None, False, float(match[1]), False)
    if match := found["above"]:
        return Range(float(match[1]), False, None, False)
    if match := found["between"]:
        return Range(float(match[1]), True, float(match[2]), True)
    if match := found["exactly"]:
        return Range(float(match[1]), True, float(match[1]), True)
    raise UnclearBands(f'"{printed}" is not a band. Write it as <70%, 70-80%, >95% or 100%.')


def bands_as_printed(printed: Mapping[str, str]) -> tuple[Band, ...]:
    """The four bands, lowest values first, with no hole between them."""
    ranges = sorted(((grade, printed_range(words)) for grade, words in printed.items()), key=_start)
    above = [following for _, following in ranges[1:]]
    closed = [_up_to(own, following) for (_, own), following in zip(ranges, above, strict=False)] + [ranges[-1][1]]
    bands = tuple(
        Band(grade, own.low, own.low_included, own.high, own.high_included, printed[grade])
        for (grade, _), own in zip(ranges, closed, strict=True)
    )
    _check(bands)
    return bands


def band_of(value: float, bands: tuple[Band, ...]) -> Band | None:
    """The band that holds the unrounded value."""
    return next((band for band in bands if _whole(band).holds(value)), None)


def between_printed_bands(value: float, bands: tuple[Band, ...]) -> bool:
    """Whether the value fell in a gap that the board printed and the rule closed."""
    return bool(bands) and not any(printed_range(band.printed).holds(value) for band in bands)


def _start(graded: tuple[str, Range]) -> tuple[float, bool]:
    low = graded[1].low
    return (float("-inf") if low is None else low, not graded[1].low_included)


def _up_to(own: Range, following: Range) -> Range:
    if own.low is None:  # a printed "<" ends where it says
        return own
    return replace(own, high=following.low, high_included=not following.low_included)


def _whole(band: Band) -> Range:
    return Range(band.low, band.low_included, band.high, band.high_included)


def _check(bands: tuple[Band, ...]) -> None:
    if tuple(sorted(band.grade for band in bands)) != tuple(sorted(GRADES)):
        raise UnclearBands(f"the four bands are {', '.join(GRADES)}; all are needed.")
    if bands[0].low not in (None, 0.0):
        raise UnclearBands(f'"{bands[0].printed}" is the lowest band, and values below it have none.')
    if bands[-1].high not in (None, 100.0):
        raise UnclearBands(f'"{bands[-1].printed}" is the highest band, and values above it have none.')
    for lower, upper in pairwise(bands):
        if (lower.high, lower.high_included) != (upper.low, not upper.low_included):
            raise UnclearBands(f'values between "{lower.printed}" and "{upper.printed}" have no band, or two.')
