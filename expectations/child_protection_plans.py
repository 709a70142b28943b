"""Annex A list 7, child protection plans: what must hold before anyone is counted."""

from functools import partial

import pandas as pd

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToBeBetween, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.structure import suite
from reporting.model.timescales import FIRST_PLAN_REVIEW_MONTHS, PLAN_REVIEW_MONTHS

SEVERAL = r"[,/;&+|]|\band\b|^[YN]{4}$"
ONE_WORDING = r"(?i)multiple"
SHORT_PLAN = 91  # days
MOST_EARLIER_PLANS = 5

on = RulesOf("child_protection_plans")


def visit_limit(rows: Rows) -> int:
    """The council's own limit for a visit, in working days."""
    return rows.extract.limits["child_protection_visit_working_days"]


def several_categories(rows: Rows, key: str) -> pd.Series:
    """Read as multiple, from words that name several categories."""
    return rows.has(key, "MUL") & rows.worded(key, SEVERAL) & ~rows.worded(key, ONE_WORDING)


CHECKS = suite(
    "child_protection_plans",
    on.error(
        "7.01",
        "cpp_start",
        "Every plan has a start date.",
        "Enter the day the plan began.",
        ColumnValuesToNotBeNull("cpp_start"),
    ),
    on.error(
        "7.02",
        "cpp_start cpp_end",
        "A plan ends after the day it starts.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("cpp_end", "cpp_start"),
    ),
    on.error(
        "7.03",
        "child_id cpp_end",
        "A child has one open plan.",
        "End or remove the plan that is not the present one.",
        lambda rows: rows.open() & (rows.each_child(rows.open()) > 1),
        named=Named.ROWS_AGREE,
    ),
    on.error(
        "7.04",
        "abuse_initial",
        "Every plan has a first category of abuse.",
        "Enter the category decided at the first conference.",
        ColumnValuesToNotBeNull("abuse_initial"),
    ),
    on.warning(
        "7.05",
        "abuse_latest",
        "Every plan has a latest category of abuse.",
        "Enter the category decided at the latest review.",
        ColumnValuesToNotBeNull("abuse_latest"),
    ),
    *(
        on.warning(
            "7.06",
            key,
            "Each plan names one category of abuse.",
            "Choose the main category; several were read as “multiple”.",
            partial(several_categories, key=key),
        )
        for key in ("abuse_initial", "abuse_latest")
    ),
    on.error(
        "7.07",
        "cpp_start last_review",
        "A review comes after the plan's start.",
        "Correct the date of the review or of the plan.",
        ColumnPairValuesAToBeGreaterThanB("last_review", "cpp_start"),
    ),
    on.warning(
        "7.08",
        "cpp_start cpp_end last_review",
        "A plan open for three months has had its first review.",
        "Hold the review, or enter its date.",
        lambda rows: (
            rows.open() & (rows["cpp_start"] < rows.months_ago(FIRST_PLAN_REVIEW_MONTHS)) & rows.blank("last_review")
        ),
        named=Named.IN_TIME,
    ),
    on.warning(
        "7.09",
        "cpp_end last_review",
        "An open plan was reviewed in the last six months.",
        "Hold the review, or enter its date.",
        lambda rows: rows.open() & (rows["last_review"] < rows.months_ago(PLAN_REVIEW_MONTHS)),
        named=Named.IN_TIME,
    ),
    *(
        on.error(
            "7.10",
            f"{key} cpp_end",
            "Reviews and visits of a plan come before its end.",
            "Correct the date of the review or visit, or of the plan's end.",
            ColumnPairValuesAToBeGreaterThanB("cpp_end", key),
        )
        for key in ("last_review", "last_stat_visit")
    ),
    on.warning(
        "7.11",
        "cpp_start cpp_end last_stat_visit",
        "A plan older than the council's limit for visits has had a visit.",
        "Visit the child, or record the visit that was made.",
        lambda rows: rows.open() & rows.blank("last_stat_visit") & (rows.working_days("cpp_start") > visit_limit(rows)),
        limits="child_protection_visit_working_days",
    ),
    on.warning(
        "7.12",
        "cpp_end last_stat_visit",
        "The last visit is no older than the council's limit.",
        "Visit the child, or record the visit that was made.",
        lambda rows: rows.open() & (rows.working_days("last_stat_visit") > visit_limit(rows)),
        limits="child_protection_visit_working_days",
    ),
    on.information(
        "7.13",
        "cpp_start last_stat_visit",
        "The child was visited since the plan began.",
        "Check whether the visit belongs to an earlier plan.",
        ColumnPairValuesAToBeGreaterThanB("last_stat_visit", "cpp_start"),
    ),
    on.warning(
        "7.14",
        "last_stat_visit seen_alone",
        "Every visit says whether the child was seen alone.",
        "Record whether the child was seen alone.",
        lambda rows: rows.filled("last_stat_visit") & rows.blank("seen_alone"),
    ),
    on.warning(
        "7.15",
        "previous_cpps",
        "Every plan gives the number of earlier plans.",
        "Enter the number; use 0 for none.",
        ColumnValuesToNotBeNull("previous_cpps"),
    ),
    on.information(
        "7.16",
        "previous_cpps",
        "No child has had more than five earlier plans.",
        "Check the number of earlier plans.",
        ColumnValuesToBeBetween("previous_cpps", max_value=MOST_EARLIER_PLANS),
    ),
    on.information(
        "7.17",
        "cpp_start cpp_end",
        "A plan lasts at least three months.",
        "Nothing to mend if the dates are right; look whether the plan was needed.",
        lambda rows: rows.days("cpp_start", "cpp_end").between(1, SHORT_PLAN - 1),
    ),
    on.warning(
        "7.18",
        "cpp_start cpp_end",
        "No plan is open for more than two years.",
        "Review whether the plan keeps the child safe.",
        lambda rows: rows.open() & (rows["cpp_start"] < rows.months_ago(24)),
        named=Named.IN_TIME,
    ),
    on.error(
        "7.21",
        "dob age",
        "A child on a plan has a date of birth, or is unborn.",
        "Enter the date of birth. For an unborn child give the age as -1.",
        lambda rows: rows.blank("dob") & ~rows["age"].eq(-1).fillna(False),
    ),
    on.warning(
        "7.22",
        "last_review",
        "Reviews are held on working days.",
        "Check the date: it falls on a weekend or bank holiday.",
        lambda rows: rows["last_review"].notna() & ~rows.on_a_working_day("last_review"),
    ),
    on.error(
        "7.24",
        "child_id cpp_start cpp_end",
        "A child's plans do not overlap.",
        "Correct the dates of the two plans.",
        lambda rows: rows.child_has(
            "child_protection_plans",
            "cpp_start",
            "cpp_start",
            (1, rows.days("cpp_start", "cpp_end").fillna(0).astype("int64").to_numpy() - 1),
        ),
        named=Named.ROWS_AGREE,
    ),
)
