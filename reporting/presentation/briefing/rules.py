"""Every rule that records fail this week or failed the week before, weightiest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.assurance.withholding import FOR_A_UNIT, FOR_NONE, FOR_THE_COUNTY, kept_back, withheld_for
from reporting.model.figures import Level
from reporting.model.quality import Finding, Rule, Scope, Severity
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.faults import FaultCount, counts_by

_GRAVEST = (Severity.ERROR.value, Severity.WARNING.value, Severity.INFORMATION.value)


@dataclass(frozen=True)
class FailingRule:
    """One rule of one list: its faults this week, how many stood the week before, and what they withhold."""

    id: str
    list: str
    severity: str
    says: str
    do: str
    mends: str
    count: FaultCount
    before: int | None  # nothing when there is no week before
    weight: int
    withholds: tuple[str, ...]


def failing_rules(told: Briefing) -> tuple[FailingRule, ...]:
    """The rules of rows with a fault this week or the week before: by weight, then gravity, then how many."""
    now = counts_by(told.now, "list", "id")
    before = counts_by(told.before, "list", "id") if told.before else {}
    ledger = told.now.ledger
    weights = ledger.groupby(["list", "id"])["weight"].min().to_dict()
    kept = kept_back(told.now.figures)
    held = {
        FOR_THE_COUNTY: frozenset(kept.loc[kept["level"].astype(str) == Level.COUNTY.value, "indicator"].astype(str)),
        FOR_A_UNIT: frozenset(kept["indicator"].astype(str)),
    }
    stated = _stated(told)
    found = [
        _failing(
            told,
            stated[key],
            now.get(key, FaultCount()),
            before.get(key, FaultCount()),
            int(weights.get(key, FOR_NONE)),
            held,
        )
        for key in dict.fromkeys([*now, *before])
        if key in stated
    ]
    order = {severity: place for place, severity in enumerate(_GRAVEST)}
    seen = [rule for rule in found if rule.count.open or rule.before or rule.count.put_right]
    seen.sort(key=lambda rule: (rule.weight, order[rule.severity], -rule.count.open, rule.list, rule.id))
    return tuple(seen)


def about_lists(told: Briefing) -> tuple[Finding, ...]:
    """What the checks found of lists as a whole, which no team can mend: gravest first."""
    of_rows = {(rule.list, rule.id) for rule in told.now.checked.rules.values() if rule.scope is Scope.ROW}
    found = [
        finding
        for finding in told.now.findings
        if finding.failed and not finding.errored and (finding.list, finding.rule) not in of_rows
    ]
    return tuple(sorted(found, key=lambda one: (_GRAVEST.index(one.severity.value), one.list, one.rule)))


def _stated(told: Briefing) -> Mapping[tuple[str, ...], Rule]:
    """Each rule of rows by list and id; one that is no longer checked as it was stated the week before."""
    weeks = [week for week in (told.before, told.now) if week]
    rules = [rule for week in weeks for rule in week.checked.rules.values()]
    return {(rule.list, rule.id): rule for rule in rules if rule.scope is Scope.ROW}


def _failing(
    told: Briefing, rule: Rule, now: FaultCount, before: FaultCount, weight: int, held: Mapping[int, frozenset[str]]
) -> FailingRule:
    finding = Finding(rule.id, rule.severity, rule.list, now.open, now.open, rule.says, rule.do)
    withholds = tuple(withheld_for(finding, told.now.checked, held.get(weight, frozenset()), told.indicators))
    return FailingRule(
        id=rule.id,
        list=rule.list,
        severity=rule.severity.value,
        says=rule.says,
        do=rule.do,
        mends=rule.list_to_mend,
        count=now,
        before=before.open if told.before else None,
        weight=weight,
        withholds=tuple(name for name in withholds if name in told.indicators),
    )
