"""The heat maps by district: all of Annex A, Fostering and Adoption, and Early Help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reporting.lists import LISTS, of_service
from reporting.lists.schema import Service
from reporting.measures.units import has_teams
from reporting.model.figures import Level
from reporting.model.measures import DefinedMeasure, Direction
from reporting.model.periods import Window
from reporting.presentation.packs.context import HeatRow, HeatTheme, Printed, Tile
from reporting.presentation.packs.facts import SIGNS, State
from reporting.presentation.packs.heat_map import BORROWED, REMAINDERS, groups_of, units_of
from reporting.presentation.packs.pack import Item
from reporting.presentation.packs.weekly.context import WeekHeat
from reporting.presentation.packs.weekly.inputs import WeeklyInputs
from reporting.presentation.packs.weekly.rating import RAG, key_of
from reporting.presentation.packs.weekly.shares import ALL_LISTS
from reporting.presentation.words import counted, day_name, sentence, some_of

WINDOWS = (Window.AS_AT, Window.SIX_MONTHS, Window.TWELVE_MONTHS)
_WINDOW_WORDS = {Window.AS_AT: "", Window.SIX_MONTHS: "6 months", Window.TWELVE_MONTHS: "12 months"}
_CARE = "children_looked_after"
_PLACEMENTS = (
    "looked_after_foster_placements",
    "looked_after_placed_with_parents",
    "looked_after_three_or_more_placements",
    "looked_after_long_term_stability",
)
_SIGNS = {
    State.SUPPRESSED: "suppressed",
    State.WITHHELD: "withheld",
    State.NOT_COMPUTABLE: "nobody to count",
    State.ABSENT: "no records to check",
}
_WHAT_A_ROW_SAYS = (
    "Records right are those that fail no error and no warning. Measures stand as at {day}, or cover the six or twelve "
    "months to that day. Where no cut-off is set a cell is grey, and ▲ or ▼ says only that the district lies "
    "outside what chance would give around the county. “County-wide” is work of teams that serve every district; “no "
    "district recorded” has no team that the register knows."
)
_NOT_IN_FOSTERING = (
    "Annex A does not hold foster carers, enquiries, approvals or vacancies, hard-to-find placements, or placements "
    "found in house: those need the council’s own returns. The adoption scorecard’s own indicators are not listed "
    "anywhere, so they are not graded here. List 11 holds adopters and not children; no measure is agreed on it yet."
)
_NOT_IN_EARLY_HELP = (
    "Annex A lists early help assessments that began in the last six months. It cannot tell how many families are "
    "supported, what integrated teams do in a district, whether step-downs end well, or 10% growth in assessments over "
    "twelve months: there is no baseline, and the list goes back six months. Those need an early help return."
)


def items_of(told: WeeklyInputs, name: str) -> tuple[Item, ...]:
    """Every measure counted from a list that a week can speak of: numbers first, then shares, rates and days."""
    measures = sorted(
        (one for one in told.indicators.values() if one.list == name),
        key=lambda one: (one.scale.place, one.name),
    )
    found = [Item(one.name, window) for one in measures for window in one.windows if window in WINDOWS]
    return tuple(item for item in found if _has_people(told, told.indicators[item.indicator]))


def annex_a(told: WeeklyInputs) -> WeekHeat:
    """Every list that the council sends, in every district."""
    every = HeatTheme("", (_records_row(told, ALL_LISTS, "All lists: records right"),))
    themes = (every, *(_theme(told, name, items_of(told, name)) for name in told.authority.lists))
    return _heat_map(
        told,
        themes,
        anchor="annex_a",
        title="Annex A heat map by district",
        message=_where_records_are_wrong(told, themes),
        notes=(_WHAT_A_ROW_SAYS.format(day=day_name(told.list_date)), BORROWED),
    )


def fostering_and_adoption(told: WeeklyInputs) -> WeekHeat:
    """Placements, adoption and adopters in every district."""
    themes = _themes_of(told, Service.FOSTERING_AND_ADOPTION)
    return _heat_map(
        told,
        themes,
        anchor="fostering_and_adoption",
        title="Fostering and Adoption heat map",
        message=_rated_message(themes),
        notes=(_NOT_IN_FOSTERING,),
    )


def early_help(told: WeeklyInputs) -> WeekHeat:
    """Early help assessments and the contacts that come before them, in every district."""
    themes = _themes_of(told, Service.EARLY_HELP)
    return _heat_map(
        told,
        themes,
        anchor="early_help",
        title="Early Help heat map",
        message=_rated_message(themes),
        notes=(_NOT_IN_EARLY_HELP, BORROWED),
        style="following",
    )


def _themes_of(told: WeeklyInputs, service: Service) -> tuple[HeatTheme, ...]:
    """The lists that a service works from, each with its measures; of children in care those of placements alone."""
    items = {name: items_of(told, name) for name in of_service(service) if name in told.authority.lists}
    if _CARE in items:
        items[_CARE] = tuple(item for item in items[_CARE] if item.indicator in _PLACEMENTS)
    return tuple(_theme(told, name, own) for name, own in items.items())


def _heat_map(
    told: WeeklyInputs,
    themes: tuple[HeatTheme, ...],
    *,
    anchor: str,
    title: str,
    message: str,
    notes: tuple[str, ...],
    style: str = "page-of-its-own",
) -> WeekHeat:
    units = units_of(told.authority)
    return WeekHeat(
        template="blocks/week_heat.html.j2",
        anchor=anchor,
        title=title,
        message=message,
        style=style,
        whole=told.whole,
        width=str(len(units) + 2),
        groups=groups_of(told.authority),
        districts=units[: -len(REMAINDERS)],
        remainders=tuple(sentence(unit) for unit in REMAINDERS),
        themes=themes,
        key=key_for(cells_of(themes)),
        notes=notes,
    )


def cells_of(themes: tuple[HeatTheme, ...]) -> tuple[Printed, ...]:
    """Every cell of a heat map."""
    return tuple(cell for theme in themes for row in theme.rows for cell in row.cells)


def key_for(cells: tuple[Printed, ...], beside: str = "the county") -> tuple[Tile, ...]:
    """What the colours, arrows and signs among the cells stand for."""
    styles, letters = {cell.style for cell in cells}, {cell.letter for cell in cells}
    arrows = [("▲", f"above {beside} by more than chance"), ("▼", f"below {beside} by more than chance")]
    signs = [Tile(state.value, SIGNS[state], words, "") for state, words in _SIGNS.items() if state.value in styles]
    return (*key_of(styles), *(Tile("outside", sign, words, "") for sign, words in arrows if sign in letters), *signs)


def _theme(told: WeeklyInputs, name: str, items: tuple[Item, ...]) -> HeatTheme:
    schema = LISTS[name]
    called = "Section 47 and conferences" if name == "section_47_enquiries" else schema.title
    first = _records_row(told, name, f"{schema.code} {called}: records right")
    return HeatTheme(schema.title, (first, *(_measure_row(told, item) for item in items)))


def _places(told: WeeklyInputs) -> Iterator[tuple[str, str]]:
    yield Level.COUNTY.value, told.whole
    for unit in units_of(told.authority):
        yield Level.DISTRICT.value, unit


def _records_row(told: WeeklyInputs, about: str, words: str) -> HeatRow:
    whole = told.shares.whole(about, told.week)
    compared = whole if about in LISTS and has_teams(about) else None
    cells = tuple(
        told.share_cell(told.shares.at(about, level, unit, told.week), beside=compared if level != "county" else None)
        for level, unit in _places(told)
    )
    return HeatRow(words, "(%)", cells)


def _measure_row(told: WeeklyInputs, item: Item) -> HeatRow:
    indicator = told.indicators[item.indicator]
    low = "low good" if indicator.direction is Direction.LOWER_IS_BETTER else ""
    notes = (indicator.scale.note, _WINDOW_WORDS[item.window], low)
    said = ", ".join(part for part in notes if part)
    cells = tuple(told.figure_cell(item, level, unit) for level, unit in _places(told))
    return HeatRow(indicator.short_title, f"({said})" if said else "", cells)


def _has_people(told: WeeklyInputs, indicator: DefinedMeasure) -> bool:
    """A rate needs a population for its districts."""
    people_of = {population.unit for population in told.authority.populations}
    return not indicator.scale.needs_population or bool(people_of & set(told.authority.districts))


def _where_records_are_wrong(told: WeeklyInputs, themes: tuple[HeatTheme, ...]) -> str:
    """The districts in which most lists hold fewer right records than chance explains."""
    rated = _rated_message(themes)
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


def _rated_message(themes: tuple[HeatTheme, ...]) -> str:
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
