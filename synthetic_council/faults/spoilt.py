"""Faults that spoil a whole list: what rests on it can no longer be counted, and must not be printed.

They are put in only when asked for. In an extract with a spoilt list no row of that list has a fault of its own, and
no fault is put in that two lists must tell together (``ACROSS_LISTS``): the truth stays exact for all other lists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import numpy as np

from reporting.lists.schema import Kind, Needed
from synthetic_council.draws import even_chance
from synthetic_council.faults.files import line_of
from synthetic_council.faults.living import chance_of, salt_of
from synthetic_council.printing import Sheet

MISSING, LACKING, SWAPPED, CUT, STUB = 0.05, 0.05, 0.05, 0.02, 0.05
CUT_AT = 5_000
ADOPTERS = "prospective_adopters"
ACROSS_LISTS = frozenset(
    {"P02", "P17", "5.09", "6.07", "6.08", "6.09", "6.10", "6.12", "7.19", "8.06", "8.13", "8.14", "M01", "M02", "M05"}
)
"""Rules that another list, or another extract, must be there for."""

WHOLE = "*"
_DEFAULT = "01/01/1900"
_FEWEST_CELLS = 8
_TELLING = frozenset({Kind.DATE, Kind.CODE, Kind.WHOLE_NUMBER})

Choice = TypeVar("Choice")
Spoilt = dict[str, list[str]]
"""By list, the columns that nothing can be counted with; ``WHOLE`` for the list itself."""


@dataclass
class Spoiling:
    """What was spoilt, and a line about each."""

    lists: Spoilt = field(default_factory=dict)
    lines: list[dict[str, object]] = field(default_factory=list)

    def tell(self, name: str, kind: str, rule: str, columns: list[str]) -> None:
        """Write down that a list was spoilt."""
        self.lists[name] = columns
        self.lines.append(line_of(name, "", kind, rule))


def spoil(seed: int, day: int, sheets: dict[str, Sheet]) -> Spoiling:
    """Spoil some lists for some weeks: missing, cut off, a column missing, two swapped, or list 11 a stub."""
    done = Spoiling()
    for name, sheet in list(sheets.items()):
        rates = {"missing": MISSING, "cut": CUT, "stub": STUB, "lacking": LACKING, "swapped": SWAPPED}
        meant = [kind for kind, rate in rates.items() if chance_of(seed, f"{name} {kind}", day) < rate]
        if "missing" in meant:
            del sheets[name]
            done.tell(name, "list_missing", "F01", [WHOLE])
        elif "cut" in meant and len(sheet.places()) > CUT_AT:
            sheet.cut_at = CUT_AT
            done.tell(name, "cut_off", "F20", [WHOLE])
        elif "stub" in meant and name == ADOPTERS:
            make_a_stub(sheet, done)
        elif "lacking" in meant and optional(sheet):
            leave_out(_one_of(optional(sheet), salt_of(seed, f"{name} lacking")), sheet, done)
        elif "swapped" in meant and neighbours(sheet):
            swap(*_one_of(neighbours(sheet), salt_of(seed, f"{name} swapped")), sheet, done)
    return done


def make_a_stub(sheet: Sheet, done: Spoiling) -> None:
    """Every date of the list becomes the one that a system writes by default: it cannot be a list of this year."""
    for key in [key for key in sheet.keys if sheet.is_date(key)]:
        sheet.rows[key] = _DEFAULT
    done.tell(sheet.schema.name, "stub_of_default_dates", "F17", [WHOLE])


def leave_out(column: str, sheet: Sheet, done: Spoiling) -> None:
    """One column is not in the list."""
    place = sheet.keys.index(column)
    sheet.keys.pop(place)
    sheet.headings.pop(place)
    done.tell(sheet.schema.name, "column_missing", "F03", [column])


def swap(first: str, second: str, sheet: Sheet, done: Spoiling) -> None:
    """The cells of two columns stand under each other's headings."""
    places = sheet.keys.index(first), sheet.keys.index(second)
    headings = [sheet.headings[place] for place in places]
    for place, heading in zip(places, reversed(headings), strict=True):
        sheet.headings[place] = heading
    done.tell(sheet.schema.name, "columns_swapped", "F14", [first, second])


def optional(sheet: Sheet) -> list[str]:
    """Columns that the guidance does not always ask for, and that link no lists."""
    schema = sheet.schema
    linking = {*schema.key, schema.starts, schema.ends, "dob", "age", "team", "worker", "family_id"}
    asked = {column.key for column in schema.columns if column.needed is not Needed.ALWAYS}
    return [key for key in sheet.keys if key in asked - linking]


def neighbours(sheet: Sheet) -> list[tuple[str, str]]:
    """Columns side by side, one of dates and one of codes or numbers, with cells enough to tell which is which."""
    columns = [sheet.schema.column(key) for key in sheet.keys]
    cells = {key: int((sheet.rows[key] != "").sum()) for key in sheet.keys}
    return [
        (one.key, other.key)
        for one, other in pairwise(columns)
        if {one.kind, other.kind} <= _TELLING
        and (one.kind is Kind.DATE) != (other.kind is Kind.DATE)
        and min(cells[one.key], cells[other.key]) >= _FEWEST_CELLS
    ]


def _one_of(choices: list[Choice], salt: int) -> Choice:
    return choices[int(even_chance(np.array([salt]), 29)[0] * len(choices))]
