"""Small sheets for the tests: a list's own headings over a few made-up rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pandas as pd

from reporting.intake.conform import conform
from reporting.lists import ANNEX_A
from reporting.lists.schema import Kind
from reporting.model.received import Conformed, ReceivedTable

LIST_DATE = date(2026, 10, 31)
Row = Sequence[str | None]


def sheet(source: str, rows: Sequence[Row], **said: object) -> ReceivedTable:
    """A table as received, of exactly these rows."""
    width = max((len(row) for row in rows), default=0)
    cells = pd.DataFrame([[*row, *[None] * (width - len(row))] for row in rows], columns=range(width), dtype="object")
    return ReceivedTable(source, cells.astype("str"), tuple(range(1, len(rows) + 1)), **said)


def headings(name: str) -> list[str]:
    return [column.header for column in ANNEX_A[name].columns]


def record(name: str, number: int = 1, **cells: str | None) -> list[str | None]:
    """One row that is right in every cell, but for the cells given."""
    schema = ANNEX_A[name]
    day = (LIST_DATE - timedelta(days=10 + number % 20)).isoformat()
    right = {
        Kind.ID: lambda column: f"{number:06d}",
        Kind.DATE: lambda column: "2015-03-04" if column.key == "dob" else day,
        Kind.WHOLE_NUMBER: lambda column: "11" if column.key == "age" else "1",
        Kind.CODE: lambda column: column.code_set.codes[0].printed,
        Kind.TEXT: lambda column: "North team",
        Kind.POSTCODE: lambda column: "ZZ99 9ZZ",
        Kind.URN: lambda column: "SC000000",
    }
    return [cells.get(column.key, right[column.kind](column)) for column in schema.columns]


def full(name: str, rows: int = 12, **cells: str | None) -> list[list[str | None]]:
    return [record(name, number, **cells) for number in range(1, rows + 1)]


def of_list(name: str, rows: Sequence[Row], *, source: str = "", head: Sequence[str] | None = None) -> ReceivedTable:
    return sheet(source or ANNEX_A[name].called, [head or headings(name), *rows])


def read(
    *tables: ReceivedTable,
    own_headings: Mapping[str, Mapping[str, str]] | None = None,
    own_values: Mapping[str, Mapping[str, str]] | None = None,
    list_date: date = LIST_DATE,
) -> Conformed:
    return conform(tables, headings=own_headings, values=own_values, list_date=list_date)


def rules(conformed: Conformed, name: str) -> dict[str, int]:
    """How many failed, by rule, in one list."""
    return {one.rule: one.failed for one in conformed.findings if one.list == name}
