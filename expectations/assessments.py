"""Annex A list 4, assessments: what must hold before anyone is counted."""

import pandas as pd

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.structure import suite
from reporting.model.timescales import ASSESSMENT_WORKING_DAYS

VERY_LONG = 120

on = RulesOf("assessments")


def two_open(rows: Rows) -> pd.Series:
    """The child has more than one open assessment."""
    return rows.open() & (rows.each_child(rows.open()) > 1)


def begun_inside(rows: Rows) -> pd.Series:
    """Another assessment of the child began after this one did and before it was finished."""
    lasted = rows.days("assessment_start", "assessment_end").fillna(0).astype("int64").to_numpy()
    return rows.child_has("assessments", "assessment_start", "assessment_start", (1, lasted - 1))


CHECKS = suite(
    "assessments",
    on.error(
        "4.01",
        "assessment_start",
        "Every assessment has a start date.",
        "Enter the day the assessment began.",
        ColumnValuesToNotBeNull("assessment_start"),
    ),
    on.error(
        "4.02",
        "assessment_start assessment_end",
        "An assessment is not authorised before it begins.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("assessment_end", "assessment_start"),
    ),
    on.warning(
        "4.03",
        "child_id assessment_end",
        "A child has one open assessment at a time.",
        "Close or remove the one that is not being worked on.",
        two_open,
        named=Named.ROWS_AGREE,
    ),
    on.information(
        "4.04",
        "child_id assessment_start assessment_end",
        "One assessment is finished before the next of the same child begins.",
        "Check the dates of both; one may have been authorised late.",
        begun_inside,
        named=Named.ROWS_AGREE,
    ),
    on.warning(
        "4.05",
        "assessment_start assessment_end",
        "No open assessment is older than 45 working days.",
        "Finish and authorise the assessment.",
        lambda rows: rows.open() & (rows.working_days("assessment_start") > ASSESSMENT_WORKING_DAYS),
        named=Named.IN_TIME,
    ),
    on.warning(
        "4.06",
        "assessment_start assessment_end",
        "An assessment is completed within 45 working days.",
        "Nothing to mend if the dates are right: it was late.",
        lambda rows: rows.working_days("assessment_start", "assessment_end") > ASSESSMENT_WORKING_DAYS,
        named=Named.IN_TIME,
    ),
    on.information(
        "4.07",
        "assessment_start assessment_end",
        "An assessment is not begun and authorised on one day.",
        "Check that the start is the day the work began.",
        lambda rows: rows["assessment_start"] == rows["assessment_end"],
    ),
    on.warning(
        "4.08",
        "assessment_end support_needed",
        "A finished assessment says whether support is needed.",
        "Record the outcome of the assessment.",
        lambda rows: rows.filled("assessment_end") & rows.blank("support_needed"),
    ),
    on.warning(
        "4.09",
        "assessment_end support_needed",
        "An assessment with an outcome has been authorised.",
        "Enter the day it was authorised, or remove the outcome.",
        lambda rows: rows.blank("assessment_end") & rows.filled("support_needed"),
    ),
    on.warning(
        "4.10",
        "assessment_end child_seen",
        "The child was seen before the assessment was finished.",
        "Record that the child was seen, or why not.",
        lambda rows: rows.filled("assessment_end") & (rows.blank("child_seen") | rows.has("child_seen", "N")),
    ),
    on.information(
        "4.12",
        "assessment_start assessment_end",
        "No assessment takes more than 120 working days.",
        "Check whether the day of authorisation was entered late.",
        lambda rows: rows.working_days("assessment_start", "assessment_end") > VERY_LONG,
        named=Named.IN_TIME,
    ),
    on.warning(
        "4.14",
        "disability",
        "Every assessment says whether the child is disabled.",
        "Record whether the child has a disability.",
        ColumnValuesToNotBeNull("disability"),
    ),
)
