"""All eleven lists in every district."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.heat import DistrictHeat


@dataclass(frozen=True)
class AnnexA(DistrictHeat):
    """All eleven lists in every district."""

    name: ClassVar[str] = "annex_a"
