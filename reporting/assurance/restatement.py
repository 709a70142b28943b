"""A figure that is told again otherwise: which figures differ, and why, by what each telling was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from reporting.assurance.ledger.identity import RecordsOf
from reporting.lists import LISTS
from reporting.model.calendar import months_before
from reporting.model.causes import Cause
from reporting.model.received import Conformed

_WHOSE = ["indicator", "window", "level", "unit"]
_TOLD = ["yes", "no", "unknown", "undated", "numerator", "denominator", "value", "low", "high", "status", "band"]

StageInputs = Mapping[tuple[str, Cause, str], str]
"""What a telling was made from: by stage, cause and name, a hash of what it held."""


class Restatement(StrEnum):
    """Why a figure is told again otherwise."""

    LATE_ENTRY = "late_entry"
    CORRECTION = "correction"
    DELETION = "deletion"
    RETURN = "return"
    REDEFINITION = "redefinition"
    THRESHOLD = "threshold"
    SETTINGS = "settings"
    REFERENCE = "reference"
    CODE = "code"
    LIST_DATE = "list_date"
    NOT_KNOWN = "not_known"


RESTATEMENT_WORDS: Mapping[Restatement, str] = {
    Restatement.LATE_ENTRY: "records entered late",
    Restatement.CORRECTION: "records corrected",
    Restatement.DELETION: "records deleted",
    Restatement.RETURN: "returned figures revised",
    Restatement.REDEFINITION: "a measure defined anew",
    Restatement.THRESHOLD: "thresholds, targets or limits agreed anew",
    Restatement.SETTINGS: "the council's settings changed",
    Restatement.REFERENCE: "populations, comparators or bank holidays changed",
    Restatement.CODE: "a change of the software",
    Restatement.LIST_DATE: "lists run on another day",
    Restatement.NOT_KNOWN: "a change whose cause was not kept",
}
_OF_SETTINGS = {
    **dict.fromkeys(("measures", "limits", "tolerance", "smallest_graded", "cut_offs"), Restatement.THRESHOLD),
    "returns": Restatement.RETURN,
}
_CAUSED_BY = {
    Cause.DEFINITION: Restatement.REDEFINITION,
    Cause.REFERENCE: Restatement.REFERENCE,
    Cause.CODE: Restatement.CODE,
    Cause.LIBRARY: Restatement.CODE,
    Cause.REQUEST: Restatement.LIST_DATE,
}


@dataclass(frozen=True)
class RowChanges:
    """How the rows of two extracts differ, over all their lists."""

    added: int
    changed: int
    removed: int


def restated(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The figures that differ between two tellings of a period, or that only one of them has.

    Columns indicator, window, level and unit, all text; the index counts from 0. A column that only one telling has
    says nothing, and neither does the reason, which is words.
    """
    told = [column for column in _TOLD if column in before and column in now]
    first, last = (_by_figure(figures, told) for figures in (before, now))
    every = first.index.union(last.index)
    first, last = first.reindex(every), last.reindex(every)
    same = (first.eq(last) | (first.isna() & last.isna())).all(axis=1)
    return every[~same.to_numpy()].to_frame(index=False)


def _by_figure(figures: pd.DataFrame, told: list[str]) -> pd.DataFrame:
    named = figures[_WHOSE].astype("str")
    values = figures[told].astype("object").where(figures[told].notna(), None)
    values = values.map(lambda value: value if value is None else str(value))
    return values.set_axis(pd.MultiIndex.from_frame(named), axis=0)


def row_changes(before: Conformed, now: Conformed, *, days: tuple[date, date]) -> RowChanges:
    """How many records came late, changed or went, over every list that both extracts have.

    ``days`` are the two list dates. A record of an event after the earlier one is no late entry, and one that is older
    than the later list reaches back has not been deleted. An age changes by itself and counts as no change.
    """
    changes = [_of_list(name, before, now, days) for name in before.tables if name in now.tables]
    return RowChanges(*(sum(kind) for kind in zip(*changes, strict=True))) if changes else RowChanges(0, 0, 0)


def _of_list(name: str, before: Conformed, now: Conformed, days: tuple[date, date]) -> tuple[int, int, int]:
    first, last = (_rows_of(name, conformed) for conformed in (before, now))
    came, gone = last.keys() - first.keys(), first.keys() - last.keys()
    changed = sum(first[record][0] != last[record][0] for record in first.keys() & last.keys())
    reaches_to = months_before(days[1], LISTS[name].months_back)
    late = sum(last[record][1] <= days[0] for record in came)
    return late, changed, sum(first[record][1] >= reaches_to or days[0] == days[1] for record in gone)


def _rows_of(name: str, conformed: Conformed) -> Mapping[int, tuple[tuple[int, ...], date]]:
    """Each record of a list: what its rows hold, whatever their order, and the day the first of them began."""
    records = RecordsOf(name, conformed)
    columns = [key for key in records.schema.keys if key != "age"]
    whole = records.values(columns, np.arange(len(records.table))).tolist()
    held: dict[int, list[tuple[int, date]]] = {}
    for record, row, day in zip(records.records.tolist(), whole, _began(records), strict=True):
        held.setdefault(record, []).append((row, day))
    return {
        record: (tuple(sorted(row for row, _ in rows)), min(day for _, day in rows)) for record, rows in held.items()
    }


def _began(records: RecordsOf) -> list[date]:
    """The day each row began; the earliest that can be where it is not known."""
    starts = records.schema.starts
    if starts not in records.table:
        return [date.min] * len(records.table)
    return [date.min if pd.isna(day) else day.date() for day in records.table[starts]]


def why_restated(
    before: StageInputs, now: StageInputs, rows: RowChanges | None, indicators: Iterable[str]
) -> tuple[Restatement, ...]:
    """Every cause that could have changed the figures of ``indicators``, in the order of Restatement.

    ``rows`` says how the two extracts differ, where they do. Without inputs to compare, the cause is not known.
    """
    if not before or not now:
        return (Restatement.NOT_KNOWN,)
    measured = frozenset(indicators)
    changed = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
    found = {_cause_of(cause, name, measured) for _, cause, name in changed}
    found |= _of_rows(rows) if any(cause is Cause.EXTRACT for _, cause, _ in changed) else set()
    named = tuple(code for code in Restatement if code in found)
    return named or (Restatement.NOT_KNOWN,)


def _cause_of(cause: Cause, name: str, measured: frozenset[str]) -> Restatement | None:
    """What a change of one input is called; nothing where it follows from another, or is of other measures."""
    if cause is Cause.SETTINGS:
        return _OF_SETTINGS.get(name, Restatement.SETTINGS)
    if (cause is Cause.DEFINITION and name not in measured) or (cause is Cause.REQUEST and name != "list_date"):
        return None
    return _CAUSED_BY.get(cause)


def _of_rows(rows: RowChanges | None) -> set[Restatement]:
    if rows is None:
        return {Restatement.NOT_KNOWN}
    kinds = {
        Restatement.LATE_ENTRY: rows.added,
        Restatement.CORRECTION: rows.changed,
        Restatement.DELETION: rows.removed,
    }
    return {kind for kind, count in kinds.items() if count}
