"""What a template receives: frozen all the way down, every leaf finished text or finished SVG."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.packs.context.blocks import (
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
    Definition,
    Definitions,
    DefinitionTheme,
    HeatGroup,
    HeatMap,
    HeatRow,
    HeatTheme,
    ListRow,
    RuleRow,
    TargetRow,
)
from reporting.packs.context.leaves import Block, Decision, Entry, Movement, Pair, Printed, Status, Tile

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
    "Definition",
    "DefinitionTheme",
    "Definitions",
    "Entry",
    "HeatGroup",
    "HeatMap",
    "HeatRow",
    "HeatTheme",
    "ListRow",
    "Movement",
    "Pair",
    "Printed",
    "ReportContext",
    "RuleRow",
    "Status",
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
