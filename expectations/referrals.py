"""Annex A list 3, referrals: what must hold before anyone is counted."""

import numpy as np
import pandas as pd

from expectations.built_in import ColumnValuesToBeBetween, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.people import too_many
from expectations.structure import suite
from reporting.model.quality import Scope

MOST_IN_A_YEAR = 6

on = RulesOf("referrals")


def same_day_twice(rows: Rows) -> pd.Series:
    """The child has another referral, from another source, on the same day."""
    told = pd.DataFrame({"child": rows.child, "day": rows["referral_date"], "source": rows["referral_source"]})
    distinct = told[(told["child"] >= 0) & told["day"].notna()].drop_duplicates()
    twice = distinct[distinct.duplicated(["child", "day"])][["child", "day"]].drop_duplicates().assign(twice=True)
    return told.merge(twice, how="left", on=["child", "day"], validate="many_to_one")["twice"].notna()


CHECKS = suite(
    "referrals",
    on.error(
        "3.01",
        "referral_date",
        "Every referral has a date.",
        "Enter the day the referral was received.",
        ColumnValuesToNotBeNull("referral_date"),
    ),
    on.error(
        "3.02",
        "referral_source",
        "Every referral says who made it.",
        "Choose the source of the referral.",
        ColumnValuesToNotBeNull("referral_source"),
    ),
    on.warning(
        "3.03",
        "referral_nfa",
        "Every referral says whether it ended in no further action.",
        "Record the decision on the referral.",
        ColumnValuesToNotBeNull("referral_nfa"),
    ),
    on.warning(
        "3.04",
        "referrals_12m",
        "Every referral gives the number of referrals in the last twelve months.",
        "Enter the number; use 0 for none.",
        ColumnValuesToNotBeNull("referrals_12m"),
    ),
    on.warning(
        "3.05",
        "child_id referral_date referrals_12m",
        "The count of earlier referrals is not smaller than the ones listed here.",
        "Correct the count, or the referrals that are listed.",
        lambda rows: rows["referrals_12m"] < rows.earlier("referral_date"),
        named=Named.ROWS_AGREE,
    ),
    on.information(
        "3.06",
        "referrals_12m",
        "No child is referred more than six times in a year.",
        "Check that contacts were not counted as referrals.",
        ColumnValuesToBeBetween("referrals_12m", max_value=MOST_IN_A_YEAR),
    ),
    on.warning(
        "3.07",
        "child_id referral_date referral_source",
        "A child is referred once on one day.",
        "Check whether one referral was entered twice under two sources.",
        same_day_twice,
        named=Named.ROWS_AGREE,
    ),
    on.warning(
        "3.11",
        "referral_date",
        "At most a quarter of referrals are dated on a Saturday or Sunday.",
        "Check whether the date entered is the day of the referral or the day of recording.",
        lambda rows: too_many(rows["referral_date"].dt.dayofweek.isin(np.array([5, 6])), 0.25),
        scope=Scope.LIST,
    ),
)
