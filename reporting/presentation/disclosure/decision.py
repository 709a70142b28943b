"""Which rows of any tables of counts go, decided once for everything that is laid out together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reporting.model.settings import Authority, Marking
from reporting.presentation.disclosure.counts import KEYS, SHOWN, CountTable, together
from reporting.presentation.disclosure.secondary_suppression import SecondarySuppression
from reporting.presentation.disclosure.sums import DisclosureQuantities, quantities_of


def suppressed(tables: Sequence[CountTable], marking: Marking, authority: Authority) -> tuple[np.ndarray, ...]:
    """For each table, which of its rows may not be printed."""
    told = together(tables)
    quantities = quantities_of(told, authority)
    covered = told.rows["level"].isin(marking.levels).to_numpy(dtype=bool)
    cover = SecondarySuppression(quantities, told.rows[SHOWN].to_numpy(dtype=bool), covered, _twins(told))
    cover.protect(_secret(quantities, marking, covered))
    ends = np.cumsum([len(table.rows) for table in tables])[:-1]
    return tuple(np.split(cover.suppressed, ends))


def _secret(quantities: DisclosureQuantities, marking: Marking, covered: np.ndarray) -> Iterator[int]:
    """The small counts of children at the levels that the marking covers."""
    small = (quantities.values >= marking.lowest) & (quantities.values <= marking.highest)
    for quantity in map(int, np.flatnonzero(small)):
        if quantities.children[quantity] and covered[list(quantities.rows[quantity])].any():
            yield quantity


def _twins(told: CountTable) -> dict[int, tuple[int, ...]]:
    """For each row, the rows that go with it: the same figure on another basis, and those it is inseparable from."""
    same = [key for key in KEYS if key != "basis"]
    alike = [tuple(map(int, rows)) for rows in told.rows.groupby(same, sort=False).groups.values()]
    going: dict[int, set[int]] = {}
    for rows in (*alike, *told.inseparable):
        together_with = set(rows).union(*(going.get(row, ()) for row in rows))
        going |= dict.fromkeys(together_with, together_with)
    return {row: tuple(sorted(rows - {row})) for row, rows in going.items() if len(rows) > 1}
