"""An extract as text, whatever it came in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.lists import ANNEX_A
from tasks.intake.problems import UnreadableExtract
from tasks.intake.source import source_of

if TYPE_CHECKING:
    from reporting.model.received import ReceivedTable


def read_lists(
    path: Path, headings: Mapping[str, Mapping[str, str]], sends: Collection[str] = ANNEX_A
) -> tuple[ReceivedTable, ...]:
    """The tables of an extract in which at least one is a list that is sent, known by its name, title or headings.

    Raises ``UnreadableExtract`` when none is, or when the extract cannot be read.
    """
    from reporting.intake.conform.recognised import sort_tables

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
    return source_of(path).tables()
