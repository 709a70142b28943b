"""Every measure as a card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from reporting.presentation.views.leaves import Badge, BlockView, Movement, Printed


@dataclass(frozen=True)
class Card:
    """One measure, whole."""

    title: str
    window: str
    status: Badge
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
class Cards(BlockView):
    """Every measure as a card."""

    name: ClassVar[str] = "cards"

    themes: tuple[CardTheme, ...]
    key: tuple[str, ...]
