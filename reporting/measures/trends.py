"""What moved between two periods, and whether it is more than chance.

A movement is named only when the 95% interval of the difference excludes nought. Shares are compared by Newcombe's
method (two Wilson intervals, square and add); counts and rates in the same way from score intervals of a Poisson count.
Two snapshots hold mostly the same children; treating them as if they did not makes the interval wider, so it errs
towards "no clear change". Windows of six or twelve months that share days are not compared at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, isnan, nan, sqrt
from typing import Any

from reporting.measures.indicators.model import Direction, Scale
from reporting.model.periods import MONTHS_IN, Period, Window

_Z = 1.959963984540054  # 95% of a normal distribution lies within this many standard deviations

NOTHING_TO_COMPARE = "there are not two figures to compare"
WINDOWS_OVERLAP = "no comparison, the windows overlap"
SPREAD_NOT_KNOWN = "no interval, the spread of the days is not held"


@dataclass(frozen=True)
class Difference:
    """A difference (now less before, in the indicator's own unit) and its 95% interval.

    ``towards`` is better or worse where one direction is good, up or down where neither is, and none unless the
    change is clear. ``note`` says why there is no comparison.
    """

    clear: bool
    towards: str
    difference: float
    low: float
    high: float
    note: str = ""


def change(now: Mapping[Any, Any], before: Mapping[Any, Any], scale: Scale, direction: Direction) -> Difference:
    """What moved between two figures of one indicator, window and unit. Each is a row of figures."""
    difference = _number(now["value"]) - _number(before["value"])
    if isnan(difference):
        return Difference(False, "none", nan, nan, nan, NOTHING_TO_COMPARE)
    if _overlap(now, before):
        return Difference(False, "none", difference, nan, nan, WINDOWS_OVERLAP)
    if scale is Scale.MEAN_DAYS:
        return Difference(False, "none", difference, nan, nan, SPREAD_NOT_KNOWN)
    low, high = _interval(now, before, scale)
    clear = low > 0 or high < 0
    return Difference(clear, _towards(difference, direction) if clear else "none", difference, low, high)


def share_interval(yes: float, of: float) -> tuple[float, float]:
    """Wilson's 95% interval of a proportion, 0 to 1."""
    share, spread = yes / of, _Z**2 / of
    middle, half = share + spread / 2, _Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def count_interval(count: float) -> tuple[float, float]:
    """The 95% score interval of the mean of a Poisson count."""
    middle, half = count + _Z**2 / 2, _Z * sqrt(count + _Z**2 / 4)
    return max(0.0, middle - half), middle + half


def _interval(now: Mapping[Any, Any], before: Mapping[Any, Any], scale: Scale) -> tuple[float, float]:
    """Square and add: each side's own interval, joined into the interval of the difference."""
    later, earlier = _number(now["value"]), _number(before["value"])
    later_low, later_high = _own_interval(now, scale)
    earlier_low, earlier_high = _own_interval(before, scale)
    return (
        later - earlier - hypot(later - later_low, earlier_high - earlier),
        later - earlier + hypot(later_high - later, earlier - earlier_low),
    )


def _own_interval(figure: Mapping[Any, Any], scale: Scale) -> tuple[float, float]:
    """The 95% interval of one figure, in the indicator's own unit."""
    if scale is Scale.PERCENT:
        low, high = share_interval(figure["numerator"], figure["denominator"])
        return low * 100, high * 100
    low, high = count_interval(figure["numerator"])
    if scale is Scale.COUNT:
        return low, high
    each = figure["value"] / figure["numerator"] if figure["numerator"] else 10_000 / figure["denominator"]
    return low * each, high * each


def _overlap(now: Mapping[Any, Any], before: Mapping[Any, Any]) -> bool:
    """Whether two windows running back from their list dates share days."""
    months = MONTHS_IN.get(Window(now["window"]), 0)
    later, earlier = sorted((Period.parse(str(now["period"])), Period.parse(str(before["period"]))), reverse=True)
    return later.earlier(months) < earlier


def _towards(difference: float, direction: Direction) -> str:
    if direction is Direction.NEITHER:
        return "up" if difference > 0 else "down"
    return "better" if (difference > 0) == (direction is Direction.HIGHER_IS_BETTER) else "worse"


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else nan
