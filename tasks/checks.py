"""Check every list of an extract through Great Expectations, and say in counts what was found.

Nothing that Great Expectations returns is kept: positions and counts are copied out, and no cell value ever is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from expectations import CHECKS
from expectations.check import Check
from expectations.extract import Extract
from expectations.whole_lists import withheld
from reporting.calendar import Calendar
from reporting.lists import LISTS
from reporting.quality import FAILING_ROW_COLUMNS, Checked, Finding, Rule
from reporting.received import Conformed
from reporting.settings import Authority


@dataclass(frozen=True)
class Outcome:
    """What one check came to: the positions that broke it, or why there is no answer."""

    rule: Rule
    broken: tuple[int, ...] = ()
    errored: bool = False
    not_run: str = ""


def check(conformed: Conformed, *, authority: Authority, calendar: Calendar, list_date: date) -> Checked:
    """Every rule asked of every list that is there, through Great Expectations."""
    withheld_lists = withheld(conformed, authority.confirmed_empty)
    there = {name: table for name, table in conformed.tables.items() if name not in conformed.missing}
    extract = Extract(
        there,
        conformed.received,
        list_date=list_date,
        calendar=calendar,
        limits={name: limit.value for name, limit in authority.limits.items()},
    )
    outcomes = [
        outcome for name in LISTS for outcome in _checked(name, CHECKS.get(name, ()), extract, conformed, withheld_lists)
    ]
    return Checked(
        findings=conformed.findings + tuple(_findings(outcomes, there)),
        failing=_failing(outcomes),
        rules={outcome.rule.key: outcome.rule for outcome in outcomes if not outcome.not_run},
        withheld_lists=withheld_lists,
        errored=frozenset(outcome.rule.key for outcome in outcomes if outcome.errored),
    )


def _checked(
    name: str, checks: tuple[Check, ...], extract: Extract, conformed: Conformed, withheld_lists: Mapping[str, str]
) -> list[Outcome]:
    reasons = {one.rule.key: _why_not_run(one, extract, conformed, withheld_lists) for one in checks}
    runnable = tuple(one for one in checks if not reasons[one.rule.key])
    answers = _through_great_expectations(name, runnable, extract) if runnable else {}
    return [answers.get(one.rule.key) or Outcome(one.rule, not_run=reasons[one.rule.key]) for one in checks]


def _why_not_run(one: Check, extract: Extract, conformed: Conformed, withheld_lists: Mapping[str, str]) -> str:
    """Why a check has nothing to look at, in words; "" when it can be asked."""
    if one.rule.list not in extract.tables:
        return f"List {LISTS[one.rule.list].number} was not found, or was found twice."
    for column in (*(f"{one.rule.list}.{key}" for key in one.rule.columns), *one.needs):
        name, key = column.split(".")
        if name != one.rule.list and (name in withheld_lists or name not in extract.tables):
            return f"List {LISTS[name].number} cannot be used: {withheld_lists.get(name, 'it was not found.')}"
        if key in conformed.absent.get(name, frozenset()):
            return f'List {LISTS[name].number} has no column "{LISTS[name].column(key).header}".'
    unset = [limit.replace("_", " ") for limit in one.limits if limit not in extract.limits]
    return f"The council has not set its {unset[0]}." if unset else ""


def _through_great_expectations(name: str, checks: tuple[Check, ...], extract: Extract) -> Mapping[str, Outcome]:
    """Run the list's suite over one batch, and copy out the positions of the rows that break each rule."""
    from expectations.rule_holds import suite_of, validated  # two seconds to import: only when something is checked

    found = validated(suite_of(name, checks), _answers(name, checks, extract))
    return {one.rule.key: _outcome(one.rule, found[one.rule.key].result) for one in checks}


def _outcome(rule: Rule, result: Mapping[str, Any]) -> Outcome:
    """A check that went wrong has no positions, or a count that is not theirs; it never passes for one that held."""
    broken = result.get("unexpected_index_list")
    if broken is None or len(broken) != result.get("unexpected_count"):
        return Outcome(rule, errored=True)
    return Outcome(rule, tuple(broken))


def _answers(name: str, checks: Iterable[Check], extract: Extract) -> pd.DataFrame:
    """One column a rule: true where the row keeps it. A rule that cannot be worked out has no column.

    What went wrong is not logged: the message could quote a cell.
    """
    columns = {}
    for one in checks:
        try:
            columns[one.rule.key] = one.held_by(extract).to_numpy(dtype=bool)
        except Exception:  # noqa: BLE001, S112
            continue
    return pd.DataFrame(columns, index=pd.RangeIndex(len(extract.tables[name])))


def _findings(outcomes: Iterable[Outcome], tables: Mapping[str, pd.DataFrame]) -> Iterable[Finding]:
    """One finding a rule id and list: a row that fails under two of its columns is one failing row."""
    together: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        together[outcome.rule.list, outcome.rule.id].append(outcome)
    for (name, rule_id), parts in together.items():
        rule, asked = parts[0].rule, [part for part in parts if not part.not_run]
        broken = {position for part in asked for position in part.broken}
        yield Finding(
            rule=rule_id,
            severity=rule.severity,
            list=name,
            checked=len(tables[name]) if asked else 0,
            failed=len(broken),
            says=rule.says,
            do=rule.do,
            errored=any(part.errored for part in parts),
            not_run="" if asked else parts[0].not_run,
        )


def _failing(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    frames = [
        pd.DataFrame({"list": one.rule.list, "position": np.array(one.broken, dtype="int64"), "rule": one.rule.key})
        for one in outcomes
        if one.broken
    ]
    if not frames:
        return pd.DataFrame({column: pd.Series(dtype="int64" if column == "position" else "str") for column in FAILING_ROW_COLUMNS})
    return pd.concat(frames, ignore_index=True)
