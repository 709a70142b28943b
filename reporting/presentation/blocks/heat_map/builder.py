"""The Annex A heat map: every measure in every district, with both remainders, so that the parts sum to the whole."""

from __future__ import annotations

from reporting.measures.grading import outside_funnel
from reporting.measures.verdicts import Side
from reporting.model.measures import Direction
from reporting.model.periods import Month
from reporting.presentation.blocks.heat_map.view import HeatMap
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import Fact
from reporting.presentation.briefing.heat_maps import district_heat
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item
from reporting.presentation.briefing.places import BORROWED, REMAINDERS, has_its_own_team, has_people, units_of
from reporting.presentation.views.heat import HeatRow, HeatTheme
from reporting.presentation.views.leaves import Printed, Tile
from reporting.presentation.words import BAND_LETTERS, BAND_WORDS, counted, day_name, month_name, some_of

KEY_SIGNS = (
    Tile("outside", "▲", "higher than chance explains", ""),
    Tile("outside", "▼", "lower than chance explains", ""),
    Tile("suppressed", "[c]", "suppressed", ""),
    Tile("withheld", "[w]", "withheld", ""),
    Tile("not_computable", "[x]", "nobody to count, or no population", ""),
)
_LEFT_OUT = "Left out: {what} per 10,000 children, because no population is held for any district."


@block(Need.MEASURES, speaks_of=(Month,))
def heat_map(told: Briefing) -> HeatMap:
    """Every measure of the pack in every district."""
    units = units_of(told.authority)
    mapped = [
        (theme.name, [item for item in theme.items if has_people(told.authority, told.indicator(item))])
        for theme in told.pack.themes
    ]
    themes = tuple(HeatTheme(name, tuple(_row(told, item, units) for item in items)) for name, items in mapped if items)
    left_out = sum(len(theme.items) for theme in told.pack.themes) - sum(len(items) for _, items in mapped)
    graded = any(told.has_threshold(item) for item in told.pack.items)
    bands = [Tile(band, BAND_LETTERS[band], words, "") for band, words in BAND_WORDS.items()] if graded else []
    return district_heat(
        HeatMap,
        told,
        themes,
        title="Annex A heat map by district",
        message=_message(themes, units),
        key=(*bands, *KEY_SIGNS),
        notes=(
            f"Events are those in {month_name(told.month)}; how things stand is on {day_name(told.list_date)}; other "
            "windows are those of the dashboard. Shading without a letter is not a judgement: it says only that the "
            "district lies outside the limits that chance would give around the county’s figure. “County-wide” is "
            "work held by teams that serve every district; “no district recorded” has no team, or one that is not "
            "in the list of teams. Counts add up to the county.",
            *([BORROWED] if any(not has_its_own_team(told.indicator(item)) for item in told.pack.items) else []),
            *([_LEFT_OUT.format(what=counted(left_out, "rate"))] if left_out else []),
        ),
    )


def _row(told: Briefing, item: Item, units: tuple[str, ...]) -> HeatRow:
    indicator, whole = told.indicator(item), told.this_month(item)
    low = "low is good" if indicator.direction is Direction.LOWER_IS_BETTER else ""
    said = ", ".join(part for part in (indicator.scale.note, low) if part)
    return HeatRow(
        measure=indicator.short_title,
        note=f"({said})" if said else "",
        cells=(whole.printed(plain=True), *(_cell(fact, whole) for fact in told.districts(item, units))),
    )


def _cell(fact: Fact, whole: Fact) -> Printed:
    if not has_its_own_team(fact.indicator):
        return fact.printed(plain=True)
    if fact.band or not fact.shown or not whole.shown or fact.unit in REMAINDERS:
        return fact.printed(plain=True)
    side = outside_funnel(fact.row, whole.row, fact.indicator.scale)
    if not side:
        return fact.printed(plain=True, style="plain")
    return fact.printed(plain=True, style="outside", letter="▲" if side is Side.ABOVE else "▼")


def _message(themes: tuple[HeatTheme, ...], units: tuple[str, ...]) -> str:
    """Which districts stand out on most measures."""
    counts = {unit: 0 for unit in units if unit not in REMAINDERS}
    for cell in (cell for theme in themes for row in theme.rows for cell in row.cells):
        if cell.unit in counts and cell.letter in ("▲", "▼"):
            counts[cell.unit] += 1
    most = max(counts.values(), default=0)
    if not most:
        return "No district stands outside what chance explains on any ungraded measure."
    names = [unit for unit, count in counts.items() if count == most]
    verb, each = ("differs", "") if len(names) == 1 else ("differ", " each")
    return (
        f"{some_of(names)} {verb} from the county by more than chance most often: on {counted(most, 'measure')}{each}."
    )
