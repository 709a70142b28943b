"""When care began, why it ended, and whether the child was of an age for it."""

import pandas as pd

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToNotBeNull
from expectations.check import RulesOf
from expectations.extract import Rows

on = RulesOf("children_looked_after")


def left_at_the_wrong_age(rows: Rows) -> pd.Series:
    """The reason for leaving is not one for a child of that age."""
    age = rows.age(on="ceased_date")
    too_old = rows.has("ceased_reason", "E11", "E12", "E45", "E46", "E47", "E48") & (age >= 18)
    too_young = rows.has("ceased_reason", "E17") & (age < 18) | rows.has("ceased_reason", "E7") & (age < 16)
    return too_old | too_young | rows.has("ceased_reason", "E5", "E6") & (age < 14)


PERIODS = (
    on.error(
        "8.01",
        "cla_start",
        "Every child's care has a start date.",
        "Enter the day the child began to be looked after.",
        ColumnValuesToNotBeNull("cla_start"),
    ),
    on.error(
        "8.02",
        "cla_start ceased_date",
        "Care does not end before it begins.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("ceased_date", "cla_start"),
    ),
    on.error(
        "8.03",
        "ceased_date ceased_reason",
        "The date care ended and the reason come together.",
        "Enter the one that is missing, or remove the other.",
        lambda rows: rows.filled("ceased_date") ^ rows.filled("ceased_reason"),
    ),
    *(
        on.error(
            "8.04",
            f"cla_start {key}",
            "Placement and legal status do not begin before care does.",
            "Correct the date care began, or the date of the placement or legal status.",
            ColumnPairValuesAToBeGreaterThanB(key, "cla_start"),
        )
        for key in ("placement_start", "legal_start")
    ),
    *(
        on.error(
            "8.05",
            f"{key} ceased_date",
            "Placements and reviews come before the end of care.",
            "Correct the date of the placement or review, or the date care ended.",
            ColumnPairValuesAToBeGreaterThanB("ceased_date", key),
        )
        for key in ("placement_start", "last_review")
    ),
    on.error(
        "8.06",
        "dob ceased_date",
        "Nobody aged 18 or over is still in care.",
        "End the period of care on the 18th birthday, or correct the date of birth.",
        lambda rows: rows.open() & (rows.age() >= 18),
    ),
    on.warning(
        "8.41",
        "dob ceased_date ceased_reason",
        "The reason for leaving care fits the child's age on that day.",
        "Check the reason, the date and the date of birth.",
        left_at_the_wrong_age,
    ),
    on.error(
        "8.45",
        "dob cla_start",
        "Care begins before the 18th birthday.",
        "Correct the date care began, or the date of birth.",
        lambda rows: rows.age(on="cla_start") >= 18,
    ),
    on.information(
        "8.46",
        "cla_start ceased_date",
        "Care lasts longer than a day.",
        "Check whether this was a period of care at all.",
        lambda rows: rows["cla_start"] == rows["ceased_date"],
    ),
    on.warning(
        "8.50",
        "ceased_reason",
        "Every row is a whole period of care, not an episode within one.",
        "Run the list by periods of care: X1 only marks a change of placement or status.",
        lambda rows: rows.has("ceased_reason", "X1"),
    ),
    on.warning(
        "P35",
        "dob cla_start age",
        "A child is not looked after before birth.",
        "Check the date of birth and the day care began.",
        lambda rows: (
            (rows["cla_start"] < rows["dob"]) & (rows["cla_start"] >= rows["dob"] - pd.Timedelta(weeks=40)) & rows.born
        ),
    ),
)
