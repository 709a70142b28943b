"""Where a council's lists come from: whatever can say what it holds, whose it is, and give the lists themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tasks.intake.manifest import Manifest, read_manifest
from tasks.intake.problems import UnreadableExtract, reading_explained

if TYPE_CHECKING:
    from reporting.model.received import ReceivedTable

TEXT_FILES = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
WHAT_TO_SEND = "Send one workbook (.xlsx), or a folder with one CSV file for each list."


class Source(Protocol):
    """One extract, where it lies. Each method raises ``UnreadableExtract`` when it cannot be read."""

    def fingerprint(self) -> str:
        """One hash for all that would be read: the same content has the same, and any other content another."""

    def manifest(self) -> Manifest | None:
        """What the sender says of the extract; None where nothing is said."""

    def tables(self) -> tuple[ReceivedTable, ...]:
        """Every table as received: all rows and columns, as text."""


def source_of(path: Path) -> Source:
    """The source at a path: a folder's files together, or one workbook or text file by itself."""
    with reading_explained(path):
        if path.is_dir():
            return FolderSource(path)
        if path.is_file():
            return FileSource(path)
    raise UnreadableExtract(path, "there is no such file or folder.", "Check the path.")


@dataclass(frozen=True)
class FileSource:
    """A workbook, or one list as a text file, with the manifest beside it."""

    path: Path

    def fingerprint(self) -> str:
        """The hash of the file's name and bytes."""
        return _hash_of([self.path], self.path)

    def manifest(self) -> Manifest | None:
        """The manifest in the folder that the file is in."""
        return read_manifest(self.path)

    def tables(self) -> tuple[ReceivedTable, ...]:
        """The sheets of the workbook by their own names, or the one list."""
        with reading_explained(self.path):
            return _tables_of(self.path)


@dataclass(frozen=True)
class FolderSource:
    """A folder with a file for each list, or a few workbooks, and the manifest among them."""

    path: Path

    def fingerprint(self) -> str:
        """The hash of the names and bytes of all the folder's files."""
        return _hash_of(self.path.glob("*"), self.path)

    def manifest(self) -> Manifest | None:
        """The manifest in the folder."""
        return read_manifest(self.path)

    def tables(self) -> tuple[ReceivedTable, ...]:
        """What each workbook and text file holds. Of several files, a sheet has its file's name before it."""
        with reading_explained(self.path):
            files = sorted(file for file in self.path.iterdir() if _holds_lists(file))
            if not files:
                raise UnreadableExtract(self.path, "the folder holds no workbook and no CSV file.", WHAT_TO_SEND)
            books = [file for file in files if file.suffix.casefold() in WORKBOOKS]
            named = len(books) > 1 or len(files) > len(books) > 0
            return tuple(table for file in files for table in _tables_of(file, named=named))


def _holds_lists(file: Path) -> bool:
    """Whether it is a workbook or a text file, and not one that Office or the system keeps for itself."""
    known = file.suffix.casefold() in TEXT_FILES | WORKBOOKS
    return known and file.is_file() and not file.name.startswith((".", "~$"))


def _tables_of(file: Path, *, named: bool = False) -> tuple[ReceivedTable, ...]:
    # Imported when lists are read: to say that an extract is the one read before, none of these is needed.
    from tasks.intake.text_file import read_text_file
    from tasks.intake.workbook import read_workbook

    if file.suffix.casefold() in TEXT_FILES:
        return (read_text_file(file),)
    if file.suffix.casefold() in WORKBOOKS:
        return read_workbook(file, before=f"{file.name}: " if named else "")
    raise UnreadableExtract(file, "this is neither a workbook nor a CSV file.", WHAT_TO_SEND)


def _hash_of(files: Iterable[Path], place: Path) -> str:
    whole = sha256()
    with reading_explained(place):
        for path in sorted(path for path in files if path.is_file()):
            whole.update(f"{path.name}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
