"""The accuracy of each type of information in every district, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from reporting.presentation.views.leaves import BlockView, Printed, Tile


@dataclass(frozen=True)
class SparkCell:
    """One type of information in one place: this week’s share, and the weeks that led to it."""

    now: Printed
    chart: Markup
    earlier: tuple[Printed, ...]


@dataclass(frozen=True)
class SparkRow:
    """One place."""

    name: str
    style: str
    cells: tuple[SparkCell, ...]


@dataclass(frozen=True)
class DistrictSeries(BlockView):
    """The accuracy of each type of information in every district, week by week."""

    name: ClassVar[str] = "accuracy_by_district"

    kinds: tuple[str, ...]
    rows: tuple[SparkRow, ...]
    key: tuple[Tile, ...]
    notes: tuple[str, ...]
