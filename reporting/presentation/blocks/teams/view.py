"""Every list in every team, and what each team has to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import BlockView, Pair, Printed, Tile


@dataclass(frozen=True)
class TeamRow:
    """One team, or all the teams of a district together."""

    name: str
    style: str  # team or together
    lists: tuple[Printed, ...]
    faults: tuple[Printed, ...]
    due: tuple[Printed, ...]
    first: Printed | None
    worklist: Printed | None


@dataclass(frozen=True)
class TeamGroup:
    """The teams of one district, all together first."""

    rows: tuple[TeamRow, ...]


@dataclass(frozen=True)
class TeamMap(BlockView):
    """Every list in every team, and what each team has to do this week."""

    name: ClassVar[str] = "teams"

    lists: tuple[Pair, ...]  # number and name
    faults: tuple[str, ...]
    due: tuple[str, ...]
    groups: tuple[TeamGroup, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]
