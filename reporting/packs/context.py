"""What a template receives: frozen all the way down, every leaf finished text or finished SVG."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Printed:
    """One figure exactly as printed, and what it is a figure of. The attached CSV is made of these and nothing else."""

    indicator: str
    measure: str
    window: str
    level: str
    unit: str
    period: str
    basis: str
    value: str
    grade: str = ""
    numerator: str = ""
    denominator: str = ""
    not_known: str = ""
    no_date: str = ""
    style: str = ""  # how the cell is dressed
    letter: str = ""  # the band's letter, or the arrow of a district outside its limits
    spoken: str = ""  # the same for the ear, where the cell prints a sign


@dataclass(frozen=True)
class Status:
    """A grade, or why there is none: a shape, a word and a colour."""

    style: str
    words: str


@dataclass(frozen=True)
class Movement:
    """What changed since the month before, in words."""

    style: str  # better, worse, moved, unclear or none
    words: str
    long: str
    title: str
    range: str


@dataclass(frozen=True)
class Tile:
    """A count with a word under it."""

    style: str
    count: str
    words: str
    note: str


@dataclass(frozen=True)
class Decision:
    """Something the board is asked to decide, and the block that shows why."""

    lead: str
    rest: str
    anchor: str


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Pair:
    """A label and what it labels."""

    label: str
    text: str


@dataclass(frozen=True)
class Block:
    """What every block has: where its template is, its anchor, its title and its one message."""

    template: str
    anchor: str
    title: str
    message: str


@dataclass(frozen=True)
class TargetRow:
    """A measure that a plan has set a target for, and where it stands."""

    measure: str
    value: Printed
    target: str
    status: str


@dataclass(frozen=True)
class Cover(Block):
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
    theme: str
    measure: str
    window: str
    before: Printed
    before_status: Status | None
    now: Printed
    now_status: Status | None
    movement: Movement


@dataclass(frozen=True)
class ChangeGroup:
    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True)
class Changes(Block):
    before_heading: str
    now_heading: str
    groups: tuple[ChangeGroup, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class DashboardRow:
    measure: str
    window: str
    thresholds: tuple[str, ...]  # four, or none
    no_threshold: str
    months: tuple[Printed, ...]
    status: Status | None


@dataclass(frozen=True)
class DashboardTheme:
    name: str
    rows: tuple[DashboardRow, ...]


@dataclass(frozen=True)
class Dashboard(Block):
    months: tuple[str, ...]
    themes: tuple[DashboardTheme, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    title: str
    window: str
    status: Status
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
    theme: str  # the heading above the row, on the first row of a theme
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class CardTheme:
    rows: tuple[CardRow, ...]


@dataclass(frozen=True)
class Cards(Block):
    themes: tuple[CardTheme, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class AgeRow:
    measure: str
    cells: tuple[Printed, ...]


@dataclass(frozen=True)
class AgeGroups(Block):
    headings: tuple[str, ...]
    rows: tuple[AgeRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class HeatGroup:
    name: str
    span: str


@dataclass(frozen=True)
class HeatRow:
    measure: str
    note: str
    cells: tuple[Printed, ...]


@dataclass(frozen=True)
class HeatTheme:
    name: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True)
class HeatMap(Block):
    whole: str
    groups: tuple[HeatGroup, ...]
    districts: tuple[str, ...]
    remainders: tuple[str, ...]
    themes: tuple[HeatTheme, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ListRow:
    name: str
    number: str
    rows: str
    errors: str
    warnings: str
    right: str
    meaning: str


@dataclass(frozen=True)
class RuleRow:
    rule: str
    list: str
    says: str
    failed: str
    do: str


@dataclass(frozen=True)
class DataQuality(Block):
    lists: tuple[ListRow, ...]
    withheld: tuple[Pair, ...]
    withheld_note: str
    rules: tuple[RuleRow, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Definition:
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
    name: str
    rows: tuple[Definition, ...]


@dataclass(frozen=True)
class Definitions(Block):
    statuses: tuple[Status, ...]
    reading: tuple[str, ...]
    themes: tuple[DefinitionTheme, ...]


@dataclass(frozen=True)
class ReportContext:
    """One report, finished. ``csv`` holds exactly what the blocks print."""

    title: str
    authority: str
    board: str
    subtitle: str
    period: str
    month: str
    marking: str
    marking_note: str
    notice: str
    running_notice: str
    reference: str
    created: str  # a date, for the file's own metadata
    description: str
    contents: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    csv: str
    csv_name: str
