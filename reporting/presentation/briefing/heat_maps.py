"""Lists and their measures in every district: how much of each list is right, and what is counted from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from reporting.lists import LISTS, of_service
from reporting.lists.schema import Service
from reporting.measures.units import has_teams
from reporting.model.figures import Level
from reporting.model.measures import Direction
from reporting.model.periods import Window
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import figure_cell, key_for, share_cell
from reporting.presentation.briefing.pack import Item
from reporting.presentation.briefing.places import REMAINDERS, groups_of, has_people, units_of
from reporting.presentation.views.heat import DistrictHeat, HeatRow, HeatTheme
from reporting.presentation.views.leaves import Printed, Tile
from reporting.presentation.words import counted, sentence

V = TypeVar("V", bound=DistrictHeat)
PAGE_OF_ITS_OWN, FOLLOWING = "page-of-its-own", "following"
WINDOWS = (Window.AS_AT, Window.SIX_MONTHS, Window.TWELVE_MONTHS)
_WINDOW_WORDS = {Window.AS_AT: "", Window.SIX_MONTHS: "6 months", Window.TWELVE_MONTHS: "12 months"}
_CARE = "children_looked_after"
_PLACEMENTS = (
    "looked_after_foster_placements",
    "looked_after_placed_with_parents",
    "looked_after_three_or_more_placements",
    "looked_after_long_term_stability",
)


def items_of(told: Briefing, name: str) -> tuple[Item, ...]:
    """Every measure counted from a list that a week can speak of: numbers first, then shares, rates and days."""
    measures = sorted(
        (one for one in told.indicators.values() if one.list == name),
        key=lambda one: (one.scale.place, one.name),
    )
    found = [Item(one.name, window) for one in measures for window in one.windows if window in WINDOWS]
    return tuple(item for item in found if has_people(told.authority, told.indicators[item.indicator]))


def district_heat(
    view: type[V],
    told: Briefing,
    themes: tuple[HeatTheme, ...],
    *,
    title: str,
    message: str,
    notes: tuple[str, ...],
    key: tuple[Tile, ...] | None = None,
    style: str = PAGE_OF_ITS_OWN,
) -> V:
    """A map of districts; its key is that of the colours and signs in it, where no other is given."""
    units = units_of(told.authority)
    return view(
        title=title,
        message=message,
        style=style,
        whole=told.whole,
        groups=groups_of(told.authority),
        districts=units[: -len(REMAINDERS)],
        remainders=tuple(sentence(unit) for unit in REMAINDERS),
        themes=themes,
        key=key_for(cells_of(themes)) if key is None else key,
        notes=notes,
    )


def cells_of(themes: tuple[HeatTheme, ...]) -> tuple[Printed, ...]:
    """Every cell of a heat map."""
    return tuple(cell for theme in themes for row in theme.rows for cell in row.cells)


def theme_of(told: Briefing, name: str, items: tuple[Item, ...]) -> HeatTheme:
    """A list: how much of it is right, then the measures counted from it."""
    schema = LISTS[name]
    called = "Section 47 and conferences" if name == "section_47_enquiries" else schema.title
    first = records_row(told, name, f"{schema.code} {called}: records right")
    return HeatTheme(schema.title, (first, *(_measure_row(told, item) for item in items)))


def themes_of(told: Briefing, service: Service) -> tuple[HeatTheme, ...]:
    """The lists that a service works from, each with its measures; of children in care those of placements alone."""
    items = {name: items_of(told, name) for name in of_service(service) if name in told.authority.lists}
    if _CARE in items:
        items[_CARE] = tuple(item for item in items[_CARE] if item.indicator in _PLACEMENTS)
    return tuple(theme_of(told, name, own) for name, own in items.items())


def _places(told: Briefing) -> Iterator[tuple[str, str]]:
    yield Level.COUNTY.value, told.whole
    for unit in units_of(told.authority):
        yield Level.DISTRICT.value, unit


def records_row(told: Briefing, about: str, words: str) -> HeatRow:
    """The records right of a list, or of all of them, in every place."""
    whole = told.shares.whole(about, told.period)
    compared = whole if about in LISTS and has_teams(about) else None
    shares = [told.shares.at(about, level, unit, told.period) for level, unit in _places(told)]
    cells = tuple(share_cell(told, share, beside=None if share.level == Level.COUNTY else compared) for share in shares)
    return HeatRow(words, "(%)", cells)


def _measure_row(told: Briefing, item: Item) -> HeatRow:
    indicator = told.indicators[item.indicator]
    low = "low good" if indicator.direction is Direction.LOWER_IS_BETTER else ""
    notes = (indicator.scale.note, _WINDOW_WORDS[item.window], low)
    said = ", ".join(part for part in notes if part)
    cells = tuple(figure_cell(told, item, level, unit) for level, unit in _places(told))
    return HeatRow(indicator.short_title, f"({said})" if said else "", cells)


def rated_message(themes: tuple[HeatTheme, ...]) -> str:
    """How many rows are rated at all, and how many cells are red."""
    rows = [row for theme in themes for row in theme.rows]
    rated = [row for row in rows if any(cell.grade for cell in row.cells)]
    if not rated:
        return (
            f"None of the {len(rows)} rows has a cut-off or a printed band, so none is rated: each is shown as it is."
        )
    poor = sum(cell.grade in ("Red", "Inadequate") for row in rated for cell in row.cells)
    worst = f"; {counted(poor, 'cell is', 'cells are')} red or inadequate" if poor else ""
    return f"{sentence(counted(len(rated), 'row'))} of {len(rows)} can be rated{worst}."
