"""Each type of information for the whole authority, a line and a cell a week."""

from __future__ import annotations

from reporting.assurance.accuracy import Information
from reporting.model.figures import Level
from reporting.model.scales import Scale
from reporting.presentation.blocks.week_cover.view import SeriesRow
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import share_cell
from reporting.presentation.briefing.rating import NOT_RATED
from reporting.presentation.briefing.series import between_of, change_of, line_of, shares_by_week
from reporting.presentation.views.leaves import Pair
from reporting.presentation.words import INFORMATION_WORDS, day_short

_PAGE, _WEEK = 462.0, 33.0  # the room for lines and weeks on the cover, and what a week takes of it


def county_series(told: Briefing) -> tuple[SeriesRow, ...]:
    """Each type of information for the whole authority, a cell a week."""
    between = between_of(told, [told.whole])
    return tuple(_series_row(told, kind, between) for kind in Information)


def weeks_of(told: Briefing) -> tuple[Pair, ...]:
    """The day and the month of each week’s lists, for a narrow column."""
    days = [day_short(day).split(" ") for day in told.days.values()]
    return tuple(Pair(day, month) for day, month in days)


def series_notes(told: Briefing) -> tuple[str, ...]:
    """What a reader of the weeks must know."""
    said = ["Each column is headed by the day the lists were run; values are per cent of the records checked."]
    if len(told.days) == 1:
        said = ["This is the first week in the record: the next report shows how far each has moved."]
    held = [(kind, told.agreed.cut_offs.get(kind.value)) for kind in Information]
    said += [
        f"Dashed line: {INFORMATION_WORDS[kind].lower()} is green from {Scale.PERCENT.as_set(cut.value.green)}. "
        f"{cut.source}"
        for kind, cut in held
        if cut
    ]
    return tuple(said)


def _series_row(told: Briefing, kind: Information, between: tuple[float, float]) -> SeriesRow:
    shares = shares_by_week(told, kind, Level.COUNTY.value, told.whole)
    cells = (*(share.printed(NOT_RATED) for share in shares[:-1]), share_cell(told, shares[-1], kind.value))
    return SeriesRow(
        INFORMATION_WORDS[kind],
        line_of(told, kind, shares, between, (_PAGE - _WEEK * len(shares), 18.0)),
        cells,
        change_of(shares),
    )
