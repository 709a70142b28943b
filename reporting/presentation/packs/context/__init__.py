"""What a template receives: frozen all the way down, every leaf finished text or finished SVG."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.presentation.packs.context.blocks import (
    AgeGroups,
    AgeRow,
    Card,
    CardRow,
    Cards,
    CardTheme,
    ChangeGroup,
    ChangeRow,
    Changes,
    Cover,
    Dashboard,
    DashboardRow,
    DashboardTheme,
    DataQuality,
    Definitions,
    DefinitionTheme,
    HeatGroup,
    HeatMap,
    HeatRow,
    HeatTheme,
    ListRow,
    MeasureDefinition,
    RuleRow,
    TargetRow,
)
from reporting.presentation.packs.context.leaves import (
    Block,
    Decision,
    Entry,
    GradeBadge,
    Movement,
    Pair,
    Printed,
    Tile,
)

__all__ = [
    "AgeGroups",
    "AgeRow",
    "Block",
    "Card",
    "CardRow",
    "CardTheme",
    "Cards",
    "ChangeGroup",
    "ChangeRow",
    "Changes",
    "Cover",
    "Dashboard",
    "DashboardRow",
    "DashboardTheme",
    "DataQuality",
    "Decision",
    "DefinitionTheme",
    "Definitions",
    "Entry",
    "GradeBadge",
    "HeatGroup",
    "HeatMap",
    "HeatRow",
    "HeatTheme",
    "ListRow",
    "MeasureDefinition",
    "Movement",
    "Pair",
    "Printed",
    "ReportContext",
    "RuleRow",
    "TargetRow",
    "Tile",
]


@dataclass(frozen=True)
class ReportContext:
    """One report, finished. ``csv`` holds exactly what the blocks print."""

    title: str
    authority: str
    board: str
    subtitle: str
    period: str
    month: str
    marking: str
    marking_note: str
    notice: str
    running_notice: str
    reference: str
    created: str  # a date, for the file's own metadata
    description: str
    contents: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    csv: str
    csv_name: str
