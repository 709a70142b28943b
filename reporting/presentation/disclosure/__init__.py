"""What may leave the building: small counts go, and with them as many others as it takes to hide them.

A pack's marking says which counts are small and at which levels. A row is suppressed whole: its yes, its no, its
value and its grade. Then more rows go, the smallest first, until nobody can work out a suppressed count from the
sums that tie the pack's numbers together: units to the units they lie in, age groups to the county, yes and no to the
cohort, the count and the rate of the same children, months to the half year they make, and a month as first reported
to the same month as rebuilt.

How many are not known, or have no date, is a fact about the record and not about a child, so it suppresses nothing;
but a small one is not printed either, nor is any other in its table at that level. A figure that is withheld, or has
no value, loses its numbers too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from reporting.model.figures import Status
from reporting.model.settings import Authority, Marking
from reporting.presentation.disclosure.derived import rows_of_differences
from reporting.presentation.disclosure.secondary_suppression import SecondarySuppression
from reporting.presentation.disclosure.sums import Counted, DisclosureQuantities, ledger_of

_NUMBERS = ["yes", "no", "unknown", "undated", "cohort", "affected", "numerator", "denominator", "value"]
_ABOUT_THE_RECORD = ["unknown", "undated"]
_OF_A_BAND = ("band", "band_note", "band_note_code")
_OF_A_REASON = ("reason", "reason_code", "reason_about")
_SAME_FIGURE = ["period", "indicator", "window", "level", "unit"]


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
    told = figures.reset_index(drop=True)
    indicators = authority.definitions if indicators is None else indicators
    ledger = ledger_of(told, authority, indicators)
    covered = told["level"].isin(marking.levels).to_numpy(dtype=bool)
    printed = _says_something(told, indicators)
    cover = SecondarySuppression(ledger, printed, covered, _twins(told, indicators))
    cover.protect(_secret(ledger, told, marking, covered, indicators))
    return _blanked(told, cover.suppressed, marking, covered).set_index(figures.index)


def _says_something(figures: pd.DataFrame, indicators: Mapping[str, Counted]) -> np.ndarray:
    """Rows whose counts a reader sees; "nobody to count" tells of noughts."""
    shares = figures["indicator"].map(lambda name: indicators[name].scale.out_of_something)
    nobody = (figures["status"] == Status.NOT_COMPUTABLE) & figures["yes"].notna() & shares
    return ((figures["status"] == Status.PRINTED) | nobody).to_numpy(dtype=bool)


def _secret(
    ledger: DisclosureQuantities,
    figures: pd.DataFrame,
    marking: Marking,
    covered: np.ndarray,
    indicators: Mapping[str, Counted],
) -> Iterator[int]:
    """The small counts of children at the levels that the marking covers."""
    of_children = [indicators[name].scale.composition.of_children for name in figures["indicator"]]
    small = (ledger.values >= marking.lowest) & (ledger.values <= marking.highest)
    for quantity in map(int, np.flatnonzero(small)):
        kinds, rows = ledger.kinds[quantity], list(ledger.rows[quantity])
        if covered[rows].any() and any(kinds & of_children[row] for row in rows):
            yield quantity


def _twins(figures: pd.DataFrame, indicators: Mapping[str, Counted]) -> dict[int, tuple[int, ...]]:
    """For each row, the rows that go with it: the same figure on another basis, and what a difference is between."""
    same = [tuple(map(int, rows)) for rows in figures.groupby(_SAME_FIGURE, sort=False).groups.values()]
    going: dict[int, set[int]] = {}
    for rows in (*same, *rows_of_differences(figures, indicators)):
        together = set(rows).union(*(going.get(row, ()) for row in rows))
        going |= dict.fromkeys(together, together)
    return {row: tuple(sorted(rows - {row})) for row, rows in going.items() if len(rows) > 1}


def _blanked(figures: pd.DataFrame, suppressed: np.ndarray, marking: Marking, covered: np.ndarray) -> pd.DataFrame:
    """The figures with nothing in them that may not be printed."""
    told = figures.assign(suppressed=suppressed, **{name: figures[name].astype("float64") for name in _NUMBERS})
    silent = suppressed | (told["status"] != Status.PRINTED)
    told.loc[silent, _NUMBERS] = np.nan
    told.loc[silent, [name for name in _OF_A_BAND if name in told]] = ""
    told.loc[suppressed, [name for name in _OF_A_REASON if name in told]] = ""
    table = [told[name] for name in ("period", "basis", "indicator", "window", "level")]
    for name in _ABOUT_THE_RECORD:
        small = told[name].between(marking.lowest, marking.highest) & covered
        told.loc[small.groupby(table).transform("any"), [name, "cohort"]] = np.nan
    return told
