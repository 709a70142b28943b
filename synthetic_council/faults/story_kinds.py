"""Faults of the story that lists tell: plans without conferences, placements that cannot be, children grown up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from synthetic_council.days import NEVER
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.kinds import FaultKind, FaultSite, Row, RowFault, coded, entities_of, filled, open_rows

ENQUIRIES = "section_47_enquiries"
NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"
LEAVERS, ADOPTION = "care_leavers", "adoption"
_FOSTER = ("U4", "U5", "U6")


def _open(rows: pd.DataFrame) -> pd.Series[bool]:
    return rows["ceased_date"] == NEVER


def _not_on_list_6(row: Row, ground: FaultSite) -> RowFault:
    """The child's row on list 6 is not there."""
    return RowFault(
        elsewhere=tuple(Effect(NEED, one, removed=True) for one in entities_of(ground, NEED, row["person"]))
    )


def _planned_and_not_cared_for(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    cared = ground.on(rows, CARE, _open(ground.lists[CARE]))
    return (rows["cpp_end"] == NEVER) & ~cared & ground.on(rows, NEED)


def _no_conference(row: Row, ground: FaultSite) -> RowFault:
    """The enquiry that led to the plan is not on list 5."""
    enquiries = entities_of(ground, ENQUIRIES, row["person"])
    return RowFault(elsewhere=tuple(Effect(ENQUIRIES, one, removed=True) for one in enquiries))


def _decided_lately(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    decided = ground.lists[ENQUIRIES]
    return (rows["cpp_start"] > ground.months_ago(5)) & ground.on(rows, ENQUIRIES, decided["icpc_date"] < NEVER)


def _still_open(row: Row, ground: FaultSite) -> RowFault:
    """A child who left at eighteen, whose leaving is not entered: lists 6 and 9 no longer agree with list 8."""
    need = [Effect(NEED, one, guards=frozenset({"case_status"})) for one in entities_of(ground, NEED, row["person"])]
    grown = entities_of(ground, LEAVERS, row["person"])
    leaving = [Effect(LEAVERS, one, guards=frozenset({"eligibility"})) for one in grown]
    return RowFault(
        {"ceased_date": "", "ceased_reason": ""}, {"ceased_date": NEVER}, ("dob", "ceased_date"),
        elsewhere=(*need, *leaving),
    )  # fmt: skip


def _left_at_18(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    reversed_or_adopted = ground.on(rows, ADOPTION)
    return (rows["ceased_date"] < NEVER) & (rows["age"] >= 18) & ~reversed_or_adopted


def _independent(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return _open(rows) & rows["age"].between(13, 15) & ~ground.on(rows, ADOPTION)


def _fostered(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return _open(rows) & rows["placement_type"].isin(_FOSTER)


def _decided_without_order(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    adopting = ground.lists[ADOPTION]
    waiting = (adopting["placement_order"] == NEVER) & (adopting["placed"] == NEVER)
    return _open(rows) & rows["placement_type"].isin(_FOSTER) & ground.on(rows, ADOPTION, waiting)


def _placed_by_order(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return _open(rows) & rows["placement_type"].isin(["A5", "A6"]) & (rows["legal_status"] == "E1")


def _postcode(name: str, rate: float, write: Callable[[str], str]) -> FaultKind:
    def change(row: Row, ground: FaultSite) -> RowFault:
        return RowFault({"placement_postcode": write(str(row["placement_postcode"]))})

    return FaultKind(name, "8.23", CARE, "placement_postcode", rate, filled("placement_postcode"), change)


def _confidential(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"placement_la": "CON"})


def _in_another_area(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return (rows["in_out"] == "OUT") & (rows["placement_postcode"] != "") & (rows["placement_la"] != "CON")


KINDS = (
    FaultKind(
        "missing_from_list_6", "6.12", PLANS, "child_id", 0.003, _planned_and_not_cared_for, _not_on_list_6, mends=NEED
    ),
    FaultKind("plan_without_conference", "7.19", PLANS, "cpp_start", 0.005, _decided_lately, _no_conference),
    FaultKind("open_at_18", "8.06", CARE, "ceased_date", 0.002, _left_at_18, _still_open),
    replace(
        coded(CARE, "ceased_reason", "8.03", 0.002, "E8", open_rows("ceased_date"), ("ceased_date", "ceased_reason")),
        name="reason_without_leaving",
    ),
    coded(CARE, "placement_type", "8.16", 0.003, "P2", _independent, name="independent_living_at_15"),
    coded(CARE, "placement_provider", "8.20", 0.003, "PR0", _fostered, name="foster_care_by_parents"),
    coded(CARE, "placement_type", "8.14", 0.003, "A5", _decided_without_order, name="placed_by_order_without_one"),
    coded(CARE, "placement_type", "8.14", 0.003, "A3", _placed_by_order, name="placed_by_consent_under_an_order"),
    _postcode("postcode_in_small_letters", 0.005, str.lower),
    _postcode("postcode_with_two_spaces", 0.005, lambda text: text.replace(" ", "  ")),
    FaultKind("confidential_with_postcode", "8.24", CARE, "placement_la", 0.003, _in_another_area, _confidential),
    coded(LEAVERS, "suitability", "9.09", 0.004, "1", lambda rows, ground: rows["accommodation"] == "X",
          ("suitability", "accommodation"), "custody_but_suitable"),
    coded(LEAVERS, "activity", "9.11", 0.01, "P3",
          lambda rows, ground: (rows["activity"] == "P5") & (ground.layout == "later"), name="old_part_time_code"),
)  # fmt: skip
