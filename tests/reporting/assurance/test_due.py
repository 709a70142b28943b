"""What falls due, worked by hand over a Christmas: 25 and 28 December and New Year's Day are no working days.

The lists are of Friday 18 December 2026. Ten working days on is Wednesday 6 January 2027.
"""

from datetime import date

import pandas as pd
import pytest

from reporting.assurance.due import DUE_COLUMNS, falls_due
from reporting.assurance.owners import NO_TEAM, owners
from reporting.measures.examples import LIMITS
from tests.reporting.council import CALENDAR, TEAMS, extract

FRIDAY = date(2026, 12, 18)

EXAMPLES = {
    "assessment": (
        "assessments",
        """child_id | assessment_start | assessment_end
           a        | 2026-10-16       |
           b        | 2026-10-22       |
           c        | 2026-10-23       |
           late     | 2026-10-15       |
           done     | 2026-10-22       | 2026-12-01
           young    | 2026-12-01       |""",
        {"a": "2026-12-18", "b": "2026-12-24", "c": "2026-12-29"},
    ),
    "child protection conference": (
        "section_47_enquiries",
        """child_id | s47_start  | icpc_unnecessary | icpc_date
           a        | 2026-12-02 | N                |
           b        | 2026-12-08 |                  |
           planned  | 2026-12-02 | N                | 2026-12-22
           too far  | 2026-12-02 | N                | 2027-01-05
           spared   | 2026-12-02 | Y                |
           held     | 2026-12-02 | N                | 2026-12-10""",
        {"a": "2026-12-23", "b": "2026-12-31", "too far": "2026-12-23"},
    ),
    "child in need to be seen": (
        "children_in_need",
        """child_id | cin_start  | cin_end    | case_status | last_seen
           a        | 2026-01-05 |            | CIN         | 2026-11-12
           unseen   | 2026-11-13 |            | CIN         |
           on plan  | 2026-01-05 |            | CPP         | 2026-11-12
           ended    | 2026-01-05 | 2026-12-01 | CIN         | 2026-11-12
           late     | 2026-01-05 |            | CIN         | 2026-09-01""",
        {"a": "2026-12-24", "unseen": "2026-12-29"},
    ),
    "child protection visit": (
        "child_protection_plans",
        """child_id  | cpp_start  | last_stat_visit
           a         | 2026-01-05 | 2026-12-02
           unvisited | 2026-12-08 |
           late      | 2026-01-05 |""",
        {"a": "2026-12-23", "unvisited": "2026-12-31"},
    ),
    "child protection review": (
        "child_protection_plans",
        """child_id | cpp_start  | last_review
           a        | 2025-01-10 | 2026-06-30
           first    | 2026-09-28 |
           late     | 2025-01-10 | 2026-06-01
           far      | 2026-11-01 |""",
        {"a": "2026-12-31", "first": "2026-12-28"},
    ),
    "looked-after visit": (
        "children_looked_after",
        """child_id   | cla_start  | legal_status | placement_start | placement_type | last_sw_visit
           six weeks  | 2025-01-05 | C2           | 2026-01-05      | U6             | 2026-11-16
           long term  | 2025-01-05 | C2           | 2025-01-05      | U4             | 2026-09-24
           new home   | 2025-01-05 | C2           | 2026-12-14      | U6             |
           short stay | 2025-01-05 | V3           | 2026-01-05      | U6             | 2026-11-16""",
        {"six weeks": "2026-12-28", "long term": "2026-12-24", "new home": "2026-12-21"},
    ),
    "first looked-after review": (
        "children_looked_after",
        """child_id | cla_start  | legal_status | last_review
           first    | 2026-12-01 | C2           |
           held     | 2026-12-01 | C2           | 2026-12-15""",
        {"first": "2026-12-31"},
    ),
    "looked-after review": (
        "children_looked_after",
        """child_id | cla_start  | legal_status | last_review
           half     | 2020-01-05 | C2           | 2026-06-19
           second   | 2026-09-01 | C2           | 2026-09-29
           far      | 2020-01-05 | C2           | 2026-08-01""",
        {"half": "2026-12-19", "second": "2026-12-29"},
    ),
    "health assessment": (
        "children_looked_after",
        """child_id     | dob        | cla_start  | legal_status | last_health
           yearly       | 2015-01-01 | 2024-01-01 | C2           | 2025-12-21
           under five   | 2023-01-01 | 2024-01-01 | C2           | 2026-06-24
           turning five | 2021-12-22 | 2024-01-01 | C2           | 2026-06-23
           new in care  | 2023-01-01 | 2026-06-01 | C2           | 2026-06-24
           no age       |            | 2024-01-01 | C2           | 2025-12-21""",
        {"yearly": "2026-12-21", "under five": "2026-12-24", "new in care": "2026-12-24"},
    ),
    "first health assessment": (
        "children_looked_after",
        """child_id | dob        | cla_start  | legal_status | last_health
           first    | 2015-01-01 | 2026-12-01 | C2           |
           late     | 2015-01-01 | 2026-11-01 | C2           |
           short    | 2015-01-01 | 2026-12-01 | V3           |
           held     | 2015-01-01 | 2026-12-01 | C2           | 2026-12-15""",
        {"first": "2026-12-31"},
    ),
    "dental check": (
        "children_looked_after",
        """child_id | cla_start  | legal_status | last_dental
           a        | 2024-01-01 | C2           | 2025-12-31
           first    | 2025-12-22 | C2           |
           too far  | 2024-01-01 | C2           | 2026-01-07""",
        {"a": "2026-12-31", "first": "2026-12-21"},
    ),
    "pathway plan review": (
        "care_leavers",
        """child_id  | eligibility | last_pathway
           a         | FORMER      | 2026-06-29
           qualifies | QUALIFYING  | 2026-06-29
           none      | RELEVANT    |""",
        {"a": "2026-12-29"},
    ),
}
LEFT = {
    "2026-12-18": 0,
    "2026-12-19": 0,
    "2026-12-21": 1,
    "2026-12-23": 3,
    "2026-12-24": 4,
    "2026-12-28": 4,
    "2026-12-29": 5,
    "2026-12-31": 7,
}


