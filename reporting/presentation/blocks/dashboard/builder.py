"""The dashboard in the form the Improvement Board has always had: measure, four thresholds, last three months."""

from __future__ import annotations

from reporting.model.periods import Month
from reporting.model.settings import MeasureInForce
from reporting.presentation.blocks.dashboard.view import Dashboard, DashboardRow, DashboardTheme
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import Fact, State, signs_explained
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item
from reporting.presentation.views.leaves import Printed
from reporting.presentation.words import (
    BAND_WORDS,
    counted,
    day_name,
    joined,
    month_name,
    month_short,
    sentence,
    window_narrow,
)

MONTHS = 3
_REBUILT = "r"


@block(Need.MEASURES, Need.HISTORY, Need.REBUILT, speaks_of=(Month,))
def dashboard(told: Briefing) -> Dashboard:
    """Every measure of the pack as one row, under its theme."""
    themes = tuple(
        DashboardTheme(theme.name, tuple(_row(told, item) for item in theme.items)) for theme in told.pack.themes
    )
    return Dashboard(
        title="Performance dashboard",
        message=_message(told),
        months=tuple(month_short(told.month.earlier(back)) for back in range(MONTHS - 1, -1, -1)),
        themes=themes,
        notes=_notes(told, themes),
    )


def _message(told: Briefing) -> str:
    total = len(told.pack.items)
    agreed = sum(told.has_threshold(item) for item in told.pack.items)
    if not agreed:
        return f"No thresholds are set for the {total} measures of this board: values are shown without a grade."
    graded = sum(bool(told.this_month(item).band) for item in told.pack.items)
    is_graded = counted(graded, "is graded this month", "are graded this month")
    return f"{sentence(counted(agreed, 'measure has', 'measures have'))} thresholds and {is_graded}."


def _row(told: Briefing, item: Item) -> DashboardRow:
    agreed = told.measure(item)
    printed = {band.grade: band.printed for band in agreed.bands} if agreed else {}
    return DashboardRow(
        measure=told.short(item),
        window=window_narrow(item.window),
        thresholds=tuple(printed.get(grade, "–") for grade in BAND_WORDS) if printed else (),
        no_threshold=_no_threshold(agreed),
        months=tuple(_month(told, item, fact) for fact in told.reported(item, MONTHS)),
        status=told.narrow_status(told.this_month(item)),
    )


def _no_threshold(agreed: MeasureInForce | None) -> str:
    """What stands in the place of thresholds that are not there, or not yet."""
    if agreed and agreed.bands_begin:
        return f"thresholds in force from {day_name(agreed.bands_begin)}"
    return "threshold not set by the board"


def _month(told: Briefing, item: Item, fact: Fact) -> Printed:
    """The month as first reported; where it never was, as rebuilt from this extract and marked so."""
    if fact.state is not State.ABSENT:
        return fact.printed()
    rebuilt = next(found for found in told.rebuilt(item, MONTHS) if found.period == fact.period)
    return rebuilt.printed(style="rebuilt", letter=_REBUILT) if rebuilt.shown else fact.printed()


def _notes(told: Briefing, themes: tuple[DashboardTheme, ...]) -> tuple[str, ...]:
    cells = [cell for theme in themes for row in theme.rows for cell in row.months]
    notes = [*signs_explained(cells)]
    if any(cell.letter == _REBUILT for cell in cells):
        notes.append(f"{_REBUILT} not reported at the time: rebuilt from this month’s extract.")
    if any(row.thresholds for theme in themes for row in theme.rows):
        notes.append(
            "Inad. is inadequate, RI requires improvement, Outst. outstanding; a letter beside a month is its grade."
        )
    if changed := _changed(told):
        notes.append(
            f"Thresholds that are new within these months: {joined(changed)}. A month before that day has the grade "
            "that the thresholds of its own time gave it, if any."
        )
    notes.append(f"As at: on {day_name(told.list_date)}. Month: in {month_name(told.month)}.")
    notes.append("Months are shown as first reported. Bands are this board’s own thresholds, not Ofsted judgements.")
    return tuple(notes)


def _changed(told: Briefing) -> tuple[str, ...]:
    """The measures whose thresholds are in force for some of the months shown and not for the first of them."""
    first = told.month.earlier(MONTHS - 1).last_day
    return tuple(
        f"{told.title(item)}, from {day_name(agreed.bands_since)}"
        for item in told.pack.items
        if (agreed := told.measure(item)) and agreed.bands_since and agreed.bands_since > first
    )
