"""Faults of children in need, plans, children in care, care leavers, adoption and adopters."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, age_on
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.kinds import (
    Change,
    Ground,
    Kind,
    Pick,
    Row,
    blank,
    coded,
    duplicate,
    filled,
    future,
    key_again,
    moved,
    no_team,
    unreadable,
    written,
)

NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"
LEAVERS, ADOPTION, ADOPTERS = "care_leavers", "adoption", "prospective_adopters"
_MOVED_BACK = "One extract cannot show that a visit was dated later last month."


def _open(end: str, column: str = "", value: object = None) -> Pick:
    """Rows not ended, where a column says something when asked."""

    def pick(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
        held = rows[end] == NEVER
        return held & (rows[column] == value) if column else held

    return pick


def _ended(end: str) -> Pick:
    return lambda rows, ground: (rows[end] < NEVER) & (rows["age"] >= 1)


def _day(column: str, shift: int) -> object:
    return lambda row, ground: int(str(row[column])) + shift


def _other_birthday(row: Row, ground: Ground) -> Change:
    """A day of birth on list 6 that is not the one on list 8: only what depends on age is not known."""
    elsewhere = Effect(CARE, _entity_of(ground, CARE, str(row["child_id"])), guards=frozenset({"dob"}))
    return Change({"dob": int(str(row["dob"])) + 9}, {}, ("dob",), elsewhere=(elsewhere,))


def _entity_of(ground: Ground, name: str, child_id: str) -> int:
    rows = ground.lists[name]
    return int(rows.loc[rows["child_id"] == child_id, "entity"].iloc[0])


def _on_list_8_and_same_age(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
    later = age_on(np.minimum(rows["dob"].to_numpy() + 9, NEVER), ground.day)
    same = pd.Series(later == rows["age"].to_numpy(), index=rows.index)
    return same & rows["child_id"].isin(ground.on(CARE)) & (rows["cin_start"] > rows["dob"] + 30)


def _missing_from_list_6(row: Row, ground: Ground) -> Change:
    """The child's row on list 6 is not there, though the child is looked after."""
    return Change(elsewhere=(Effect(NEED, _entity_of(ground, NEED, str(row["child_id"])), removed=True),))


def _no_placements(row: Row, ground: Ground) -> Change:
    return Change({"placements_12m": 0}, {"placements_12m": 0.0}, ("placements_12m", "ceased_date"))


