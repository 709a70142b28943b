"""Faults of adoption and adopters: dates out of order, ends without reasons."""

from __future__ import annotations

from reporting.lists import LISTS
from reporting.lists.schema import Kind as CellKind
from synthetic_council.days import NEVER
from synthetic_council.faults.kinds import FaultKind, FaultSite, Row, RowFault, blank, days_after, filled, moved

ADOPTION, ADOPTERS = "adoption", "prospective_adopters"
_DATES = [column.key for column in LISTS[ADOPTERS].columns if column.kind is CellKind.DATE]


def _nothing_but_defaults(row: Row, ground: FaultSite) -> RowFault:
    """Every date that is given is the one that a system writes by default."""
    return RowFault({key: "01/01/1900" for key in _DATES if int(str(row[key])) < NEVER})


KINDS = (
    moved(
        ADOPTION,
        "decision_date",
        "10.02",
        0.007,
        days_after("entered_care", -6),
        lambda rows, ground: rows["entered_care"] > rows["dob"] + 30,
        ("entered_care", "decision_date"),
    ),
    moved(ADOPTION, "placed", "10.03", 0.01, days_after("matched", -5), filled("placed"), ("matched", "placed")),
    moved(
        ADOPTION,
        "matched",
        "10.04",
        0.007,
        days_after("decision_date", -4),
        lambda rows, ground: (rows["matched"] < NEVER) & (rows["adoption_order"] == NEVER),
        ("decision_date", "matched"),
    ),
    moved(
        ADOPTION,
        "placement_order",
        "10.05",
        0.007,
        days_after("decision_date", -7),
        lambda rows, ground: (rows["placement_order"] < NEVER) & (rows["decision_date"] - 7 > rows["dob"] + 30),
    ),
    moved(
        ADOPTION,
        "adoption_order",
        "10.06",
        0.007,
        days_after("placed", 0),
        filled("adoption_order"),
        ("placed", "adoption_order"),
    ),
    moved(
        ADOPTION,
        "placed",
        "10.07",
        0.007,
        days_after("adoption_order", -50),
        filled("adoption_order"),
        name="adopted_within_ten_weeks",
    ),
    blank(ADOPTION, "reversed_reason", "10.08", 0.007, filled("reversed_date"), ("reversed_date", "reversed_reason")),
    moved(
        ADOPTION,
        "reversed_date",
        "10.09",
        0.007,
        days_after("decision_date", -5),
        filled("reversed_date"),
        ("decision_date", "reversed_date"),
    ),
    FaultKind("default_dates", "11.08", ADOPTERS, "enquiry_date", 0.01, filled("enquiry_date"), _nothing_but_defaults),
    moved(ADOPTERS, "s1_end", "11.01", 0.01, days_after("s1_start", -4), filled("s1_end")),
    blank(ADOPTERS, "leave_reason", "11.03", 0.005, filled("leave_date")),
)
