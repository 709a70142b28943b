"""Faults of children in care and care leavers."""

from __future__ import annotations

import pandas as pd

from synthetic_council.days import NEVER
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.kinds import (
    FaultKind,
    FaultSite,
    Pick,
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
    written,
)

NEED, CARE = "children_in_need", "children_looked_after"
LEAVERS, ADOPTION = "care_leavers", "adoption"


def _missing_from_list_6(row: Row, ground: FaultSite) -> RowFault:
    """The child's row on list 6 is not there, though the child is looked after."""
    return RowFault(
        elsewhere=tuple(Effect(NEED, one, removed=True) for one in entities_of(ground, NEED, row["person"]))
    )


def _no_placements(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"placements_12m": 0}, {"placements_12m": 0.0}, ("placements_12m", "ceased_date"))


def _not_adopting(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return (rows["ceased_date"] == NEVER) & (rows["placement_type"] == "U6") & ~ground.on(rows, ADOPTION)


def _in_touch(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return rows["in_touch"] == "YES"


def _unsuitable(row: Row, ground: FaultSite) -> RowFault:
    cells = {"accommodation": "S: No fixed abode / homeless", "suitability": "a) Suitable"}
    return RowFault(cells, {"suitability": "1"}, ("suitability", "accommodation"))


def _later_layout(pick: Pick) -> Pick:
    return lambda rows, ground: pick(rows, ground) & (ground.layout == "later")


def _new_code(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return rows["activity"] == "F5"


KINDS = (
    moved(
        CARE,
        "ceased_date",
        "8.02",
        0.001,
        days_after("cla_start", -3),
        ended_rows("ceased_date"),
        ("cla_start", "ceased_date"),
    ),
    blank(CARE, "ceased_reason", "8.03", 0.002, ended_rows("ceased_date"), ("ceased_date", "ceased_reason")),
    moved(
        CARE,
        "placement_start",
        "8.04",
        0.002,
        days_after("cla_start", -15),
        lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["age"] >= 1),
        ("cla_start", "placement_start"),
    ),
    FaultKind("no_placements", "8.27", CARE, "placements_12m", 0.003, open_rows("ceased_date"), _no_placements),
    coded(
        CARE,
        "placement_type",
        "8.13",
        0.002,
        "A6",
        _not_adopting,
        ("placement_type",),
        "adoptive_placement_without_decision",
    ),
    coded(
        CARE,
        "placement_type",
        "8.15",
        0.003,
        "P1",
        lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["legal_status"] == "V2"),
        name="with_parents_under_section_20",
    ),
    coded(
        CARE,
        "legal_status",
        "8.09",
        0.001,
        "L1",
        lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["legal_start"] < ground.day - 10),
        ("legal_status", "legal_start", "ceased_date"),
        "police_protection_too_long",
    ),
    unreadable(CARE, "last_sw_visit", 0.002, open_rows("ceased_date")),
    unreadable(
        CARE, "last_health", 0.002, lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["last_health"] < NEVER)
    ),
    future(CARE, "last_review", 0.001, open_rows("ceased_date")),
    written(CARE, "placement_postcode", "8.23", 0.01, "nope", name="not_a_postcode"),
    blank(
        CARE,
        "rhi_offered",
        "8.29",
        0.005,
        lambda rows, ground: (rows["missing_12m"] > 0) & (rows["rhi_offered"] == "N") & (rows["ceased_date"] == NEVER),
    ),
    written(
        CARE, "dob", "P05", 0.001, "n/k", ("dob",), loses=True, name="dob_not_a_date", pick=open_rows("ceased_date")
    ),
    no_team(CARE, 0.003, open_rows("ceased_date")),
    duplicate(CARE, 0.002, ended_rows("ceased_date")),
    FaultKind(
        "missing_from_list_6",
        "6.12",
        CARE,
        "child_id",
        0.0015,
        open_rows("ceased_date"),
        _missing_from_list_6,
        mends=NEED,
    ),
    FaultKind("homeless_but_suitable", "9.09", LEAVERS, "suitability", 0.006, _in_touch, _unsuitable),
    blank(LEAVERS, "in_touch", "9.06", 0.004, lambda rows, ground: rows["in_touch"] != "YES", ("in_touch",)),
    blank(
        LEAVERS, "eligibility", "9.01", 0.003, lambda rows, ground: rows["eligibility"] != "ELIGIBLE", ("eligibility",)
    ),
    coded(LEAVERS, "activity", "9.11", 0.01, "F3", _later_layout(_new_code), name="old_activity_code"),
    unreadable(LEAVERS, "last_contact", 0.004),
    future(LEAVERS, "last_pathway", 0.003),
)
