"""Everything one report speaks from, gathered once and passed to each block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reporting.measures.grading import target_status
from reporting.measures.verdicts import TargetStatus
from reporting.model.agreements import Agreement
from reporting.model.figures import Level
from reporting.model.measures import DefinedMeasure
from reporting.model.periods import Month
from reporting.model.quality import Checked
from reporting.model.settings import Authority, InForce, Limit, Marking, MeasureInForce
from reporting.presentation.packs.context import GradeBadge
from reporting.presentation.packs.facts import REBUILT, Fact, Facts, State
from reporting.presentation.packs.pack import Item, Pack
from reporting.presentation.words import BAND_NARROW, BAND_WORDS, window_words

NO_THRESHOLD = GradeBadge("none", "No threshold set")
_STATES = {
    State.SUPPRESSED: GradeBadge("suppressed", "Suppressed"),
    State.WITHHELD: GradeBadge("withheld", "Withheld"),
    State.NOT_COMPUTABLE: GradeBadge("not-computable", "Not computable"),
    State.ABSENT: GradeBadge("absent", "Not reported"),
}


@dataclass(frozen=True)
class Briefing:
    """A pack, its authority and month, and what is known."""

    pack: Pack
    authority: Authority
    period: Month
    list_date: date
    indicators: Mapping[str, DefinedMeasure]
    facts: Facts
    checked: Checked
    rows: Mapping[str, int]  # rows received in each list
    synthetic: bool
    replaces: str = ""  # the report of the same month that this one takes the place of, in words

    @property
    def before(self) -> Month:
        """The month before."""
        return self.period.earlier(1)

    @property
    def marking(self) -> Marking:
        """How far this pack may travel."""
        return self.authority.markings[self.pack.marking]

    def indicator(self, item: Item) -> DefinedMeasure:
        """The indicator that an item asks for."""
        return self.indicators[item.indicator]

    @cached_property
    def agreed(self) -> InForce:
        """What is in force for the period's figures."""
        return self.authority.on(self.period.last_day)

    @cached_property
    def limits(self) -> Mapping[str, Agreement[Limit]]:
        """The council's timescales that the lists were asked about."""
        return self.authority.on(self.list_date).limits

    def measure(self, item: Item) -> MeasureInForce | None:
        """What the authority has agreed about the measure in the window this board looks at, if anything."""
        agreed = self.agreed.measures.get(item.indicator)
        return agreed if agreed and agreed.window == item.window.value else None

    def has_threshold(self, item: Item) -> bool:
        """Whether the board has printed bands for the measure, in force or to come."""
        agreed = self.measure(item)
        return bool(agreed and (agreed.bands or agreed.bands_begin))

    def target_status(self, item: Item, fact: Fact) -> TargetStatus:
        """Whether the figure is where the plan wants it; too few are not judged, as they are not graded."""
        agreed = self.measure(item)
        few = fact.denominator is not None and fact.denominator < self.agreed.smallest_graded
        status = target_status(fact.value, agreed.target if agreed else None)
        return TargetStatus.TOO_FEW if status and few else status

    def against_target(self, item: Item, fact: Fact) -> str:
        """The same in words."""
        return self.target_status(item, fact).words.format(smallest=self.agreed.smallest_graded)

    def this_month(self, item: Item) -> Fact:
        """This month's figure for the whole authority."""
        return self.facts.whole(item, self.period)

    def title(self, item: Item) -> str:
        """The measure in full."""
        return self.indicator(item).title

    def short(self, item: Item) -> str:
        """The measure as a line of a table under its theme."""
        return self.indicator(item).short_title

    def window(self, item: Item) -> str:
        """The days that the measure speaks of."""
        return window_words(item.window, self.period, self.list_date)

    def reported(self, item: Item, months: int) -> tuple[Fact, ...]:
        """The latest months as first reported, oldest first, this one last."""
        return tuple(self.facts.whole(item, self.period.earlier(back)) for back in range(months - 1, -1, -1))

    def rebuilt(self, item: Item, months: int) -> tuple[Fact, ...]:
        """The same months rebuilt from this extract."""
        return tuple(self.facts.whole(item, self.period.earlier(back), REBUILT) for back in range(months - 1, -1, -1))

    def districts(self, item: Item, units: tuple[str, ...]) -> tuple[Fact, ...]:
        """This month's figure for each of the units, in their order."""
        return tuple(self.facts.at(item, self.period, level=Level.DISTRICT.value, unit=unit) for unit in units)

    def narrow_status(self, fact: Fact) -> GradeBadge | None:
        """The grade or the state of a figure for a narrow column; nothing where there is no more to say."""
        if fact.state is State.NOT_COMPUTABLE:
            return GradeBadge("not-computable", "No figure")
        if fact.state in (State.SUPPRESSED, State.WITHHELD):
            return _STATES[fact.state]
        return GradeBadge(fact.band, BAND_NARROW[fact.band]) if fact.band else None

    def status(self, item: Item, fact: Fact) -> GradeBadge:
        """The grade of a figure, or why it has none."""
        if not fact.shown:
            return _STATES[fact.state]
        if fact.band:
            return GradeBadge(fact.band, BAND_WORDS[fact.band])
        if not self.has_threshold(item):
            return NO_THRESHOLD
        return GradeBadge("ungraded", "Not graded")
