"""The small things that reports and the site print: a figure, a grade, a count, a link, a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


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
class Badge:
    """Words with a shape and a colour: a grade, or why there is none; a change, and whether it is for the better."""

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
class Link:
    """Words that lead somewhere: to a place in the same report, or a path from the site's own folder."""

    words: str
    to: str


@dataclass(frozen=True)
class Pair:
    """A label and what it labels."""

    label: str
    text: str


@dataclass(frozen=True)
class BlockView:
    """What every block prints: its title and its one message. It is called what its folder is called."""

    name: ClassVar[str]
    listed: ClassVar[bool] = True  # among the contents of its report
    title: str
    message: str

    @property
    def template(self) -> str:
        """The template that prints it."""
        return f"blocks/{self.name}.html.j2"

    @property
    def anchor(self) -> str:
        """Where links to it lead."""
        return self.name
