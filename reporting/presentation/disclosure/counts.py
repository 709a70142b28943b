"""What disclosure is decided over: any table of counts by place, and what its counts make together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

KEYS = ("period", "basis", "window", "name", "level", "unit")
"""What a row counts, when, and where. ``basis`` tells the same figure apart as it stood at different times."""
SUBJECT, SHOWN = "subject", "shown"


@dataclass(frozen=True)
class Makeup:
    """The counts of one row. ``sums`` are a whole and its parts within the row, both by the names of the counts."""

    counts: tuple[str, ...]
    answers: frozenset[str]  # what the row tells; its other counts follow from these
    children: frozenset[str]  # the counts that are of children
    sums: tuple[tuple[str, ...], ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The counts that are not made of others: these add up over places, and with them whatever they make."""
        wholes = {whole for whole, *_ in self.sums}
        return tuple(count for count in self.counts if count not in wholes)


@dataclass(frozen=True)
class CountTable:
    """Counts by place.

    ``rows`` has ``KEYS``, ``subject`` (whom the row counts: two columns of one subject that agree in every unit are
    the same children), ``shown`` (whether a reader sees the row) and a float column for each count, NaN where a row
    has none; its index runs from nought. ``makeups`` are by name. ``further`` are rows that other rows add up to,
    besides the places that every table adds up over; ``inseparable`` are rows of which the others give one away, so
    that they go together or not at all.
    """

    rows: pd.DataFrame
    makeups: Mapping[str, Makeup]
    further: tuple[tuple[int, tuple[int, ...]], ...] = ()
    inseparable: tuple[tuple[int, ...], ...] = ()


def together(tables: Sequence[CountTable]) -> CountTable:
    """Several tables as one, in their order, so that one decision covers them all."""
    further: list[tuple[int, tuple[int, ...]]] = []
    inseparable: list[tuple[int, ...]] = []
    start = 0
    for table in tables:
        further += [(start + whole, tuple(start + part for part in parts)) for whole, parts in table.further]
        inseparable += [tuple(start + row for row in rows) for rows in table.inseparable]
        start += len(table.rows)
    filled = [table for table in tables if len(table.rows)] or list(tables[:1])
    makeups = {name: makeup for table in filled for name, makeup in table.makeups.items()}
    rows = pd.concat([table.rows for table in filled], ignore_index=True)
    return CountTable(rows, makeups, tuple(further), tuple(inseparable))
