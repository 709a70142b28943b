"""Project Accuracy: how much of each type of information is right, week by week, for the county and each district."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from reporting.assurance.accuracy import Information
from reporting.model.figures import Level
from reporting.model.scales import Scale
from reporting.presentation.charts import spark
from reporting.presentation.packs.context import Pair
from reporting.presentation.packs.facts import State
from reporting.presentation.packs.heat_map import REMAINDERS, units_of
from reporting.presentation.packs.weekly.context import DistrictSeries, SeriesRow, SparkCell, SparkRow
from reporting.presentation.packs.weekly.heat_maps import key_for
from reporting.presentation.packs.weekly.inputs import WeeklyInputs
from reporting.presentation.packs.weekly.rating import NOT_RATED
from reporting.presentation.packs.weekly.shares import INFORMATION_WORDS, Share
from reporting.presentation.words import counted, day_name, day_short, percentage, rounded, sentence

MOST_WEEKS = 12
_LEAST_SPAN = 5.0
_IN_THE_TABLE = (72.0, 25.0)
_PAGE, _WEEK = 462.0, 33.0  # the room for lines and weeks on the cover, and what a week takes of it
_NOTE = (
    "Each line runs over the same weeks and between the same two values, {low}% and {high}%; the number is this "
    "week’s share of records that are right, and the dot its place."
)
_DASHED = "Dashed: the cut-off that the council has set."


def county_series(told: WeeklyInputs) -> tuple[SeriesRow, ...]:
    """Each type of information for the whole authority, a cell a week."""
    between = _between(told, [told.whole])
    return tuple(_series_row(told, kind, between) for kind in Information)


def weeks_of(told: WeeklyInputs) -> tuple[Pair, ...]:
    """The day and the month of each week’s lists, for a narrow column."""
    days = [day_short(day).split(" ") for day in told.weeks.values()]
    return tuple(Pair(day, month) for day, month in days)


def series_notes(told: WeeklyInputs) -> tuple[str, ...]:
    """What a reader of the weeks must know."""
    said = ["Each column is headed by the day the lists were run; values are per cent of the records checked."]
    if len(told.weeks) == 1:
        said = ["This is the first week in the record: the next report shows how far each has moved."]
    held = [(kind, told.agreed.cut_offs.get(kind.value)) for kind in Information]
    said += [
        f"Dashed line: {INFORMATION_WORDS[kind].lower()} is green from {Scale.PERCENT.as_set(cut.value.green)}. "
        f"{cut.source}"
        for kind, cut in held
        if cut
    ]
    return tuple(said)


def district_series(told: WeeklyInputs) -> DistrictSeries:
    """Each type of information in each district, a line of weeks and this week’s value."""
    units = units_of(told.authority)
    places = [(Level.COUNTY.value, told.whole), *((Level.DISTRICT.value, unit) for unit in units)]
    between = _between(told, [unit for _, unit in places if unit not in REMAINDERS])
    rows = tuple(_spark_row(told, level, unit, between) for level, unit in places)
    return DistrictSeries(
        template="blocks/week_series.html.j2",
        anchor="series",
        title="Accuracy by district",
        message=_message(told, units),
        kinds=tuple(INFORMATION_WORDS[kind] for kind in Information),
        rows=rows,
        key=key_for(tuple(cell.now for row in rows for cell in row.cells), "the districts together"),
        notes=_notes(told, between),
    )


def shares_by_week(told: WeeklyInputs, kind: Information, level: str, unit: str) -> tuple[Share, ...]:
    """The share of each week, oldest first."""
    return tuple(told.shares.at(kind.value, level, unit, week) for week in told.weeks)


def _series_row(told: WeeklyInputs, kind: Information, between: tuple[float, float]) -> SeriesRow:
    shares = shares_by_week(told, kind, Level.COUNTY.value, told.whole)
    cells = (*(share.printed(NOT_RATED) for share in shares[:-1]), told.share_cell(shares[-1], kind.value))
    return SeriesRow(
        INFORMATION_WORDS[kind],
        _line(told, kind, shares, between, (_PAGE - _WEEK * len(shares), 18.0)),
        cells,
        _change(shares),
    )


def _spark_row(told: WeeklyInputs, level: str, unit: str, between: tuple[float, float]) -> SparkRow:
    cells = []
    for kind in Information:
        shares = shares_by_week(told, kind, level, unit)
        beside = _districts_together(told, kind) if level != Level.COUNTY else None
        now = told.share_cell(shares[-1], kind.value, beside=beside)
        line = _line(told, kind, shares, between, _IN_THE_TABLE)
        drawn = tuple(share.printed(NOT_RATED) for share in shares[:-1] if line and share.shown)
        cells.append(SparkCell(now, line, drawn))
    return SparkRow(sentence(unit), "whole" if level == Level.COUNTY else "part", tuple(cells))


def _districts_together(told: WeeklyInputs, kind: Information) -> Share:
    """All districts as one: the county would not do, for rows that nobody can place are of other lists."""
    units = [unit for unit in units_of(told.authority) if unit not in REMAINDERS]
    shares = [told.shares.at(kind.value, Level.DISTRICT.value, unit, told.week) for unit in units]
    checked, right = (sum(getattr(share, count) or 0 for share in shares) for count in ("checked", "right"))
    whole = told.shares.whole(kind.value, told.week)
    return replace(whole, checked=checked, right=right) if checked else replace(whole, state=State.ABSENT)


def _line(
    told: WeeklyInputs,
    kind: Information,
    shares: Sequence[Share],
    between: tuple[float, float],
    size: tuple[float, float],
) -> Markup:
    """The weeks as a line; nothing where there are not two to join."""
    values = [None if share.value is None else float(rounded(share.value)) for share in shares]
    if sum(value is not None for value in values) < 2:
        return Markup("")
    cut_offs = told.cut_offs(kind.value)
    return spark(
        [None if value is None else max(value, between[0]) for value in values],
        between=between,
        cut_off=cut_offs.green if cut_offs else None,
        size=size,
        says=_says(told, kind, shares),
    )


def _says(told: WeeklyInputs, kind: Information, shares: Sequence[Share]) -> str:
    """Every point of the line, oldest first."""
    said = [
        f"{day_short(day)} {share.text}%" for day, share in zip(told.weeks.values(), shares, strict=True) if share.shown
    ]
    return f"{INFORMATION_WORDS[kind]} in {shares[0].unit}, records right by week: {', '.join(said)}."


def _between(told: WeeklyInputs, units: Sequence[str]) -> tuple[float, float]:
    """The ends of the axis that every line of a table shares, with the cut-offs on it."""
    shares = [share for key, share in told.shares.known.items() if key[0] in set(Information) and key[2] in units]
    values = [share.value for share in shares if share.value is not None]
    values += [cut.green for kind in Information if (cut := told.cut_offs(kind.value))]
    low = min(values, default=0.0)
    return max(0.0, min(5.0 * (low // 5), 100.0 - _LEAST_SPAN)), 100.0


def _change(shares: Sequence[Share]) -> str:
    """How far the value moved since the week before."""
    if len(shares) < 2 or shares[-1].value is None or shares[-2].value is None:
        return ""
    return points_moved(shares[-1].value - shares[-2].value)


def points_moved(moved: float) -> str:
    """A movement of so many percentage points, with its sign; "0.0" when it rounds to none."""
    size = rounded(abs(moved))
    return f"{'+' if moved > 0 else '−'}{size:f}" if size else "0.0"


def _notes(told: WeeklyInputs, between: tuple[float, float]) -> tuple[str, ...]:
    """How to read the lines, where there are any."""
    if len(told.weeks) == 1:
        return ("This is the first week in the record, so there is no line of weeks yet.",)
    low, high = (f"{edge:g}" for edge in between)
    dashed = any(told.cut_offs(kind.value) for kind in Information)
    first = day_name(next(iter(told.weeks.values())))
    weeks = f"{sentence(counted(len(told.weeks), 'week'))}, the first with lists run on {first}."
    return (_NOTE.format(low=low, high=high), *([_DASHED] if dashed else []), weeks)


def _message(told: WeeklyInputs, units: Sequence[str]) -> str:
    """Where the lowest share stands, and what type it is of."""
    shares = [
        told.shares.at(kind.value, Level.DISTRICT.value, unit, told.week)
        for kind in Information
        for unit in units
        if unit not in REMAINDERS
    ]
    found = [(share.value, share) for share in shares if share.value is not None]
    if not found:
        return "Nothing was checked in any district this week."
    value, lowest = min(found, key=lambda pair: pair[0])
    county = told.shares.whole(lowest.about, told.week)
    beside = f", against {county.text}% for {told.whole}" if county.shown else ""
    where = f"The lowest share is that of {lowest.measure.lower()} in {lowest.unit}"
    return f"{where}: {percentage(value)}% of records are right{beside}."
