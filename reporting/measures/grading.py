"""Results made into figures: a value, a grade where a board has printed thresholds, and never a made-up colour.

Bands are for the window that the board's measure speaks of (``Measure.window``) and for the children it speaks of:
the county, and with the same thresholds its localities, districts and teams. Age groups have none of their own.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from math import nan
from typing import Any

import pandas as pd

from reporting.measures.deriving import Place, derived_rows
from reporting.measures.reason_words import in_words
from reporting.measures.registry import derived_in_order
from reporting.measures.verdicts import Side, TargetStatus
from reporting.model.bands import band_of, between_printed_bands
from reporting.model.figures import FIGURE_COLUMNS, Level, Status
from reporting.model.periods import Month, Window, span_of
from reporting.model.reasons import BandNote, Reason, ReasonCode
from reporting.model.scales import Scale
from reporting.model.settings import Authority, Comparator, InForce, MeasureInForce, Target

_TAIL = 0.025  # on each side of a 95% range
_OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
}


def grade(results: pd.DataFrame, *, authority: Authority, period: Month, list_date: date) -> pd.DataFrame:
    """Every result of ``period`` (``RESULT_COLUMNS``) as a figure, with the figures that are derived from them.

    One row (``FIGURE_COLUMNS``) a measure, window, level and unit, by measure in the order of the alphabet; numbers are
    float64, and counts of rows int64. Each is graded by what is in force on the period's last day. ``list_date`` says
    how many days a window back from it has.
    """
    agreed = authority.on(period.last_day)
    figures = [
        {**figure, "authority": authority.key, "period": str(period), **_graded(figure, agreed)}
        for figure in _every_figure(results, authority, period, list_date)
    ]
    return _typed(pd.DataFrame(figures, columns=list(FIGURE_COLUMNS)))


def _every_figure(results: pd.DataFrame, authority: Authority, period: Month, list_date: date) -> list[dict[Any, Any]]:
    """Every result with its value, and after them all that is derived from them, by measure."""
    populations, measures = _populations(authority, period), authority.definitions
    per_year = {window: _times_a_year(window, period, list_date) for window in Window}
    made: dict[str, dict[Place, dict[Any, Any]]] = {}

    def put(rows: Iterable[Mapping[Any, Any]]) -> None:
        for row in rows:
            name, window = row["indicator"], Window(row["window"])
            figure = _valued(row, measures[name].scale, populations, per_year[window])
            made.setdefault(name, {})[window.value, row["level"], row["unit"]] = figure

    put(results.to_dict("records"))
    for measure in derived_in_order(measures):
        if all(parent in made for parent in measure.of):
            put(derived_rows(measure, [made[parent] for parent in measure.of]))
    return [figure for name in measures for figure in made.get(name, {}).values()]


def target_status(value: float | None, target: Target | None) -> TargetStatus:
    """Whether a value meets its target; not said where there is no target or no value."""
    if target is None or value is None or pd.isna(value):
        return TargetStatus.NOT_SAID
    meets = _OPERATORS[target.operator]
    if not meets(value, target.value):
        return TargetStatus.NOT_MET
    met_before = target.baseline is not None and meets(target.baseline, target.value)
    return TargetStatus.MET_AT_BASELINE if met_before else TargetStatus.MET


def comparators_beside(agreed: InForce, indicator: str, window: str) -> tuple[Comparator, ...]:
    """The published figures that may stand beside ours for this window, in print order."""
    return tuple(held for held in agreed.comparators if (held.indicator, held.window) == (indicator, window))


def outside_funnel(unit: Mapping[Any, Any], whole: Mapping[Any, Any], scale: Scale) -> Side:
    """Whether the unit differs from the whole by more than chance explains, and to which side.

    The limits are the exact 95% range of a count drawn at the whole's own proportion (or rate). Counts and days
    have no such limits.
    """
    if not (_countable(unit) and _countable(whole)):
        return Side.WITHIN
    tails = scale.tails(unit["numerator"], unit["denominator"], whole["numerator"] / whole["denominator"])
    if tails is None:
        return Side.WITHIN
    at_most, at_least = tails
    if at_least < _TAIL:
        return Side.ABOVE
    return Side.BELOW if at_most < _TAIL else Side.WITHIN


def _countable(figure: Mapping[Any, Any]) -> bool:
    numerator, denominator = figure["numerator"], figure["denominator"]
    return bool(pd.notna(numerator) and pd.notna(denominator) and denominator > 0)


def _populations(authority: Authority, period: Month) -> Mapping[str, int]:
    """The newest population of each unit that is not of a later year than the period."""
    held = [population for population in authority.populations if population.year <= period.year]
    return {population.unit: population.children for population in sorted(held, key=lambda known: known.year)}


def _times_a_year(window: Window, period: Month, list_date: date) -> float:
    """What makes a rate for the window a rate for a year. A month's rate is left as it is."""
    if window in (Window.AS_AT, Window.MONTH):
        return 1.0
    return 365 / span_of(window, period, list_date).days


