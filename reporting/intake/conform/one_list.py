"""One list: its rows found, its columns matched, every cell read, and an account of all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from reporting.intake.conform.cell_faults import cell_faults, row_faults
from reporting.intake.conform.cells import ReadColumn, Values, of_one_hand, read_column
from reporting.intake.conform.distinct import Distinct
from reporting.intake.conform.faults import fault, named
from reporting.intake.conform.heading_faults import heading_faults, later_layout
from reporting.intake.conform.headings import Matched
from reporting.intake.conform.noticed import noticed_cells
from reporting.intake.conform.positions import Shifted, newest, of_another_time, shifted, stale
from reporting.intake.conform.recognised import Recognised
from reporting.intake.conform.redaction import shown
from reporting.intake.conform.rows import Records, records
from reporting.lists import LISTS
from reporting.lists.schema import Column, Kind, ListSchema
from reporting.model.quality import Finding

MOSTLY_UNREAD = 0.5  # with fewer of its starting dates read than this, a list's place in time cannot be told
COLUMNS_OUT_OF_PLACE = 2  # so many columns moved the same way, and the whole list is out of place


@dataclass(frozen=True)
class ListRead:
    """One list as read. ``unusable`` says in words why it may not be counted, if it may not."""

    table: pd.DataFrame
    received: pd.DataFrame
    absent: frozenset[str]
    unusable: str
    later_layout: bool
    findings: tuple[Finding, ...]
    understood: Mapping[str, object]
    noticed: pd.DataFrame


@cache
def _no_rows(list_name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    schema, nothing = LISTS[list_name], Distinct.nothing(0)
    readings = {column.key: read_column(column, nothing, {}, date.min) for column in schema.columns}
    return _tables(readings, np.array([], dtype="int64"))


def no_rows(list_name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The typed and the received table of a list of which nothing was received."""
    typed, received = _no_rows(list_name)
    return typed.copy(), received.copy()


def read_list(found: Recognised, schema: ListSchema, values: Values, list_date: date) -> ListRead:
    """The list that stands in ``found``. Its heading row must have been recognised."""
    first = (found.heading_row or 0) + 1
    body = found.table.cells.iloc[first:]
    cells = [Distinct.of(body.iloc[:, place]) for place in range(body.shape[1])]
    matched = _settled(found.matched, cells)
    kept = records(cells, found.headings, matched.columns, schema)
    cells = [cell.rows(kept.kept) for cell in cells]
    rows = np.array(found.table.rows[first:], dtype="int64")[kept.kept]
    rounded = _rounded(found, schema, matched, np.flatnonzero(kept.kept) + first)
    columns = {column.key: _cells(column, matched, cells, len(rows)) for column in schema.columns}
    readings = {key: read_column(schema.column(key), column, values, list_date) for key, column in columns.items()}
    readings = of_one_hand(readings) | {
        key: _without(readings[key], lost) for key, lost in rounded.items() if lost.any()
    }
    table, received = _tables(readings, rows)
    order = [schema.column(key) for key in sorted(matched.columns, key=lambda key: matched.columns[key])]
    out = shifted(order, readings, values, list_date)
    unusable, timing = _usable(schema, table, out, list_date, readings)
    findings = (
        *heading_faults(schema, matched, found.headings, cells),
        *row_faults(schema, found.table, kept),
        *cell_faults(schema, readings, rounded, out),
        *timing,
    )
    account = _account(found, schema, matched, kept, readings, out)
    absent = frozenset(matched.lacking(schema))
    noticed = noticed_cells(schema.name, readings)
    return ListRead(table, received, absent, unusable, later_layout(schema, matched), findings, account, noticed)


def _settled(matched: Matched, cells: Sequence[Distinct]) -> Matched:
    """Two columns under one heading that hold the very same cells are one column sent twice."""
    same = {
        key: places[0]
        for key, places in matched.rivals.items()
        if all(cells[places[0]].as_received().equals(cells[place].as_received()) for place in places[1:])
    }
    return replace(matched, columns={**matched.columns, **same})


def _cells(column: Column, matched: Matched, cells: Sequence[Distinct], rows: int) -> Distinct:
    place = matched.columns.get(column.key)
    return cells[place] if place is not None else Distinct.nothing(rows)


