"""Every measure in words, and how to read the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import Badge, BlockView


@dataclass(frozen=True)
class MeasureDefinition:
    """One measure in words."""

    measure: str
    window: str
    direction: str
    counted: str
    out_of: str
    blank: str
    source: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class DefinitionTheme:
    """The definitions under one heading."""

    name: str
    rows: tuple[MeasureDefinition, ...]


@dataclass(frozen=True)
class Definitions(BlockView):
    """Every measure in words, and how to read the report."""

    name: ClassVar[str] = "definitions"

    statuses: tuple[Badge, ...]
    reading: tuple[str, ...]
    themes: tuple[DefinitionTheme, ...]
