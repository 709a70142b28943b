"""The truth of section 47 enquiries, children in need and child protection plans."""

from __future__ import annotations

import pandas as pd

from synthetic_council.days import NEVER, months_before
from synthetic_council.truth.model import (
    COUNT,
    FLOW,
    PERCENT,
    RATE,
    SNAPSHOT,
    Question,
    everyone,
    reaches,
    told,
    truth,
    yes_no,
)

Pair = tuple[pd.Series, pd.Series]
_ON_PLAN = "cpp_start cpp_end"


@truth("section_47_enquiries", COUNT, FLOW, "s47_start")
def section_47_enquiries(asked: Question) -> Pair:
    """Enquiries begun in the window."""
    rows = asked.facts["section_47_enquiries"]
    return asked.held(rows["s47_start"]), everyone(rows)


@truth("section_47_enquiries", RATE, FLOW, "s47_start")
def section_47_per_10000(asked: Question) -> Pair:
    """The same enquiries."""
    return section_47_enquiries(asked)


@truth("section_47_enquiries", PERCENT, FLOW, "s47_start icpc_date")
def section_47_leading_to_conference(asked: Question) -> Pair:
    """Enquiries old enough to tell, and whether a conference was held."""
    rows = asked.facts["section_47_enquiries"]
    old_enough = asked.elapsed(rows["s47_start"], asked.day) >= 15
    return asked.held(rows["s47_start"]) & old_enough, (rows["icpc_date"] < NEVER).astype(float)


@truth("section_47_enquiries", PERCENT, FLOW, "icpc_date s47_start")
def conferences_within_15_working_days(asked: Question) -> Pair:
    """Conferences, and whether they were held in time."""
    rows = asked.facts["section_47_enquiries"]
    taken = told(asked.elapsed(rows["s47_start"], rows["icpc_date"]), rows.index)
    return asked.held(rows["icpc_date"]), (taken <= 15).astype(float).where(rows["s47_start"] < NEVER)


@truth("children_in_need", COUNT, SNAPSHOT, "cin_start cin_end")
def children_in_need_open(asked: Question) -> Pair:
    """Children whose case is open."""
    rows = asked.facts["children_in_need"]
    return asked.open(rows, "cin_start", "cin_end"), everyone(rows)


@truth("children_in_need", RATE, SNAPSHOT, "cin_start cin_end")
def children_in_need_per_10000(asked: Question) -> Pair:
    """The same children."""
    return children_in_need_open(asked)


@truth("children_in_need", PERCENT, SNAPSHOT, "cin_start cin_end case_status last_seen", undated="last_seen")
def children_in_need_seen_within_limit(asked: Question) -> Pair:
    """Children on a plan as in need, and whether they were seen lately."""
    rows, limit = asked.facts["children_in_need"], asked.limits["child_in_need_seen_working_days"]
    on_plan = asked.open(rows, "cin_start", "cin_end") & (rows["case_status"] == "CIN")
    begun = told(asked.elapsed(rows["cin_start"], asked.day), rows.index)
    never_seen = rows["last_seen"] >= NEVER
    ago = told(asked.elapsed(rows["last_seen"], asked.day), rows.index)
    return on_plan & ~(never_seen & (begun <= limit)), (ago <= limit).astype(float)


@truth("children_in_need", PERCENT, SNAPSHOT, "cin_start cin_end worker")
def children_in_need_unallocated(asked: Question) -> Pair:
    """Open cases, and whether nobody works on them."""
    rows = asked.facts["children_in_need"]
    return asked.open(rows, "cin_start", "cin_end"), (rows["worker"] == "").astype(float)


@truth("child_protection_plans", COUNT, SNAPSHOT, _ON_PLAN)
def child_protection_plans_open(asked: Question) -> Pair:
    """Open plans."""
    rows = asked.facts["child_protection_plans"]
    return asked.open(rows, "cpp_start", "cpp_end"), everyone(rows)


@truth("child_protection_plans", RATE, SNAPSHOT, _ON_PLAN)
def child_protection_plans_per_10000(asked: Question) -> Pair:
    """The same plans."""
    return child_protection_plans_open(asked)


@truth("child_protection_plans", PERCENT, FLOW, "cpp_start previous_cpps")
def child_protection_plans_repeat(asked: Question) -> Pair:
    """Plans begun, and whether the child had one before."""
    rows = asked.facts["child_protection_plans"]
    return asked.held(rows["cpp_start"]), reaches(rows["previous_cpps"], 1)


@truth("child_protection_plans", PERCENT, SNAPSHOT, _ON_PLAN)
def child_protection_plans_open_over_2_years(asked: Question) -> Pair:
    """Open plans, and whether they are two years old."""
    rows = asked.facts["child_protection_plans"]
    long = (rows["cpp_start"] <= asked.months_ago(24)).astype(float)
    return asked.open(rows, "cpp_start", "cpp_end"), long.where(rows["cpp_start"] < NEVER)


@truth("child_protection_plans", PERCENT, FLOW, _ON_PLAN)
def child_protection_plans_ended_after_2_years(asked: Question) -> Pair:
    """Plans ended, and whether they lasted two years."""
    rows = asked.facts["child_protection_plans"]
    begun = rows["cpp_start"].where(rows["cpp_start"] < NEVER, 0)
    two_years_on = months_before(begun.to_numpy(), -24)
    long = (rows["cpp_end"] >= two_years_on).astype(float)
    return asked.held(rows["cpp_end"]), long.where(rows["cpp_start"] < NEVER)


@truth("child_protection_plans", PERCENT, SNAPSHOT, f"{_ON_PLAN} last_stat_visit", undated="last_stat_visit")
def child_protection_visits_within_limit(asked: Question) -> Pair:
    """Plans old enough for a visit, and whether there was one lately."""
    rows, limit = asked.facts["child_protection_plans"], asked.limits["child_protection_visit_working_days"]
    age = told(asked.elapsed(rows["cpp_start"], asked.day), rows.index)
    due = asked.open(rows, "cpp_start", "cpp_end") & (rows["cpp_start"] < NEVER) & (age > limit)
    ago = told(asked.elapsed(rows["last_stat_visit"], asked.day), rows.index)
    return due, (ago <= limit).astype(float)


@truth("child_protection_plans", PERCENT, SNAPSHOT, f"{_ON_PLAN} last_review", undated="last_review")
def child_protection_reviews_in_timescale(asked: Question) -> Pair:
    """Plans due a review, and whether there was one."""
    rows = asked.facts["child_protection_plans"]
    due = asked.open(rows, "cpp_start", "cpp_end") & (rows["cpp_start"] < asked.months_ago(3))
    lately = (rows["last_review"] >= asked.months_ago(6)) & (rows["last_review"] < NEVER)
    return due, lately.astype(float)


@truth("child_protection_plans", PERCENT, SNAPSHOT, f"{_ON_PLAN} seen_alone")
def child_protection_seen_alone(asked: Question) -> Pair:
    """Open plans, and whether the child was seen alone."""
    rows = asked.facts["child_protection_plans"]
    return asked.open(rows, "cpp_start", "cpp_end"), yes_no(rows["seen_alone"], ("Y",), ("N",))