def _valued(row: Mapping[Any, Any], scale: Scale, populations: Mapping[str, int], per_year: float) -> dict[Any, Any]:
    """The row with its numerator, denominator and value, and a reason where there is no value."""
    yes, no = row["yes"], row["no"]
    none = {**row, "numerator": yes, "denominator": nan, "value": nan}
    if pd.isna(yes):
        return none
    if scale.needs_population and not populations.get(row["unit"]):
        return _not_computable(none, ReasonCode.NO_POPULATION)
    denominator = float(populations[row["unit"]]) if scale.needs_population else scale.denominator(yes, no)
    if not denominator:
        nobody = {**none, "denominator": denominator, "status": Status.NOT_COMPUTABLE.value}
        return nobody if row["reason"] else _not_computable(nobody, ReasonCode.NOBODY_TO_COUNT)
    return {**none, "denominator": denominator, "value": scale.value(yes, denominator, per_year)}


def _not_computable(figure: dict[Any, Any], code: ReasonCode) -> dict[Any, Any]:
    reason = {"reason": in_words(Reason(code)), "reason_code": code.value, "reason_about": ""}
    return {**figure, "status": Status.NOT_COMPUTABLE.value, **reason}


def _graded(figure: Mapping[Any, Any], agreed: InForce) -> dict[str, str]:
    """The band of a figure that may be printed, and what to say of it; without a band, why there is none."""
    if figure["status"] != Status.PRINTED:
        return _band("", BandNote.NONE)
    measure = agreed.measures.get(figure["indicator"])
    if measure is None or not (measure.bands or measure.bands_begin or measure.bands_ended):
        return _band("", BandNote.NO_THRESHOLD)
    if ungraded := _ungraded(figure, measure, agreed.smallest_graded):
        return ungraded
    band = band_of(figure["value"], measure.bands)
    if band is None:
        return _band("", BandNote.OFF_THE_SCALE)
    between = between_printed_bands(figure["value"], measure.bands)
    return _band(band.grade, BandNote.BETWEEN_BANDS if between else BandNote.NONE)


def _ungraded(figure: Mapping[Any, Any], measure: MeasureInForce, smallest: int) -> dict[str, str] | None:
    """Why a figure that has thresholds is not graded; nothing when it is."""
    if figure["level"] == Level.AGE_GROUP:
        return _band("", BandNote.FOR_ALL_AGES)
    if figure["window"] != measure.window:
        return _band("", BandNote.OTHER_WINDOW)
    if measure.bands_begin:
        return _band("", BandNote.FROM_A_DAY, f"{measure.bands_begin:%-d %B %Y}")
    if measure.bands_ended:
        return _band("", BandNote.UNTIL_A_DAY, f"{measure.bands_ended:%-d %B %Y}")
    if figure["denominator"] < smallest:
        return _band("", BandNote.TOO_FEW, smallest)
    return None


def _band(grade: str, note: BandNote, about: object = "") -> dict[str, str]:
    return {"band": grade, "band_note": note.about(about), "band_note_code": note.value}


def _typed(figures: pd.DataFrame) -> pd.DataFrame:
    numbers = ["yes", "no", "affected", "numerator", "denominator", "value"]
    counts = ["unknown", "undated", "cohort"]
    return figures.astype({**dict.fromkeys(numbers, "float64"), **dict.fromkeys(counts, "int64")})
