"""Measures in every district, under their headings: what every heat map is made of."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.presentation.views.leaves import BlockView, Printed, Tile


@dataclass(frozen=True)
class HeatGroup:
    """A locality, and how many districts it spans."""

    name: str
    span: str


@dataclass(frozen=True)
class HeatRow:
    """One measure in every district."""

    measure: str
    note: str
    cells: tuple[Printed, ...]


@dataclass(frozen=True)
class HeatTheme:
    """The rows under one heading."""

    name: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True)
class DistrictHeat(BlockView):
    """Measures in every district: the whole first, then district by district under its locality, then the rest."""

    style: str  # page-of-its-own, or following
    whole: str
    groups: tuple[HeatGroup, ...]
    districts: tuple[str, ...]
    remainders: tuple[str, ...]
    themes: tuple[HeatTheme, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]
