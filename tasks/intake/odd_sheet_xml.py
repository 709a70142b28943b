"""A sheet that is written in an uncommon way, parsed cell by cell."""

from __future__ import annotations

import re
from xml.parsers import expat

from tasks.intake.sheet_xml import LONG_NUMBER, SheetMarks, column_number

_PLACE = re.compile(r"([A-Z]{1,4})(\d{1,10})", flags=re.IGNORECASE)


def parsed_marks(xml: bytes) -> SheetMarks:
    """What the sheet's XML says of its cells. Raises ``ValueError`` when it is no XML."""
    sheet = _Sheet()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = sheet.opens
    parser.EndElementHandler = sheet.closes
    parser.CharacterDataHandler = sheet.says
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as problem:
        raise ValueError(problem.code) from None
    return sheet.marks()


class _Sheet:
    """The cells met so far."""

    def __init__(self) -> None:
        self.row = self.column = -1
        self.kind = self.text = ""
        self.reads = self.filled = False
        self.formulas = self.hidden_rows = self.filters = self.last_formula = 0
        self.hidden_columns: list[tuple[int, int]] = []
        self.errors: dict[tuple[int, int], str] = {}
        self.rounded: set[tuple[int, int]] = set()
        self.places: list[tuple[int, int]] = []

    def opens(self, name: str, said: dict[str, str]) -> None:
        tag = name.rsplit(" ", 1)[-1]
        if tag == "row":
            self.row, self.column = int(said.get("r", self.row + 2)) - 1, -1
            self.hidden_rows += said.get("hidden") in {"1", "true"}
        elif tag == "col" and said.get("hidden") in {"1", "true"}:
            self.hidden_columns.append((int(said.get("min", 1)), int(said.get("max", 1))))
        elif tag == "c":
            self._opens_cell(said)
        elif tag == "filterColumn":
            self.filters += 1
        elif tag in {"v", "is", "f"}:
            self.filled = True
            self.formulas += tag == "f"
            self.last_formula = max(self.last_formula, self.row + 1) if tag == "f" else self.last_formula
            self.reads, self.text = tag == "v", ""

    def _opens_cell(self, said: dict[str, str]) -> None:
        found = _PLACE.fullmatch(said.get("r", ""))
        self.row = int(found[2]) - 1 if found else max(self.row, 0)
        self.column = column_number(found[1].upper().encode()) if found else self.column + 1
        self.kind, self.filled = said.get("t", "n"), False

    def says(self, text: str) -> None:
        if self.reads:
            self.text += text

    def closes(self, name: str) -> None:
        tag, place = name.rsplit(" ", 1)[-1], (self.row, self.column)
        if tag == "v":
            self.reads = False
            if self.kind == "e":
                self.errors[place] = self.text
            elif self.kind == "n" and LONG_NUMBER.fullmatch(self.text):
                self.rounded.add(place)
        elif tag == "c" and self.filled:
            self.places.append(place)

    def marks(self) -> SheetMarks:
        columns = max((column for _, column in self.places), default=-1) + 1
        return SheetMarks(
            self.formulas,
            self.hidden_rows,
            sum(max(0, min(last, columns) - first + 1) for first, last in self.hidden_columns),
            self.filters,
            self.last_formula,
            self.errors,
            frozenset(self.rounded),
            first_column=min((column for _, column in self.places), default=0),
            rows=max((row for row, _ in self.places), default=-1) + 1,
            columns=columns,
        )
