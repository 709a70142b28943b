"""Check every list of an extract through Great Expectations, and say in counts what was found.

Nothing that Great Expectations returns is kept: positions and counts are copied out, and no cell value ever is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from expectations import CHECKS
from expectations.batch import Positions
from expectations.between_months import compare
from expectations.check import Check
from expectations.extract import Extract
from expectations.noticed import NOTICED
from expectations.whole_lists import withheld
from reporting.model.calendar import Calendar
from reporting.model.quality import FAILING_ROW_COLUMNS, VANISHED_ROW_COLUMNS, Checked, Finding, Rule
from reporting.model.received import Conformed
from reporting.model.settings import Authority

Flags = np.ndarray[tuple[int], np.dtype[np.bool]]


@dataclass(frozen=True)
class Outcome:
    """What one check came to: the positions that broke it, or why there is no answer.

    ``gone``: they are positions of the earlier extract. ``failed`` is given for a list as a whole, with no positions.
    """

    rule: Rule
    checked: int
    broken: Positions = field(default_factory=lambda: np.array([], dtype="int64"))
    to_mend: Flags = field(default_factory=lambda: np.array([], dtype=bool))
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
    from expectations.suites import positions_that_break, throwaway_context  # takes two seconds to import

    context, outcomes = throwaway_context(), []
    for name in extract.sent:
        checks = CHECKS[name]
        reasons = {one.rule.key: one.why_not_asked(extract) for one in checks}
        asked = tuple(one for one in checks if not reasons[one.rule.key])
        found = positions_that_break(context, name, asked, extract) if asked else {}
        outcomes += [
            Outcome(one.rule, 0, not_run=reasons[one.rule.key])
            if reasons[one.rule.key]
            else _outcome(one, found.get(one.rule.key), extract)
            for one in checks
        ]
    return outcomes


def _outcome(one: Check, broken: Positions | None, extract: Extract) -> Outcome:
    """A check that went wrong has no positions; it never passes for one that held."""
    rows = len(extract.tables[one.rule.list])
    if broken is None:
        return Outcome(one.rule, rows, errored=True)
    return Outcome(one.rule, rows, broken, _to_mend(one, broken, extract))


def _to_mend(one: Check, broken: Positions, extract: Extract) -> Flags:
    """Which of the rows that broke the rule are to be put right: all of them, where nobody can say which."""
    if one.to_mend is None or not len(broken):
        return np.ones(len(broken), dtype=bool)
    try:
        return one.mended_in(extract).to_numpy(dtype=bool)[broken]
    except Exception:
        return np.ones(len(broken), dtype=bool)


def _changes(extract: Extract) -> list[Outcome]:
    """What changed since the earlier extract. No suite can see two extracts, so this is asked directly."""
    return [
        Outcome(
            rule=one.rule,
            checked=one.checked,
            broken=np.array(one.places, dtype="int64"),
            to_mend=np.array(one.to_mend, dtype=bool),
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
    broken = np.flatnonzero(~one.held_by(extract)).astype("int64")
    return Outcome(one.rule, len(extract.tables[one.rule.list]), broken, _to_mend(one, broken, extract))


def _findings(outcomes: Iterable[Outcome]) -> Iterable[Finding]:
    """One finding a rule id and list: a row that fails under two of its columns is one failing row."""
    together: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        together[outcome.rule.list, outcome.rule.id].append(outcome)
    for (name, rule_id), parts in together.items():
        rule, asked = parts[0].rule, [part for part in parts if not part.not_run]
        broken = np.unique(np.concatenate([part.broken for part in asked])) if asked else ()
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
    return _rows([one for one in outcomes if len(one.broken) and not one.gone], FAILING_ROW_COLUMNS, kinds)


def _vanished(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """The rows of the extract before that are no longer there."""
    kinds = {"list": "str", "position": "int64", "rule": "str"}
    return _rows([one for one in outcomes if len(one.broken) and one.gone], VANISHED_ROW_COLUMNS, kinds)


def _rows(outcomes: list[Outcome], columns: tuple[str, ...], kinds: Mapping[str, str]) -> pd.DataFrame:
    frames = [
        pd.DataFrame(
            {
                "list": one.rule.list,
                "position": one.broken,
                "rule": one.rule.key,
                "mend": one.to_mend,
            }
        )[list(columns)]
        for one in outcomes
    ]
    if not frames:
        return pd.DataFrame({column: pd.Series(dtype=kinds[column]) for column in columns})
    return pd.concat(frames, ignore_index=True)
