"""What moved between two periods, and whether it is more than chance.

A movement is named only when the 95% interval of the difference excludes nought. Shares are compared by Newcombe's
method (two Wilson intervals, square and add); counts and rates in the same way from score intervals of a Poisson count.
Two snapshots hold mostly the same children; treating them as if they did not makes the interval wider, so it errs
towards "no clear change". Windows of six or twelve months that share days are not compared at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan, nan
from typing import Any

from reporting.measures.indicators.model import Direction
from reporting.measures.verdicts import Towards
from reporting.model.chance import NoComparison
from reporting.model.periods import MONTHS_IN, Month, Window
from reporting.model.scales import Scale


@dataclass(frozen=True)
class Difference:
    """A difference (now less before, in the indicator's own unit) and its 95% interval.

    ``towards`` is none unless the change is clear. ``note`` says why there is no comparison.
    """

    clear: bool
    towards: Towards
    difference: float
    low: float
    high: float
    note: NoComparison = NoComparison.NONE


def change(now: Mapping[Any, Any], before: Mapping[Any, Any], scale: Scale, direction: Direction) -> Difference:
    """What moved between two figures of one indicator, window and unit. Each is a row of figures."""
    difference = _number(now["value"]) - _number(before["value"])
    if isnan(difference):
        return Difference(False, Towards.NONE, nan, nan, nan, NoComparison.NOTHING_TO_COMPARE)
    if _overlap(now, before):
        return Difference(False, Towards.NONE, difference, nan, nan, NoComparison.WINDOWS_OVERLAP)
    interval = scale.interval_of_difference(_parts(now), _parts(before))
    if interval is None:
        return Difference(False, Towards.NONE, difference, nan, nan, scale.no_interval)
    low, high = interval
    clear = low > 0 or high < 0
    return Difference(clear, _towards(difference, direction) if clear else Towards.NONE, difference, low, high)


def _parts(figure: Mapping[Any, Any]) -> tuple[float, float, float]:
    return _number(figure["numerator"]), _number(figure["denominator"]), _number(figure["value"])


def _overlap(now: Mapping[Any, Any], before: Mapping[Any, Any]) -> bool:
    """Whether two windows running back from their list dates share days."""
    months = MONTHS_IN.get(Window(now["window"]), 0)
    later, earlier = sorted((Month.parse(str(now["period"])), Month.parse(str(before["period"]))), reverse=True)
    return later.earlier(months) < earlier


def _towards(difference: float, direction: Direction) -> Towards:
    if direction is Direction.NEITHER:
        return Towards.UP if difference > 0 else Towards.DOWN
    good = (difference > 0) == (direction is Direction.HIGHER_IS_BETTER)
    return Towards.BETTER if good else Towards.WORSE


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else nan
