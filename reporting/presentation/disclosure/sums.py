"""The numbers that a pack prints, and the sums that tie them together."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

import numpy as np
import pandas as pd

from reporting.model.figures import AGE_GROUPS, COUNTY_WIDE, NO_DISTRICT, OTHER_AGES, Level
from reporting.model.periods import Cadence, Month, Period, Window, period_named
from reporting.model.scales import CountPart, Scale
from reporting.model.settings import Authority
from reporting.presentation.disclosure.attack import Sum
from reporting.presentation.disclosure.derived import subjects_of

_TABLE = ["period", "basis", "indicator", "window"]
_PLACE = ["level", "unit"]
_MONTHS = 6
_ROUNDING = 1e-6

Cell = tuple[int, CountPart]  # a row and a kind of count


class Counted(Protocol):
    """What disclosure needs to know of something counted: an indicator, or the records of a list."""

    @property
    def scale(self) -> Scale:
        """What its counts make together."""

    @property
    def list(self) -> str:
        """The list whose rows are counted: two columns of one list that agree everywhere are the same children."""


@dataclass(frozen=True)
class DisclosureQuantities:
    """Every quantity behind a pack's figures, numbered.

    ``rows`` says which rows print each quantity (or let it be read off at once), ``kinds`` what it is in them.
    """

    values: np.ndarray
    rows: tuple[tuple[int, ...], ...]
    kinds: tuple[frozenset[CountPart], ...]
    sums: tuple[Sum, ...]


def ledger_of(figures: pd.DataFrame, authority: Authority, indicators: Mapping[str, Counted]) -> DisclosureQuantities:
    """The ledger of figures whose index runs from nought."""
    cells = _cells(figures, indicators)
    at = _numbered(cells, figures, indicators)
    size = max(at.values(), default=-1) + 1
    values = np.zeros(size)
    rows: list[dict[int, None]] = [{} for _ in range(size)]
    kinds: list[set[CountPart]] = [set() for _ in range(size)]
    for (row, kind), number in at.items():
        values[number] = cells[row, kind]
        rows[number][row] = None
        kinds[number].add(kind)
    sums = {*_within_rows(at, figures, indicators), *_across_rows(at, figures, authority)}
    return DisclosureQuantities(
        values=values,
        rows=tuple(tuple(own) for own in rows),
        kinds=tuple(frozenset(own) for own in kinds),
        sums=tuple(one for one in sorted(sums, key=lambda one: one.quantities) if _holds(one, values)),
    )


def _cells(figures: pd.DataFrame, indicators: Mapping[str, Counted]) -> dict[Cell, float]:
    """The counts behind every row that has any."""
    cells: dict[Cell, float] = {}
    columns = ("indicator", "yes", "no", "unknown")
    for row, name, yes, no, unknown in zip(figures.index, *(figures[column] for column in columns), strict=True):
        if pd.notna(yes) and pd.notna(no):
            counts = indicators[name].scale.composition.counts(yes, no, float(unknown))
            cells |= {(row, kind): float(count) for kind, count in counts.items()}
    return cells


def _numbered(cells: Mapping[Cell, float], figures: pd.DataFrame, indicators: Mapping[str, Counted]) -> dict[Cell, int]:
    """A number for every quantity. Two columns of the same subject that agree in every unit are one quantity."""
    subjects = subjects_of(indicators)
    numbers: dict[Hashable, int] = {}
    at: dict[Cell, int] = {}
    for table, rows in figures.groupby([*_TABLE, "level"], sort=False).groups.items():
        period, basis, indicator, window, level = cast("tuple[str, ...]", table)
        units = tuple(figures.loc[rows, "unit"])
        for kind in indicators[indicator].scale.composition.parts:
            column = tuple(cells.get((row, kind), -1.0) for row in rows)
            alike = (subjects[indicator], column) if any(column) else (indicator, kind)
            for row, unit in zip(rows, units, strict=True):
                if (row, kind) in cells:
                    name = (period, basis, window, level, units, alike, unit)
                    at[row, kind] = numbers.setdefault(name, len(numbers))
    return at


def _within_rows(at: Mapping[Cell, int], figures: pd.DataFrame, indicators: Mapping[str, Counted]) -> Iterator[Sum]:
    """Yes and no make those whose answer is known; with the not known, they make the cohort."""
    for row, name in zip(figures.index, figures["indicator"], strict=True):
        for whole, *parts in indicators[name].scale.composition.sums:
            if (row, whole) in at:
                yield Sum(at[row, whole], tuple(at[row, part] for part in parts))


def _across_rows(at: Mapping[Cell, int], figures: pd.DataFrame, authority: Authority) -> Iterator[Sum]:
    """Units make the units they lie in, age groups and places make the county, and six months make half a year."""
    places = {key: row for row, key in enumerate(zip(*(figures[name] for name in (*_TABLE, *_PLACE)), strict=True))}
    wholes: dict[tuple[int, str], list[int]] = {}
    parents = {period: _parents(authority, period_named(period)) for period in figures["period"].unique()}
    for (*table, level, unit), row in places.items():
        for above, its_unit in parents[table[0]].get((level, unit), ()):
            if (whole := places.get((*table, above, its_unit or authority.county_unit))) is not None:
                wholes.setdefault((whole, level), []).append(row)
    for (whole, _), parts in wholes.items():
        yield from _sums_of(at, whole, parts)
    for key, whole in places.items():
        for months in _six_months(key, places):
            yield from _sums_of(at, whole, months)


def _sums_of(at: Mapping[Cell, int], whole: int, parts: list[int]) -> Iterator[Sum]:
    for kind in (CountPart.YES, CountPart.NO, CountPart.UNKNOWN):  # and with these, whatever they make
        if (whole, kind) in at and all((part, kind) in at for part in parts):
            yield Sum(at[whole, kind], tuple(at[part, kind] for part in parts))


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


def _six_months(key: tuple[str, ...], places: Mapping[tuple[str, ...], int]) -> Iterator[list[int]]:
    """The months that make a half year: this one with the five before, as rebuilt or as first reported."""
    period, basis, indicator, window, *place = key
    if window != Window.SIX_MONTHS or period_named(period).cadence is not Cadence.MONTHLY:
        return
    for told in ("rebuilt", "reported"):
        wanted = [(month, told if back else basis) for back, month in enumerate(_half_year(period))]
        found = [places.get((month, of, indicator, Window.MONTH.value, *place)) for month, of in wanted]
        months = [row for row in found if row is not None]
        if len(months) == _MONTHS:
            yield months


@cache
def _half_year(period: str) -> tuple[str, ...]:
    return tuple(str(Month.parse(period).earlier(back)) for back in range(_MONTHS))


def _holds(one: Sum, values: np.ndarray) -> bool:
    """Whether the numbers really add up: a sum that does not hold tells nobody anything."""
    return bool(abs(values[one.whole] - values[list(one.parts)].sum()) < _ROUNDING)
