"""What an authority has decided, frozen: read once from its folder of data, passed as values everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from reporting.model.agreements import Agreement, Agreements, always

T = TypeVar("T")


@dataclass(frozen=True)
class Population:
    """Children aged 0 to 17 in one unit."""

    unit: str
    children: int
    year: int
    source: str


@dataclass(frozen=True)
class Limit:
    """A local timescale. ``assumed`` when no source gives it, and then every report says so."""

    name: str
    value: int
    unit: str
    assumed: bool


@dataclass(frozen=True)
class Team:
    """One team and where it works, between two days. ``district`` may be ``county-wide``."""

    name: str
    district: str
    locality: str
    starts: date
    ends: date | None


@dataclass(frozen=True)
class Band:
    """One printed band: from ``low`` to ``high``, in the indicator's unit, each end open or closed."""

    grade: str  # inadequate, requires_improvement, good, outstanding
    low: float | None
    low_included: bool
    high: float | None
    high_included: bool
    printed: str


@dataclass(frozen=True)
class Target:
    """Where a plan says the figure should be. ``operator`` is one of < <= >= > =."""

    operator: str
    value: float
    by: str
    note: str
    baseline: float | None = None  # what the figure was when the target was set, where that is printed
    baseline_at: str = ""


@dataclass(frozen=True)
class MeasureInForce:
    """What holds for one indicator on a day. ``bands`` is empty when no threshold is in force.

    Then ``bands_begin`` is the day from which some will be, and ``bands_ended`` the last on which some were.
    """

    indicator: str
    window: str
    note: str
    bands: tuple[Band, ...]
    target: Target | None
    bands_begin: date | None = None
    bands_ended: date | None = None


@dataclass(frozen=True)
class Measure:
    """What an authority has agreed about one indicator. ``bands`` has no value when no threshold was ever set.

    Bands and target speak of the figure for ``window``; figures for other windows are not graded.
    """

    indicator: str
    bands: Agreements[tuple[Band, ...]]
    target: Agreements[Target]
    note: str
    window: str = "as_at"

    def on(self, day: date) -> MeasureInForce:
        """What holds on ``day``."""
        bands, target = self.bands.value_on(day) or (), self.target.value_on(day)
        coming, gone = self.bands.next_after(day), self.bands.last_before(day)
        return MeasureInForce(
            self.indicator,
            self.window,
            self.note,
            bands,
            target,
            bands_begin=coming.valid_from if coming and not bands else None,
            bands_ended=gone.valid_until if gone and not bands else None,
        )


@dataclass(frozen=True)
class Comparator:
    """A figure somebody else published for one indicator, area and year."""

    indicator: str
    area: str  # "England", "North West", "Lancashire", "Blackpool", "Statistical neighbours"
    window: str  # the window of ours that it may stand beside
    value: float
    year: int
    basis: str  # "year to 31 March" or "at 31 March"


@dataclass(frozen=True)
class Marking:
    """How far a pack may travel: which levels are suppressed in it, and at what counts."""

    name: str
    words: str
    lowest: int  # counts from here ...
    highest: int  # ... to here are suppressed
    levels: frozenset[str]


@dataclass(frozen=True)
class Schedule:
    """When the cycles start."""

    working_day: int  # the monthly one: the Nth working day of the month
    at: time
    timezone: str
    weekday: int = 1  # the weekly one: 1 is Monday


@dataclass(frozen=True)
class CutOffs:
    """Where a heat map's colours change. At ``green`` or better it is green, at ``amber`` or better amber, else red.

    ``lower_is_better`` turns both round. ``of`` is an indicator, ``records_right`` or a type of information.
    """

    of: str
    green: float
    amber: float
    lower_is_better: bool


