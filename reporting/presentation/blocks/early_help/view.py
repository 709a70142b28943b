"""Early help assessments, and the contacts that come before them, in every district."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.heat import DistrictHeat


@dataclass(frozen=True)
class EarlyHelp(DistrictHeat):
    """Early help assessments, and the contacts that come before them, in every district."""

    name: ClassVar[str] = "early_help"
