"""The blocks a report is made of, and the rows they are made of."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from reporting.presentation.packs.context.leaves import Block, Decision, GradeBadge, Movement, Pair, Printed, Tile


@dataclass(frozen=True)
class TargetRow:
    """A measure that a plan has set a target for, and where it stands."""

    measure: str
    value: Printed
    target: str
    status: str


@dataclass(frozen=True)
class Cover(Block):
    """How we are doing, what moved, what must be decided."""

    tiles: tuple[Tile, ...]
    tile_count: str
    strip: Markup
    targets_note: str
    targets: tuple[TargetRow, ...]
    moved: tuple[Movement, ...]
    moved_note: str
    decisions: tuple[Decision, ...]
    facts: tuple[Pair, ...]


@dataclass(frozen=True)
class ChangeRow:
    """One measure in the month before and in this one."""

    theme: str
    measure: str
    window: str
    before: Printed
    before_status: GradeBadge | None
    now: Printed
    now_status: GradeBadge | None
    movement: Movement


@dataclass(frozen=True)
class ChangeGroup:
    """The measures that moved the same way."""

    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True)
class Changes(Block):
    """What changed since the month before."""

    before_heading: str
    now_heading: str
    groups: tuple[ChangeGroup, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class DashboardRow:
    """A measure with its four thresholds and its last three months."""

    measure: str
    window: str
    thresholds: tuple[str, ...]  # four, or none
    no_threshold: str
    months: tuple[Printed, ...]
    status: GradeBadge | None


@dataclass(frozen=True)
class DashboardTheme:
    """The rows under one heading."""

    name: str
    rows: tuple[DashboardRow, ...]


@dataclass(frozen=True)
class Dashboard(Block):
    """Every measure in the board’s founding form."""

    months: tuple[str, ...]
    themes: tuple[DashboardTheme, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """One measure, whole."""

    title: str
    window: str
    status: GradeBadge
    value: Printed
    unit: str
    reason: str
    movement: Movement
    trend: Markup
    points: tuple[Printed, ...]
    scale: Markup
    beside: tuple[str, ...]
    counted: str
    definition: str
    direction: str
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class CardRow:
    """Two cards side by side."""

    theme: str  # the heading above the row, on the first row of a theme
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class CardTheme:
    """The rows of cards under one heading."""

    rows: tuple[CardRow, ...]


@dataclass(frozen=True)
class Cards(Block):
    """Every measure as a card."""

    themes: tuple[CardTheme, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class AgeRow:
    """One measure by age."""

    measure: str
    cells: tuple[Printed, ...]


@dataclass(frozen=True)
class AgeGroups(Block):
    """The measures that are counted by age."""

    headings: tuple[str, ...]
    rows: tuple[AgeRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class HeatGroup:
    """A locality, and how many districts it spans."""

    name: str
    span: str


@dataclass(frozen=True)
class HeatRow:
    """One measure in every district."""

    measure: str
    note: str
    cells: tuple[Printed, ...]


@dataclass(frozen=True)
class HeatTheme:
    """The rows under one heading."""

    name: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True)
class HeatMap(Block):
    """Every measure in every district."""

    whole: str
    groups: tuple[HeatGroup, ...]
    districts: tuple[str, ...]
    remainders: tuple[str, ...]
    themes: tuple[HeatTheme, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ListRow:
    """The quality of one list."""

    name: str
    number: str
    rows: str
    errors: str
    warnings: str
    right: str
    meaning: str


@dataclass(frozen=True)
class RuleRow:
    """A rule that records failed."""

    rule: str
    list: str
    says: str
    failed: str
    do: str


@dataclass(frozen=True)
class DataQuality(Block):
    """What was checked, and what was withheld for it."""

    lists: tuple[ListRow, ...]
    withheld: tuple[Pair, ...]
    withheld_note: str
    rules: tuple[RuleRow, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True)
class MeasureDefinition:
    """One measure in words."""

    measure: str
    window: str
    direction: str
    counted: str
    out_of: str
    blank: str
    source: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class DefinitionTheme:
    """The definitions under one heading."""

    name: str
    rows: tuple[MeasureDefinition, ...]


@dataclass(frozen=True)
class Definitions(Block):
    """Every measure in words, and how to read the report."""

    statuses: tuple[GradeBadge, ...]
    reading: tuple[str, ...]
    themes: tuple[DefinitionTheme, ...]
