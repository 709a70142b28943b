"""What was checked, and what was withheld for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import BlockView, Pair


@dataclass(frozen=True)
class ListRow:
    """The quality of one list."""

    name: str
    number: str
    rows: str
    errors: str
    warnings: str
    right: str
    meaning: str


@dataclass(frozen=True)
class RuleRow:
    """A rule that records failed."""

    rule: str
    list: str
    says: str
    failed: str
    do: str


@dataclass(frozen=True)
class DataQuality(BlockView):
    """What was checked, and what was withheld for it."""

    name: ClassVar[str] = "data_quality"

    lists: tuple[ListRow, ...]
    withheld: tuple[Pair, ...]
    withheld_note: str
    rules: tuple[RuleRow, ...]
    checks: tuple[str, ...]
