"""The parts a page is laid out in: tables of cells, tiles, lists of facts and histories, frozen all the way down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from reporting.presentation.views.leaves import Link, Tile

NONE = "–"


@dataclass(frozen=True)
class Cell:
    """One cell of a table: words or links, perhaps a drawing, and a smaller line beneath."""

    words: str = ""
    style: str = ""
    links: tuple[Link, ...] = ()
    note: str = ""
    drawing: Markup | None = None
    anchor: str = ""

    @property
    def empty(self) -> bool:
        """Whether it says only that there is nothing to say."""
        return self.words == NONE and not (self.links or self.note or self.drawing)


@dataclass(frozen=True)
class ColumnHead:
    """The head of a column."""

    words: str
    style: str = ""


@dataclass(frozen=True)
class Table:
    """A table under a heading of its own. The first cell of a row is the row's name."""

    template: ClassVar[str] = "site/table.html.j2"
    anchor: str
    heading: str
    lead: str
    columns: tuple[ColumnHead, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""  # said in place of a table without rows
    more: Link | None = None  # where the rows that are left out are


@dataclass(frozen=True)
class Tiles:
    """The few numbers that say how things stand."""

    template: ClassVar[str] = "site/tiles.html.j2"
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class LabelledFact:
    """One line of a list of facts."""

    label: str
    cell: Cell


@dataclass(frozen=True)
class FactList:
    """Facts under a heading of their own."""

    template: ClassVar[str] = "site/facts.html.j2"
    anchor: str
    heading: str
    facts: tuple[LabelledFact, ...]


@dataclass(frozen=True)
class HistoryDrawing:
    """A drawing of earlier extracts beside this one, and the same in words."""

    template: ClassVar[str] = "site/history.html.j2"
    anchor: str
    heading: str
    words: str
    drawing: Markup | None
    note: str


PagePart = Table | Tiles | FactList | HistoryDrawing
