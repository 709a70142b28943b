"""What a sheet's own XML says that no reader passes on: errors, formulas, hidden rows, and numbers cut short."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ROOT = re.compile(rb"<(\w+):worksheet[\s>]")
_ERROR = re.compile(rb'<c ([^>]*\bt="e"[^>]*)>(.*?)</c>', flags=re.DOTALL)
_VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
_LONG = re.compile(rb"<v>(?:-?\d{16,}|-?\d(?:\.\d+)?E\+?(?:1[5-9]|[2-9]\d|\d{3}))</v>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')
_HIDDEN_ROW = re.compile(rb'<row [^>]*?\bhidden="(?:1|true)"')
_HIDDEN_COLUMNS = re.compile(rb'<col [^>]*?\bhidden="(?:1|true)"[^>]*>')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/>]>')
_FILLED_FIRST_COLUMN = re.compile(rb'<c r="A\d{1,7}"[^>]*[^/>]>|<c(?: [^r>][^>]*)?>')
_FILLED_AFTER_Z = re.compile(rb'<c r="([A-Z]{2,3})\d{1,7}"[^>]*[^/>]>')


@dataclass(frozen=True)
class SheetMarks:
    """Places are (row, column) from 0, as the sheet counts them."""

    formulas: int
    hidden_rows: int
    hidden_columns: int
    errors: Mapping[tuple[int, int], str]
    rounded: frozenset[tuple[int, int]]
    first_column: int
    rows: int
    columns: int


def marks(xml: bytes) -> SheetMarks:
    """What one sheet's XML says of its cells."""
    if prefix := _ROOT.search(xml[:4_000]):
        xml = re.sub(rb"<(/?)" + prefix[1] + rb":", rb"<\1", xml)
    rows, columns = _size(xml)
    return SheetMarks(
        formulas=xml.count(b"<f>") + xml.count(b"<f "),
        hidden_rows=len(_HIDDEN_ROW.findall(xml)),
        hidden_columns=_hidden_columns(xml, columns),
        errors=_errors(xml) if b't="e"' in xml else {},
        rounded=_rounded(xml),
        first_column=_first_column(xml),
        rows=rows,
        columns=columns,
    )


def _size(xml: bytes) -> tuple[int, int]:
    """The last row and column that hold anything. Styled empty cells do not count, however far down they go."""
    rows = max((int(row) for row in _ROW.findall(xml)), default=0)
    columns = max((_column(letters) + 1 for letters in _FILLED_AFTER_Z.findall(xml)), default=26)
    if rows * columns > 1_000_000:
        rows = max((int(found[2]) for found in _FILLED.finditer(xml)), default=0)
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _place(opening: bytes) -> tuple[int, int] | None:
    found = _PLACE.search(opening)
    return (int(found[2]) - 1, _column(found[1])) if found else None


def _errors(xml: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for cell in _ERROR.finditer(xml):
        place, value = _place(cell[1]), _VALUE.search(cell[2])
        if place and value:
            found[place] = value[1].decode("ascii", errors="replace")
    return found


def _rounded(xml: bytes) -> frozenset[tuple[int, int]]:
    places = set()
    for value in _LONG.finditer(xml):
        opening = xml[xml.rfind(b"<c ", 0, value.start()) : value.start()].split(b">", 1)[0]
        if b't="str"' not in opening and (place := _place(opening)):
            places.add(place)
    return frozenset(places)


def _hidden_columns(xml: bytes, columns: int) -> int:
    hidden = 0
    for found in _HIDDEN_COLUMNS.findall(xml):
        ends = [re.search(rb"\b" + end + rb'="(\d+)"', found) for end in (b"min", b"max")]
        if ends[0] and ends[1]:
            hidden += max(0, min(int(ends[1][1]), columns) - int(ends[0][1]) + 1)
    return hidden


def _first_column(xml: bytes) -> int:
    if _FILLED_FIRST_COLUMN.search(xml):
        return 0
    return min((_column(found[1]) for found in _FILLED.finditer(xml)), default=0)
