"""A workbook as text, every sheet of it, with what its own XML says beside. A hostile file gets a plain refusal."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from posixpath import normpath

import fastexcel
import pandas as pd

from reporting.model.received import ReceivedTable
from tasks.intake.odd_sheet_xml import parsed_marks
from tasks.intake.problems import UnreadableExtract
from tasks.intake.sheet_xml import SheetMarks, is_plain, marks

LARGEST_UNPACKED = 600_000_000
MOST_SHEETS = 200
MOST_CELLS = 30_000_000
WIDEST = 1_000
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
SAVE_AGAIN = "Open it in Excel and save it again as an Excel workbook (.xlsx)."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, OSError)
_ENDLESS = re.compile(rb"""[cC]ount\s*=\s*["']\s*\d{8,}""")  # the reader makes room for as many as are claimed
_HIDDEN = frozenset({"hidden", "veryHidden"})
_DAMAGED = "the workbook is damaged or was cut short."


def read_workbook(path: Path, *, before: str = "") -> tuple[ReceivedTable, ...]:
    """Each sheet's cells as text, in order. ``before`` is put before each sheet's name."""
    _refuse_other_formats(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(path, archive)
            parts = _sheets(path, archive)
            said = {sheet: _marks(archive.read(part)) for sheet, (part, _) in parts.items()}
    except _BROKEN:
        raise UnreadableExtract(path, _DAMAGED, SAVE_AGAIN) from None
    for sheet, about in said.items():
        _refuse_sparse(path, sheet, about)
    hidden = {sheet for sheet, (_, state) in parts.items() if state in _HIDDEN}
    return tuple(
        _table(sheet, cells, said.get(sheet), before, hidden=sheet in hidden) for sheet, cells in _cells(path).items()
    )


def _refuse_other_formats(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(8)
        rest = file.read(2_000_000) if start == OLD_OFFICE else b""
    if not start:
        raise UnreadableExtract(path, "the file is empty.", "Export it again.")
    if start == OLD_OFFICE and "EncryptedPackage".encode("utf-16-le") in rest:
        raise UnreadableExtract(path, "the workbook is protected by a password.", "Save it without one.")
    if start == OLD_OFFICE:
        raise UnreadableExtract(path, "this is a workbook of the old kind (.xls).", SAVE_AGAIN)
    if not start.startswith(b"PK"):
        raise UnreadableExtract(path, "this is not an Excel workbook, whatever its name says.", SAVE_AGAIN)


def _refuse_bombs(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len({part.filename for part in parts}) < len(parts):
        raise UnreadableExtract(path, _DAMAGED, SAVE_AGAIN)
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableExtract(path, "the workbook unpacks to more than 600 MB.", "Check what was exported.")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableExtract(path, "the workbook is protected by a password.", "Save it without one.")
    for part in parts:  # reading a part to its end also proves that it holds no more than it says
        if "worksheets/sheet" not in part.filename and _ENDLESS.search(archive.read(part)):
            raise UnreadableExtract(path, _DAMAGED, SAVE_AGAIN)


def _marks(xml: bytes) -> SheetMarks:
    return marks(xml) if is_plain(xml) else parsed_marks(xml)


def _sheets(path: Path, archive: zipfile.ZipFile) -> Mapping[str, tuple[str, str]]:
    """The part of the archive that holds each worksheet, and whether it is shown, by the sheet's name."""
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        raise UnreadableExtract(path, "this is not a workbook in the .xlsx format.", SAVE_AGAIN)
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    targets = {
        id_: normpath(f"xl/{target}" if not target.startswith("/") else target[1:])
        for link in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", links)
        for id_, target in [(_attribute(link, "Id"), _attribute(link, "Target"))]
    }
    book = archive.read("xl/workbook.xml").decode("utf-8", errors="replace")
    sheets = [
        (unescape(_attribute(sheet, "name")), targets.get(_attribute(sheet, r"\w+:id"), ""), _attribute(sheet, "state"))
        for sheet in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", book)
    ]
    if len(sheets) > MOST_SHEETS:
        raise UnreadableExtract(path, f"the workbook has {len(sheets):,} sheets.", "Send the lists alone.")
    return {name: (part, state) for name, part, state in sheets if part in names}


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""\s{name}=(["'])(.*?)\1""", tag)
    return found[2] if found else ""


def _refuse_sparse(path: Path, sheet: str, about: SheetMarks) -> None:
    """A handful of cells at the far corners of a sheet would be read as thousands of millions of blanks."""
    if about.rows * about.columns > MOST_CELLS or about.columns > WIDEST:
        size = f"{about.rows:,} rows and {about.columns:,} columns"
        raise UnreadableExtract(
            path, f"sheet “{sheet}” spans {size}.", "Delete what lies outside the list, and save it."
        )


def _cells(path: Path) -> Mapping[str, pd.DataFrame]:
    try:
        book = fastexcel.read_excel(path)
        return {
            sheet: book.load_sheet(sheet, header_row=None, dtypes="string", skip_rows=0).to_pandas()
            for sheet in book.sheet_names
        }
    except BaseException as problem:  # the reader is written in Rust, and panics are no Exception
        if isinstance(problem, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        raise UnreadableExtract(path, _DAMAGED, SAVE_AGAIN) from None


def _table(sheet: str, cells: pd.DataFrame, about: SheetMarks | None, before: str, *, hidden: bool) -> ReceivedTable:
    if about is not None and about.last_formula > len(cells):
        cells = cells.reindex(range(about.last_formula))
    columns = [cells.iloc[:, place] for place in range(cells.shape[1])]
    rows = tuple(range(1, len(cells) + 1))
    if about is None:
        return ReceivedTable(before + sheet, _frame(columns, len(cells)), rows)
    nothing = pd.Series(pd.array([None] * len(cells), dtype="str"))
    columns = [nothing] * about.first_column + columns
    for place in {column for _, column in about.errors if column < len(columns)}:
        errors = {row: text for (row, column), text in about.errors.items() if column == place and row < len(cells)}
        columns[place] = columns[place].astype("object").where(~columns[place].index.isin(errors), pd.Series(errors))
    return ReceivedTable(
        before + sheet,
        _frame(columns, len(cells)),
        rows,
        formulas=about.formulas,
        hidden_rows=about.hidden_rows,
        hidden_columns=about.hidden_columns,
        filters=about.filters,
        hidden=int(hidden),
        rounded=about.rounded,
    )


def _frame(columns: list[pd.Series], rows: int) -> pd.DataFrame:
    return pd.DataFrame(dict(enumerate(columns)), index=range(rows)).astype("str")
