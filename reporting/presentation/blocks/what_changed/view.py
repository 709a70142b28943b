"""Every measure in the month before and in this one, under the way it moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import Badge, BlockView, Movement, Printed


@dataclass(frozen=True)
class ChangeRow:
    """One measure in the month before and in this one."""

    theme: str
    measure: str
    window: str
    before: Printed
    before_status: Badge | None
    now: Printed
    now_status: Badge | None
    movement: Movement


@dataclass(frozen=True)
class ChangeGroup:
    """The measures that moved the same way."""

    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True)
class Changes(BlockView):
    """What changed since the month before."""

    name: ClassVar[str] = "what_changed"

    before_heading: str
    now_heading: str
    groups: tuple[ChangeGroup, ...]
    notes: tuple[str, ...]
