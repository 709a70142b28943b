"""What the template of a report receives: frozen all the way down, every leaf finished text or finished SVG."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.presentation.views.leaves import BlockView, Link


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
    contents: tuple[Link, ...]
    blocks: tuple[BlockView, ...]
    csv: str
    csv_name: str
