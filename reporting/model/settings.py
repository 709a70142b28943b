"""What an authority has decided, frozen: read once from its folder of data, passed as values everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time


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
    source: str
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
    source: str
    note: str
    baseline: float | None = None  # what the figure was when the target was set, where that is printed
    baseline_at: str = ""


@dataclass(frozen=True)
class Measure:
    """What an authority has agreed about one indicator. ``bands`` is empty when no threshold is set.

    Bands and target speak of the figure for ``window``; figures for other windows are not graded.
    """

    indicator: str
    bands: tuple[Band, ...]
    bands_source: str
    bands_valid_from: date | None
    target: Target | None
    note: str
    window: str = "as_at"


@dataclass(frozen=True)
class Comparator:
    """A figure somebody else published for one indicator, area and year."""

    indicator: str
    area: str  # "England", "North West", "Lancashire", "Blackpool", "Statistical neighbours"
    window: str  # the window of ours that it may stand beside
    value: float
    year: int
    basis: str  # "year to 31 March" or "at 31 March"
    source: str


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
    source: str
    valid_from: date


@dataclass(frozen=True)
class Authority:
    """A council: everything that is its own, and no logic."""

    key: str
    name: str
    county_unit: str  # the name of the whole, as figures print it
    ons_code: str
    populations: tuple[Population, ...]
    limits: Mapping[str, Limit]
    tolerance: float  # share of rows that may be affected before a figure is withheld
    confirmed_empty: frozenset[str]
    smallest_graded: int  # denominators below this are not graded
    markings: Mapping[str, Marking]
    teams: tuple[Team, ...]
    localities: tuple[str, ...]
    districts: tuple[str, ...]  # in print order
    measures: Mapping[str, Measure]
    comparators: tuple[Comparator, ...]
    neighbours: tuple[str, ...]  # empty: "not set"
    headings: Mapping[str, Mapping[str, str]]  # list -> heading as received -> column key
    values: Mapping[str, Mapping[str, str]]  # code set -> value as received (casefolded) -> code
    content: str  # hash of the folder, so that a change of settings is a change of inputs
    extract: str = ""  # where a month's extract is put; {period} stands for the month, such as 2026-10
    weekly_extract: str = ""  # where a week's extract is put; {week} stands for the week, such as 2026-W43
    schedule: Schedule | None = None
    roles: Mapping[str, str] = field(default_factory=dict)  # what is done -> the role that does it; never a person
    may_confirm: tuple[str, ...] = ()  # the roles whose word counts that a doubtful value is right
    cut_offs: Mapping[str, CutOffs] = field(default_factory=dict)  # empty: nothing on a heat map is rated
    postcode_areas: frozenset[str] = frozenset()  # the letters that the council's own postcodes begin with
    confirmed_whole: frozenset[str] = frozenset()  # lists that look cut off and that somebody has confirmed are whole
