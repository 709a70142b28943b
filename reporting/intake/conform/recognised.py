"""Which table is which list: by the number or name it bears, by its title, or else by its headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reporting.intake.conform.headings import Matched, folded, match
from reporting.lists import ANNEX_A, LISTS
from reporting.lists.schema import ListSchema
from reporting.model.received import ReceivedTable

ROWS_SEARCHED = 10
FEWEST_HEADINGS = 3
ENOUGH_OF_LIST = 0.7
ENOUGH_OF_TABLE = 0.5

Headings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Recognised:
    """One table taken for one list. ``heading_row`` is its place in the table; None when no heading row was found."""

    table: ReceivedTable
    by: str  # "name", "title" or "headings"
    heading_row: int | None
    headings: tuple[str, ...]
    matched: Matched


@dataclass(frozen=True)
class Sorted:
    """Every table, by the list it was taken for; ``mistaken`` bear one list's name over another's headings."""

    claims: Mapping[str, tuple[Recognised, ...]]
    mistaken: Mapping[str, tuple[ReceivedTable, str]]
    unused: tuple[ReceivedTable, ...]


def sort_tables(received: Sequence[ReceivedTable], headings: Headings, sends: Collection[str] = ANNEX_A) -> Sorted:
    """Each table given to the list it bears the name of, or whose headings it has, among those that are sent."""
    claims: dict[str, list[Recognised]] = {}
    mistaken: dict[str, tuple[ReceivedTable, str]] = {}
    unused = []
    for table in received:
        named, by = _named(table, sends)
        as_named = _found(table, named, by, headings) if named else None
        if as_named and _looks_like(as_named, LISTS[named]):
            claims.setdefault(named, []).append(as_named)
            continue
        fits = _list_of_headings(table, headings, sends)
        if as_named and fits and fits != named and named not in mistaken:
            mistaken[named] = (table, fits)
        elif as_named and fits in {named, ""}:
            claims.setdefault(named, []).append(as_named)
        elif fits and not named:
            claims.setdefault(fits, []).append(_found(table, fits, "headings", headings))
        else:
            unused.append(table)
    return Sorted({name: tuple(found) for name, found in claims.items()}, mistaken, tuple(unused))


def _named(table: ReceivedTable, sends: Collection[str]) -> tuple[str, str]:
    by_name = list_named(table.source, sends)
    if by_name:
        return by_name, "name"
    above = table.cells.iloc[:2].to_numpy().ravel().tolist()
    titles = [cell for cell in above if isinstance(cell, str) and folded(cell).startswith("list")]
    titled = list_named(titles[0], sends) if len(titles) == 1 else ""
    return titled, "title"


def list_named(text: str, sends: Collection[str] = ANNEX_A) -> str:
    """The list that a sheet, a file or a title bears the name of; "" for none. "List 1" is never "List 10"."""
    schemas = [LISTS[name] for name in sends]
    words = " ".join(re.sub(r"[_\-.:]+", " ", re.sub(r"\.(csv|tsv|txt)$", "", folded(text))).split())
    coded = {folded(schema.code): schema.name for schema in schemas}
    written = {letter + digits for letter, digits in re.findall(r"(?<![a-z0-9])list ?([a-z]?)0*(\d+)(?![0-9])", words)}
    codes = {code for code in written if code.isdigit() or code in coded}
    if codes:
        return coded.get(codes.pop(), "") if len(codes) == 1 else ""
    exact = [schema.name for schema in schemas if words in {schema.name.replace("_", " "), *_names(schema)}]
    return exact[0] if len(exact) == 1 else ""


def _names(schema: ListSchema) -> set[str]:
    return {" ".join(folded(name).replace("_", " ").split()) for name in (schema.title, *schema.sheet_names)}


def _found(table: ReceivedTable, name: str, by: str, headings: Headings) -> Recognised:
    schema, own = LISTS[name], headings.get(name, {})
    best: Recognised | None = None
    for place in range(min(ROWS_SEARCHED, len(table.cells))):
        words = row_of_words(table, place)
        matched = match(words, schema, own)
        if best is None or len(matched.columns) > len(best.matched.columns):
            best = Recognised(table, by, place, words, matched)
    if best is None or len(best.matched.columns) + len(best.matched.rivals) < FEWEST_HEADINGS:
        return Recognised(table, by, None, (), match((), schema, own))
    return best


def row_of_words(table: ReceivedTable, place: int) -> tuple[str, ...]:
    """One row of the table as text, blanks as ""."""
    return tuple(cell if isinstance(cell, str) else "" for cell in table.cells.iloc[place].tolist())


def _looks_like(found: Recognised, schema: ListSchema) -> bool:
    """Whether the table has this list's own columns: its keys, most of the rest, and few of any other's."""
    columns = found.matched.columns
    must = {*schema.key, schema.starts} - {""}
    asked = [column.key for column in schema.columns if not column.later_layout_only]
    headed = sum(1 for heading in found.headings if heading.strip())
    return (
        must <= set(columns)
        and len([key for key in asked if key in columns]) >= ENOUGH_OF_LIST * len(asked)
        and len(columns) >= ENOUGH_OF_TABLE * headed
    )


def _list_of_headings(table: ReceivedTable, headings: Headings, sends: Collection[str]) -> str:
    found = {name: _found(table, name, "headings", headings) for name in sends}
    fitting = {name: len(one.matched.columns) for name, one in found.items() if _looks_like(one, LISTS[name])}
    most = [name for name, count in fitting.items() if count == max(fitting.values())]
    return most[0] if len(most) == 1 else ""
