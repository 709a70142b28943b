"""What an authority has decided, frozen: read once from its folder of data, passed as values everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from typing import TypeVar

from reporting.model.agreements import Agreement, Agreements, always
from reporting.model.measures import DefinedMeasure
from reporting.model.returns import Returned

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
    """What holds for one indicator on a day. ``bands_since`` is the first day of the bands, where one is stated.

    ``bands`` is empty when no threshold is in force. Then ``bands_begin`` is the day from which some will be, and
    ``bands_ended`` the last on which some were.
    """

    indicator: str
    window: str
    note: str
    bands: tuple[Band, ...]
    target: Target | None
    bands_since: date | None = None
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
        target, bands = self.target.value_on(day), self.bands.on(day)
        if bands:
            return MeasureInForce(
                self.indicator, self.window, self.note, bands.value, target, bands_since=bands.valid_from
            )
        coming, gone = self.bands.next_after(day), self.bands.last_before(day)
        return MeasureInForce(
            self.indicator,
            self.window,
            self.note,
            (),
            target,
            bands_begin=coming.valid_from if coming else None,
            bands_ended=gone.valid_until if gone else None,
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
    """What a council's agreements come to on one day, each looked up when it is asked for.

    A value knows of no other day. Limits and cut-offs are still beside their source, because reports print it.
    """

    authority: Authority
    day: date

    @cached_property
    def limits(self) -> Mapping[str, Agreement[Limit]]:
        """The local timescales, by name."""
        return _on(self.authority.limits, self.day)

    @property
    def limit_values(self) -> dict[str, int]:
        """The limits as numbers, by name."""
        return {name: limit.value.value for name, limit in self.limits.items()}

    @property
    def tolerance(self) -> float:
        """The share of rows that may be affected. Raises ``NothingInForce`` on a day without one."""
        return self.authority.tolerance.needed_on(self.day)

    @property
    def smallest_graded(self) -> int:
        """The smallest denominator that is graded. Raises ``NothingInForce`` on a day without one."""
        return self.authority.smallest_graded.needed_on(self.day)

    @property
    def confirmed_empty(self) -> frozenset[str]:
        """The lists that somebody has confirmed have nobody on them."""
        return self.authority.confirmed_empty.value_on(self.day) or frozenset()

    @property
    def confirmed_whole(self) -> frozenset[str]:
        """The lists that look cut off and that somebody has confirmed are whole."""
        return self.authority.confirmed_whole.value_on(self.day) or frozenset()

    @cached_property
    def measures(self) -> Mapping[str, MeasureInForce]:
        """What is agreed about each measure, by its name."""
        return {name: measure.on(self.day) for name, measure in self.authority.measures.items()}

    @cached_property
    def cut_offs(self) -> Mapping[str, Agreement[CutOffs]]:
        """Where the colours of heat maps change, by what is coloured."""
        return _on(self.authority.cut_offs, self.day)

    @cached_property
    def comparators(self) -> tuple[Comparator, ...]:
        """What others published, in print order."""
        return tuple(held.value for one in self.authority.comparators if (held := one.on(self.day)))

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The statistical neighbours; empty: not set."""
        return tuple(_on(self.authority.neighbours, self.day))


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
    definitions: Mapping[str, DefinedMeasure] = field(default_factory=dict)  # every measure it has, by name
    returns: tuple[Returned, ...] = ()  # figures that roles have returned, revisions included

    def on(self, day: date) -> InForce:
        """What is in force on ``day``. Nothing else decides which value holds.

        A grade, a target and a comparator belong to the period: they are asked for on its last day, so that a
        threshold set later leaves an earlier month as it was. A limit, the tolerance, a confirmation and the cut-offs
        of a heat map belong to the lists: they are asked for on the list date, or, for a day told from the same lists,
        on that day.
        """
        return InForce(self, day)


def _on(each: Mapping[str, Agreements[T]], day: date) -> dict[str, Agreement[T]]:
    """Those of the things named that have a value in force on ``day``."""
    return {name: held for name, one in each.items() if (held := one.on(day))}
