"""What a rule is, and what it found: counts, and the positions of the rows that failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd


class Severity(StrEnum):
    """An error makes a value unusable; a warning is printed beside the figure; information is for when time allows."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True)
class Rule:
    """Something that must be true of a list, in one sentence a team manager would nod at."""

    id: str
    list: str
    severity: Severity
    columns: tuple[str, ...]  # the columns of ``list`` it guards
    says: str
    do: str


@dataclass(frozen=True)
class Finding:
    """What one rule found in one list: counts only, never a cell's value.

    ``errored`` says that the check itself could not be run, which is not the same as rows failing.
    """

    rule: str
    severity: Severity
    list: str
    checked: int
    failed: int
    says: str
    do: str
    errored: bool = False


FAILING_ROW_COLUMNS = ("list", "position", "rule")


@dataclass(frozen=True)
class Checked:
    """Everything known about the quality of one extract.

    ``failing`` has one row per failing row and rule: ``list``, ``position`` (in the conformed table), ``rule``.
    ``rules`` are the row rules that ran. ``withheld_lists`` maps a list that cannot be counted at all (missing,
    doubled, empty, of another year) to the reason in words.
    """

    findings: tuple[Finding, ...]
    failing: pd.DataFrame
    rules: Mapping[str, Rule]
    withheld_lists: Mapping[str, str]
