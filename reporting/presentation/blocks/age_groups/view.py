"""The measures that are counted by age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import BlockView, Printed


@dataclass(frozen=True)
class AgeRow:
    """One measure by age."""

    measure: str
    cells: tuple[Printed, ...]


@dataclass(frozen=True)
class AgeGroups(BlockView):
    """The measures that are counted by age."""

    name: ClassVar[str] = "age_groups"

    headings: tuple[str, ...]
    rows: tuple[AgeRow, ...]
    notes: tuple[str, ...]
