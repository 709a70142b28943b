"""Everything the site is made from: this extract, what was found in it, and the extracts before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

import numpy as np
import pandas as pd

from reporting.assurance.ledger import STILL_OPEN
from reporting.assurance.owners import NO_TEAM
from reporting.intake.conform.faults import RULES as OF_THE_FILE
from reporting.lists import LISTS
from reporting.measures.units import grid
from reporting.model.figures import NO_DISTRICT, Level
from reporting.model.periods import Period
from reporting.model.quality import Checked, Finding, Rule, Scope, Severity
from reporting.model.settings import Authority
from reporting.presentation.site.tally import Tally
from reporting.presentation.site.withheld import Held, KeptBack, held_in, kept_back_by
from reporting.presentation.worklists import NOBODYS
from reporting.presentation.worklists.names import file_names


@dataclass(frozen=True)
class SiteExtract:
    """What one extract was found to hold: counts, and the frames of its follow-up."""

    period: Period
    list_date: date
    findings: tuple[Finding, ...]
    faults: pd.DataFrame  # reporting.assurance.ledger.FAULT_COLUMNS
    accuracy: pd.DataFrame  # reporting.assurance.accuracy.ACCURACY_COLUMNS

    @cached_property
    def failed(self) -> Mapping[tuple[str, str], int]:
        """Records that fail, by list and rule; rules that could not be asked, or went wrong, are not among them."""
        failed: dict[tuple[str, str], int] = {}
        for found in self.findings:
            if not (found.errored or found.not_run):
                failed[found.list, found.rule] = failed.get((found.list, found.rule), 0) + found.failed
        return failed

    @cached_property
    def tally(self) -> Tally:
        """How many faults there are of what."""
        return Tally.of(self.faults)

    @property
    def to_put_right(self) -> Tally:
        """The faults that are new or still open."""
        return self.tally.to_put_right

    def right(self, measure: str, name: str, level: Level, unit: str) -> tuple[int, int] | None:
        """Records checked and records right; ``None`` where nothing was measured."""
        found = self._measured.get((measure, name, level.value, unit))
        return found if found and found[0] else None

    @cached_property
    def _measured(self) -> Mapping[tuple[str, str, str, str], tuple[int, int]]:
        rows = self.accuracy[["measure", "name", "level", "unit", "checked", "right"]]
        rows = rows[rows["measure"].astype(str) != "rule"]
        return {
            (str(measure), str(name), str(level), str(unit)): (int(checked), int(right))
            for measure, name, level, unit, checked, right in rows.itertuples(index=False)
        }


class Of(StrEnum):
    """What a rule counts: records of a list, cells, things found in the file itself, or faults that stand open."""

    RECORDS = "records"
    CELLS = "cells"
    FILE = "file"
    FAULTS = "faults"


@dataclass(frozen=True)
class RuleFound:
    """One rule of one list, and what it found."""

    id: str
    list: str
    severity: Severity
    says: tuple[str, ...]
    do: str
    checked: int
    failed: int
    errored: bool
    not_run: str
    columns: tuple[str, ...]
    scope: Scope
    mends: str
    of: Of
    keeps_back: tuple[KeptBack, ...]


@dataclass(frozen=True)
class SiteInputs:
    """What the pages are written from. ``earlier`` are of either cadence, in order of list date."""

    authority: Authority
    synthetic: bool
    now: SiteExtract
    earlier: tuple[SiteExtract, ...]
    checked: Checked
    figures: pd.DataFrame
    rows: Mapping[str, int]
    put_right: pd.DataFrame  # reporting.assurance.ledger.PUT_RIGHT_COLUMNS
    due: pd.DataFrame  # reporting.assurance.due.DUE_COLUMNS

    @property
    def before(self) -> SiteExtract | None:
        """The extract that this one is compared with: a week with the week before, a month with the month before."""
        alike = [extract for extract in self.earlier if extract.period.cadence is self.now.period.cadence]
        return alike[-1] if alike else None

    @property
    def since(self) -> date | None:
        """The list date of the extract that this one is compared with."""
        return self.before.list_date if self.before else None

    @cached_property
    def rules(self) -> tuple[RuleFound, ...]:
        """Every rule that was asked, or should have been: what keeps figures back first, then the gravest."""
        together: dict[tuple[str, str], list[Finding]] = {}
        for found in self.now.findings:
            together.setdefault((found.list, found.rule), []).append(found)
        return tuple(sorted((self._rule(found) for found in together.values()), key=_gravest_first))

    @cached_property
    def rules_called(self) -> Mapping[str, Sequence[RuleFound]]:
        """Every list's rule of one id, in the lists' order."""
        called: dict[str, list[RuleFound]] = {}
        for rule in sorted(self.rules, key=lambda one: self.lists.index(one.list)):
            called.setdefault(rule.id, []).append(rule)
        return called

    @cached_property
    def failing(self) -> Mapping[str, np.ndarray]:
        """The positions of the records that fail each check, by its key."""
        found = self.checked.failing.groupby("rule", observed=True)["position"]
        return {str(key): rows.to_numpy(dtype="int64") for key, rows in found}

    @cached_property
    def held(self) -> Held:
        """The figures that the data cannot support."""
        return held_in(self.figures)

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """Every list there is a word about, in number order; the extract as a whole comes last, under no name."""
        others = {rule.list for rule in self.rules} - set(LISTS)
        return (*self.authority.lists, *sorted(others))

    @cached_property
    def districts(self) -> tuple[str, ...]:
        """Every district, and the remainders that somebody is in."""
        named = grid(self.authority, self.now.list_date)[Level.DISTRICT]
        return tuple(name for name in named if name != NO_DISTRICT or self.somewhere(name))

    @cached_property
    def teams(self) -> tuple[tuple[str, str], ...]:
        """Every team of the register with its district, and "no team can be traced" where something has none."""
        day = self.now.list_date
        there = [one for one in self.authority.teams if one.starts <= day and (one.ends is None or one.ends >= day)]
        teams = {team.name: team.district for team in reversed(there)}
        order = {name: place for place, name in enumerate(self.districts)}
        placed = sorted(teams.items(), key=lambda one: (order[one[1]], one[0]))
        return (*placed, *([(NO_TEAM, NO_DISTRICT)] if self.now.tally.where(team=NO_TEAM).counts else []))

    @cached_property
    def worklists(self) -> Mapping[str, str]:
        """The name of the file that each team's worklist is in."""
        names = grid(self.authority, self.now.list_date)[Level.TEAM]
        named = [*(name for name in names if name != NO_DISTRICT), *sorted(self.now.tally.by("team"))]
        files = file_names([NOBODYS, *(name for name in dict.fromkeys(named) if name != NO_TEAM)])
        return {**files, NO_TEAM: files[NOBODYS]}

    def mended(self, what: str = "", which: str = "") -> int:
        """How many faults were put right: all of them, or those of one district or team."""
        return self._mended[what].get(which, 0) if what else int(self.put_right["faults"].sum())

    @cached_property
    def _mended(self) -> Mapping[str, Mapping[str, int]]:
        rows = self.put_right.astype({"district": str, "team": str})
        return {
            name: {str(unit): int(count) for unit, count in rows.groupby(name)["faults"].sum().items()}
            for name in ("district", "team")
        }

    def somewhere(self, district: str) -> bool:
        """Whether any fault is of this district."""
        return bool(self.now.tally.where(district=district).counts)

    def _rule(self, findings: list[Finding]) -> RuleFound:
        first = findings[0]
        stated = self._stated.get((first.list, first.rule), [])
        counts = _what_is_counted(first, stated)
        looked_at = sum if counts is Of.CELLS else max  # each finding is of other cells, but of the same records
        return RuleFound(
            id=first.rule,
            list=first.list,
            severity=first.severity,
            says=tuple(dict.fromkeys(found.says for found in findings)),
            do=first.do,
            checked=looked_at(found.checked for found in findings),
            failed=sum(found.failed for found in findings),
            errored=any(found.errored for found in findings),
            not_run=first.not_run,
            columns=tuple(dict.fromkeys(column for rule in stated for column in rule.columns)),
            scope=stated[0].scope if stated else Scope.LIST,
            mends=stated[0].list_to_mend if stated else first.list,
            of=counts,
            keeps_back=kept_back_by(
                first, self.checked, held=self.held, faults=self.now.tally, measures=self.authority.definitions
            ),
        )

    @cached_property
    def _stated(self) -> Mapping[tuple[str, str], list[Rule]]:
        stated: dict[tuple[str, str], list[Rule]] = {}
        for rule in self.checked.rules.values():
            stated.setdefault((rule.list, rule.id), []).append(rule)
        return stated


def _what_is_counted(found: Finding, stated: Sequence[Rule]) -> Of:
    if found.rule == STILL_OPEN.id:
        return Of.FAULTS
    if stated and found.rule in OF_THE_FILE:
        return Of.CELLS
    return Of.RECORDS if stated or found.not_run else Of.FILE


_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}


def _gravest_first(rule: RuleFound) -> tuple[object, ...]:
    whole = any(kept.whole for kept in rule.keeps_back)
    return (not whole, not rule.keeps_back, _SEVERITIES[rule.severity], -rule.failed, rule.list, rule.id)
