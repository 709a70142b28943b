"""Annex A list 6, children in need: what must hold before anyone is counted."""

import pandas as pd

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.people import too_many
from expectations.structure import suite
from reporting.model.quality import Scope

MOST_CASES = 40
MOST_TEAMS = 3

on = RulesOf("children_in_need")


def overloaded(rows: Rows) -> pd.Series:
    """The worker has more open children than one person can, or sits in too many teams."""
    cases = pd.DataFrame({"worker": rows["worker"], "team": rows["team"]})[rows.open()]
    children = cases.groupby("worker")["worker"].transform("size")
    teams = cases.groupby("worker")["team"].transform("nunique")
    return ((children > MOST_CASES) | (teams > MOST_TEAMS)).reindex(rows.none().index)


def status_and_closure_disagree(rows: Rows) -> pd.Series:
    """Closed without a closing date, or a closing date on a case in any other status."""
    closed = rows.has("case_status", "CLOSED")
    return closed & rows.blank("cin_end") | rows["case_status"].notna() & ~closed & rows.filled("cin_end")


def need_in_doubt(rows: Rows) -> pd.Series:
    """Need N0, or N9 for a child who is on a plan or looked after."""
    unclear = rows.has("primary_need", "N9") & rows.has("case_status", "CPP", "LAC")
    return rows.has("primary_need", "N0") | unclear


CHECKS = suite(
    "children_in_need",
    on.warning(
        "6.01",
        "cin_start",
        "Every episode of need has a start date.",
        "Enter the day the episode began.",
        ColumnValuesToNotBeNull("cin_start"),
    ),
    on.error(
        "6.02",
        "cin_start cin_end",
        "A case does not close before it opens.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("cin_end", "cin_start"),
    ),
    on.error(
        "6.03",
        "cin_end cin_close_reason",
        "A closed case has a reason for closing.",
        "Record the reason for closure.",
        lambda rows: rows.filled("cin_end") & rows.blank("cin_close_reason"),
    ),
    on.error(
        "6.04",
        "cin_end cin_close_reason",
        "Only a closed case has a reason for closing.",
        "Enter the closing date, or remove the reason.",
        lambda rows: rows.blank("cin_end") & rows.filled("cin_close_reason"),
    ),
    on.error(
        "6.05",
        "case_status cin_end",
        "A case is closed exactly when it has a closing date.",
        "Correct the status or the closing date.",
        status_and_closure_disagree,
    ),
    on.warning(
        "6.06",
        "case_status",
        "Every case has a status.",
        "Choose the status of the case.",
        ColumnValuesToNotBeNull("case_status"),
    ),
    *(
        on.warning(
            "6.13",
            columns,
            "Every case has a primary need that fits its status.",
            "Choose the need that led to the case.",
            breaks,
        )
        for columns, breaks in (
            ("primary_need", ColumnValuesToNotBeNull("primary_need")),
            ("primary_need case_status", need_in_doubt),
        )
    ),
    on.warning(
        "6.14",
        "last_seen cin_end",
        "Every open case says when the child was last seen.",
        "Enter the day the child was last seen.",
        lambda rows: rows.open() & rows.blank("last_seen"),
    ),
    on.warning(
        "6.15",
        "last_seen cin_end",
        "Every child with an open case has been seen within the council's limit.",
        "See the child, or record the visit that was made.",
        lambda rows: (
            rows.open() & (rows.working_days("last_seen") > rows.extract.limits["child_in_need_seen_working_days"])
        ),
        limits="child_in_need_seen_working_days",
    ),
    on.information(
        "6.17",
        "cin_start last_seen",
        "The child has been seen since the episode began.",
        "See the child, or record the visit that was made.",
        ColumnPairValuesAToBeGreaterThanB("last_seen", "cin_start"),
    ),
    on.information(
        "6.20",
        "cin_close_reason",
        "At most 95% of closures are for “any other reason”.",
        "Ask teams to choose the real reason for closure.",
        lambda rows: (
            rows.has("cin_close_reason", "RC7")
            & bool(too_many(rows.has("cin_close_reason", "RC7")[rows.filled("cin_close_reason")], 0.95).any())
        ),
        scope=Scope.LIST,
    ),
    on.warning(
        "6.21",
        "case_status cin_start cin_end disability",
        "A child in need plan is not open for more than two years, unless the child is disabled.",
        "Review whether the plan still helps, and step up or close.",
        lambda rows: (
            rows.open()
            & rows.has("case_status", "CIN")
            & rows.has("disability", "N")
            & (rows["cin_start"] < rows.months_ago(24))
        ),
        named=Named.IN_TIME,
    ),
    on.error(
        "6.24",
        "child_id cin_end",
        "A child has one open episode of need.",
        "Close or remove the episode that is not the present one.",
        lambda rows: rows.open() & (rows.each_child(rows.open()) > 1),
        named=Named.ROWS_AGREE,
    ),
    on.information(
        "P31",
        "worker team cin_end",
        "No worker has more than 40 open children or sits in more than three teams.",
        "Check the allocation, and whether cases wait to be closed.",
        overloaded,
        named=Named.ROWS_AGREE,
    ),
)
