"""The Annex A heat map: all eleven lists in every district."""

from __future__ import annotations

from collections import Counter

from reporting.model.periods import Week
from reporting.presentation.blocks.annex_a.view import AnnexA
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.heat_maps import district_heat, items_of, rated_message, records_row, theme_of
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.places import BORROWED
from reporting.presentation.briefing.rating import RAG
from reporting.presentation.briefing.shares import ALL_LISTS
from reporting.presentation.views.heat import HeatTheme
from reporting.presentation.words import counted, day_name, some_of

_WHAT_A_ROW_SAYS = (
    "Records right are those that fail no error and no warning. Measures stand as at {day}, or cover the six or twelve "
    "months to that day. Where no cut-off is set a cell is grey, and ▲ or ▼ says only that the district lies "
    "outside what chance would give around the county. “County-wide” is work of teams that serve every district; “no "
    "district recorded” has no team that the register knows."
)


@block(Need.EVERY_MEASURE, Need.FAULTS, Need.ACCURACY, speaks_of=(Week,))
def annex_a(told: Briefing) -> AnnexA:
    """Every list that the council sends, in every district."""
    every = HeatTheme("", (records_row(told, ALL_LISTS, "All lists: records right"),))
    themes = (every, *(theme_of(told, name, items_of(told, name)) for name in told.authority.lists))
    return district_heat(
        AnnexA,
        told,
        themes,
        title="Annex A heat map by district",
        message=_where_records_are_wrong(told, themes),
        notes=(_WHAT_A_ROW_SAYS.format(day=day_name(told.list_date)), BORROWED),
    )


def _where_records_are_wrong(told: Briefing, themes: tuple[HeatTheme, ...]) -> str:
    """The districts in which most lists hold fewer right records than chance explains."""
    rated = rated_message(themes)
    below: Counter[str] = Counter()
    for theme in themes[1:]:
        below.update(cell.unit for cell in theme.rows[0].cells if cell.letter in ("▼", RAG["red"].letter))
    below.pop(told.whole, None)
    if not below:
        return f"No district’s records are less often right than chance explains, on any list. {rated}"
    most = max(below.values())
    names = [unit for unit, count in below.items() if count == most]
    stand = "stands" if len(names) == 1 else "stand"
    return f"{some_of(names)} {stand} out: records are less often right there on {counted(most, 'list')}. {rated}"
