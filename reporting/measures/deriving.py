"""Figures made from other figures: the counts behind a derived measure, out of the figures of its parents.

The form makes the counts and the scale makes the value, so a derived figure is valued, graded and disclosed as any
other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from math import nan
from typing import Any

from reporting.measures.reason_words import in_words
from reporting.model.figures import Status
from reporting.model.measures import DerivedMeasure, Form
from reporting.model.reasons import Reason, ReasonCode

Row = Mapping[Hashable, Any]
"""One figure with its counts and its value, by column."""
Place = tuple[str, str, str]
"""A window, a level and a unit."""
Figures = Mapping[Place, Row]
"""The figures of one measure."""

_GRAVEST_FIRST = (Status.NOT_COMPUTABLE, Status.WITHHELD, Status.PRINTED)
_MORE_THAN_THE_WHOLE: dict[Hashable, Any] = {
    "status": Status.NOT_COMPUTABLE.value,
    "reason": in_words(Reason(ReasonCode.PART_EXCEEDS_WHOLE)),
    "reason_code": ReasonCode.PART_EXCEEDS_WHOLE.value,
    "reason_about": "",
}


def derived_rows(measure: DerivedMeasure, parents: Sequence[Figures]) -> Iterator[dict[Hashable, Any]]:
    """The counts behind a derived measure (``RESULT_COLUMNS``) wherever every one of its parents has a figure.

    A figure is no better than the worst of those it is made from, and says why in that one's words.
    """
    windows = {window.value for window in measure.windows}
    first, *others = parents
    for place in first:
        if place[0] in windows and place[1] in measure.levels and all(place in other for other in others):
            yield _made(measure, place, [figures[place] for figures in parents])


def _made(measure: DerivedMeasure, place: Place, rows: Sequence[Row]) -> dict[Hashable, Any]:
    yes, no = _COUNTS[measure.form](rows)
    worst = min(rows, key=lambda row: _GRAVEST_FIRST.index(Status(row["status"])))
    why: dict[Hashable, Any] = {name: worst[name] for name in ("status", "reason", "reason_code", "reason_about")}
    if measure.form is Form.SHARE and no < 0:
        yes, no, why = nan, nan, _MORE_THAN_THE_WHOLE
    window, level, unit = place
    return {
        "indicator": measure.name,
        "window": window,
        "level": level,
        "unit": unit,
        "yes": yes,
        "no": no,
        "unknown": sum(row["unknown"] for row in rows),
        "undated": sum(row["undated"] for row in rows),
        "cohort": sum(row["cohort"] for row in rows),
        "affected": max(row["affected"] for row in rows),
        **why,
    }


def _same(rows: Sequence[Row]) -> tuple[float, float]:
    """The count itself: the population is the scale's to add."""
    return rows[0]["yes"], rows[0]["no"]


def _part_of(rows: Sequence[Row]) -> tuple[float, float]:
    part, whole = rows[0]["value"], rows[1]["value"]
    return part, whole - part


def _to_each(rows: Sequence[Row]) -> tuple[float, float]:
    return rows[0]["value"], rows[1]["value"]


def _less(rows: Sequence[Row]) -> tuple[float, float]:
    return rows[0]["value"] - rows[1]["value"], 0.0


_COUNTS: Mapping[Form, Callable[[Sequence[Row]], tuple[float, float]]] = {
    Form.RATE: _same,
    Form.SHARE: _part_of,
    Form.RATIO: _to_each,
    Form.DIFFERENCE: _less,
}
