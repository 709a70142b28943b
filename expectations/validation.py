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
from expectations.between_months import compare
from expectations.check import Check
from expectations.extract import Extract
from expectations.noticed import NOTICED
from expectations.whole_lists import withheld
from reporting.model.calendar import Calendar
from reporting.model.quality import FAILING_ROW_COLUMNS, VANISHED_ROW_COLUMNS, Checked, Finding, Rule
from reporting.model.received import Conformed
from reporting.model.settings import Authority


@dataclass(frozen=True)
class Outcome:
    """What one check came to: the positions that broke it, or why there is no answer.

    ``gone``: they are positions of the earlier extract. ``failed`` is given for a list as a whole, with no positions.
    """

    rule: Rule
    checked: int
    broken: tuple[int, ...] = ()
    to_mend: tuple[bool, ...] = ()
    errored: bool = False
    not_run: str = ""
    gone: bool = False
    failed: int = 0
    says: str = ""


def check(
    conformed: Conformed,
    *,
    authority: Authority,
    calendar: Calendar,
    list_date: date,
    earlier: Conformed | None = None,
    earlier_list_date: date | None = None,
) -> Checked:
    """Every rule asked of every list that is there, and of what changed since the ``earlier`` extract."""
    before = None
    if earlier is not None and earlier_list_date is not None:
        before = _extract(earlier, authority, calendar, earlier_list_date)
    extract = _extract(conformed, authority, calendar, list_date, before)
    asked = [*_outcomes(extract), *_changes(extract)]
    noticed = [one for one in NOTICED if one.rule.list in extract.sent]  # of these conforming has told the findings
    outcomes = [*asked, *(_noticed(one, extract) for one in noticed)]
    return Checked(
        findings=conformed.findings + tuple(_findings(asked)),
        failing=_failing(outcomes),
        rules={outcome.rule.key: outcome.rule for outcome in outcomes if not outcome.not_run},
        withheld_lists=extract.withheld,
        errored=frozenset(outcome.rule.key for outcome in outcomes if outcome.errored),
        not_run=frozenset(outcome.rule.key for outcome in outcomes if outcome.not_run),
        vanished=_vanished(outcomes),
    )


def _extract(
    conformed: Conformed, authority: Authority, calendar: Calendar, list_date: date, earlier: Extract | None = None
) -> Extract:
    """The lists as rules see them, with the council's own settings beside them."""
    agreed = authority.on(list_date)
    return Extract(
        conformed,
        withheld(conformed, agreed.confirmed_empty, agreed.confirmed_whole),
        list_date=list_date,
        calendar=calendar,
        limits=agreed.limit_values,
        earlier=earlier,
        teams=authority.teams,
        name=authority.name,
        postcode_areas=authority.postcode_areas,
    )


def _outcomes(extract: Extract) -> list[Outcome]:
    """One suite and one batch a list, all in one context that is thrown away."""
    from expectations.rule_holds import suite_of, throwaway_context, validated  # takes two seconds to import

    context, outcomes = throwaway_context(), []
    for name in extract.sent:
        checks = CHECKS[name]
        reasons = {one.rule.key: one.why_not_asked(extract) for one in checks}
        asked = tuple(one for one in checks if not reasons[one.rule.key])
        found = validated(context, suite_of(name, asked), _answers(name, asked, extract)) if asked else {}
        outcomes += [
            _outcome(one, found[one.rule.key].result, extract)
            if not reasons[one.rule.key]
            else Outcome(one.rule, 0, not_run=reasons[one.rule.key])
            for one in checks
        ]
    return outcomes


def _outcome(one: Check, result: Mapping[str, Any], extract: Extract) -> Outcome:
    """A check that went wrong has no positions, or a count that is not theirs; it never passes for one that held."""
    rows, broken = len(extract.tables[one.rule.list]), result.get("unexpected_index_list")
    if broken is None or len(broken) != result.get("unexpected_count"):
        return Outcome(one.rule, rows, errored=True)
    return Outcome(one.rule, rows, tuple(broken), _to_mend(one, broken, extract))


def _to_mend(one: Check, broken: list[int], extract: Extract) -> tuple[bool, ...]:
    """Which of the rows that broke the rule are to be put right: all of them, where nobody can say which."""
    if one.to_mend is None or not broken:
        return (True,) * len(broken)
    try:
        return tuple(one.mended_in(extract).to_numpy(dtype=bool)[broken].tolist())
    except Exception:
        return (True,) * len(broken)


def _answers(name: str, checks: Iterable[Check], extract: Extract) -> pd.DataFrame:
    """One column a rule: true where the row keeps it. A rule that cannot be worked out has no column."""
    answers = {one.rule.key: _answer(one, extract) for one in checks}
    columns = {key: answer for key, answer in answers.items() if answer is not None}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(extract.tables[name])))


def _answer(one: Check, extract: Extract) -> np.ndarray | None:
    """Whether each row keeps the rule. What went wrong is told to nobody: the message could quote a cell."""
    try:
        return one.held_by(extract).to_numpy(dtype=bool)
    except Exception:
        return None


def _changes(extract: Extract) -> list[Outcome]:
    """What changed since the earlier extract. No suite can see two extracts, so this is asked directly."""
    return [
        Outcome(
            rule=one.rule,
            checked=one.checked,
            broken=one.places,
            to_mend=one.to_mend,
            errored=one.errored,
            not_run=one.not_run,
            gone=one.gone,
            failed=one.failed,
            says=one.says,
        )
        for one in compare(extract)
    ]


def _noticed(one: Check, extract: Extract) -> Outcome:
    """The rows in which conforming noticed something. No suite is asked again what has been looked at."""
    if reason := one.why_not_asked(extract):
        return Outcome(one.rule, 0, not_run=reason)
    broken = np.flatnonzero(~one.held_by(extract)).tolist()
    return Outcome(one.rule, len(extract.tables[one.rule.list]), tuple(broken), _to_mend(one, broken, extract))


def _findings(outcomes: Iterable[Outcome]) -> Iterable[Finding]:
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
            checked=max((part.checked for part in asked), default=0),
            failed=len(broken) or sum(part.failed for part in asked),
            says=next((part.says for part in asked if part.says), rule.says),
            do=rule.do,
            errored=any(part.errored for part in parts),
            not_run="" if asked else parts[0].not_run,
        )


def _failing(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """The failing rows of this extract, and which of them are to be put right."""
    kinds = {"list": "str", "position": "int64", "rule": "str", "mend": "bool"}
    return _rows([one for one in outcomes if one.broken and not one.gone], FAILING_ROW_COLUMNS, kinds)


def _vanished(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """The rows of the extract before that are no longer there."""
    kinds = {"list": "str", "position": "int64", "rule": "str"}
    return _rows([one for one in outcomes if one.broken and one.gone], VANISHED_ROW_COLUMNS, kinds)


def _rows(outcomes: list[Outcome], columns: tuple[str, ...], kinds: Mapping[str, str]) -> pd.DataFrame:
    frames = [
        pd.DataFrame(
            {
                "list": one.rule.list,
                "position": np.array(one.broken, dtype="int64"),
                "rule": one.rule.key,
                "mend": np.array(one.to_mend, dtype=bool),
            }
        )[list(columns)]
        for one in outcomes
    ]
    if not frames:
        return pd.DataFrame({column: pd.Series(dtype=kinds[column]) for column in columns})
    return pd.concat(frames, ignore_index=True)
