"""Which rows of a table are records. Filler and notes are passed over, and said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reporting.intake.conform.distinct import EXCEL_ERRORS, Distinct, only_dashes
from reporting.lists.schema import ListSchema

_NOTE = re.compile(
    r"(grand |sub-?)?totals?\b|counts?\b|notes?\b|filters?\b|applied\b|sources?:|none$|end of\b|report\b"
    r"|run (on|by|date)\b|printed\b|\*",
    flags=re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{2}")
_FIGURE = re.compile(r"\d")
FEW_CELLS = 2


@dataclass(frozen=True)
class Records:
    """The rows of a table, each a record, filler, or a note: one marked true for each row below the heading."""

    kept: np.ndarray
    filler: np.ndarray
    notes: np.ndarray


def records(
    cells: Sequence[Distinct], headings: Sequence[str], columns: Mapping[str, int], schema: ListSchema
) -> Records:
    """Rows of dashes or nothing are filler; a total, a sentence or the headings again is a note."""
    count = len(cells[0].places) if cells else 0
    said = sum((_says_something(cell).astype("int64") for cell in cells), np.zeros(count, dtype="int64"))
    dashed = sum(
        (cell.holding([only_dashes(text) for text in cell.tidy]) for cell in cells), np.zeros(count, dtype=bool)
    )
    errors = sum((_errors(cell).astype("int64") for cell in cells), np.zeros(count, dtype="int64"))
    filler = (said == 0) | (dashed.astype(bool) & (said == errors))
    notes = ~filler & _notes(cells, said, headings, columns, schema)
    return Records(~filler & ~notes, filler, notes)


def _says_something(cell: Distinct) -> np.ndarray:
    return cell.holding([not only_dashes(text) for text in cell.tidy])


def _errors(cell: Distinct) -> np.ndarray:
    return cell.holding([text in EXCEL_ERRORS for text in cell.tidy])


def _notes(
    cells: Sequence[Distinct],
    said: np.ndarray,
    headings: Sequence[str],
    columns: Mapping[str, int],
    schema: ListSchema,
) -> np.ndarray:
    ids = columns.get(schema.key[0])
    if ids is None:
        return np.zeros(len(said), dtype=bool)
    texts = cells[ids].tidy
    named = cells[ids].holding([bool(_NOTE.match(text)) for text in texts])
    sentence = cells[ids].holding([_is_sentence(text) for text in texts])
    lone = np.asarray(~cells[ids].filled & (said == 1))
    short = np.asarray((named | sentence) & (said <= FEW_CELLS))
    return np.asarray(lone | short | _totals(cells[ids]) | _headings_again(cells, headings, columns))


def _is_sentence(text: str) -> bool:
    """Whether two words or more stand before any figure."""
    before = _FIGURE.split(text, maxsplit=1)[0]
    return sum(1 for word in before.split() if _WORD.search(word)) > 1


def _totals(ids: Distinct) -> np.ndarray:
    return ids.holding(
        [bool(re.fullmatch(r"(grand |sub-?)?totals?:?", text, flags=re.IGNORECASE)) for text in ids.tidy]
    )


def _headings_again(cells: Sequence[Distinct], headings: Sequence[str], columns: Mapping[str, int]) -> np.ndarray:
    again = [
        cells[place].holding([text == headings[place].strip() for text in cells[place].tidy])
        for place in columns.values()
    ]
    return np.asarray(np.sum(again, axis=0) * 2 > len(again))
