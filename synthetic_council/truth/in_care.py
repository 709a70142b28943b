"""The truth of children looked after, care leavers and adoption."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, age_on
from synthetic_council.truth.model import (
    COUNT,
    DAYS,
    PERCENT,
    RATE,
    SNAPSHOT,
    YEAR,
    Question,
    everyone,
    reaches,
    told,
    truth,
    yes_no,
)

Pair = tuple[pd.Series, pd.Series]
_CARE = "cla_start ceased_date legal_status"
_FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
_LEAVERS = ("RELEVANT", "FORMER")
_EMPLOYED = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")


def _cared(asked: Question) -> tuple[pd.DataFrame, pd.Series]:
    rows = asked.facts["children_looked_after"]
    return rows, asked.open(rows, "cla_start", "ceased_date") & ~rows["legal_status"].isin(["V3", "V4"])


def _since(days: pd.Series, day: int) -> pd.Series:
    return (days >= day) & (days < NEVER)


def _ages(asked: Question, born: pd.Series) -> np.ndarray:
    known = np.where(born < NEVER, born, 0)
    return np.where(born < NEVER, age_on(known, asked.day), NEVER)


@truth("children_looked_after", COUNT, SNAPSHOT, _CARE)
def children_looked_after(asked: Question) -> Pair:
    """Children looked after, short breaks left out."""
    rows, cared = _cared(asked)
    return cared, everyone(rows)


@truth("children_looked_after", RATE, SNAPSHOT, _CARE)
def children_looked_after_per_10000(asked: Question) -> Pair:
    """The same children."""
    return children_looked_after(asked)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} placements_12m")
def looked_after_three_or_more_placements(asked: Question) -> Pair:
    """Of those, with three placements or more in a year."""
    rows, cared = _cared(asked)
    return cared, reaches(rows["placements_12m"], 3)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} dob placement_start")
def looked_after_long_term_stability(asked: Question) -> Pair:
    """Children under 16 long in care, and whether they stayed put for two years."""
    rows, cared = _cared(asked)
    ages = _ages(asked, rows["dob"])
    long = cared & (rows["cla_start"] <= asked.months_ago(30)) & ((ages < 16) | (ages == NEVER))
    settled = (rows["placement_start"] <= asked.months_ago(24)).astype(float)
    return long, settled.where((rows["dob"] < NEVER) & (rows["placement_start"] < NEVER))


@truth(
    "children_looked_after",
    PERCENT,
    SNAPSHOT,
    f"{_CARE} placement_start placement_type last_sw_visit",
    undated="last_sw_visit",
)
def looked_after_visits_within_limit(asked: Question) -> Pair:
    """Children past the first week of a placement, and whether they were visited in time."""
    rows, cared = _cared(asked)
    blank = rows["placement_start"] >= NEVER
    past_first_week = blank | (asked.day - rows["placement_start"] > 7)
    settled = rows["placement_type"].isin(["U1", "U4"]) & (rows["placement_start"] <= asked.months_ago(12))
    limit = asked.limits.get("looked_after_visit_long_term_months", 3)
    days = asked.limits.get("looked_after_visit_days", 42)
    seldom = _since(rows["last_sw_visit"], asked.months_ago(limit))
    often = _since(rows["last_sw_visit"], asked.day - days)
    return cared & past_first_week, told(np.where(settled, seldom, often), rows.index)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} last_review", undated="last_review")
def looked_after_reviews_in_timescale(asked: Question) -> Pair:
    """Children due a review, and whether there was one."""
    rows, cared = _cared(asked)
    in_care = told(asked.elapsed(rows["cla_start"], asked.day), rows.index)
    due = cared & (in_care > 20) & (rows["cla_start"] < NEVER)
    one_so_far = rows["cla_start"] > asked.months_ago(4)
    from_day = np.where(one_so_far, asked.months_ago(3), asked.months_ago(6))
    return due, ((rows["last_review"] >= from_day) & (rows["last_review"] < NEVER)).astype(float)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} last_health dob", undated="last_health")
def looked_after_health_assessment_in_date(asked: Question) -> Pair:
    """Children in care for a year, and whether their health was looked at."""
    rows, cared = _cared(asked)
    ages = _ages(asked, rows["dob"])
    from_day = np.where(ages < 5, asked.months_ago(6), asked.months_ago(12))
    lately = (rows["last_health"] >= from_day) & (rows["last_health"] < NEVER)
    return cared & (rows["cla_start"] <= asked.months_ago(12)), lately.astype(float).where(rows["dob"] < NEVER)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} last_dental", undated="last_dental")
def looked_after_dental_check_in_date(asked: Question) -> Pair:
    """The same children, and whether they saw a dentist."""
    rows, cared = _cared(asked)
    lately = _since(rows["last_dental"], asked.months_ago(12))
    return cared & (rows["cla_start"] <= asked.months_ago(12)), lately.astype(float)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} placement_type")
def looked_after_placed_with_parents(asked: Question) -> Pair:
    """Children looked after, and whether they live with their parents."""
    rows, cared = _cared(asked)
    return cared, (rows["placement_type"] == "P1").astype(float).where(rows["placement_type"] != "")


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} placement_type")
def looked_after_foster_placements(asked: Question) -> Pair:
    """Children looked after, and whether they live with foster carers."""
    rows, cared = _cared(asked)
    return cared, rows["placement_type"].isin(_FOSTER).astype(float).where(rows["placement_type"] != "")


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} absent_12m")
def looked_after_absent(asked: Question) -> Pair:
    """Children looked after, and whether they were absent in the year."""
    rows, cared = _cared(asked)
    return cared, reaches(rows["absent_12m"], 1)


@truth("children_looked_after", PERCENT, SNAPSHOT, f"{_CARE} missing_12m rhi_offered")
def looked_after_return_interviews_offered(asked: Question) -> Pair:
    """Children who were missing, and whether an interview was offered."""
    rows, cared = _cared(asked)
    return cared & (rows["missing_12m"] >= 1), yes_no(rows["rhi_offered"], ("Y",), ("N",))


def _leavers(asked: Question, groups: tuple[str, ...] = _LEAVERS) -> tuple[pd.DataFrame, pd.Series]:
    rows = asked.facts["care_leavers"]
    return rows, rows["eligibility"].isin(groups)


def _still_ours(asked: Question) -> tuple[pd.DataFrame, pd.Series]:
    rows, leavers = _leavers(asked)
    return rows, leavers & ~rows["in_touch"].isin(["DIED", "RHOM"])


@truth("care_leavers", PERCENT, SNAPSHOT, "eligibility in_touch", by_age=True)
def care_leavers_in_touch(asked: Question) -> Pair:
    """Care leavers, and whether the council is in touch."""
    rows, ours = _still_ours(asked)
    return ours, yes_no(rows["in_touch"], ("YES",), ("NO", "REFU", "NREQ"))


@truth("care_leavers", PERCENT, SNAPSHOT, "eligibility last_contact", by_age=True, undated="last_contact")
def care_leavers_contact_within_3_months(asked: Question) -> Pair:
    """Care leavers, and whether there was contact in three months."""
    rows, leavers = _leavers(asked)
    return leavers, _since(rows["last_contact"], asked.months_ago(3)).astype(float)


@truth("care_leavers", PERCENT, SNAPSHOT, "eligibility in_touch suitability", by_age=True)
def care_leavers_suitable_accommodation(asked: Question) -> Pair:
    """Care leavers, and whether they live somewhere suitable."""
    rows, ours = _still_ours(asked)
    return ours, yes_no(rows["suitability"], ("1",), ("2",))


@truth("care_leavers", PERCENT, SNAPSHOT, "eligibility in_touch activity", by_age=True)
def care_leavers_eet(asked: Question) -> Pair:
    """Care leavers, and whether they learn or work."""
    rows, ours = _still_ours(asked)
    return ours, yes_no(rows["activity"], _EMPLOYED, ("G4", "G5", "G6"))


@truth("care_leavers", PERCENT, SNAPSHOT, "eligibility personal_adviser", by_age=True)
def care_leavers_with_personal_adviser(asked: Question) -> Pair:
    """Everyone the service supports, and whether they have an adviser."""
    rows, ours = _leavers(asked, (*_LEAVERS, "ELIGIBLE"))
    return ours, (rows["personal_adviser"] != "").astype(float)


@truth("care_leavers", PERCENT, SNAPSHOT, "eligibility last_pathway", by_age=True, undated="last_pathway")
def care_leavers_pathway_plan_in_date(asked: Question) -> Pair:
    """Everyone the service supports, and whether their plan was reviewed in six months."""
    rows, ours = _leavers(asked, (*_LEAVERS, "ELIGIBLE"))
    return ours, _since(rows["last_pathway"], asked.months_ago(6)).astype(float)


@truth("adoption", DAYS, YEAR, "adoption_order entered_care placed")
def adoption_days_entering_care_to_placed(asked: Question) -> Pair:
    """Children adopted, and days from care to their new home."""
    rows = asked.facts["adoption"]
    days = (rows["placed"] - rows["entered_care"]).astype(float)
    known = (rows["placed"] < NEVER) & (rows["entered_care"] < NEVER)
    return asked.held(rows["adoption_order"]), days.where(known)


@truth("adoption", DAYS, YEAR, "adoption_order placement_order matched")
def adoption_days_placement_order_to_match(asked: Question) -> Pair:
    """Children adopted under an order, and days from the order to the match."""
    rows = asked.facts["adoption"]
    waited = (rows["matched"] - rows["placement_order"]).clip(lower=0).astype(float)
    asked_about = asked.held(rows["adoption_order"]) & (rows["placement_order"] < NEVER)
    return asked_about, waited.where(rows["matched"] < NEVER)
