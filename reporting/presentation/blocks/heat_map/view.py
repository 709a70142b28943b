"""Every measure of the pack in every district."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.heat import DistrictHeat


@dataclass(frozen=True)
class HeatMap(DistrictHeat):
    """Every measure of the pack in every district."""

    name: ClassVar[str] = "heat_map"
