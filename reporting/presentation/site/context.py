"""What a page of the site holds: finished words, links and drawings, frozen all the way down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

NONE = "–"


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere in the site. ``to`` is a path from the site's own folder."""

    words: str
    to: str


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
class SiteTile:
    """One large number and what it counts."""

    style: str
    count: str
    words: str
    note: str


@dataclass(frozen=True)
class Tiles:
    """The few numbers that say how things stand."""

    template: ClassVar[str] = "site/tiles.html.j2"
    tiles: tuple[SiteTile, ...]


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


Block = Table | Tiles | FactList | HistoryDrawing


@dataclass(frozen=True)
class NavigationLink:
    """One of the links that every page begins with."""

    words: str
    to: str
    here: bool


@dataclass(frozen=True)
class Page:
    """One page. ``path`` is from the site's folder; ``root`` leads from the page back to that folder."""

    path: str
    root: str
    title: str
    kind: str  # what sort of thing the page is about, in a few words above its name
    heading: str
    message: str
    navigation: tuple[NavigationLink, ...]
    trail: tuple[Link, ...]
    blocks: tuple[Block, ...]
    marking: str
    council: str
    as_at: str
    notice: str
    footer: str


@dataclass(frozen=True)
class Site:
    """Every page of the site."""

    pages: tuple[Page, ...]