@dataclass(frozen=True)
class InForce:
    """What a council's agreements come to on one day, in values that know of no other day.

    Limits and cut-offs are still beside their source, because reports print it.
    """

    limits: Mapping[str, Agreement[Limit]]
    tolerance: float
    smallest_graded: int
    confirmed_empty: frozenset[str]
    confirmed_whole: frozenset[str]
    measures: Mapping[str, MeasureInForce]
    cut_offs: Mapping[str, Agreement[CutOffs]]
    comparators: tuple[Comparator, ...]
    neighbours: tuple[str, ...]

    @property
    def limit_values(self) -> dict[str, int]:
        """The limits as numbers, by name."""
        return {name: limit.value.value for name, limit in self.limits.items()}


@dataclass(frozen=True)
class Authority:
    """A council: everything that is its own, and no logic. What may change from a day on is held with its days."""

    key: str
    name: str
    county_unit: str  # the name of the whole, as figures print it
    ons_code: str
    populations: tuple[Population, ...]
    limits: Mapping[str, Agreements[Limit]]
    tolerance: Agreements[float]  # share of rows that may be affected before a figure is withheld
    confirmed_empty: Agreements[frozenset[str]]  # lists that somebody has confirmed have nobody on them
    smallest_graded: Agreements[int]  # denominators below this are not graded
    markings: Mapping[str, Marking]
    teams: tuple[Team, ...]
    localities: tuple[str, ...]
    districts: tuple[str, ...]  # in print order
    measures: Mapping[str, Measure]
    comparators: tuple[Agreements[Comparator], ...]  # in print order
    neighbours: Mapping[str, Agreements[str]]  # empty: "not set"
    headings: Mapping[str, Mapping[str, str]]  # list -> heading as received -> column key
    values: Mapping[str, Mapping[str, str]]  # code set -> value as received (casefolded) -> code
    content: str  # hash of the folder, so that a change of settings is a change of inputs
    extract: str = ""  # where a month's extract is put; {period} stands for the month, such as 2026-10
    weekly_extract: str = ""  # where a week's extract is put; {week} stands for the week, such as 2026-W43
    schedule: Schedule | None = None
    roles: Mapping[str, str] = field(default_factory=dict)  # what is done -> the role that does it; never a person
    may_confirm: tuple[str, ...] = ()  # the roles whose word counts that a doubtful value is right
    cut_offs: Mapping[str, Agreements[CutOffs]] = field(default_factory=dict)  # empty: nothing on a heat map is rated
    postcode_areas: frozenset[str] = frozenset()  # the letters that the council's own postcodes begin with
    lists: tuple[str, ...] = ()  # the lists it sends, in the order of their codes
    confirmed_whole: Agreements[frozenset[str]] = field(default_factory=lambda: always(frozenset()))  # not cut off

    def on(self, day: date) -> InForce:
        """What is in force on ``day``. Nothing else decides which value holds.

        A grade, a target and a comparator belong to the period: they are asked for on its last day, so that a
        threshold set later leaves an earlier month as it was. A limit, the tolerance, a confirmation and the cut-offs
        of a heat map belong to the lists: they are asked for on the list date, or, for a day told from the same lists,
        on that day. Raises ``NothingInForce`` on a day without a tolerance or a smallest number to grade.
        """
        return InForce(
            limits=_on(self.limits, day),
            tolerance=self.tolerance.needed_on(day),
            smallest_graded=self.smallest_graded.needed_on(day),
            confirmed_empty=self.confirmed_empty.value_on(day) or frozenset(),
            confirmed_whole=self.confirmed_whole.value_on(day) or frozenset(),
            measures={name: measure.on(day) for name, measure in self.measures.items()},
            cut_offs=_on(self.cut_offs, day),
            comparators=tuple(held.value for one in self.comparators if (held := one.on(day))),
            neighbours=tuple(_on(self.neighbours, day)),
        )


def _on(each: Mapping[str, Agreements[T]], day: date) -> dict[str, Agreement[T]]:
    """Those of the things named that have a value in force on ``day``."""
    return {name: held for name, one in each.items() if (held := one.on(day))}
