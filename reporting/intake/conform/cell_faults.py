"""What is wrong with the cells of one list, in counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from reporting.intake.conform.cells import ReadColumn
from reporting.intake.conform.distinct import EXCEL_ERRORS, stray
from reporting.intake.conform.faults import counted, fault, named, quoted, together
from reporting.intake.conform.positions import Shifted
from reporting.intake.conform.rows import Records
from reporting.lists.schema import ListSchema
from reporting.model.quality import Finding
from reporting.model.received import ReceivedTable

CUT_OFF_AT = (5_000, 65_535, 1_048_575)


def row_faults(schema: ListSchema, table: ReceivedTable, kept: Records) -> list[Finding]:
    """Rows that are no records, rows that nobody sees, and rows that may be lacking."""
    rows, count = len(kept.kept), int(kept.kept.sum())
    name, title = schema.name, named(schema)
    found = []
    if not count:
        found.append(fault("F07", name, 1, 1, f"{title} is empty: headings and no rows."))
    if kept.filler.any():
        says = f"Passed over in {title}: {counted(int(kept.filler.sum()), 'row')} with nothing or only dashes."
        found.append(fault("F12", name, rows, int(kept.filler.sum()), says))
    if kept.notes.any():
        says = f"Passed over in {title}: {counted(int(kept.notes.sum()), 'row')} that can only be notes or totals."
        found.append(fault("F13", name, rows, int(kept.notes.sum()), says))
    if count in CUT_OFF_AT:
        found.append(fault("F20", name, count, count, f"{title} has exactly {count:,} rows and may have been cut off."))
    unseen = _unseen(table)
    if unseen:
        says = f"{title}, read from “{table.source}”, has {together(unseen)}. Everything was read."
        failed = table.hidden_rows + table.hidden_columns + table.filters + table.hidden
        found.append(fault("F09", name, len(table.rows) + 2 * table.cells.shape[1] + 1, failed, says))
    if table.formulas:
        says = f"In {title} the values last saved were used of {counted(table.formulas, 'cell')} with formulas."
        found.append(fault("F10", name, table.cells.size, table.formulas, says))
    return found


def _unseen(table: ReceivedTable) -> list[str]:
    """What the person who opens the sheet does not see of it, in words."""
    words = [
        (table.hidden_rows, counted(table.hidden_rows, "hidden row")),
        (table.hidden_columns, counted(table.hidden_columns, "hidden column")),
        (table.filters, f"a filter set on {counted(table.filters, 'column')}"),
        (table.hidden, "its whole sheet hidden"),
    ]
    return [said for count, said in words if count]


def cell_faults(
    schema: ListSchema, readings: Mapping[str, ReadColumn], rounded: Mapping[str, np.ndarray], out: Sequence[Shifted]
) -> list[Finding]:
    """Excel errors, lost figures, columns out of place, codes that disagree with words, and doubtful dates."""
    name, title = schema.name, named(schema)
    found = [*_errors(schema, readings)]
    for key, rows in rounded.items():
        if rows.any():
            ids = f"{counted(int(rows.sum()), 'id')} under “{schema.column(key).header}” in {title}"
            says = f"{ids} typed as numbers too long for a spreadsheet, which has changed their last figures. Not read."
            found.append(fault("F21", name, len(rows), int(rows.sum()), says))
    for one in out:
        says = (
            f"The cells under “{one.column.header}” in {title} look like “{one.looks_like.header}”. Has a column been "
            "pasted one place out?"
        )
        found.append(fault("F14", name, one.cells, one.cells, says))
    return [*found, *_disagreeing(schema, readings), *_dates(schema, readings), *_tidied(schema, readings)]


def _errors(schema: ListSchema, readings: Mapping[str, ReadColumn]) -> list[Finding]:
    cells = {
        key: reading.cells(np.array([text in EXCEL_ERRORS for text in reading.distinct.tidy], dtype=bool))
        for key, reading in readings.items()
    }
    count = sum(cells.values())
    if not count:
        return []
    headers = quoted([schema.column(key).header for key, some in cells.items() if some])
    cells_hold = counted(count, "cell holds", "cells hold")
    says = f"{cells_hold} an Excel error in {named(schema)}, under {headers}. They were not read."
    return [fault("F11", schema.name, sum(reading.filled for reading in readings.values()), count, says)]


def _disagreeing(schema: ListSchema, readings: Mapping[str, ReadColumn]) -> list[Finding]:
    cells = {key: reading.cells(reading.disagrees) for key, reading in readings.items()}
    count = sum(cells.values())
    if not count:
        return []
    headers = quoted([schema.column(key).header for key, some in cells.items() if some])
    where = f"In {counted(count, 'cell')} of {named(schema)}, under {headers},"
    says = f"{where} the code and the words disagree. The code was used."
    return [fault("P22", schema.name, sum(readings[key].filled for key, some in cells.items() if some), count, says)]


def _tidied(schema: ListSchema, readings: Mapping[str, ReadColumn]) -> list[Finding]:
    cells = {
        key: reading.cells(np.array([stray(text) for text in reading.distinct.texts], dtype=bool))
        for key, reading in readings.items()
    }
    count = sum(cells.values())
    if not count:
        return []
    headers = quoted([schema.column(key).header for key, some in cells.items() if some])
    says = (
        f"{counted(count, 'cell')} of {named(schema)}, under {headers}, had stray spaces, line breaks or curled "
        "quotes. They were read without."
    )
    return [fault("P32", schema.name, sum(readings[key].filled for key, some in cells.items() if some), count, says)]


def _dates(schema: ListSchema, readings: Mapping[str, ReadColumn]) -> list[Finding]:
    found = []
    for key, reading in readings.items():
        header = schema.column(key).header
        american, doubtful = reading.cells(reading.month_first), reading.cells(reading.doubtful)
        if american:
            rest = f" So {counted(doubtful, 'other')} could be either, and were not read." if doubtful else ""
            says = f"{counted(american, 'date')} under “{header}” in {named(schema)} can only be month first.{rest}"
            found.append(fault("P25", schema.name, reading.filled, american + doubtful, says))
        elif doubtful:
            says = (
                f"{counted(doubtful, 'date')} under “{header}” in {named(schema)} could be either day first or month "
                "first, as other columns of the list are, and were not read."
            )
            found.append(fault("P25", schema.name, reading.filled, doubtful, says))
        serial = reading.cells(reading.serial & reading.readable)
        if serial:
            days = counted(serial, "Excel day number")
            says = f"Under “{header}” in {named(schema)}, {days} in place of dates, read as days."
            found.append(fault("P28", schema.name, reading.filled, serial, says))
    return found
