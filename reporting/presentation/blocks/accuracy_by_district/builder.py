"""Project Accuracy: how much of each type of information is right, week by week, for the county and each district."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reporting.assurance.accuracy import Information
from reporting.model.figures import Level
from reporting.model.periods import Week
from reporting.presentation.blocks.accuracy_by_district.view import DistrictSeries, SparkCell, SparkRow
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import cut_offs_of, key_for, share_cell
from reporting.presentation.briefing.facts import State
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.places import REMAINDERS, units_of
from reporting.presentation.briefing.rating import NOT_RATED
from reporting.presentation.briefing.series import between_of, line_of, shares_by_week
from reporting.presentation.briefing.shares import Share
from reporting.presentation.words import (
    INFORMATION_WORDS,
    counted,
    day_name,
    percentage,
    sentence,
)

_IN_THE_TABLE = (72.0, 25.0)
_NOTE = (
    "Each line runs over the same weeks and between the same two values, {low}% and {high}%; the number is this "
    "week’s share of records that are right, and the dot its place."
)
_DASHED = "Dashed: the cut-off that the council has set."


@block(Need.FAULTS, Need.ACCURACY, speaks_of=(Week,))
def accuracy_by_district(told: Briefing) -> DistrictSeries:
    """Each type of information in each district, a line of weeks and this week’s value."""
    units = units_of(told.authority)
    places = [(Level.COUNTY.value, told.whole), *((Level.DISTRICT.value, unit) for unit in units)]
    between = between_of(told, [unit for _, unit in places if unit not in REMAINDERS])
    rows = tuple(_spark_row(told, level, unit, between) for level, unit in places)
    return DistrictSeries(
        title="Accuracy by district",
        message=_message(told, units),
        kinds=tuple(INFORMATION_WORDS[kind] for kind in Information),
        rows=rows,
        key=key_for(tuple(cell.now for row in rows for cell in row.cells), "the districts together"),
        notes=_notes(told, between),
    )


def _spark_row(told: Briefing, level: str, unit: str, between: tuple[float, float]) -> SparkRow:
    cells = []
    for kind in Information:
        shares = shares_by_week(told, kind, level, unit)
        beside = _districts_together(told, kind) if level != Level.COUNTY else None
        now = share_cell(told, shares[-1], kind.value, beside=beside)
        line = line_of(told, kind, shares, between, _IN_THE_TABLE)
        drawn = tuple(share.printed(NOT_RATED) for share in shares[:-1] if line and share.shown)
        cells.append(SparkCell(now, line, drawn))
    return SparkRow(sentence(unit), "whole" if level == Level.COUNTY else "part", tuple(cells))


def _districts_together(told: Briefing, kind: Information) -> Share:
    """All districts as one: the county would not do, for rows that nobody can place are of other lists."""
    units = [unit for unit in units_of(told.authority) if unit not in REMAINDERS]
    shares = [told.shares.at(kind.value, Level.DISTRICT.value, unit, told.period) for unit in units]
    checked, right = (sum(getattr(share, count) or 0 for share in shares) for count in ("checked", "right"))
    whole = told.shares.whole(kind.value, told.period)
    return replace(whole, checked=checked, right=right) if checked else replace(whole, state=State.ABSENT)


def _notes(told: Briefing, between: tuple[float, float]) -> tuple[str, ...]:
    """How to read the lines, where there are any."""
    if len(told.days) == 1:
        return ("This is the first week in the record, so there is no line of weeks yet.",)
    low, high = (f"{edge:g}" for edge in between)
    dashed = any(cut_offs_of(told, kind.value) for kind in Information)
    first = day_name(next(iter(told.days.values())))
    weeks = f"{sentence(counted(len(told.days), 'week'))}, the first with lists run on {first}."
    return (_NOTE.format(low=low, high=high), *([_DASHED] if dashed else []), weeks)


def _message(told: Briefing, units: Sequence[str]) -> str:
    """Where the lowest share stands, and what type it is of."""
    shares = [
        told.shares.at(kind.value, Level.DISTRICT.value, unit, told.period)
        for kind in Information
        for unit in units
        if unit not in REMAINDERS
    ]
    found = [(share.value, share) for share in shares if share.value is not None]
    if not found:
        return "Nothing was checked in any district this week."
    value, lowest = min(found, key=lambda pair: pair[0])
    county = told.shares.whole(lowest.about, told.period)
    beside = f", against {county.text}% for {told.whole}" if county.shown else ""
    where = f"The lowest share is that of {lowest.measure.lower()} in {lowest.unit}"
    return f"{where}: {percentage(value)}% of records are right{beside}."