def _rounded(found: Recognised, schema: ListSchema, matched: Matched, rows: np.ndarray) -> Mapping[str, np.ndarray]:
    """Which rows of each id column hold a number that Excel has altered."""
    ids = {key: place for key, place in matched.columns.items() if schema.column(key).kind is Kind.ID}
    return {key: np.array([(row, place) in found.table.rounded for row in rows]) for key, place in ids.items()}


def _without(reading: ReadColumn, lost: np.ndarray) -> ReadColumn:
    return replace(reading, typed=reading.typed.mask(lost))


def _tables(readings: Mapping[str, ReadColumn], rows: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    typed = pd.DataFrame({**{key: reading.typed for key, reading in readings.items()}, "row": rows})
    received = pd.DataFrame({key: reading.distinct.as_received() for key, reading in readings.items()})
    return typed, received


def _usable(
    schema: ListSchema,
    table: pd.DataFrame,
    out: Sequence[Shifted],
    list_date: date,
    readings: Mapping[str, ReadColumn],
) -> tuple[str, list[Finding]]:
    """Why the list may not be counted, in words, and what was found of its place in time.

    Of a list whose dates could not be read nothing is said but that.
    """
    steps = [one.step for one in out]
    if max(steps.count(1), steps.count(-1)) >= COLUMNS_OUT_OF_PLACE:
        return f"The columns of {named(schema)} have been pasted one place out.", []
    if schema.starts and readings[schema.starts].unreadable > MOSTLY_UNREAD * readings[schema.starts].filled:
        return "", []
    other_time = of_another_time(schema, table, list_date)
    if other_time:
        return other_time, [fault("F17", schema.name, len(table), len(table), other_time)]
    day = newest(schema, table, list_date)
    if day and stale(schema, table, day, list_date):
        says = f"The newest date in {named(schema)} is {day.day} {day:%B %Y}, more than 35 days before the list date."
        return "", [fault("F17", schema.name, len(table), len(table), says)]
    return "", []


def _account(
    found: Recognised,
    schema: ListSchema,
    matched: Matched,
    kept: Records,
    readings: Mapping[str, ReadColumn],
    out: Sequence[Shifted],
) -> Mapping[str, object]:
    out_of_place = {one.column.key for one in out}
    return {
        "list": schema.name,
        "code": schema.code,
        "title": schema.title,
        "source": found.table.source,
        "found_by": found.by,
        "heading_row": found.table.rows[found.heading_row or 0],
        "later_layout": later_layout(schema, matched),
        "rows_in_source": len(found.table.rows),
        "rows_read": int(kept.kept.sum()),
        "rows_filler": int(kept.filler.sum()),
        "rows_notes": int(kept.notes.sum()),
        "notes": tuple(found.table.notes),
        "columns": tuple(
            _column_account(schema.column(key), found, matched, readings[key], out_of_place) for key in schema.keys
        ),
        "extra_headings": tuple(found.headings[place].strip() for place in matched.extra),
        "torn_headings": tuple(found.headings[place].strip() for place in matched.torn),
        "columns_without_heading": len(matched.unheaded),
    }


def _column_account(
    column: Column, found: Recognised, matched: Matched, reading: ReadColumn, out_of_place: set[str]
) -> Mapping[str, object]:
    place = matched.columns.get(column.key)
    lost = np.flatnonzero(~reading.readable) if column.kind is Kind.CODE else np.array([], dtype="int64")
    counts = reading.distinct.counts
    values = {reading.distinct.tidy[text]: int(counts[text]) for text in lost if counts[text]}
    seen = shown(values, reading.filled) if not out_of_place else {}
    return {
        "key": column.key,
        "header": column.header,
        "kind": str(column.kind),
        "heading": None if place is None else found.headings[place].strip(),
        "place": place,
        "matched_by": matched.how.get(column.key) if place is not None else None,
        "filled": reading.filled,
        "read": int(reading.typed.notna().sum()),
        "not_understood": reading.filled - int(reading.typed.notna().sum()),
        "spellings": len(reading.distinct.texts),
        "codes": len({code for code in reading.codes if code}),
        "values_not_understood": seen,
        "values_not_shown": len(values) - len(seen),
        "out_of_place": column.key in out_of_place,
    }
