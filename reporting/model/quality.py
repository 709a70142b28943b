"""What a rule is, and what it found: counts, and the positions of the rows that failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd


class Severity(StrEnum):
    """An error makes a value unusable; a warning is printed beside the figure; information is for when time allows."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class Scope(StrEnum):
    """What a rule speaks of: one row, which its team can mend, or the list as a whole, which the data team looks at."""

    ROW = "row"
    LIST = "list"


@dataclass(frozen=True)
class Rule:
    """Something that must be true of a list, in one sentence a team manager would nod at.

    One id may stand for several checks of a list, each guarding its own columns ("every date can be read"
    guards each date by itself), so a check is known by its ``key``: list, id and columns. ``mends`` names the one
    list to put right, where that is not the rule's own.
    """

    id: str
    list: str
    severity: Severity
    columns: tuple[str, ...]  # the columns of ``list`` it guards
    says: str
    do: str
    scope: Scope = Scope.ROW
    mends: str = ""

    @property
    def list_to_mend(self) -> str:
        """The one list in which the fault is put right."""
        return self.mends or self.list

    @property
    def key(self) -> str:
        """For example ``children_in_need:6.02:cin_start+cin_end``."""
        return f"{self.list}:{self.id}:{'+'.join(self.columns)}"


@dataclass(frozen=True)
class Finding:
    """What one rule id found in one list: counts only, never a cell's value.

    ``errored`` says that the check itself went wrong, which is not the same as rows failing. ``not_run`` says in
    words what the check had nothing to look at (a list or a column that is not there): it neither passed nor failed.
    """

    rule: str
    severity: Severity
    list: str
    checked: int
    failed: int
    says: str
    do: str
    errored: bool = False
    not_run: str = ""


FAILING_ROW_COLUMNS = ("list", "position", "rule", "mend")
VANISHED_ROW_COLUMNS = ("list", "position", "rule")


@dataclass(frozen=True)
class Checked:
    """Everything known about the quality of one extract.

    ``failing`` has one row per failing row and check: ``list``, ``position`` (in the conformed table), ``rule`` (the
    check's ``key``), ``mend`` (this is the row to put right: of a child told two ways on two lists only one is).
    ``vanished`` has the rows of the extract before that are no longer there, by position in that extract's tables.
    ``rules`` are the checks that ran, by key; ``errored`` the keys of those that went wrong, which
    vouch for no row of their list; ``not_run`` the keys of those that had nothing to look at. ``withheld_lists``
    maps a list that cannot be counted at all (missing, doubled, empty, of another year) to the reason in words.
    """

    findings: tuple[Finding, ...]
    failing: pd.DataFrame
    rules: Mapping[str, Rule]
    withheld_lists: Mapping[str, str]
    errored: frozenset[str] = frozenset()
    not_run: frozenset[str] = frozenset()
    vanished: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(VANISHED_ROW_COLUMNS)))
