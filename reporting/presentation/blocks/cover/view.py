"""The first page: how we are doing, what moved, what must be decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from reporting.presentation.views.leaves import BlockView, Decision, Movement, Pair, Printed, Tile


@dataclass(frozen=True)
class TargetRow:
    """A measure that a plan has set a target for, and where it stands."""

    measure: str
    value: Printed
    target: str
    status: str


@dataclass(frozen=True)
class Cover(BlockView):
    """How we are doing, what moved, what must be decided."""

    name: ClassVar[str] = "cover"
    listed: ClassVar[bool] = False

    tiles: tuple[Tile, ...]
    tile_count: str
    strip: Markup
    targets_note: str
    targets: tuple[TargetRow, ...]
    moved: tuple[Movement, ...]
    moved_note: str
    decisions: tuple[Decision, ...]
    facts: tuple[Pair, ...]
