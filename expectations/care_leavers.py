"""Annex A list 9, care leavers: what must hold before anyone is counted."""

from functools import partial

import pandas as pd

from expectations.built_in import ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.structure import suite
from reporting.model.timescales import PATHWAY_PLAN_MONTHS

SUPPORTED = ("RELEVANT", "FORMER", "ELIGIBLE")
DETAILS = ("accommodation", "suitability", "activity")
RECENT = 56  # days: eight weeks

on = RulesOf("care_leavers")


def category_and_age_disagree(rows: Rows) -> pd.Series:
    """Relevant means under 18, former relevant means 18 or over."""
    age = rows.age()
    return rows.has("eligibility", "RELEVANT") & (age >= 18) | rows.has("eligibility", "FORMER") & (age < 18)


def blank_though_in_touch(rows: Rows, key: str) -> pd.Series:
    """The council is in touch, and the column is blank."""
    return rows.has("in_touch", "YES") & rows.blank(key)


CHECKS = suite(
    "care_leavers",
    on.error(
        "9.01",
        "eligibility",
        "Every young person has a category of eligibility.",
        "Choose the category.",
        ColumnValuesToNotBeNull("eligibility"),
    ),
    on.warning(
        "9.02",
        "eligibility dob",
        "The category of eligibility fits the age.",
        "Correct the category or the date of birth.",
        category_and_age_disagree,
    ),
    on.warning(
        "9.03",
        "dob",
        "Everyone on the list is aged 16 to 25.",
        "Check the date of birth, and whether the person belongs on the list.",
        lambda rows: rows["dob"].notna() & ~rows.age().between(16, 25),
    ),
    on.error(
        "9.06",
        "in_touch",
        "It is said of everyone whether the council is in touch.",
        "Record whether the council is in touch.",
        ColumnValuesToNotBeNull("in_touch"),
    ),
    *(
        on.warning(
            "9.07",
            f"in_touch {key}",
            "Accommodation, suitability and activity are known for everyone in touch.",
            "Ask at the next contact and record the answer.",
            partial(blank_though_in_touch, key=key),
        )
        for key in DETAILS
    ),
    on.warning(
        "9.08",
        "in_touch accommodation suitability activity",
        "No details are given for someone the council is not in touch with.",
        "Correct the in-touch answer, or remove the details.",
        lambda rows: (
            rows["in_touch"].notna()
            & ~rows.has("in_touch", "YES")
            & pd.concat([rows.filled(key) for key in DETAILS], axis=1).any(axis=1)
        ),
    ),
    on.error(
        "9.09",
        "suitability accommodation",
        "Custody and having nowhere to live are never suitable.",
        "Correct the suitability or the accommodation.",
        lambda rows: rows.has("suitability", "1") & rows.has("accommodation", "S", "X"),
    ),
    on.warning(
        "9.10",
        "in_touch dob",
        "Only those aged 16 and 17 count as returned home.",
        "Choose another answer for someone of 18 or over.",
        lambda rows: rows.has("in_touch", "RHOM") & (rows.age() >= 18),
    ),
    on.warning(
        "9.11",
        "activity",
        "Activity codes are those of the list's layout: in the later one F3 and P3 have been replaced.",
        "Choose F4 or P4 (apprenticeship), or F5 or P5 (other training or employment).",
        lambda rows: rows.has("activity", "F3", "P3") & (rows.extract.layout == "later"),
    ),
    on.warning(
        "9.12",
        "in_touch last_contact",
        "Someone in touch was in contact in the last eight weeks.",
        "Make contact, or record the contact that was made.",
        lambda rows: rows.has("in_touch", "YES") & (rows.days("last_contact") > RECENT),
        named=Named.IN_TIME,
    ),
    on.warning(
        "9.13",
        "eligibility last_pathway",
        "The pathway plan was reviewed in the last six months.",
        "Review the plan, or enter the date of the review.",
        lambda rows: (
            rows.has("eligibility", *SUPPORTED)
            & (rows.blank("last_pathway") | (rows["last_pathway"] < rows.months_ago(PATHWAY_PLAN_MONTHS)))
        ),
        named=Named.IN_TIME,
    ),
    on.warning(
        "9.14",
        "eligibility personal_adviser",
        "Every relevant and former relevant young person has a personal adviser.",
        "Allocate a personal adviser.",
        lambda rows: rows.has("eligibility", "RELEVANT", "FORMER") & rows.blank("personal_adviser"),
    ),
    on.warning(
        "9.16",
        "accommodation dob",
        "A foyer is for those of 18 and over, and so is staying on with former foster carers.",
        "Check the accommodation and the date of birth.",
        lambda rows: rows.has("accommodation", "T", "Z") & (rows.age() < 18),
    ),
)
