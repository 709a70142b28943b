"""What a page of the site holds: its frame and its parts, frozen all the way down."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.presentation.views.leaves import Link
from reporting.presentation.views.parts import PagePart


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
    blocks: tuple[PagePart, ...]
    marking: str
    council: str
    as_at: str
    notice: str
    footer: str


@dataclass(frozen=True)
class Site:
    """Every page of the site."""

    pages: tuple[Page, ...]
