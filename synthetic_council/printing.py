"""Extract rows as a workbook and as CSV: codes as the template prints them, real dates, ids as text."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import Column, Kind, ListSchema
from synthetic_council.days import NEVER, calendar_day
from synthetic_council.workbook import Cell, Worksheet, write_sheets


def headings(schema: ListSchema, keys: list[str]) -> list[str]:
    """The headings of a list, as the template prints them."""
    return [schema.column(key).header for key in keys]


def printed(schema: ListSchema, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows as they are printed: dates stay day numbers (NEVER for blank), everything else becomes text or a number."""
    columns = {key: _printed_column(schema.column(key), rows[key]) for key in rows.columns if key != "entity"}
    return pd.DataFrame(columns)


def _printed_column(column: Column, values: pd.Series) -> np.ndarray:
    if column.kind is Kind.CODE and column.code_set:
        words = {code.code: code.printed for code in column.code_set.codes}
        return values.map(words).fillna("").to_numpy(dtype=object)
    if column.kind in (Kind.DATE, Kind.WHOLE_NUMBER):
        numbers = values.to_numpy().astype(object)
        return np.where(values.to_numpy() >= NEVER, "", numbers)
    return values.to_numpy(dtype=object)


class Sheet:
    """One list ready to be written: headings, cells column by column, and which columns are dates.

    ``titles`` stand above the headings; ``gap`` is the record after which an empty row stands; ``notes`` stand
    below the last record, and ``padding`` rows of dashes below them. ``hidden`` are rows of the file that a workbook
    does not show. ``removed`` and ``copies`` name records by their place before either. Nothing below record
    ``cut_at`` is written.
    """

    def __init__(self, schema: ListSchema, rows: pd.DataFrame) -> None:
        self.schema = schema
        self.rows = printed(schema, rows)
        self.keys = list(self.rows.columns)
        self.headings = headings(schema, self.keys)
        self.titles: list[str] = []
        self.notes: list[str] = []
        self.gap: int | None = None
        self.padding = 0
        self.cut_at: int | None = None
        self.hidden: set[int] = set()
        self.removed: set[int] = set()
        self.copies: list[tuple[int, dict[str, Cell]]] = []

    def places(self) -> list[int]:
        """The records that are written, in order, before any copies."""
        return [place for place in range(len(self.rows)) if place not in self.removed]

    def lines(self) -> list[list[Cell]]:
        """Everything below the headings, row by row."""
        columns = [self.rows[key].tolist() for key in self.keys]
        records = [list(record) for record in zip(*columns, strict=True)]
        lines = [records[place] for place in self.places()]
        for place, cells in self.copies:
            lines.append([cells.get(key, value) for key, value in zip(self.keys, records[place], strict=True)])
        if self.cut_at is not None:
            return lines[: self.cut_at]
        if self.gap is not None:
            lines.insert(self.gap, [""] * len(self.keys))
        notes = ([note, *[""] * (len(self.keys) - 1)] for note in self.notes)
        return [*lines, *notes, *(["-"] * len(self.keys) for _ in range(self.padding))]

    def file_row(self, place: int) -> int:
        """The row of the file in which a record stands, counting from 1."""
        return self._numbered(place - sum(gone < place for gone in self.removed))

    def copy_row(self, place: int) -> int:
        """The row of the file in which the copy of a record stands."""
        number = [copied for copied, _ in self.copies].index(place)
        return self._numbered(len(self.rows) - len(self.removed) + number)

    def _numbered(self, line: int) -> int:
        return len(self.titles) + 2 + line + (self.gap is not None and line >= self.gap)

    def is_date(self, key: str) -> bool:
        """Whether a column holds dates."""
        return self.schema.column(key).kind is Kind.DATE


def sheets(lists: Mapping[str, pd.DataFrame]) -> dict[str, Sheet]:
    """Every list ready to be written."""
    return {name: Sheet(LISTS[name], rows) for name, rows in lists.items()}


def write_workbook(path: Path, lists: Mapping[str, Sheet]) -> None:
    """One sheet a list. Text is never taken for a formula or a number."""
    pages = []
    for sheet in lists.values():
        dates = [sheet.is_date(key) for key in sheet.keys]
        above = [*([title] for title in sheet.titles), sheet.headings]
        pages.append(Worksheet(sheet.schema.called, [*above, *sheet.lines()], dates, frozenset(sheet.hidden)))
    write_sheets(path, pages)


def write_csv(folder: Path, lists: Mapping[str, Sheet]) -> None:
    """One file a list, dates as dd/mm/yyyy."""
    folder.mkdir(parents=True, exist_ok=True)
    words = _DayWords()
    for sheet in lists.values():
        dates = [place for place, key in enumerate(sheet.keys) if sheet.is_date(key)]
        lines = sheet.lines()
        for line in lines:
            for place in dates:
                line[place] = words[line[place]]
        with (folder / f"{sheet.schema.called}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerows([title] for title in sheet.titles)
            writer.writerow(sheet.headings)
            writer.writerows(lines)


class _DayWords(dict[Cell, Cell]):
    """Day numbers as dd/mm/yyyy, each worked out once; text stays as it is."""

    def __missing__(self, day: Cell) -> Cell:
        self[day] = f"{calendar_day(int(day)):%d/%m/%Y}" if isinstance(day, (int, np.integer)) else day
        return self[day]


def write_json(path: Path, content: object) -> None:
    """Write something as readable JSON."""
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
