"""Annex A list 11, prospective adopters: what must hold before anyone is counted."""

from functools import partial

import pandas as pd

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.structure import suite
from reporting.lists import LISTS
from reporting.lists.schema import Kind

SYSTEM_DEFAULT = pd.Timestamp(1900, 1, 1)
DATES = tuple(column.key for column in LISTS["prospective_adopters"].columns if column.kind is Kind.DATE)

on = RulesOf("prospective_adopters")


def nothing_but_defaults(rows: Rows) -> pd.Series:
    """Every date given is 1 January 1900."""
    dates = pd.concat([rows[key] for key in DATES], axis=1)
    return dates.notna().any(axis=1) & (dates.isna() | (dates == SYSTEM_DEFAULT)).all(axis=1)


def household_size_odd(rows: Rows) -> pd.Series:
    """The household is known and has more than two adopters, or only one."""
    return rows["family_id"].groupby(rows["family_id"]).transform("size").ne(2) & rows["family_id"].notna()


def stage_too_long(rows: Rows, start: str, end: str, months: int) -> pd.Series:
    """Ended after so many months; a stage is judged when it has ended."""
    return rows[end] > rows[start] + pd.DateOffset(months=months)


CHECKS = suite(
    "prospective_adopters",
    *(
        on.error(
            "11.01",
            f"{order.before} {order.after}",
            "The stages of an adopter's journey follow one another.",
            "Correct whichever of the two dates is wrong.",
            ColumnPairValuesAToBeGreaterThanB(order.after, order.before),
        )
        for order in LISTS["prospective_adopters"].date_orders
    ),
    on.warning(
        "11.02",
        "s1_end s2_start",
        "An adopter in stage 2 has finished stage 1.",
        "Enter the day stage 1 ended.",
        lambda rows: rows.filled("s2_start") & rows.blank("s1_end"),
    ),
    on.error(
        "11.03",
        "leave_date leave_reason",
        "An adopter who has left has a date and a reason.",
        "Enter the one that is missing, or remove the other.",
        lambda rows: rows.filled("leave_date") ^ rows.filled("leave_reason"),
    ),
    on.warning(
        "11.04",
        "placed children_placed",
        "When children were placed it says how many.",
        "Enter the number of children placed with the family.",
        lambda rows: rows.filled("placed") & (rows.blank("children_placed") | (rows["children_placed"] == 0)),
    ),
    on.warning(
        "11.05",
        "matched app_approved",
        "An adopter is approved before being matched.",
        "Enter the date of approval.",
        lambda rows: rows.filled("matched") & rows.blank("app_approved"),
    ),
    on.information(
        "11.06",
        "family_id",
        "A household has two adopters.",
        "Check that the household is whole; one adopter alone is right for a single adopter.",
        household_size_odd,
        named=Named.ROWS_AGREE,
    ),
    *(
        on.warning(
            "11.07",
            f"{stage}_start {stage}_end",
            "Stage 1 takes at most two months and stage 2 at most four.",
            "Nothing to mend if the dates are right: the stage took longer.",
            partial(stage_too_long, start=f"{stage}_start", end=f"{stage}_end", months=months),
            named=Named.IN_TIME,
        )
        for stage, months in (("s1", 2), ("s2", 4))
    ),
    on.warning(
        "11.08",
        " ".join(DATES),
        "Adopters have real dates, not a system's default.",
        "Enter the real dates: the list seems to be a stub.",
        nothing_but_defaults,
    ),
    on.warning(
        "P29",
        "leave_date adoption_order",
        "Every row belongs to the months that the list covers.",
        "Leave out adopters who left, or adopted, more than twelve months ago.",
        lambda rows: (rows["leave_date"] < rows.months_ago(12)) | (rows["adoption_order"] < rows.months_ago(12)),
    ),
)
