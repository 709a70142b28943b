"""The figures of a month, and the findings of a month or a week, as tables, from the record."""

from __future__ import annotations

import sys

import pandas as pd

from reporting.assurance.ledger import CONFIRMED, NEW, OPEN
from reporting.assurance.withholding import kept_back, withheld_for
from reporting.model.figures import Status
from reporting.model.periods import CYCLED, Cadence, NotAPeriod, Period, period_named
from reporting.model.quality import Checked, Scope
from tasks.configuration import load_authority
from tasks.errors import RecordProblem, UsageProblem
from tasks.record.follow_ups import follow_up_of, outputs_of
from tasks.record.keeping import Done, Record
from tasks.record.reports import COUNT, figures_differ, last_reported
from tasks.record.tables import read_checked, read_findings, read_frame, read_made_from
from tasks.stages.request import month_of

FIGURES = (
    "authority",
    "period",
    "indicator",
    "window",
    "level",
    "unit",
    "numerator",
    "denominator",
    "unknown",
    "value",
    "band",
    "status",
    "reason",
)
_BLANK_WHEN_WITHHELD = ["numerator", "denominator", "value", "band"]
_BECAME = (NEW, OPEN, CONFIRMED, "put_right")
_HOLDS = {Cadence.MONTHLY: "figures", Cadence.WEEKLY: "findings"}
_NUMBERS = ["numerator", "denominator", "unknown", "value"]


def list_figures(authority: str, period: str, *, as_csv: bool, include_withheld: bool) -> None:
    """Every figure of the month as last counted."""
    record, counted, _ = _last_made(authority, month_of(period))
    figures = read_frame(record.store, counted, "figures")[list(FIGURES)].astype(object)
    if not include_withheld:
        held = figures["status"].astype(str) == Status.WITHHELD
        figures.loc[held, _BLANK_WHEN_WITHHELD] = None
    _write(figures.assign(**{name: [_number(value) for value in figures[name]] for name in _NUMBERS}), as_csv=as_csv)


def list_findings(authority: str, period: str, *, as_csv: bool) -> None:
    """What the checks of the month or week found, which figures are withheld because of it, and what became of it.

    ``checked`` and ``failed`` count rows; ``new``, ``open``, ``confirmed`` and ``put_right`` count faults (a row may
    have more than one of a rule), and are blank where the faults have not been followed up.
    """
    record, counted, followed = _last_made(authority, _period(period))
    made_from = read_made_from(record.store, counted)
    checked = read_checked(record.store, record.made(authority, "check", made_from["checked"]))
    held = frozenset(kept_back(read_frame(record.store, counted, "figures"))["indicator"].astype(str))
    of_time = read_findings(record.store, followed) if followed else ()
    measures = load_authority(authority).definitions
    rows = [
        (found.rule, found.severity.value, found.list, found.checked, found.failed, " ".join(withholds))
        for found in (*checked.findings, *of_time)
        for withholds in [withheld_for(found, checked, held, measures)]
    ]
    told = pd.DataFrame(rows, columns=["rule", "severity", "list", "checked", "failed", "withholds"])
    for column, faults in _became(record, checked, followed).items():
        told[column] = faults.reindex(pd.MultiIndex.from_frame(told[["list", "rule"]])).array
    _write(told, as_csv=as_csv)


def _became(record: Record, checked: Checked, followed: Done | None) -> pd.DataFrame:
    """What became of the faults of each list and rule; of a rule that no row can break, and without a follow-up, nil.

    A rule that was asked and found nothing has none of any kind.
    """
    rules = {(rule.list, rule.id) for rule in checked.rules.values() if rule.scope is Scope.ROW}
    index = pd.MultiIndex.from_tuples(sorted(rules) if followed else [("", "")])
    if followed is None:
        return pd.DataFrame(columns=list(_BECAME), index=index, dtype="Int64")
    faults, put_right = (read_frame(record.store, followed, name) for name in ("ledger", "put right"))
    stand = faults.groupby(["list", "id", "state"]).size().unstack("state", fill_value=0)
    mended = put_right.groupby(["list", "id"])["faults"].sum().rename("put_right")
    every = pd.concat([stand, mended], axis=1).reindex(columns=list(_BECAME))
    return every.reindex(every.index.union(index)).fillna(0).astype("Int64")


def _last_made(authority: str, period: Period) -> tuple[Record, Done, Done | None]:
    """The figures of a period as last counted, and the follow-up that was made of the same.

    A month's that were counted again and came out the same are those that were followed up, with their own checks.
    """
    record = Record.to_read()
    found = follow_up_of(record, authority, str(period))
    followed = outputs_of(record, authority, found) if found else None
    behind = read_made_from(record.store, followed)["counted"] if followed else ""
    counted = behind
    if period.cadence is Cadence.MONTHLY:
        reported = last_reported(record, authority, str(period))
        counted = reported.inputs if reported else ""
        if counted and behind and not figures_differ(record, authority, counted, behind):
            counted = behind
    if not counted:
        raise RecordProblem(
            f"The record at {record.folder} has no {_HOLDS[period.cadence]} of {authority} for {period}. "
            f"Run: lineofsight cycle {period.cadence} --authority {authority} --{period.option} {period}"
        )
    return record, record.made(authority, COUNT, counted), followed if behind == counted else None


def _period(text: str) -> Period:
    try:
        return period_named(text, CYCLED)
    except NotAPeriod as problem:
        raise UsageProblem(str(problem)) from None


def _number(value: float | None) -> str:
    """A number in full: whole ones without a point, nothing where there is none."""
    if value is None or pd.isna(value):
        return ""
    number = float(value)
    return str(int(number)) if number.is_integer() else repr(number)


def _write(table: pd.DataFrame, *, as_csv: bool) -> None:
    if as_csv:
        table.to_csv(sys.stdout, index=False, lineterminator="\n")
    else:
        print(table.to_string(index=False, na_rep=""))
