"""The figures and findings of a month as tables, from the record."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pandas as pd

from reporting.figures import Status
from reporting.indicators import INDICATORS
from reporting.indicators.model import Indicator
from reporting.quality import Checked, Finding, Severity
from tasks.errors import RecordProblem
from tasks.record.keeping import Done, Record
from tasks.record.tables import read_checked, read_frame, read_words
from tasks.stages.asked import month_of
from tasks.stages.ending import kept_back

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
_NUMBERS = ["numerator", "denominator", "unknown", "value"]


def list_figures(authority: str, period: str, *, as_csv: bool, include_withheld: bool) -> None:
    """Every figure of the month as last counted."""
    record, counted = _last_counted(authority, period)
    figures = read_frame(record.store, counted, "figures")[list(FIGURES)].astype(object)
    if not include_withheld:
        held = figures["status"].astype(str) == Status.WITHHELD
        figures.loc[held, _BLANK_WHEN_WITHHELD] = None
    _write(figures.assign(**{name: [_number(value) for value in figures[name]] for name in _NUMBERS}), as_csv=as_csv)


def list_findings(authority: str, period: str, *, as_csv: bool) -> None:
    """What the checks of the month found, and which figures are withheld because of it."""
    record, counted = _last_counted(authority, period)
    made_from = read_words(record.store, counted, "made from")
    checked = read_checked(record.store, record.made(authority, "check", made_from["checked"]))
    figures = read_frame(record.store, counted, "figures")
    held = frozenset(kept_back(figures)["indicator"].astype(str))
    rows = [
        (
            found.rule,
            found.severity.value,
            found.list,
            found.checked,
            found.failed,
            " ".join(_withheld(found, checked, held)),
        )
        for found in checked.findings
    ]
    _write(pd.DataFrame(rows, columns=["rule", "severity", "list", "checked", "failed", "withholds"]), as_csv=as_csv)


def _last_counted(authority: str, period: str) -> tuple[Record, Done]:
    month = str(month_of(period))
    record = Record.to_read()
    reported = record.reported(authority, month, first=False)
    if reported is None:
        raise RecordProblem(
            f"The record at {record.folder} has no figures of {authority} for {month}. "
            f"Run: lineofsight cycle monthly --authority {authority} --period {month}"
        )
    return record, record.made(authority, "count", reported.inputs)


def _withheld(found: Finding, checked: Checked, held: frozenset[str]) -> Iterator[str]:
    """The indicators that are not printed somewhere and depend on what the finding speaks of."""
    if not found.failed or found.severity is not Severity.ERROR:
        return
    guarded = {
        f"{rule.list}.{column}"
        for rule in checked.rules.values()
        if (rule.id, rule.list) == (found.rule, found.list)
        for column in rule.columns
    }
    for name, indicator in INDICATORS.items():
        if name in held and (guarded & set(indicator.columns) or _whole_list(found, checked, indicator)):
            yield name


def _whole_list(found: Finding, checked: Checked, indicator: Indicator) -> bool:
    """A fault of the file itself guards no column: it speaks of the whole list."""
    of_the_file = not any((rule.id, rule.list) == (found.rule, found.list) for rule in checked.rules.values())
    return of_the_file and found.list in checked.withheld_lists and found.list in indicator.lists


def _number(value: object) -> str:
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
