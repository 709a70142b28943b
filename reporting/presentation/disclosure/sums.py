"""The numbers that a report prints, and the sums that tie them together."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np

from reporting.model.figures import AGE_GROUPS, COUNTY_WIDE, NO_DISTRICT, OTHER_AGES, Level
from reporting.model.periods import Period, period_named
from reporting.model.settings import Authority
from reporting.presentation.disclosure.attack import Sum
from reporting.presentation.disclosure.counts import SUBJECT, CountTable

_TABLE = ["period", "basis", "window", "name"]
_PLACE = ["level", "unit"]
_ROUNDING = 1e-6

Cell = tuple[int, str]  # a row and one of its counts


@dataclass(frozen=True)
class DisclosureQuantities:
    """Every quantity behind a report's counts, numbered.

    ``rows`` says which rows print each quantity (or let it be read off at once), ``children`` whether it is a count of
    children in any of them, ``answers`` whether it is what a row tells and not only what follows from it.
    """

    values: np.ndarray
    rows: tuple[tuple[int, ...], ...]
    children: tuple[bool, ...]
    answers: tuple[bool, ...]
    sums: tuple[Sum, ...]


def quantities_of(table: CountTable, authority: Authority) -> DisclosureQuantities:
    """The quantities of a table of counts, and every sum of them that holds."""
    cells = _cells(table)
    at = _numbered(cells, table)
    size = max(at.values(), default=-1) + 1
    values, children, answers = np.zeros(size), [False] * size, [False] * size
    rows: list[dict[int, None]] = [{} for _ in range(size)]
    names = list(table.rows["name"])
    for (row, count), number in at.items():
        makeup = table.makeups[names[row]]
        values[number] = cells[row, count]
        rows[number][row] = None
        children[number] |= count in makeup.children
        answers[number] |= count in makeup.answers
    sums = {*_within_rows(at, table), *_across_rows(at, table, authority)}
    return DisclosureQuantities(
        values=values,
        rows=tuple(tuple(own) for own in rows),
        children=tuple(children),
        answers=tuple(answers),
        sums=tuple(one for one in sorted(sums, key=lambda one: one.quantities) if _holds(one, values)),
    )


def _cells(table: CountTable) -> dict[Cell, float]:
    """The counts of every row that has any."""
    columns = {count: list(table.rows[count]) for makeup in table.makeups.values() for count in makeup.counts}
    return {
        (row, count): float(columns[count][row])
        for row, name in enumerate(table.rows["name"])
        for count in table.makeups[name].counts
        if not np.isnan(columns[count][row])
    }


def _numbered(cells: Mapping[Cell, float], table: CountTable) -> dict[Cell, int]:
    """A number for every quantity. Two columns of the same subject that agree in every unit are one quantity."""
    numbers: dict[Hashable, int] = {}
    at: dict[Cell, int] = {}
    every, subjects = list(table.rows["unit"]), list(table.rows[SUBJECT])
    for key, rows in table.rows.groupby([*_TABLE, "level"], sort=False).groups.items():
        period, basis, window, name, level = cast("tuple[str, ...]", key)
        units = tuple(every[row] for row in rows)
        for count in table.makeups[name].counts:
            column = tuple(cells.get((row, count), -1.0) for row in rows)
            alike = (subjects[rows[0]], column) if any(column) else (name, count)
            for row, unit in zip(rows, units, strict=True):
                if (row, count) in cells:
                    quantity = (period, basis, window, level, units, alike, unit)
                    at[row, count] = numbers.setdefault(quantity, len(numbers))
    return at


def _within_rows(at: Mapping[Cell, int], table: CountTable) -> Iterator[Sum]:
    """What the counts of one row make together: yes and no, those whose answer is known."""
    for row, name in enumerate(table.rows["name"]):
        for whole, *parts in table.makeups[name].sums:
            if (row, whole) in at:
                yield Sum(at[row, whole], tuple(at[row, part] for part in parts))


def _across_rows(at: Mapping[Cell, int], table: CountTable, authority: Authority) -> Iterator[Sum]:
    """Units make the units they lie in, age groups and places make the county; and what the table adds of its own."""
    names = list(table.rows["name"])
    keys = zip(*(table.rows[name] for name in (*_TABLE, *_PLACE)), strict=True)
    places = {key: row for row, key in enumerate(keys)}
    wholes: dict[tuple[int, str], list[int]] = {}
    parents = {period: _parents(authority, period_named(period)) for period in table.rows["period"].unique()}
    for (*key, level, unit), row in places.items():
        for above, its_unit in parents[key[0]].get((level, unit), ()):
            if (whole := places.get((*key, above, its_unit or authority.county_unit))) is not None:
                wholes.setdefault((whole, level), []).append(row)
    adding = [*((whole, parts) for (whole, _), parts in wholes.items()), *table.further]
    for whole, parts in adding:
        for count in table.makeups[names[whole]].parts:
            if (whole, count) in at and all((part, count) in at for part in parts):
                yield Sum(at[whole, count], tuple(at[part, count] for part in parts))


def _parents(authority: Authority, period: Period) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """The units that each unit counts towards; a unit of "" stands for the whole authority."""
    above: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    county = (Level.COUNTY.value, "")
    for team in authority.teams:
        if team.starts <= period.last_day and (team.ends is None or team.ends >= period.first_day):
            above[Level.TEAM.value, team.name] = ((Level.DISTRICT.value, team.district), county)
            above[Level.DISTRICT.value, team.district] = ((Level.LOCALITY.value, team.locality), county)
            above[Level.LOCALITY.value, team.locality] = (county,)
    above[Level.TEAM.value, NO_DISTRICT] = ((Level.DISTRICT.value, NO_DISTRICT), county)
    for remainder in (NO_DISTRICT, COUNTY_WIDE):
        above[Level.DISTRICT.value, remainder] = ((Level.LOCALITY.value, remainder), county)
        above[Level.LOCALITY.value, remainder] = (county,)
    return above | {(Level.AGE_GROUP.value, group): (county,) for group in (*AGE_GROUPS, OTHER_AGES)}


def _holds(one: Sum, values: np.ndarray) -> bool:
    """Whether the numbers really add up: a sum that does not hold tells nobody anything."""
    return bool(abs(values[one.whole] - values[list(one.parts)].sum()) < _ROUNDING)
