"""Everything one report speaks from, disclosed, gathered once and passed to each block."""

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
from reporting.model.periods import Month, Period
from reporting.model.quality import Checked
from reporting.model.settings import Authority, InForce, Limit, Marking, MeasureInForce
from reporting.presentation.briefing.facts import REBUILT, Fact, Facts, State
from reporting.presentation.briefing.falling_due import FallingDue
from reporting.presentation.briefing.inputs import FollowedPeriod, ReportInputs
from reporting.presentation.briefing.needs import Need, given
from reporting.presentation.briefing.pack import Item, Pack
from reporting.presentation.briefing.shares import Shares
from reporting.presentation.views.leaves import Badge
from reporting.presentation.words import BAND_NARROW, BAND_WORDS, window_words

NO_THRESHOLD = Badge("none", "No threshold set")
_STATES = {
    State.SUPPRESSED: Badge("suppressed", "Suppressed"),
    State.WITHHELD: Badge("withheld", "Withheld"),
    State.NOT_COMPUTABLE: Badge("not-computable", "Not computable"),
    State.ABSENT: Badge("absent", "Not reported"),
}


class NotAMonth(TypeError):
    """A block that speaks of months stands in a report of something else."""

    def __init__(self, period: Period) -> None:
        super().__init__(f"A block speaks of months in a report of {period}: it should state its cadence.")


@dataclass(frozen=True)
class Briefing:
    """A pack, its authority and period, and what is known. What no block of the pack asked for is not there to use."""

    pack: Pack
    inputs: ReportInputs
    facts: Facts
    every_share: Shares | None
    falling_due: FallingDue | None

    @property
    def authority(self) -> Authority:
        """The council."""
        return self.inputs.authority

    @property
    def whole(self) -> str:
        """The name of the whole authority."""
        return self.authority.county_unit

    @property
    def indicators(self) -> Mapping[str, DefinedMeasure]:
        """Every measure that there is."""
        return self.authority.definitions

    @property
    def period(self) -> Period:
        """The month or the week reported on."""
        return self.inputs.period

    @property
    def month(self) -> Month:
        """The month reported on. Raises ``NotAMonth`` in a report of anything else."""
        if not isinstance(self.period, Month):
            raise NotAMonth(self.period)
        return self.period

    @property
    def month_before(self) -> Month:
        """The month before."""
        return self.month.earlier(1)

    @property
    def list_date(self) -> date:
        """The day this period's lists were run."""
        return self.inputs.list_date

    @property
    def marking(self) -> Marking:
        """How far this pack may travel."""
        return self.authority.markings[self.pack.marking]

    @property
    def checked(self) -> Checked:
        """What the checks found. Raises ``NotAskedFor``."""
        return given(self.inputs.checked, Need.CHECKED)

    @property
    def rows(self) -> Mapping[str, int]:
        """Rows received in each list. Raises ``NotAskedFor``."""
        return given(self.inputs.rows, Need.CHECKED)

    @property
    def now(self) -> FollowedPeriod:
        """This period and its faults. Raises ``NotAskedFor``."""
        return given(self.inputs.followed, Need.FAULTS)

    @property
    def before(self) -> FollowedPeriod | None:
        """The period before and its faults; nothing in the first that was followed up. Raises ``NotAskedFor``."""
        return self.inputs.followed_before if self.now else None

    @property
    def shares(self) -> Shares:
        """Every share of records right. Raises ``NotAskedFor``."""
        return given(self.every_share, Need.ACCURACY)

    @property
    def days(self) -> Mapping[Period, date]:
        """Every period of the series with the day its lists were run, oldest first, this one last."""
        return {period: one.list_date for period, one in self.inputs.series.items()}

    @property
    def due(self) -> FallingDue:
        """What falls due. Raises ``NotAskedFor``."""
        return given(self.falling_due, Need.DUE)

    def see(self, block: str) -> str:
        """Where a link to a block leads; nowhere in a pack that does not hold it."""
        return block if block in self.pack.blocks else ""

    def indicator(self, item: Item) -> DefinedMeasure:
        """The indicator that an item asks for."""
        return self.indicators[item.indicator]

    @cached_property
    def agreed(self) -> InForce:
        """What is in force for the period's figures: a month's lists may be run after it has ended."""
        return self.authority.on(self.period.last_day if self.period.lists_may_follow else self.list_date)

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
        return window_words(item.window, self.month, self.list_date)

    def reported(self, item: Item, months: int) -> tuple[Fact, ...]:
        """The latest months as first reported, oldest first, this one last."""
        return tuple(self._as_reported(item, self.month.earlier(back)) for back in range(months - 1, -1, -1))

    def last_month(self, item: Item) -> Fact:
        """The month before, as first reported."""
        return self._as_reported(item, self.month_before)

    def _as_reported(self, item: Item, month: Month) -> Fact:
        given(self.inputs.history, Need.HISTORY)
        return self.facts.whole(item, month)

    def rebuilt(self, item: Item, months: int) -> tuple[Fact, ...]:
        """The same months rebuilt from this extract."""
        given(self.inputs.rebuilt, Need.REBUILT)
        return tuple(self.facts.whole(item, self.month.earlier(back), REBUILT) for back in range(months - 1, -1, -1))

    def districts(self, item: Item, units: tuple[str, ...]) -> tuple[Fact, ...]:
        """This month's figure for each of the units, in their order."""
        return tuple(self.facts.at(item, self.period, level=Level.DISTRICT.value, unit=unit) for unit in units)

    def narrow_status(self, fact: Fact) -> Badge | None:
        """The grade or the state of a figure for a narrow column; nothing where there is no more to say."""
        if fact.state is State.NOT_COMPUTABLE:
            return Badge("not-computable", "No figure")
        if fact.state in (State.SUPPRESSED, State.WITHHELD):
            return _STATES[fact.state]
        return Badge(fact.band, BAND_NARROW[fact.band]) if fact.band else None

    def status(self, item: Item, fact: Fact) -> Badge:
        """The grade of a figure, or why it has none."""
        if not fact.shown:
            return _STATES[fact.state]
        if fact.band:
            return Badge(fact.band, BAND_WORDS[fact.band])
        if not self.has_threshold(item):
            return NO_THRESHOLD
        return Badge("ungraded", "Not graded")
