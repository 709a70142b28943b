"""What a sheet's own XML says that no reader passes on: errors, formulas, hidden rows, and numbers cut short.

Sheets as every common program writes them are searched as bytes, which takes a tenth of the time of parsing them.
Any other sheet is parsed (see ``odd_sheet_xml``), so that none can hide a cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_CELL = re.compile(rb"<c[\s/>]")
_PLAIN_CELL = re.compile(rb'<c r="[A-Z]{1,3}[1-9]\d{0,6}"[\s/>]')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/>])?>')
_FILLED_AFTER_Z = re.compile(rb'<c r="([A-Z]{2,3})\d{1,7}"(?:[^>]*[^/>])?>')
_FILLED_FAR_DOWN = re.compile(rb'<c r="[A-Z]{1,3}(\d{5,7})"(?:[^>]*[^/>])?>')
_FILLED_IN_A = re.compile(rb'<c r="A\d{1,7}"(?:[^>]*[^/>])?>')
_ERROR = re.compile(rb'<c ([^>]*\bt="e"[^>]*)>(.*?)</c>', flags=re.DOTALL)
_VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
_LONG_VALUE = re.compile(rb"<v>(?:-?\d{16,}|-?\d(?:\.\d+)?E\+?(?:1[5-9]|[2-9]\d|\d{3}))</v>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_HIDDEN_ROW = re.compile(rb'<row [^>]*?\bhidden="(?:1|true)"')
_HIDDEN_COLUMNS = re.compile(rb'<col [^>]*?\bhidden="(?:1|true)"[^>]*>')
LONG_NUMBER = re.compile(r"-?\d{16,}|-?\d(?:\.\d+)?E\+?(?:1[5-9]|[2-9]\d|\d{3})")
ROWS_BEFORE_FIVE_FIGURES = 9_999
COLUMNS_BEFORE_TWO_LETTERS = 26


@dataclass(frozen=True)
class SheetMarks:
    """Places are (row, column) from 0, as the sheet counts them. ``rows`` and ``columns`` are at most so many.

    ``last_formula`` is the row, from 1, of the last cell with a formula.
    """

    formulas: int
    hidden_rows: int
    hidden_columns: int
    filters: int
    last_formula: int
    errors: Mapping[tuple[int, int], str]
    rounded: frozenset[tuple[int, int]]
    first_column: int
    rows: int
    columns: int


def is_plain(xml: bytes) -> bool:
    """Whether every cell is written the common way, so that searching misses none."""
    if b"<sheetData" not in xml or b":c" in xml or b"<!" in xml[100:]:
        return False
    return len(_CELL.findall(xml)) == len(_PLAIN_CELL.findall(xml))


def marks(xml: bytes) -> SheetMarks:
    """What the XML of a plainly written sheet says of its cells."""
    columns = max(
        (column_number(found) + 1 for found in _FILLED_AFTER_Z.findall(xml)), default=COLUMNS_BEFORE_TWO_LETTERS
    )
    return SheetMarks(
        formulas=xml.count(b"<f>") + xml.count(b"<f "),
        hidden_rows=len(_HIDDEN_ROW.findall(xml)),
        hidden_columns=_hidden_columns(xml, columns),
        filters=xml.count(b"<filterColumn "),
        last_formula=_last_formula(xml),
        errors=_errors(xml) if b't="e"' in xml else {},
        rounded=_rounded(xml),
        first_column=_first_column(xml),
        rows=max(map(int, _FILLED_FAR_DOWN.findall(xml)), default=ROWS_BEFORE_FIVE_FIGURES),
        columns=columns,
    )


def column_number(letters: bytes) -> int:
    """A column's place from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _place(opening: bytes) -> tuple[int, int] | None:
    found = _PLACE.search(opening)
    return (int(found[2]) - 1, column_number(found[1])) if found else None


def _errors(xml: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for cell in _ERROR.finditer(xml):
        place, value = _place(cell[1]), _VALUE.search(cell[2])
        if place and value:
            found[place] = value[1].decode("ascii", errors="replace")
    return found


def _rounded(xml: bytes) -> frozenset[tuple[int, int]]:
    places = set()
    for value in _LONG_VALUE.finditer(xml):
        opening = xml[xml.rfind(b"<c ", 0, value.start()) : value.start()].split(b">", 1)[0]
        if (b't="' not in opening or b't="n"' in opening) and (place := _place(opening)):
            places.add(place)
    return frozenset(places)


def _hidden_columns(xml: bytes, columns: int) -> int:
    hidden = 0
    for found in _HIDDEN_COLUMNS.findall(xml):
        ends = [re.search(rb"\b" + end + rb'="(\d+)"', found) for end in (b"min", b"max")]
        if ends[0] and ends[1]:
            hidden += max(0, min(int(ends[1][1]), columns) - int(ends[0][1]) + 1)
    return hidden


def _last_formula(xml: bytes) -> int:
    """The row of the last formula, from 1; 0 where there is none. A reader drops rows that show nothing."""
    last = max(xml.rfind(b"<f>"), xml.rfind(b"<f "))
    found = _PLACE.search(xml[xml.rfind(b"<c ", 0, last) : last]) if last >= 0 else None
    return int(found[2]) if found else 0


def _first_column(xml: bytes) -> int:
    if _FILLED_IN_A.search(xml):
        return 0
    return min((column_number(found[1]) for found in _FILLED.finditer(xml)), default=0)
