"""The tables of a worklist, every cell finished text: what to put right, what falls due, and what whole lists want."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from reporting.assurance.due import WITHIN
from reporting.assurance.ledger import CONFIRMED, NEW, NOT_HERE
from reporting.assurance.withholding import FOR_A_UNIT, FOR_THE_COUNTY
from reporting.lists import LISTS, POSITION
from reporting.model.quality import Rule, Scope, Severity
from reporting.presentation.worklists.followed import Followed, people, person_of, values
from reporting.presentation.worklists.safe_text import visible

MEND_HEADINGS = (
    "Reference",
    "Mend first",
    "Kind",
    "Child or adopter",
    "List to mend",
    "Found in",
    "What should be true, and is not",
    "As received",
    "What to do",
    "Worker",
    "Since",
    "New or open",
    "Rule",
)
DUE_HEADINGS = ("Within", "Due", "Day", "Working days left", "Child or adopter", "What", "Found in", "Worker")
CONFIRM_HEADINGS = ("Reference", "Confirmed by (role)", "Date", "Why it is right")
LIST_HEADINGS = ("List", "Rule", "Kind", "What is wrong", "Checked", "Failed", "What to do")

KINDS = {Severity.ERROR.value: "Error", Severity.WARNING.value: "Warning", Severity.INFORMATION.value: "Information"}
_GRAVEST_FIRST = {severity: place for place, severity in enumerate(KINDS)}
_WHY = {
    Severity.ERROR.value: "3 Error: the value cannot be used",
    Severity.WARNING.value: "4 Probably wrong, or a child who is waiting",
    Severity.INFORMATION.value: "5 Odd: look at it when there is time",
}
_NO_WORKER = "(no worker)"
_WENT_WRONG = "The check itself went wrong, so nobody knows. Tell whoever looks after Line of Sight."


def reasons(council: str) -> Mapping[str, str]:
    """Why something is to be mended in its turn, in that order, by severity or by what it withholds."""
    return {
        "county": f"1 Keeps a figure for all of {council} from being printed",
        "unit": "2 Keeps a figure for the team or its area from being printed",
        **_WHY,
    }


def to_mend(followed: Followed, *, council: str, called: str) -> pd.DataFrame:
    """``MEND_HEADINGS`` and ``team`` for every fault that is not confirmed, the first to mend first.

    ``called`` is what the period is called: a month, say.
    """
    faults = followed.faults[followed.faults["state"] != CONFIRMED].reset_index(drop=True)
    faults = faults.assign(person=people(followed, faults))
    faults = _in_order(faults)
    said = [followed.rules.get(key) for key in faults["rule"]]
    told = {
        "Reference": faults["reference"],
        "Mend first": _why(faults, council),
        "Kind": faults["severity"].map(KINDS),
        "Child or adopter": faults["person"],
        "List to mend": faults["mends"].map(list_called),
        "Found in": _places(faults, followed.before_list_date),
        "What should be true, and is not": [_says(rule) for rule in said],
        "As received": values(followed, faults),
        "What to do": [rule.do if rule else "" for rule in said],
        "Worker": _workers(faults["worker"]),
        "Since": faults["since"],
        "New or open": np.where(faults["state"] == NEW, f"New this {called}", "Still open"),
        "Rule": faults["id"],
    }
    return pd.DataFrame({name: np.asarray(told[name], dtype="object") for name in MEND_HEADINGS}).assign(
        team=faults["team"], first=(faults["weight"] <= FOR_A_UNIT).to_numpy()
    )


def falling_due(followed: Followed) -> pd.DataFrame:
    """``DUE_HEADINGS`` and ``team`` for everything that falls due, the soonest first."""
    due = followed.due.reset_index(drop=True)
    person = np.full(len(due), None, dtype="object")
    for name, rows in due.groupby("list"):
        person[rows.index] = person_of(followed.conformed, str(name), rows["position"].to_numpy(dtype="int64"))
    due = due.assign(person=[visible(one) for one in person], worker=_workers(due["worker"]))
    due = due.sort_values(["due", "worker", "person", "what", "row"], kind="stable", ignore_index=True)
    told = {
        "Within": np.where(due["working_days"] <= WITHIN[0], *(f"{days} working days" for days in WITHIN)),
        "Due": due["due"],
        "Day": [date.fromisoformat(day).strftime("%A") for day in due["due"]],
        "Working days left": due["working_days"].astype("str"),
        "Child or adopter": due["person"],
        "What": [what[:1].upper() + what[1:] for what in due["what"]],
        "Found in": [_place(name, row) for name, row in zip(due["list"], due["row"], strict=True)],
        "Worker": due["worker"],
    }
    told_as_text = {name: np.asarray(told[name], dtype="object") for name in DUE_HEADINGS}
    return pd.DataFrame(told_as_text).assign(team=due["team"])


def of_whole_lists(followed: Followed) -> pd.DataFrame:
    """``LIST_HEADINGS`` for what files and whole lists want, in counts: nobody's row can put it right."""
    unasked = followed.conformed.missing  # of a list that cannot be counted no row is named
    rules = [rule for rule in followed.rules.values() if rule.list not in unasked]
    by_row = {(rule.id, rule.list) for rule in rules if rule.scope is Scope.ROW}
    as_met = {(found.rule, found.list) for found in followed.conformed.findings}  # they say what was met, in words
    rows = [
        (
            _GRAVEST_FIRST[found.severity.value],
            POSITION.get(found.list, -1),
            found.rule,
            (
                list_called(found.list) if found.list in LISTS else "The whole extract",
                found.rule,
                KINDS[found.severity.value],
                found.says if (found.rule, found.list) in as_met else f"Not so: {found.says}",
                f"{found.checked:,}",
                "not known" if found.errored else f"{found.failed:,}",
                _WENT_WRONG if found.errored else found.do,
            ),
        )
        for found in followed.findings
        if found.errored or (found.failed and (found.rule, found.list) not in by_row)
    ]
    return pd.DataFrame([told for *_, told in sorted(rows)], columns=list(LIST_HEADINGS), dtype="object")


