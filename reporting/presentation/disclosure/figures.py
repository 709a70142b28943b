"""Figures as a table of counts, and figures without what may not be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Protocol

import numpy as np
import pandas as pd

from reporting.model.figures import Status
from reporting.model.periods import Cadence, Month, Window, period_named
from reporting.model.scales import Composition, CountPart, Scale
from reporting.model.settings import Authority, Marking
from reporting.presentation.disclosure.counts import KEYS, SHOWN, SUBJECT, CountTable, Makeup
from reporting.presentation.disclosure.decision import suppressed
from reporting.presentation.disclosure.derived import rows_of_differences, subjects_of

_ANSWERS = frozenset({CountPart.YES, CountPart.NO})
_NUMBERS = ["yes", "no", "unknown", "undated", "cohort", "affected", "numerator", "denominator", "value"]
_OF_A_BAND = ("band", "band_note", "band_note_code")
_OF_A_REASON = ("reason", "reason_code", "reason_about")
_ABOUT_THE_RECORD = ["unknown", "undated"]
_MONTHS = 6


class Counted(Protocol):
    """What disclosure needs to know of an indicator."""

    @property
    def scale(self) -> Scale:
        """What its counts make together."""

    @property
    def list(self) -> str:
        """The list whose rows are counted."""


def disclose(
    figures: pd.DataFrame,
    marking: Marking,
    *,
    authority: Authority,
    indicators: Mapping[str, Counted] | None = None,
) -> pd.DataFrame:
    """The figures of one pack, with ``suppressed``; whatever may not be printed is blank. Needs a ``basis`` column.

    ``indicators`` is what was counted: the authority's own measures, where nothing else is.
    """
    known = authority.definitions if indicators is None else indicators
    (hidden,) = suppressed([counts_of_figures(figures, known)], marking, authority)
    return without_what_is_hidden(figures, hidden, marking)


def counts_of_figures(figures: pd.DataFrame, indicators: Mapping[str, Counted]) -> CountTable:
    """The counts behind figures, in their order; a row without any (a list that did not come) has none."""
    told = figures.reset_index(drop=True)
    scales = told["indicator"].map(lambda name: indicators[name].scale)
    counts = _parts(told, scales)
    keys = told[[name if name != "name" else "indicator" for name in KEYS]].set_axis(list(KEYS), axis=1)
    subjects = told["indicator"].map(dict(subjects_of(indicators)))
    rows = pd.concat([keys, counts], axis=1)
    rows[SUBJECT], rows[SHOWN] = subjects.astype("object"), _says_something(told, scales)
    makeups = {str(name): _makeup(indicators[name].scale.composition) for name in told["indicator"].unique()}
    going = tuple(rows_of_differences(told, indicators))
    return CountTable(rows, makeups, tuple(_half_years(keys)), going)


def without_what_is_hidden(figures: pd.DataFrame, hidden: np.ndarray, marking: Marking) -> pd.DataFrame:
    """The figures with ``suppressed``, and with nothing in them that may not be printed.

    A small number that is not known or has no date is not printed, nor is any other in its table at that level.
    """
    told = figures.reset_index(drop=True)
    told = told.assign(suppressed=hidden, **{name: told[name].astype("float64") for name in _NUMBERS})
    silent = hidden | (told["status"] != Status.PRINTED)
    told.loc[silent, _NUMBERS] = np.nan
    told.loc[silent, [name for name in _OF_A_BAND if name in told]] = ""
    told.loc[hidden, [name for name in _OF_A_REASON if name in told]] = ""
    table = [told[name] for name in ("period", "basis", "indicator", "window", "level")]
    for name in _ABOUT_THE_RECORD:
        small = told[name].between(marking.lowest, marking.highest) & told["level"].isin(marking.levels)
        told.loc[small.groupby(table).transform("any"), [name, "cohort"]] = np.nan
    return told.set_index(figures.index)


def _makeup(composition: Composition) -> Makeup:
    return Makeup(
        tuple(map(str, composition.parts)),
        answers=_ANSWERS.intersection(composition.parts),
        children=composition.of_children,
        sums=tuple(tuple(map(str, one)) for one in composition.sums),
    )


def _parts(figures: pd.DataFrame, scales: pd.Series) -> pd.DataFrame:
    """Every part behind each figure: one float column a part, NaN throughout a row without a yes and a no."""
    yes, no, unknown = (
        figures[part.value].to_numpy("float64") for part in (CountPart.YES, CountPart.NO, CountPart.UNKNOWN)
    )
    known = np.full(len(figures), np.nan)
    for composition in {scale.composition for scale in scales}:
        ours = np.array([scale.composition is composition for scale in scales], dtype=bool)
        known[ours] = composition.known(yes[ours], no[ours])
    counts = pd.DataFrame(
        {
            CountPart.YES.value: yes,
            CountPart.NO.value: no,
            CountPart.KNOWN.value: known,
            CountPart.UNKNOWN.value: unknown,
            CountPart.COHORT.value: known + unknown,
        }
    )
    return counts.where(counts[[CountPart.YES.value, CountPart.NO.value]].notna().all(axis=1))


def _says_something(figures: pd.DataFrame, scales: pd.Series) -> np.ndarray:
    """Rows whose counts a reader sees; "nobody to count" tells of noughts."""
    shares = scales.map(lambda scale: scale.out_of_something).astype("bool")
    nobody = (figures["status"] == Status.NOT_COMPUTABLE) & figures["yes"].notna() & shares
    return ((figures["status"] == Status.PRINTED) | nobody).to_numpy(dtype=bool)


def _half_years(keys: pd.DataFrame) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The months that make each half year: its own with the five before, as rebuilt or as first reported."""
    places = {key: row for row, key in enumerate(keys.itertuples(index=False, name=None))}
    for (period, basis, window, *place), row in places.items():
        if window != Window.SIX_MONTHS or period_named(period).cadence is not Cadence.MONTHLY:
            continue
        for told in ("rebuilt", "reported"):
            wanted = [(month, told if back else basis) for back, month in enumerate(_half_year(period))]
            found = [places.get((month, of, Window.MONTH.value, *place)) for month, of in wanted]
            months = tuple(one for one in found if one is not None)
            if len(months) == _MONTHS:
                yield row, months


@cache
def _half_year(period: str) -> tuple[str, ...]:
    return tuple(str(Month.parse(period).earlier(back)) for back in range(_MONTHS))
