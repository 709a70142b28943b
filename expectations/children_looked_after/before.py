"""Whether what is said now fits what earlier extracts said of the same child: told once, when it is first seen."""

import pandas as pd

from expectations.check import Named, RulesOf
from expectations.extract import Rows

BY_ADOPTION = ("E11", "E12")
FOR_ADOPTION = ("A3", "A4", "A5", "A6")

on = RulesOf("children_looked_after", Named.BEFORE_AGREES)


def had_an_earlier_period(rows: Rows) -> pd.Series:
    """An earlier extract has a period of care of the child that ended in the last year and before this one began."""
    told = pd.concat([pd.DataFrame({key: there[key] for key in ("child_id", "ceased_date")})
                      for there in rows.before("ceased_date")])  # fmt: skip
    recent = told[told["ceased_date"] > rows.months_ago(12)]
    ended = recent.groupby("child_id")["ceased_date"].min().reindex(rows["child_id"])
    return rows["cla_start"] >= ended.to_numpy()


def never_placed_for_adoption(rows: Rows) -> pd.Series:
    """Neither this extract nor an earlier one shows the child in a placement for adoption.

    Asked when the child is first shown as adopted: the placement before may be in no extract that is still looked at.
    """
    known = pd.concat([there["child_id"][_for_adoption(there) | there.has("ceased_reason", *BY_ADOPTION)]
                       for there in rows.before("placement_type")])  # fmt: skip
    return ~_for_adoption(rows) & ~rows["child_id"].isin(known)


def _for_adoption(rows: Rows) -> pd.Series:
    return rows.has("placement_type", *FOR_ADOPTION)


BEFORE = (
    on.warning(
        "8.43",
        "child_id second_period_12m cla_start",
        "A child whose earlier period of care ended in the last year is in a second period.",
        "Correct the answer about a second period, or the day care began.",
        lambda rows: rows.has("second_period_12m", "N") & had_an_earlier_period(rows),
        earlier="ceased_date",
    ),
    on.warning(
        "8.48",
        "child_id ceased_reason placement_type",
        "A child who left care by adoption had been placed for adoption.",
        "Correct the reason for leaving, or the latest placement.",
        lambda rows: rows.has("ceased_reason", *BY_ADOPTION) & never_placed_for_adoption(rows),
        earlier="placement_type ceased_reason",
    ),
)
