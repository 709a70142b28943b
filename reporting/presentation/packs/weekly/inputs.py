"""Everything the weekly report speaks from, gathered once and passed to each block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from reporting.assurance.withholding import kept_back
from reporting.measures.grading import outside_funnel
from reporting.measures.verdicts import Side
from reporting.model.figures import Level
from reporting.model.measures import DefinedMeasure
from reporting.model.periods import Week, Window
from reporting.model.quality import Checked, Finding
from reporting.model.scales import Scale
from reporting.model.settings import Authority, CutOffs, InForce, Marking
from reporting.presentation.packs.context import Printed
from reporting.presentation.packs.facts import REPORTED, Fact, Facts
from reporting.presentation.packs.heat_map import REMAINDERS, has_its_own_team
from reporting.presentation.packs.pack import Item
from reporting.presentation.packs.weekly.falling_due import FallingDue
from reporting.presentation.packs.weekly.rating import Rating, rating_of
from reporting.presentation.packs.weekly.shares import Share, Shares

RECORDS_RIGHT = "records_right"
MARKING = "official_sensitive"
"""The council's marking for what its managers may hold."""
ARROWS = {Side.ABOVE: "▲", Side.BELOW: "▼", Side.WITHIN: ""}
_TURNED = {Side.ABOVE: "▼", Side.BELOW: "▲", Side.WITHIN: ""}  # asked of the wrong ones, which are fewer to add up


@dataclass(frozen=True)
class AWeek:
    """What the record knows of one week: its figures, its faults and how many rows each list had."""

    week: Week
    rows: Mapping[str, int]
    figures: pd.DataFrame
    ledger: pd.DataFrame  # FAULT_COLUMNS
    put_right: pd.DataFrame  # PUT_RIGHT_COLUMNS
    checked: Checked
    findings: tuple[Finding, ...]  # what the checks found, and the follow-up


@dataclass(frozen=True)
class WeeklyInputs:
    """A council and its week, and what is known."""

    authority: Authority
    now: AWeek
    before: AWeek | None
    weeks: Mapping[Week, date]  # every week of the series with the day its lists were run, oldest first, this one last
    indicators: Mapping[str, DefinedMeasure]
    facts: Facts
    shares: Shares
    due: FallingDue
    synthetic: bool

    @property
    def marking(self) -> Marking:
        """How far the report may travel."""
        return self.authority.markings[MARKING]

    @property
    def week(self) -> Week:
        """The week reported on."""
        return self.now.week

    @property
    def list_date(self) -> date:
        """The day this week's lists were run."""
        return self.weeks[self.week]

    @property
    def whole(self) -> str:
        """The name of the whole authority."""
        return self.authority.county_unit

    @cached_property
    def agreed(self) -> InForce:
        """What is in force for this week's lists."""
        return self.authority.on(self.list_date)

    def cut_offs(self, name: str) -> CutOffs | None:
        """Where the colours of something change, when the council has said so."""
        held = self.agreed.cut_offs.get(name)
        return held.value if held else None

    @property
    def withheld_before(self) -> int:
        """How many figures for the whole authority were withheld the week before."""
        kept = kept_back(self.before.figures) if self.before else kept_back(self.now.figures).iloc[:0]
        return int((kept["level"].astype(str) == Level.COUNTY.value).sum())

    def fact(self, item: Item, level: str, unit: str) -> Fact:
        """This week's figure."""
        return self.facts.at(item, self.week, level=level, unit=unit)

    @property
    def withheld(self) -> tuple[Fact, ...]:
        """Figures for the whole authority that the data cannot support."""
        kept = kept_back(self.now.figures)
        kept = kept[kept["level"].astype(str) == Level.COUNTY.value]
        items = [
            Item(str(name), Window(window)) for name, window in zip(kept["indicator"], kept["window"], strict=True)
        ]
        return tuple(self.facts.whole(item, self.week) for item in items if item.indicator in self.indicators)

    def figure_cell(self, item: Item, level: str, unit: str) -> Printed:
        """A figure with its colour, or with an arrow where it lies outside what chance would give."""
        fact = self.fact(item, level, unit)
        rating = self._rated(fact)
        arrow = "" if rating.letter or level == Level.COUNTY else self._figure_arrow(fact, item)
        style = rating.style if fact.shown else fact.state.value
        cell = fact.printed(plain=True, style="outside" if arrow else style, letter=rating.letter or arrow)
        return replace(cell, grade=rating.words)

    def share_cell(self, share: Share, cut_offs: str = RECORDS_RIGHT, *, beside: Share | None = None) -> Printed:
        """A share with its colour; ``beside`` is the whole it may lie outside of."""
        rating = self.rated(share, cut_offs)
        return share.printed(rating, letter="" if rating.letter else _share_arrow(share, beside))

    def rated(self, share: Share, cut_offs: str) -> Rating:
        """The rating of a share."""
        return rating_of(share.value, share.checked, "", self.cut_offs(cut_offs), self.agreed.smallest_graded)

    def _rated(self, fact: Fact) -> Rating:
        cut_offs = self.cut_offs(fact.indicator.name)
        return rating_of(fact.value, fact.denominator, fact.band, cut_offs, self.agreed.smallest_graded)

    def _figure_arrow(self, fact: Fact, item: Item) -> str:
        whole = self.facts.whole(item, self.week)
        if not (fact.shown and whole.shown) or fact.unit in REMAINDERS or not has_its_own_team(fact.indicator):
            return ""
        return ARROWS[outside_funnel(fact.row, whole.row, fact.indicator.scale)]


def _share_arrow(share: Share, beside: Share | None) -> str:
    if beside is None or not (share.shown and beside.shown) or share.unit in REMAINDERS:
        return ""
    return _TURNED[outside_funnel(share.wrong_counts, beside.wrong_counts, Scale.PERCENT)]


def number(
    what: str, words: str, value: str, *, told_of: Week, level: str, unit: str, window: str = "week", style: str = ""
) -> Printed:
    """A count as a cell, and what it is a count of."""
    return Printed(what, words, window, level, unit, str(told_of), REPORTED, value, style=style)


AS_AT = Window.AS_AT.value
