"""What is wrong with the headings of one list."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.intake.conform.distinct import Distinct
from reporting.intake.conform.faults import counted, fault, named, quoted
from reporting.intake.conform.headings import Matched, nearest
from reporting.lists.schema import ListSchema
from reporting.model.quality import Finding


def letters(place: int) -> str:
    """The place of a column as a spreadsheet letters it."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def later_layout(schema: ListSchema, matched: Matched) -> bool:
    """Whether the list has any of the columns that only the later layout has."""
    return any(column.later_layout_only and column.key in matched.columns for column in schema.columns)


def heading_faults(
    schema: ListSchema, matched: Matched, headings: Sequence[str], cells: Sequence[Distinct]
) -> list[Finding]:
    """Columns not found, found twice, without a heading, or not of the list."""
    return [
        *_doubled(schema, matched, headings),
        *_lacking(schema, matched, headings),
        *_extra(schema, matched, headings),
        *_unheaded(schema, matched, cells),
        *_layout(schema, matched),
    ]


def _doubled(schema: ListSchema, matched: Matched, headings: Sequence[str]) -> list[Finding]:
    found = []
    for key, places in matched.rivals.items():
        where = quoted([f"{headings[place].strip()} (column {letters(place)})" for place in places])
        both = f"In {named(schema)}, {where} both look like “{schema.column(key).header}”"
        same = key in matched.columns
        says = f"{both} and hold the same cells: the first was used." if same else f"{both}. Neither was used."
        found.append(fault("F04", schema.name, len(headings), len(places), says))
    for place in matched.torn:
        heading = headings[place].strip()
        says = f"In {named(schema)}, “{heading}” looks like more than one column of the list. It was not used."
        found.append(fault("F04", schema.name, len(headings), 1, says))
    return found


def _lacking(schema: ListSchema, matched: Matched, headings: Sequence[str]) -> list[Finding]:
    later = later_layout(schema, matched)
    spare = [headings[place] for place in (*matched.extra, *matched.torn)]
    found = []
    for key in matched.lacking(schema):
        column = schema.column(key)
        if key in matched.rivals or (column.later_layout_only and not later):
            continue
        near = nearest(column.header, spare)
        ending = f" The nearest heading found is “{near.strip()}”." if near else ""
        says = f"Column “{column.header}” is missing from {named(schema)}.{ending}"
        found.append(fault("F03", schema.name, len(schema.columns), 1, says))
    return found


def _extra(schema: ListSchema, matched: Matched, headings: Sequence[str]) -> list[Finding]:
    if not matched.extra:
        return []
    names = quoted([headings[place] for place in matched.extra])
    says = (
        f"{counted(len(matched.extra), 'column')} of {named(schema)} not in the guidance, kept but not used: {names}."
    )
    return [fault("F05", schema.name, len(headings), len(matched.extra), says)]


def _unheaded(schema: ListSchema, matched: Matched, cells: Sequence[Distinct]) -> list[Finding]:
    filled = [place for place in matched.unheaded if cells[place].filled.any()]
    return [
        fault(
            "F06",
            schema.name,
            len(cells),
            1,
            f"Column {letters(place)} of {named(schema)} has cells but no heading. It was not used.",
        )
        for place in filled
    ]


def _layout(schema: ListSchema, matched: Matched) -> list[Finding]:
    later = [column.header for column in schema.columns if column.later_layout_only]
    if not later or later_layout(schema, matched):
        return []
    without = f"{named(schema)} follows the 2019 layout, without {quoted(later)}"
    return [fault("F15", schema.name, len(later), len(later), f"{without}: what rests on them cannot be counted.")]
