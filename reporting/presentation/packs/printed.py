"""Exactly what a report prints, as CSV: made from the finished blocks and from nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from reporting.presentation.views.leaves import BlockView, Printed

COLUMNS = (
    "indicator",
    "measure",
    "window",
    "level",
    "unit",
    "period",
    "basis",
    "value",
    "grade",
    "numerator",
    "denominator",
    "not_known",
    "no_date",
)


def printed_csv(blocks: Iterable[BlockView]) -> str:
    """One row a figure, in the order in which the report first prints it."""
    fullest: dict[tuple[str, ...], Printed] = {}
    for cell in (cell for block in blocks for cell in _cells(block)):
        key = (cell.indicator, cell.window, cell.level, cell.unit, cell.period, cell.basis)
        fullest[key] = max(fullest.get(key, cell), cell, key=_said)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([getattr(cell, column) for column in COLUMNS] for cell in fullest.values())
    return out.getvalue()


def _said(cell: Printed) -> tuple[int, int]:
    """How much a cell says: the same figure may be printed with its counts in one block and without in another."""
    return (sum(bool(part) for part in (cell.numerator, cell.denominator, cell.not_known)), len(cell.value))


def _cells(thing: object) -> Iterator[Printed]:
    if isinstance(thing, Printed):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _cells(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _cells(getattr(thing, field.name))
