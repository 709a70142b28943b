"""Figures, shares and counts as cells with their colour, for tables that rate by the council's cut-offs."""

from __future__ import annotations

from dataclasses import replace

from reporting.assurance.withholding import kept_back
from reporting.measures.grading import outside_funnel
from reporting.measures.verdicts import Side
from reporting.model.figures import Level
from reporting.model.periods import Period, Window
from reporting.model.scales import Scale
from reporting.model.settings import CutOffs
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import REPORTED, SIGNS, Fact, State
from reporting.presentation.briefing.pack import Item
from reporting.presentation.briefing.places import REMAINDERS, has_its_own_team
from reporting.presentation.briefing.rating import Rating, key_of, rating_of
from reporting.presentation.briefing.shares import Share
from reporting.presentation.views.leaves import Printed, Tile

RECORDS_RIGHT = "records_right"
AS_AT = Window.AS_AT.value
ARROWS = {Side.ABOVE: "▲", Side.BELOW: "▼", Side.WITHIN: ""}
_TURNED = {Side.ABOVE: "▼", Side.BELOW: "▲", Side.WITHIN: ""}  # asked of the wrong ones, which are fewer to add up
_SIGNS = {
    State.SUPPRESSED: "suppressed",
    State.WITHHELD: "withheld",
    State.NOT_COMPUTABLE: "nobody to count",
    State.ABSENT: "no records to check",
}


def cut_offs_of(told: Briefing, name: str) -> CutOffs | None:
    """Where the colours of something change, when the council has said so."""
    held = told.agreed.cut_offs.get(name)
    return held.value if held else None


def withheld_before(told: Briefing) -> int:
    """How many figures for the whole authority were withheld the period before."""
    kept = kept_back(told.before.figures) if told.before else kept_back(told.now.figures).iloc[:0]
    return int((kept["level"].astype(str) == Level.COUNTY.value).sum())


def withheld_now(told: Briefing) -> tuple[Fact, ...]:
    """Figures for the whole authority that the data cannot support."""
    kept = kept_back(told.now.figures)
    kept = kept[kept["level"].astype(str) == Level.COUNTY.value]
    items = [Item(str(name), Window(window)) for name, window in zip(kept["indicator"], kept["window"], strict=True)]
    return tuple(told.facts.whole(item, told.period) for item in items if item.indicator in told.indicators)


def figure_cell(told: Briefing, item: Item, level: str, unit: str) -> Printed:
    """A figure with its colour, or with an arrow where it lies outside what chance would give."""
    fact = told.facts.at(item, told.period, level=level, unit=unit)
    rating = _rated_figure(told, fact)
    arrow = "" if rating.letter or level == Level.COUNTY else _figure_arrow(told, fact, item)
    style = rating.style if fact.shown else fact.state.value
    cell = fact.printed(plain=True, style="outside" if arrow else style, letter=rating.letter or arrow)
    return replace(cell, grade=rating.words)


def share_cell(told: Briefing, share: Share, cut_offs: str = RECORDS_RIGHT, *, beside: Share | None = None) -> Printed:
    """A share with its colour; ``beside`` is the whole it may lie outside of."""
    rating = rated(told, share, cut_offs)
    return share.printed(rating, letter="" if rating.letter else _share_arrow(share, beside))


def rated(told: Briefing, share: Share, cut_offs: str) -> Rating:
    """The rating of a share."""
    return rating_of(share.value, share.checked, "", cut_offs_of(told, cut_offs), told.agreed.smallest_graded)


def number(
    what: str,
    words: str,
    value: str,
    *,
    told_of: Period,
    level: str,
    unit: str,
    window: str = "week",
    style: str = "",
) -> Printed:
    """A count as a cell, and what it is a count of."""
    return Printed(what, words, window, level, unit, str(told_of), REPORTED, value, style=style)


def key_for(cells: tuple[Printed, ...], beside: str = "the county") -> tuple[Tile, ...]:
    """What the colours, arrows and signs among the cells stand for."""
    styles, letters = {cell.style for cell in cells}, {cell.letter for cell in cells}
    arrows = [("▲", f"above {beside} by more than chance"), ("▼", f"below {beside} by more than chance")]
    signs = [Tile(state.value, SIGNS[state], words, "") for state, words in _SIGNS.items() if state.value in styles]
    return (*key_of(styles), *(Tile("outside", sign, words, "") for sign, words in arrows if sign in letters), *signs)


def _rated_figure(told: Briefing, fact: Fact) -> Rating:
    cut_offs = cut_offs_of(told, fact.indicator.name)
    return rating_of(fact.value, fact.denominator, fact.band, cut_offs, told.agreed.smallest_graded)


def _figure_arrow(told: Briefing, fact: Fact, item: Item) -> str:
    whole = told.facts.whole(item, told.period)
    if not (fact.shown and whole.shown) or fact.unit in REMAINDERS or not has_its_own_team(fact.indicator):
        return ""
    return ARROWS[outside_funnel(fact.row, whole.row, fact.indicator.scale)]


def _share_arrow(share: Share, beside: Share | None) -> str:
    if beside is None or not (share.shown and beside.shown) or share.unit in REMAINDERS:
        return ""
    return _TURNED[outside_funnel(share.wrong_counts, beside.wrong_counts, Scale.PERCENT)]
