"""The blocks of the weekly report: frozen all the way down, every leaf a finished word, figure or drawing."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from reporting.presentation.packs.context import Block, Decision, HeatGroup, HeatTheme, Pair, Printed, Tile


@dataclass(frozen=True)
class CountTile:
    """A count with a word under it, and what it was the week before."""

    style: str
    count: Printed
    words: str
    before_words: str  # "last week", or "" when there was none
    before: Printed | None


@dataclass(frozen=True)
class SeriesRow:
    """One type of information, week by week, oldest first."""

    name: str
    chart: Markup
    cells: tuple[Printed, ...]
    change: str


@dataclass(frozen=True)
class WeekCover(Block):
    """The week on a page."""

    tiles: tuple[CountTile, ...]
    series_title: str
    has_lines: bool  # there are two weeks to join
    weeks: tuple[Pair, ...]  # the day and the month of each
    series: tuple[SeriesRow, ...]
    series_notes: tuple[str, ...]
    to_do: tuple[Decision, ...]
    nothing_to_do: str
    facts: tuple[Pair, ...]


@dataclass(frozen=True)
class WeekHeat(Block):
    """Measures in every district, under the list or the subject they belong to."""

    style: str  # page-of-its-own, or following
    whole: str
    width: str  # columns in all
    groups: tuple[HeatGroup, ...]
    districts: tuple[str, ...]
    remainders: tuple[str, ...]
    themes: tuple[HeatTheme, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class TeamRow:
    """One team, or all the teams of a district together."""

    name: str
    style: str  # team or together
    lists: tuple[Printed, ...]
    faults: tuple[Printed, ...]
    due: tuple[Printed, ...]
    first: Printed | None
    worklist: Printed | None


@dataclass(frozen=True)
class TeamGroup:
    """The teams of one district, all together first."""

    rows: tuple[TeamRow, ...]


@dataclass(frozen=True)
class TeamMap(Block):
    """Every list in every team, and what each team has to do this week."""

    lists: tuple[Pair, ...]  # number and name
    faults: tuple[str, ...]
    due: tuple[str, ...]
    groups: tuple[TeamGroup, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class SparkCell:
    """One type of information in one place: this week’s share, and the weeks that led to it."""

    now: Printed
    chart: Markup
    earlier: tuple[Printed, ...]


@dataclass(frozen=True)
class SparkRow:
    """One place."""

    name: str
    style: str
    cells: tuple[SparkCell, ...]


@dataclass(frozen=True)
class DistrictSeries(Block):
    """The accuracy of each type of information in every district, week by week."""

    kinds: tuple[str, ...]
    rows: tuple[SparkRow, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ListLine:
    """One list of Annex A this week."""

    number: str
    name: str
    rows: Printed
    rows_change: str
    right: Printed
    right_change: str
    faults: tuple[Printed, ...]  # new, put right, open, confirmed
    said: str


@dataclass(frozen=True)
class RuleLine:
    """One rule of one list this week, beside the week before."""

    says: str
    rule: str
    list: str
    now: Printed
    before: Printed | None
    change: str
    new: Printed | None
    put_right: Printed | None
    withholds: str


@dataclass(frozen=True)
class RuleGroup:
    """The rules that weigh alike."""

    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class WeeklyCheck(Block):
    """Every list and the rules that records fail, those that withhold a figure first."""

    compared: bool  # there is a week before
    rule_columns: str
    lists: tuple[ListLine, ...]
    withheld: tuple[Pair, ...]
    withheld_note: str
    groups: tuple[RuleGroup, ...]
    none_failed: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ReadingGuide(Block):
    """What the words and colours of the report mean."""

    colours: tuple[Tile, ...]
    definitions: tuple[Pair, ...]
    cut_offs: tuple[Pair, ...]
    no_cut_offs: str
