"""The workbook opens anywhere, and holds text as text, days as days and numbers as numbers."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl

from synthetic_council.days import number
from synthetic_council.workbook import Worksheet, write_sheets

ROWS = [
    ["Child Unique ID", "Date of Birth", "Age"],
    ["0012345", number(date(2019, 2, 28)), 7],
    ["=1+1", "n/k", ""],
    ["<é & “quoted”> ", "", -1],
]


def _written(path: Path) -> Path:
    write_sheets(
        path,
        [
            Worksheet("List 1", ROWS, [False, True, False], frozenset({3})),
            Worksheet("List 2", [["Only this"]], [False]),
        ],
    )
    return path


def test_cells_are_read_back_as_they_were_meant(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_written(tmp_path / "a.xlsx"))
    assert book.sheetnames == ["List 1", "List 2"]
    assert [[cell.value for cell in row] for row in book["List 1"].iter_rows()] == [
        ["Child Unique ID", "Date of Birth", "Age"],
        ["0012345", datetime(2019, 2, 28), 7],
        ["=1+1", "n/k", None],
        ["<é & “quoted”> ", None, -1],
    ]
    assert book["List 1"]["A3"].data_type == "s"
    assert book["List 1"]["B2"].number_format == "dd/mm/yyyy"
    assert [number for number, row in book["List 1"].row_dimensions.items() if row.hidden] == [3]


def test_the_same_cells_make_the_same_file(tmp_path: Path) -> None:
    assert _written(tmp_path / "a.xlsx").read_bytes() == _written(tmp_path / "b.xlsx").read_bytes()


def test_columns_beyond_the_alphabet(tmp_path: Path) -> None:
    write_sheets(tmp_path / "wide.xlsx", [Worksheet("Wide", [[f"c{place}" for place in range(60)]], [False] * 60)])
    page = openpyxl.load_workbook(tmp_path / "wide.xlsx")["Wide"]
    assert (page["Z1"].value, page["AA1"].value, page["BH1"].value) == ("c25", "c26", "c59")