def list_called(name: str) -> str:
    """A list by its number and title."""
    return f"{LISTS[name].code} {LISTS[name].title}" if name in LISTS else name


def _in_order(faults: pd.DataFrame) -> pd.DataFrame:
    """What withholds a figure first, then by severity, worker, child and row."""
    order = faults.assign(grave=faults["severity"].map(_GRAVEST_FIRST), place=faults["list"].map(POSITION))
    by = ["weight", "grave", "worker", "person", "place", "row", "rule", "reference"]
    return faults.loc[order.sort_values(by, kind="stable").index].reset_index(drop=True)


def _why(faults: pd.DataFrame, council: str) -> pd.Series:
    why = reasons(council)
    told = faults["severity"].map(why)
    told = told.mask(faults["weight"] == FOR_A_UNIT, why["unit"])
    return told.mask(faults["weight"] == FOR_THE_COUNTY, why["county"])


def _places(faults: pd.DataFrame, before: date | None) -> list[str]:
    earlier = f" of the extract of {before.isoformat()}" if before else " of the extract before"
    return [
        _place(name, row) + (earlier if vanished else " when last received" if position == NOT_HERE else "")
        for name, row, vanished, position in zip(
            faults["list"], faults["row"], faults["vanished"], faults["position"], strict=True
        )
    ]


def _place(name: str, row: int) -> str:
    return f"{LISTS[name].called}, row {row}"


def _says(rule: Rule | None) -> str:
    return rule.says if rule else "This check is no longer made."


def _workers(workers: pd.Series) -> list[str]:
    return [_NO_WORKER if pd.isna(worker) else visible(worker) for worker in workers]
