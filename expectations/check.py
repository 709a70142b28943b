"""A check: a rule in words, and the expectation that asks it. Building them reads as the suites do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from expectations.built_in import BuiltIn
from expectations.extract import Extract, Rows
from reporting.lists import LISTS
from reporting.model.quality import Rule, Scope, Severity

Breaks = Callable[[Rows], pd.Series]
OF_THE_COUNCIL = {"teams": "register of teams", "name": "name", "postcode_areas": "postcode areas"}


class Named(StrEnum):
    """The named expectations, for what no built-in one can say. Each is a class of that name in `named.py`."""

    ANSWERS_AGREE = "ExpectAnswersOfARowToAgree"
    IN_TIME = "ExpectWorkToBeInTime"
    ROWS_AGREE = "ExpectRowsOfAListToAgree"
    LIKELY_SHARE = "ExpectShareOfAListToBeLikely"
    CHILD_ELSEWHERE = "ExpectChildOnAnotherList"
    DATE_ELSEWHERE = "ExpectDateOnAnotherList"
    EVENT_FOLLOWED = "ExpectEventFollowed"
    ONE_STORY = "ExpectOneStoryAcrossLists"
    TEAM_REGISTERED = "ExpectTeamInTheRegister"
    BEFORE_AGREES = "ExpectEarlierExtractToAgree"


@dataclass(frozen=True)
class Check:
    """A rule, what says which rows break it, and what else must be there before it can be asked.

    ``breaks`` is a built-in expectation, or a condition that the expectation ``named`` asks. ``needs`` are columns of
    other lists (``list.column``); ``limits`` are local timescales of the authority, and ``council`` what else of its
    own it must have said; ``earlier`` are columns of the same list in an earlier extract. Where a child is told two
    ways, ``to_mend`` says which of the rows that break the rule is the one to put right.
    """

    rule: Rule
    breaks: Breaks
    needs: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    to_mend: Breaks | None = None
    council: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    named: Named = Named.ANSWERS_AGREE

    @property
    def built_in(self) -> BuiltIn | None:
        """The built-in expectation that asks the rule; None where a named one does."""
        return self.breaks if isinstance(self.breaks, BuiltIn) else None

    def held_by(self, extract: Extract) -> pd.Series:
        """One answer a row, in the list's order: the rule holds. A comparison with an unknown value breaks nothing.

        A ``ValueError`` where the rule does not answer for every row.
        """
        rows = extract.rows(self.rule.list)
        broken = self.breaks(rows)
        if not broken.index.equals(rows.none().index):
            raise ValueError(f"{self.rule.key} does not answer for every row")
        return ~broken.fillna(False).astype(bool)

    def mended_in(self, extract: Extract) -> pd.Series:
        """One answer a row, in the list's order: if it breaks the rule, it is the one to put right."""
        rows = extract.rows(self.rule.list)
        return ~rows.none() if self.to_mend is None else self.to_mend(rows).fillna(False).astype(bool)

    def why_not_asked(self, extract: Extract) -> str:
        """Why the rule has nothing to look at in this extract, in words; "" when it can be asked."""
        reasons = (self._not_there(extract), self._not_said(extract), self._nothing_earlier(extract))
        return next((reason for reason in reasons if reason), "")

    def _not_there(self, extract: Extract) -> str:
        """The list or column that the extract lacks."""
        own, others = self.rule.list, tuple(dict.fromkeys(column.split(".")[0] for column in self.needs))
        for name in (own, *others):
            if name not in extract.tables or (name != own and name in extract.withheld):
                return extract.withheld.get(name, LISTS[name].not_sent)
        named = {own: self.rule.columns} | {
            name: ("child_id", *(column.split(".")[1] for column in self.needs if column.startswith(f"{name}.")))
            for name in others
        }
        for name, keys in named.items():
            for key in sorted(extract.absent.get(name, frozenset()) & set(keys)):
                return f'{LISTS[name].called} has no column "{LISTS[name].column(key).header}".'
        return ""

    def _not_said(self, extract: Extract) -> str:
        """What the council has not said of itself."""
        unset = [limit.replace("_", " ") for limit in self.limits if limit not in extract.limits]
        unset += [OF_THE_COUNCIL[key] for key in self.council if not getattr(extract, key)]
        return f"The council has not set its {unset[0]}." if unset else ""

    def _nothing_earlier(self, extract: Extract) -> str:
        """No extract went before, or none that has the list and the column."""
        if any(not extract.before(self.rule.list, key) for key in self.earlier):
            return "There is no earlier extract of this list to compare with."
        return ""


@dataclass(frozen=True)
class RulesOf:
    """States the rules of one list, by severity. ``columns`` are the ones that the rule's condition names.

    ``named`` is the expectation that asks them, where none is built in and nothing else tells.
    """

    list: str
    named: Named = Named.ANSWERS_AGREE

    def error(self, id: str, columns: str, says: str, do: str, breaks: Breaks, **asks: Any) -> Check:
        """A value that cannot be used, or cannot be true."""
        return self._stated(Severity.ERROR, id, columns, says, do, breaks, **asks)

    def warning(self, id: str, columns: str, says: str, do: str, breaks: Breaks, **asks: Any) -> Check:
        """A value that is probably wrong, or a child who is waiting."""
        return self._stated(Severity.WARNING, id, columns, says, do, breaks, **asks)

    def information(self, id: str, columns: str, says: str, do: str, breaks: Breaks, **asks: Any) -> Check:
        """Something odd, to look at when time allows."""
        return self._stated(Severity.INFORMATION, id, columns, says, do, breaks, **asks)

    def _stated(
        self,
        severity: Severity,
        id: str,
        columns: str,
        says: str,
        do: str,
        breaks: Breaks,
        needs: str = "",
        limits: str = "",
        scope: Scope = Scope.ROW,
        mends: str = "",
        to_mend: Breaks | None = None,
        council: str = "",
        earlier: str = "",
        named: Named | None = None,
    ) -> Check:
        rule = Rule(id, self.list, severity, tuple(columns.split()), says, do, scope, mends)
        told = Named.LIKELY_SHARE if scope is Scope.LIST else Named.IN_TIME if limits else self.named
        return Check(
            rule,
            breaks,
            needs=tuple(needs.split()),
            limits=tuple(limits.split()),
            to_mend=to_mend,
            council=tuple(council.split()),
            earlier=tuple(earlier.split()),
            named=named or told,
        )
