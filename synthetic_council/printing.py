"""Extract rows as a workbook and as CSV: codes as the template prints them, real dates, ids as text."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import xlsxwriter

from reporting.lists import LISTS
from reporting.lists.schema import Column, Kind, ListSchema
from synthetic_council.days import NEVER, dated

_EXCEL_EPOCH = 25_569  # Excel's number for 1 January 1970


def headings(schema: ListSchema, keys: list[str]) -> list[str]:
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
    """One list ready to be written: headings, cells column by column, and which columns are dates."""

    def __init__(self, schema: ListSchema, rows: pd.DataFrame) -> None:
        self.schema = schema
        self.rows = printed(schema, rows)
        self.keys = list(self.rows.columns)
        self.headings = headings(schema, self.keys)
        self.titles: list[str] = []

    @property
    def first_row(self) -> int:
        """The row of the file in which the first record stands, counting from 1."""
        return len(self.titles) + 2

    def is_date(self, key: str) -> bool:
        return self.schema.column(key).kind is Kind.DATE


def sheets(lists: Mapping[str, pd.DataFrame]) -> dict[str, Sheet]:
    return {name: Sheet(LISTS[name], rows) for name, rows in lists.items()}


def write_workbook(path: Path, lists: Mapping[str, Sheet]) -> None:
    """One sheet a list. Text is never taken for a formula or a number."""
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
    }  # fmt: skip
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"created": pd.Timestamp(2026, 1, 1).to_pydatetime()})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for sheet in lists.values():
        page = book.add_worksheet(f"List {sheet.schema.number}")
        for place, title in enumerate(sheet.titles):
            page.write_string(place, 0, title)
        for place, heading in enumerate(sheet.headings):
            page.write_string(len(sheet.titles), place, heading)
        _write_rows(page, sheet, day)
    book.close()


def _write_rows(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, day: xlsxwriter.format.Format) -> None:
    dates = [sheet.is_date(key) for key in sheet.keys]
    columns = [sheet.rows[key].tolist() for key in sheet.keys]
    number, string = page.write_number, page.write_string
    for place, row in enumerate(zip(*columns, strict=True), start=sheet.first_row - 1):
        for column, value in enumerate(row):
            if value == "":
                continue
            if isinstance(value, str):
                string(place, column, value)
            elif dates[column]:
                number(place, column, value + _EXCEL_EPOCH, day)
            else:
                number(place, column, value)


def write_csv(folder: Path, lists: Mapping[str, Sheet]) -> None:
    """One file a list, dates as dd/mm/yyyy."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in lists.values():
        columns = [_as_text(sheet.rows[key], date=sheet.is_date(key)) for key in sheet.keys]
        with (folder / f"List {sheet.schema.number}.csv").open("w", encoding="utf-8-sig", newline="") as lines:
            writer = csv.writer(lines)
            writer.writerows([title] for title in sheet.titles)
            writer.writerow(sheet.headings)
            writer.writerows(zip(*columns, strict=True))


def _as_text(values: pd.Series, *, date: bool) -> list[object]:
    if not date:
        return values.tolist()
    numbers = pd.to_numeric(values, errors="coerce")
    days = dated(numbers.fillna(NEVER).to_numpy().astype("int64"))
    words = pd.Series(days.astype("datetime64[s]")).dt.strftime("%d/%m/%Y")
    return [word if isinstance(word, str) else value for word, value in zip(words, values, strict=True)]


def write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
