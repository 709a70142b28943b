"""Placements, adoption and adopters in every district."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.heat import DistrictHeat


@dataclass(frozen=True)
class FosteringAndAdoption(DistrictHeat):
    """Placements, adoption and adopters in every district."""

    name: ClassVar[str] = "fostering_and_adoption"
