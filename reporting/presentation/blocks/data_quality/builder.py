"""What was checked, what was wrong, and what was withheld for it.

Boards are told of records with no error, which is what can withhold a figure. The weekly report's "right" is stricter:
no error and no warning but of the time something took (``reporting.assurance.accuracy``).
"""

from __future__ import annotations

from collections import Counter

import pandas as pd

from reporting.lists import LISTS
from reporting.model.quality import Finding, Severity
from reporting.presentation.blocks.data_quality.view import DataQuality, ListRow, RuleRow
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import State
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item
from reporting.presentation.briefing.places import units_of
from reporting.presentation.views.leaves import Pair
from reporting.presentation.words import counted, percentage, sentence, some_of, spelled, whole

MOST_RULES = 5
_NONE_FOR_THE_WHOLE = "No figure for {whole} as a whole is withheld in this report."


@block(Need.MEASURES, Need.CHECKED)
def data_quality(told: Briefing) -> DataQuality:
    """What was checked of the lists that the pack leans on."""
    lists = tuple(_list_row(told, name) for name in _lists_of(told))
    withheld = _withheld(told)
    return DataQuality(
        title="Data quality statement",
        message=_message(told, withheld),
        lists=lists,
        withheld=withheld,
        withheld_note="" if withheld else _NONE_FOR_THE_WHOLE.format(whole=told.authority.county_unit),
        rules=_rules(told),
        checks=_checks(told),
    )


def _lists_of(told: Briefing) -> tuple[str, ...]:
    """The lists that the pack's measures depend on, in number order."""
    used = {name for item in told.pack.items for name in told.indicator(item).lists}
    return tuple(name for name in told.authority.lists if name in used)


def _failing(told: Briefing, name: str, severity: Severity) -> pd.Series:
    """Positions of a list's rows that failed a check of one severity."""
    keys = {key for key, rule in told.checked.rules.items() if rule.list == name and rule.severity is severity}
    failing = told.checked.failing
    return failing.loc[(failing["list"] == name) & failing["rule"].isin(keys), "position"].drop_duplicates()


def _list_row(told: Briefing, name: str) -> ListRow:
    schema, rows = LISTS[name], told.rows.get(name, 0)
    reason = told.checked.withheld_lists.get(name, "")
    errors, warnings = (len(_failing(told, name, which)) for which in (Severity.ERROR, Severity.WARNING))
    return ListRow(
        name=schema.title,
        number=schema.called,
        rows=whole(rows),
        errors=whole(errors),
        warnings=whole(warnings),
        right="–" if not rows else f"{percentage(100 * (rows - errors) / rows)}%",
        meaning=sentence(reason) if reason else _meaning(told, name),
    )


def _meaning(told: Briefing, name: str) -> str:
    """The measures of the pack that lean on the list and are withheld, for the whole or for some districts only."""
    leaning = [item for item in told.pack.items if name in told.indicator(item).lists]
    withheld = [told.short(item) for item in leaning if told.this_month(item).state is State.WITHHELD]
    elsewhere = sum(_districts_withheld(told, item) for item in leaning)
    said = [f"Withheld: {some_of(withheld, 2)}."] if withheld else []
    said += [f"{sentence(counted(elsewhere, 'district figure'))} withheld."] if elsewhere else []
    return " ".join(said) or "Nothing withheld."


def _districts_withheld(told: Briefing, item: Item) -> int:
    """How many districts' figures the heat map shows as withheld."""
    return sum(fact.state is State.WITHHELD for fact in told.districts(item, units_of(told.authority)))


def _withheld(told: Briefing) -> tuple[Pair, ...]:
    """Measures without a figure for the whole authority, and why."""
    return tuple(
        Pair(told.title(item), sentence(f"{fact.state.replace('_', ' ')}: {fact.reason or 'no reason recorded'}."))
        for item in told.pack.items
        if (fact := told.this_month(item)).state in (State.WITHHELD, State.NOT_COMPUTABLE)
    )


def _message(told: Briefing, withheld: tuple[Pair, ...]) -> str:
    names = _lists_of(told)
    rows = sum(told.rows.get(name, 0) for name in names)
    if not rows:
        return "No records were received, so nothing could be checked."
    wrong = sum(len(_failing(told, name, Severity.ERROR)) for name in names)
    right = f"{percentage(100 * (rows - wrong) / rows)}% of {whole(rows)} records have no error that a check can find"
    whole_of = told.authority.county_unit
    held = f"{counted(len(withheld), 'figure')} could not be printed" if withheld else "every figure could be printed"
    districts = sum(_districts_withheld(told, item) for item in told.pack.items)
    apart = f", and {counted(districts, 'district figure')} could not" if districts and not withheld else ""
    return f"{right}; for {whole_of} as a whole {held}{apart}."


def _about(told: Briefing) -> list[Finding]:
    names = set(_lists_of(told))
    return [finding for finding in told.checked.findings if finding.list in names]


def _rules(told: Briefing) -> tuple[RuleRow, ...]:
    """The rules that most records failed, errors first."""
    order = {Severity.ERROR: 0, Severity.WARNING: 1}
    failed = [found for found in _about(told) if found.failed and found.severity in order and not found.errored]
    failed.sort(key=lambda found: (order[found.severity], -found.failed, found.list, found.rule))
    return tuple(
        RuleRow(
            rule=f"{found.rule} {found.severity.value}",
            list=LISTS[found.list].title,
            says=found.says,
            failed=f"{whole(found.failed)} of {whole(found.checked)}",
            do=found.do,
        )
        for found in failed[:MOST_RULES]
    )


def _came_out(found: Finding) -> str:
    if found.errored or found.not_run:
        return "errored" if found.errored else "not run"
    return found.severity.value if found.failed else "passed"


def _checks(told: Briefing) -> tuple[str, ...]:
    """How many checks ran, and how they came out."""
    findings = _about(told)
    tally = Counter(_came_out(found) for found in findings)
    passed = spelled(tally["passed"]) if tally["passed"] else "none"
    said = [f"{sentence(counted(len(findings), 'check'))} on {counted(len(_lists_of(told)), 'list')}: {passed} passed."]
    said += [
        f"{sentence(counted(tally[s.value], 'check'))} found {s.value}s."
        for s in (Severity.ERROR, Severity.WARNING)
        if tally[s.value]
    ]
    if tally["not run"]:
        said.append(f"{sentence(counted(tally['not run'], 'check'))} had nothing to look at.")
    if tally["errored"]:
        went_wrong = sentence(counted(tally["errored"], "check"))
        said.append(f"{went_wrong} could not be run, and no row of their lists is vouched for.")
    return tuple(said)