def due(list_date=FRIDAY, limits=LIMITS, limits_on=None, **lists):
    tables = extract(**lists).tables
    owned = owners(tables, TEAMS, list_date)
    found = falls_due(
        tables, owned, calendar=CALENDAR, limits_on=limits_on or (lambda day: limits), list_date=list_date
    )
    assert list(found.columns) == list(DUE_COLUMNS)
    return found.assign(child=[tables[row.list]["child_id"].iloc[row.position] for row in found.itertuples()])


@pytest.mark.parametrize("what", EXAMPLES)
def test_a_worked_example(what):
    name, written, expected = EXAMPLES[what]
    found = due(**{name: written})
    found = found[found["what"] == what]
    assert dict(zip(found["child"], found["due"], strict=True)) == expected
    assert found["working_days"].tolist() == [LEFT[day] for day in found["due"]]
    assert (found["row"] == found["position"] + 2).all()


def test_the_tenth_working_day_is_in_and_the_eleventh_is_not():
    found = due(
        care_leavers="child_id | eligibility | last_pathway\n a | FORMER | 2026-07-06\n b | FORMER | 2026-07-07"
    )
    assert found[["child", "due", "working_days"]].to_numpy().tolist() == [["a", "2027-01-06", 10]]


def test_each_row_says_whose_it_is_and_the_soonest_comes_first():
    found = due(
        assessments="""child_id | assessment_start | team                | worker
                       b        | 2026-10-22       | Ash Town Assessment | W2
                       a        | 2026-10-16       |                     | """
    )
    assert found["child"].tolist() == ["a", "b"]
    assert found[["team", "district", "locality"]].iloc[1].tolist() == ["Ash Town Assessment", "Ash", "North"]
    assert found["team"].iloc[0] == NO_TEAM
    assert pd.isna(found["worker"].iloc[0])
    assert found["worker"].iloc[1] == "W2"


def test_a_limit_that_the_council_has_not_set_makes_nothing_due():
    name, written, expected = EXAMPLES["child protection visit"]
    assert set(due(**{name: written})["child"]) == set(expected)
    without = {key: value for key, value in LIMITS.items() if key != "child_protection_visit_working_days"}
    assert due(limits=without, **{name: written}).empty


def test_a_limit_that_changes_in_these_days_is_asked_on_its_own_days():
    """A visit every 42 days until Christmas, every 28 from Monday the 28th: the last day in time is the one before."""
    written = "child_id | cla_start | legal_status | last_sw_visit\n a | 2026-06-01 | C2 | 2026-11-25"
    shorter = {**LIMITS, "looked_after_visit_days": 28}
    monday = date(2026, 12, 28)
    found = due(limits_on=lambda day: LIMITS if day < monday else shorter, children_looked_after=written)
    visits = found[found["what"] == "looked-after visit"]
    assert visits[["child", "due"]].to_numpy().tolist() == [["a", "2026-12-27"]]
    without = {name: value for name, value in LIMITS.items() if name != "looked_after_visit_days"}
    ended = due(limits_on=lambda day: LIMITS if day < monday else without, children_looked_after=written)
    assert "looked-after visit" not in set(ended["what"])


def test_a_column_in_which_nobody_has_anything_makes_nothing_due():
    """The 2019 layout has no dates of pathway plans: nothing can be said, and not that every plan is about to lapse."""
    assert due(care_leavers="child_id | eligibility\n a | FORMER").empty


def test_lists_that_are_not_there_make_nothing_due():
    empty = falls_due({}, {}, calendar=CALENDAR, limits_on=lambda day: LIMITS, list_date=FRIDAY)
    assert empty.empty
    assert list(empty.columns) == list(DUE_COLUMNS)
