"""Faults that only the extract before can show: a row that has gone, a start that has moved, a date moved back."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER
from synthetic_council.faults.kinds import (
    FaultKind,
    FaultSite,
    Pick,
    Row,
    RowFault,
    anywhere,
    days_after,
    moved,
    open_rows,
)

CONTACTS, EARLY_HELP = "contacts", "early_help_assessments"
NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"

ONLY_AGAINST_THE_EXTRACT_BEFORE = {
    "row_vanished": "Only the extract in which an open row is first wanting can be held against one that has it.",
    "start_shifted": "Only the extract in which the start has just moved can be held against one with another start.",
    "visit_moved_back": "Only an extract whose date is earlier than that of the extract before can show it.",
    "health_moved_back": "Only an extract whose date is earlier than that of the extract before can show it.",
}
"""The kinds that can be found in some extracts and not in others, each with the reason."""

_NO_END = "A contact has no end and leaves the list with its window: nothing says that it should still be there."


def _gone(row: Row, ground: FaultSite) -> RowFault:
    return RowFault(removed=True)


def _there(then: object, now: object) -> bool:
    return True


def _other_day(then: object, now: object) -> bool:
    return _is_day(then) and then != now


def _later(then: object, now: object) -> bool:
    return _is_day(then) and _is_day(now) and int(str(then)) > int(str(now))


def _is_day(cell: object) -> bool:
    return isinstance(cell, (int, np.integer))


def _vanished(name: str, rate: float, pick: Pick) -> FaultKind:
    """An open row that is no longer there, though nothing says that it ended."""
    return FaultKind("row_vanished", "M01", name, "", rate, pick, _gone, shows=_there)


def _only_row(rows: pd.DataFrame) -> pd.Series[bool]:
    return ~rows["person"].duplicated(keep=False)


def _steady_help(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    begun = rows["eh_start"] < ground.day - 20
    return begun & (rows["eh_end"] > rows["eh_start"] + 2) & _only_row(rows)


def _steady_need(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    plain = (rows["cin_end"] == NEVER) & (rows["case_status"] == "CIN") & (rows["age"] >= 1)
    return plain & (rows["cin_start"] < ground.day - 60)


def _visited(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    held = (rows["cpp_end"] == NEVER) & (rows["last_stat_visit"] < NEVER)
    return held & (rows["last_stat_visit"] - 30 > rows["cpp_start"])


def _assessed(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return (rows["ceased_date"] == NEVER) & (rows["last_health"] < NEVER) & (rows["last_health"] - 60 > rows["dob"])


KINDS = (
    FaultKind("contact_vanished", "", CONTACTS, "", 0.001, anywhere, _gone, _NO_END),
    _vanished(EARLY_HELP, 0.003, open_rows("eh_end")),
    _vanished(NEED, 0.001, open_rows("cin_end", "case_status", "CIN")),
    moved(EARLY_HELP, "eh_start", "M02", 0.003, days_after("eh_start", 1), _steady_help, name="start_shifted",
          shows=_other_day),
    moved(NEED, "cin_start", "M02", 0.003, days_after("cin_start", -2), _steady_need, name="start_shifted",
          shows=_other_day),
    moved(PLANS, "last_stat_visit", "M05", 0.003, days_after("last_stat_visit", -30), _visited,
          name="visit_moved_back", shows=_later),
    moved(CARE, "last_health", "M05", 0.003, days_after("last_health", -60), _assessed, name="health_moved_back",
          shows=_later),
)  # fmt: skip
