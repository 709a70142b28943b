"""Faults of children in need and of child protection plans."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, age_on
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.kinds import (
    FaultKind,
    FaultSite,
    Row,
    RowFault,
    blank,
    coded,
    days_after,
    duplicate,
    ended_rows,
    entities_of,
    future,
    moved,
    no_team,
    open_rows,
    unreadable,
)

NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"


def _other_birthday(row: Row, ground: FaultSite) -> RowFault:
    """A day of birth on list 6 that is not the one on list 8: only what depends on age is not known."""
    care = entities_of(ground, CARE, row["person"])
    elsewhere = tuple(Effect(CARE, entity, guards=frozenset({"dob"})) for entity in care)
    return RowFault({"dob": int(str(row["dob"])) + 9}, {}, ("dob",), elsewhere=elsewhere)


def _on_list_8_and_same_age(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    later = age_on(np.minimum(rows["dob"].to_numpy() + 9, NEVER), ground.day)
    same = pd.Series(later == rows["age"].to_numpy(), index=rows.index)
    return same & ground.on(rows, CARE) & (rows["cin_start"] > rows["dob"] + 30)


def _old_start(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return (rows["cpp_end"] == NEVER) & (rows["cpp_start"] < ground.months_ago(7))


KINDS = (
    moved(NEED, "cin_end", "6.02", 0.001, days_after("cin_start", -5), ended_rows("cin_end"), ("cin_start", "cin_end")),
    blank(NEED, "cin_close_reason", "6.03", 0.001, ended_rows("cin_end"), ("cin_end", "cin_close_reason")),
    coded(
        NEED,
        "cin_close_reason",
        "6.04",
        0.002,
        "RC7",
        open_rows("cin_end", "case_status", "CIN"),
        ("cin_end", "cin_close_reason"),
        "reason_without_closure",
    ),
    coded(
        NEED,
        "case_status",
        "6.05",
        0.001,
        "CLOSED",
        open_rows("cin_end", "case_status", "CIN"),
        ("case_status", "cin_end"),
        "closed_without_date",
    ),
    coded(
        NEED,
        "case_status",
        "6.09",
        0.001,
        "LAC",
        open_rows("cin_end", "case_status", "CIN"),
        ("case_status",),
        "looked_after_nowhere_else",
    ),
    coded(
        NEED,
        "case_status",
        "6.10",
        0.001,
        "CPP",
        open_rows("cin_end", "case_status", "CIN"),
        ("case_status",),
        "plan_nowhere_else",
    ),
    coded(
        NEED,
        "case_status",
        "6.07",
        0.001,
        "CIN",
        open_rows("cin_end", "case_status", "LAC"),
        ("case_status",),
        "looked_after_but_not_said",
    ),
    coded(
        NEED,
        "case_status",
        "6.08",
        0.0005,
        "CIN",
        open_rows("cin_end", "case_status", "CPP"),
        ("case_status",),
        "plan_but_not_said",
    ),
    unreadable(NEED, "last_seen", 0.001, open_rows("cin_end")),
    future(NEED, "last_seen", 0.001, open_rows("cin_end")),
    blank(NEED, "worker", "P30", 0.002, open_rows("cin_end")),
    no_team(NEED, 0.002, open_rows("cin_end")),
    duplicate(NEED, 0.0015, ended_rows("cin_end")),
    FaultKind("dob_differs", "P17", NEED, "dob", 0.002, _on_list_8_and_same_age, _other_birthday),
    moved(
        PLANS, "cpp_end", "7.02", 0.003, days_after("cpp_start", -3), ended_rows("cpp_end"), ("cpp_start", "cpp_end")
    ),
    moved(
        PLANS,
        "last_review",
        "7.07",
        0.003,
        days_after("cpp_start", -10),
        lambda rows, ground: (rows["last_review"] < NEVER) & (rows["age"] >= 2),
        ("cpp_start", "last_review"),
    ),
    moved(
        PLANS,
        "last_stat_visit",
        "7.10",
        0.003,
        days_after("cpp_end", 2),
        lambda rows, ground: rows["cpp_end"] < ground.day - 4,
        ("last_stat_visit", "cpp_end"),
    ),
    blank(PLANS, "abuse_initial", "7.04", 0.003, guards=("abuse_initial",)),
    blank(
        PLANS,
        "seen_alone",
        "7.14",
        0.01,
        lambda rows, ground: (rows["last_stat_visit"] < NEVER) & (rows["cpp_end"] == NEVER),
    ),
    blank(PLANS, "previous_cpps", "7.15", 0.005),
    unreadable(PLANS, "last_stat_visit", 0.004, open_rows("cpp_end")),
    unreadable(PLANS, "cpp_start", 0.002, _old_start),
    no_team(PLANS, 0.004, open_rows("cpp_end")),
    duplicate(PLANS, 0.003, ended_rows("cpp_end")),
)
