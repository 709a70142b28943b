"""Reviews, visits, health, teeth, and going missing."""

import pandas as pd

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from reporting.model.timescales import (
    CARE_REVIEW_MONTHS,
    DENTAL_MONTHS,
    FIRST_CARE_REVIEW_WORKING_DAYS,
    FIRST_HEALTH_WORKING_DAYS,
    HEALTH_MONTHS,
    HEALTH_MONTHS_UNDER_FIVE,
)

on = RulesOf("children_looked_after")


def visit_overdue(rows: Rows) -> pd.Series:
    """Past the limit for this child: longer once a long-term foster placement has lasted a year."""
    limits = rows.extract.limits
    settled = rows.has("placement_type", "U1", "U4") & (rows["placement_start"] <= rows.months_ago(12))
    late = (rows.days("last_sw_visit") > limits["looked_after_visit_days"]).where(
        ~settled, rows["last_sw_visit"] < rows.months_ago(limits["looked_after_visit_long_term_months"])
    )
    return rows.open() & late


def health_overdue(rows: Rows) -> pd.Series:
    """None after the first twenty working days, or older than six months (under five) or twelve."""
    none_yet = rows.blank("last_health") & (rows.working_days("cla_start") > FIRST_HEALTH_WORKING_DAYS)
    young = rows.age() < 5
    due = pd.Series(rows.months_ago(HEALTH_MONTHS), index=young.index).where(
        ~young, rows.months_ago(HEALTH_MONTHS_UNDER_FIVE)
    )
    return rows.open() & (none_yet | (rows["last_health"] < due))


def dental_overdue(rows: Rows) -> pd.Series:
    """In care for a year, aged one or over, and not seen by a dentist in that year."""
    asked = rows.open() & (rows.age() >= 1) & (rows["cla_start"] < rows.months_ago(12))
    return asked & (rows.blank("last_dental") | (rows["last_dental"] < rows.months_ago(DENTAL_MONTHS)))


def answers_do_not_fit(rows: Rows) -> pd.Series:
    """An interview accepted that was not offered, or any answer for a child who was never missing."""
    accepted = rows.has("rhi_accepted", "Y") & rows.has("rhi_offered", "N")
    return accepted | (rows["missing_12m"] == 0) & (
        rows.has("rhi_offered", "Y", "N") | rows.has("rhi_accepted", "Y", "N")
    )


def missing_when_not_in_care(rows: Rows) -> pd.Series:
    """Counted as missing in the last twelve months, in none of which the child was looked after."""
    not_in_care = (rows["ceased_date"] < rows.months_ago(12)) | (rows["cla_start"] > rows.list_date)
    return (rows["missing_12m"] >= 1) & not_in_care


WELLBEING = (
    on.warning(
        "8.29",
        "missing_12m rhi_offered",
        "A child who went missing was offered a return interview, or it says why not.",
        "Record whether an interview was offered.",
        lambda rows: (rows["missing_12m"] >= 1) & rows.blank("rhi_offered"),
    ),
    on.warning(
        "8.30",
        "missing_12m rhi_offered rhi_accepted",
        "The answers about return interviews fit the count of times missing.",
        "Correct the count or the answers.",
        answers_do_not_fit,
    ),
    on.warning(
        "8.31",
        "cla_start ceased_date last_review",
        "A child in care for 20 working days has had a review.",
        "Hold the review, or enter its date.",
        lambda rows: (
            rows.open() & rows.blank("last_review") & (rows.working_days("cla_start") > FIRST_CARE_REVIEW_WORKING_DAYS)
        ),
        named=Named.IN_TIME,
    ),
    on.warning(
        "8.32",
        "ceased_date last_review",
        "A child in care was reviewed in the last six months.",
        "Hold the review, or enter its date.",
        lambda rows: rows.open() & (rows["last_review"] < rows.months_ago(CARE_REVIEW_MONTHS)),
        named=Named.IN_TIME,
    ),
    on.warning(
        "8.33",
        "ceased_date last_sw_visit placement_type placement_start",
        "The social worker's last visit is no older than the limit for the child.",
        "Visit the child, or record the visit that was made.",
        visit_overdue,
        limits="looked_after_visit_days looked_after_visit_long_term_months",
    ),
    on.warning(
        "8.34",
        "ceased_date cla_start dob last_health",
        "A child in care has a health assessment in date.",
        "Arrange the assessment, or enter its date.",
        health_overdue,
        named=Named.IN_TIME,
    ),
    on.warning(
        "8.35",
        "ceased_date cla_start dob last_dental",
        "A child in care for a year has seen a dentist in that year.",
        "Arrange the check, or enter its date.",
        dental_overdue,
        named=Named.IN_TIME,
    ),
    *(
        on.warning(
            "8.36",
            f"dob {key}",
            "Health and dental checks come after birth.",
            "Correct the date of the check, or the date of birth.",
            ColumnPairValuesAToBeGreaterThanB(key, "dob"),
        )
        for key in ("last_health", "last_dental")
    ),
    on.warning(
        "8.44",
        "ceased_date last_iro",
        "The reviewing officer was in touch in the last six months.",
        "Record the latest contact with the reviewing officer.",
        lambda rows: rows.open() & (rows["last_iro"] < rows.months_ago(6)),
        named=Named.IN_TIME,
    ),
    on.warning(
        "8.49",
        "missing_12m cla_start ceased_date",
        "Only a child who was in care in the last twelve months went missing from care in them.",
        "Correct the count, or the dates of care.",
        missing_when_not_in_care,
    ),
)
