"""Every measure with its four thresholds and its last three months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import Badge, BlockView, Printed


@dataclass(frozen=True)
class DashboardRow:
    """A measure with its four thresholds and its last three months."""

    measure: str
    window: str
    thresholds: tuple[str, ...]  # four, or none
    no_threshold: str
    months: tuple[Printed, ...]
    status: Badge | None


@dataclass(frozen=True)
class DashboardTheme:
    """The rows under one heading."""

    name: str
    rows: tuple[DashboardRow, ...]


@dataclass(frozen=True)
class Dashboard(BlockView):
    """Every measure in the board’s founding form."""

    name: ClassVar[str] = "dashboard"

    months: tuple[str, ...]
    themes: tuple[DashboardTheme, ...]
    notes: tuple[str, ...]