def _not_adopting(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
    return (
        (rows["ceased_date"] == NEVER) & (rows["placement_type"] == "U6") & ~rows["child_id"].isin(ground.on(ADOPTION))
    )


def _visit_can_move(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
    return (
        (rows["cpp_end"] == NEVER)
        & (rows["last_stat_visit"] < NEVER)
        & (rows["last_stat_visit"] - 30 > rows["cpp_start"])
    )


def _in_touch(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
    return rows["in_touch"] == "YES"


def _unsuitable(row: Row, ground: Ground) -> Change:
    cells = {"accommodation": "S: No fixed abode / homeless", "suitability": "a) Suitable"}
    return Change(cells, {"suitability": "1"}, ("suitability", "accommodation"))


def _old_start(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
    return (rows["cpp_end"] == NEVER) & (rows["cpp_start"] < ground.months_ago(7))


def _later_layout(pick: Pick) -> Pick:
    return lambda rows, ground: pick(rows, ground) & (ground.layout == "later")


def _new_code(rows: pd.DataFrame, ground: Ground) -> pd.Series[bool]:
    return rows["activity"] == "F5"


KINDS = (
    moved(NEED, "cin_end", "6.02", 0.001, _day("cin_start", -5), _ended("cin_end"), ("cin_start", "cin_end")),
    blank(NEED, "cin_close_reason", "6.03", 0.001, _ended("cin_end"), ("cin_end", "cin_close_reason")),
    coded(NEED, "cin_close_reason", "6.04", 0.002, "RC7", _open("cin_end", "case_status", "CIN"), ("cin_end", "cin_close_reason"), "reason_without_closure"),
    coded(NEED, "case_status", "6.05", 0.001, "CLOSED", _open("cin_end", "case_status", "CIN"), ("case_status", "cin_end"), "closed_without_date"),
    coded(NEED, "case_status", "6.09", 0.001, "LAC", _open("cin_end", "case_status", "CIN"), ("case_status",), "looked_after_nowhere_else"),
    coded(NEED, "case_status", "6.10", 0.001, "CPP", _open("cin_end", "case_status", "CIN"), ("case_status",), "plan_nowhere_else"),
    coded(NEED, "case_status", "6.07", 0.001, "CIN", _open("cin_end", "case_status", "LAC"), ("case_status",), "looked_after_but_not_said"),
    coded(NEED, "case_status", "6.08", 0.0005, "CIN", _open("cin_end", "case_status", "CPP"), ("case_status",), "plan_but_not_said"),
    unreadable(NEED, "last_seen", 0.001, _open("cin_end")),
    future(NEED, "last_seen", 0.001, _open("cin_end")),
    blank(NEED, "worker", "P30", 0.002, _open("cin_end")),
    no_team(NEED, 0.002, _open("cin_end")),
    duplicate(NEED, 0.0015, _ended("cin_end")),
    Kind("dob_differs", "P17", NEED, "dob", 0.002, _on_list_8_and_same_age, _other_birthday),
    moved(PLANS, "cpp_end", "7.02", 0.003, _day("cpp_start", -3), _ended("cpp_end"), ("cpp_start", "cpp_end")),
    moved(PLANS, "last_review", "7.07", 0.003, _day("cpp_start", -10), lambda rows, ground: (rows["last_review"] < NEVER) & (rows["age"] >= 2), ("cpp_start", "last_review")),
    moved(PLANS, "last_stat_visit", "7.10", 0.003, _day("cpp_end", 2), lambda rows, ground: rows["cpp_end"] < ground.day - 4, ("last_stat_visit", "cpp_end")),
    blank(PLANS, "abuse_initial", "7.04", 0.003, guards=("abuse_initial",)),
    blank(PLANS, "seen_alone", "7.14", 0.01, lambda rows, ground: (rows["last_stat_visit"] < NEVER) & (rows["cpp_end"] == NEVER)),
    blank(PLANS, "previous_cpps", "7.15", 0.005),
    unreadable(PLANS, "last_stat_visit", 0.004, _open("cpp_end")),
    unreadable(PLANS, "cpp_start", 0.002, _old_start),
    no_team(PLANS, 0.004, _open("cpp_end")),
    duplicate(PLANS, 0.003, _ended("cpp_end")),
    moved(PLANS, "last_stat_visit", "", 0.003, _day("last_stat_visit", -30), _visit_can_move, name="visit_moved_back", cannot_be_found=_MOVED_BACK),
    moved(CARE, "ceased_date", "8.02", 0.001, _day("cla_start", -3), _ended("ceased_date"), ("cla_start", "ceased_date")),
    blank(CARE, "ceased_reason", "8.03", 0.002, _ended("ceased_date"), ("ceased_date", "ceased_reason")),
    moved(CARE, "placement_start", "8.04", 0.002, _day("cla_start", -15), lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["age"] >= 1), ("cla_start", "placement_start")),
    Kind("no_placements", "8.27", CARE, "placements_12m", 0.003, _open("ceased_date"), _no_placements),
    coded(CARE, "placement_type", "8.13", 0.002, "A6", _not_adopting, ("placement_type",), "adoptive_placement_without_decision"),
    coded(CARE, "placement_type", "8.15", 0.003, "P1", lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["legal_status"] == "V2"), name="with_parents_under_section_20"),
    coded(CARE, "legal_status", "8.09", 0.001, "L1", lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["legal_start"] < ground.day - 10), ("legal_status", "legal_start", "ceased_date"), "police_protection_too_long"),
    unreadable(CARE, "last_sw_visit", 0.002, _open("ceased_date")),
    unreadable(CARE, "last_health", 0.002, lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["last_health"] < NEVER)),
    future(CARE, "last_review", 0.001, _open("ceased_date")),
    written(CARE, "placement_postcode", "8.23", 0.01, "nope", name="not_a_postcode"),
    blank(CARE, "rhi_offered", "8.29", 0.005, lambda rows, ground: (rows["missing_12m"] > 0) & (rows["rhi_offered"] == "N") & (rows["ceased_date"] == NEVER)),
    written(CARE, "dob", "P05", 0.001, "n/k", ("dob",), loses=True, name="dob_not_a_date", pick=_open("ceased_date")),
    no_team(CARE, 0.003, _open("ceased_date")),
    duplicate(CARE, 0.002, _ended("ceased_date")),
    Kind("missing_from_list_6", "6.12", CARE, "child_id", 0.0015, _open("ceased_date"), _missing_from_list_6),
    Kind("homeless_but_suitable", "9.09", LEAVERS, "suitability", 0.006, _in_touch, _unsuitable),
    blank(LEAVERS, "in_touch", "9.06", 0.004, lambda rows, ground: rows["in_touch"] != "YES", ("in_touch",)),
    blank(LEAVERS, "eligibility", "9.01", 0.003, lambda rows, ground: rows["eligibility"] != "ELIGIBLE", ("eligibility",)),
    coded(LEAVERS, "activity", "9.11", 0.01, "F3", _later_layout(_new_code), name="old_activity_code"),
    moved(ADOPTION, "placed", "10.03", 0.01, _day("matched", -5), filled("placed"), ("matched", "placed")),
    moved(ADOPTION, "adoption_order", "10.06", 0.007, _day("placed", 0), filled("adoption_order"), ("placed", "adoption_order")),
    blank(ADOPTION, "reversed_reason", "10.08", 0.007, filled("reversed_date"), ("reversed_date", "reversed_reason")),
    moved(ADOPTERS, "s1_end", "11.01", 0.01, _day("s1_start", -4), filled("s1_end")),
    blank(ADOPTERS, "leave_reason", "11.03", 0.005, filled("leave_date")),
)  # fmt: skip
LATER_LAYOUT_KINDS = (
    unreadable(LEAVERS, "last_contact", 0.004),
    future(LEAVERS, "last_pathway", 0.003),
)
