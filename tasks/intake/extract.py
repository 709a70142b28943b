"""An extract as text, whatever it came in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from reporting.intake.conform.recognised import sort_tables
from reporting.lists import ANNEX_A
from reporting.model.received import ReceivedTable
from tasks.intake.problems import UnreadableExtract
from tasks.intake.text_file import read_text_file
from tasks.intake.workbook import read_workbook

TEXT_FILES = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
WHAT_TO_SEND = "Send one workbook (.xlsx), or a folder with one CSV file for each list."


def read_lists(
    path: Path, headings: Mapping[str, Mapping[str, str]], sends: Collection[str] = ANNEX_A
) -> tuple[ReceivedTable, ...]:
    """The tables of an extract in which at least one is a list that is sent, known by its name, title or headings."""
    received = read_extract(path)
    found = sort_tables(received, headings, sends)
    if not found.claims and not found.mistaken:
        raise UnreadableExtract(
            path,
            "no table in it is an Annex A list, by its name, its title or its headings.",
            "Give the workbook that holds the sheets List 1 to List 11, or the folder of their CSV files.",
        )
    return received


def read_extract(path: Path) -> tuple[ReceivedTable, ...]:
    """Every sheet or file of the extract as received: all rows and columns, as text."""
    try:
        if path.is_dir():
            return _folder(path)
        if not path.is_file():
            raise UnreadableExtract(path, "there is no such file or folder.", "Check the path.")
        return _file(path)
    except OSError as problem:
        raise UnreadableExtract(
            path, f"the file could not be opened ({problem.strerror}).", "Check that it is there and may be read."
        ) from None


def _folder(folder: Path) -> tuple[ReceivedTable, ...]:
    files = sorted(
        file
        for file in folder.iterdir()
        if file.is_file() and not file.name.startswith((".", "~$")) and file.suffix.casefold() in TEXT_FILES | WORKBOOKS
    )
    if not files:
        raise UnreadableExtract(folder, "the folder holds no workbook and no CSV file.", WHAT_TO_SEND)
    books = [file for file in files if file.suffix.casefold() in WORKBOOKS]
    tables = [table for file in files for table in _file(file, named=len(books) > 1 or len(files) > len(books) > 0)]
    return tuple(tables)


def _file(file: Path, *, named: bool = False) -> tuple[ReceivedTable, ...]:
    """The tables of one file. A sheet goes by its own name, with the file's before it where there are several."""
    if file.suffix.casefold() in TEXT_FILES:
        return (read_text_file(file),)
    if file.suffix.casefold() in WORKBOOKS:
        return read_workbook(file, before=f"{file.name}: " if named else "")
    raise UnreadableExtract(file, "this is neither a workbook nor a CSV file.", WHAT_TO_SEND)
