"""Every list and the rules that records fail, beside the week before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import BlockView, Pair, Printed


@dataclass(frozen=True)
class ListLine:
    """One list of Annex A this week."""

    number: str
    name: str
    rows: Printed
    rows_change: str
    right: Printed
    right_change: str
    faults: tuple[Printed, ...]  # new, put right, open, confirmed
    said: str


@dataclass(frozen=True)
class RuleLine:
    """One rule of one list this week, beside the week before."""

    says: str
    rule: str
    list: str
    now: Printed
    before: Printed | None
    change: str
    new: Printed | None
    put_right: Printed | None
    withholds: str


@dataclass(frozen=True)
class RuleGroup:
    """The rules that weigh alike."""

    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class WeeklyCheck(BlockView):
    """Every list and the rules that records fail, those that withhold a figure first."""

    name: ClassVar[str] = "weekly_check"

    compared: bool  # there is a week before
    rule_columns: str
    lists: tuple[ListLine, ...]
    withheld: tuple[Pair, ...]
    withheld_note: str
    groups: tuple[RuleGroup, ...]
    none_failed: str
    notes: tuple[str, ...]
