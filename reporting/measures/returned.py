"""Figures that roles return: what counts stand behind each, and what is said of one that was not returned."""

from __future__ import annotations

from collections.abc import Mapping
from math import nan

import pandas as pd

from reporting.measures.reason_words import in_words
from reporting.measures.units import grid
from reporting.model.figures import COUNTY_WIDE, NO_DISTRICT, OTHER_AGES, RESULT_COLUMNS, Level, Status
from reporting.model.measures import ReturnedMeasure
from reporting.model.periods import Month
from reporting.model.reasons import Reason, ReasonCode
from reporting.model.returns import Returned, Said
from reporting.model.scales import CountPart, Scale
from reporting.model.settings import Authority

_REMAINDERS = (COUNTY_WIDE, NO_DISTRICT, OTHER_AGES)  # nobody returns a figure for those who are in no place
_WHY = {
    Said.NIL_RETURN: ReasonCode.NIL_RETURN,
    Said.NOT_APPLICABLE: ReasonCode.NOT_APPLICABLE,
    Said.NOT_YET_KNOWN: ReasonCode.NOT_YET_KNOWN,
}


class NotAllowed(ValueError):
    """A scale does not allow the numbers that were returned; the sentence says what it does allow."""


def counts_behind(one: Returned, scale: Scale) -> tuple[float, float]:
    """The yes and the no, or the sum and how many it was added up over, that a returned value is made of.

    Raises ``NotAllowed`` where the numbers are not such as the scale is made of.
    """
    numerator, denominator = _pair(one, scale) if scale.out_of_something else _amount(one, scale)
    is_share = scale.out_of_something and CountPart.YES in scale.composition.known_from
    if is_share and not 0 <= numerator <= denominator:
        raise NotAllowed(f"{scale.given_as} is from 0 to 100, of a numerator that is part of its denominator")
    return numerator, denominator - numerator if is_share else denominator


def returned_results(authority: Authority, period: Month) -> pd.DataFrame:
    """What was returned for ``period``, the latest revision of each figure; and of what was not, that it was not.

    One row (``RESULT_COLUMNS``) for every unit of every level of every returned measure, but for the remainders.
    """
    units = units_returned_for(authority, period)
    rows = [
        _row(measure, level, unit, latest.get((measure.name, level, unit)))
        for latest in [_latest(authority, period)]
        for measure in authority.definitions.values()
        if isinstance(measure, ReturnedMeasure)
        for level in measure.levels
        for unit in units[Level(level)]
    ]
    return pd.DataFrame(rows, columns=list(RESULT_COLUMNS))


def units_returned_for(authority: Authority, period: Month) -> Mapping[Level, tuple[str, ...]]:
    """The units that a figure may be returned for, by level: those there are at the month's end, without remainders."""
    return {
        level: tuple(unit for unit in units if unit not in _REMAINDERS)
        for level, units in grid(authority, period.last_day).items()
    }


def _latest(authority: Authority, period: Month) -> Mapping[tuple[str, str, str], Returned]:
    """The last that was returned for the month, by measure, level and unit."""
    held = [one for one in authority.returns if one.period == str(period)]
    return {(one.measure, one.level, one.unit): one for one in sorted(held, key=lambda one: one.returned_on)}


def _pair(one: Returned, scale: Scale) -> tuple[float, float]:
    """A numerator and a denominator, as given or out of a value and how many it was worked out over."""
    if one.numerator is not None and one.denominator is not None and one.value is None:
        numerator, denominator = one.numerator, one.denominator
    elif one.value is not None and one.n is not None and one.numerator is None and one.denominator is None:
        numerator, denominator = one.value * one.n / scale.value(1.0, 1.0), float(one.n)
    else:
        raise NotAllowed(f"{scale.given_as} needs a numerator and a denominator, or a value and n")
    if denominator <= 0:
        raise NotAllowed(f"it is out of nothing; where there was nothing to measure, write {Said.NIL_RETURN} as value")
    return numerator, denominator


def _amount(one: Returned, scale: Scale) -> tuple[float, float]:
    """A value that stands as it is, and how many it was added up over where that is said."""
    if one.value is None or one.numerator is not None or one.denominator is not None:
        raise NotAllowed(f"{scale.given_as} needs a value, and no numerator or denominator")
    if CountPart.YES in scale.composition.known_from and (one.value < 0 or one.value != int(one.value)):
        raise NotAllowed(f"{scale.given_as} is a whole number, 0 or more")
    return one.value, float(one.n or 0) if CountPart.NO in scale.composition.parts else 0.0


def _row(measure: ReturnedMeasure, level: str, unit: str, found: Returned | None) -> dict[str, object]:
    code = _WHY.get(found.said, ReasonCode.NONE) if found else ReasonCode.NOT_RETURNED
    printed = found is not None and code is ReasonCode.NONE
    yes, no = counts_behind(found, measure.scale) if found and printed else (nan, nan)
    return {
        "indicator": measure.name,
        "window": measure.windows[0].value,
        "level": level,
        "unit": unit,
        "yes": yes,
        "no": no,
        "unknown": 0,
        "undated": 0,
        "cohort": int(measure.scale.composition.known(yes, no)) if printed else 0,
        "affected": 0.0,
        "status": (Status.PRINTED if printed else Status.NOT_COMPUTABLE).value,
        "reason": in_words(Reason(code)) if code else "",
        "reason_code": code.value,
        "reason_about": "",
    }
