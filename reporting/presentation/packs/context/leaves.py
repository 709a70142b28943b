"""The small things that every block prints: a figure, a grade, a movement, a line."""

from __future__ import annotations

from dataclasses import dataclass


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
class GradeBadge:
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
