"""Legal status, category of need and plan for permanence."""

from functools import partial

import pandas as pd

from expectations.built_in import ColumnValuesToNotMatchRegex
from expectations.check import Named, RulesOf
from expectations.extract import Rows

NOT_A_NEED = r"(?i)^\s*(?:[a-z]\) ?)?N[09]\b"

on = RulesOf("children_looked_after")


def lasted(rows: Rows) -> pd.Series:
    """Days under the present legal status, to the end of care or to the list date."""
    return rows.days("legal_start", "ceased_date").where(rows.closed(), rows.days("legal_start").where(rows.open()))


def outlasted(rows: Rows, code: str, days: int) -> pd.Series:
    """Under this legal status for more days than it can last."""
    return rows.has("legal_status", code) & (lasted(rows) > days)


LEGAL = (
    on.error(
        "8.07",
        "",  # a short break is known for what it is and never counted, so it spoils no figure
        "The list holds no short breaks.",
        "Leave children on short breaks (V1, V3, V4) out of the list.",
        lambda rows: rows.has("legal_status", "V1", "V3", "V4"),
    ),
    on.warning(
        "8.08",
        "legal_status",
        "No child is on a freeing order: they ended in 2005.",
        "Enter the present legal status.",
        lambda rows: rows.has("legal_status", "D1"),
    ),
    *(
        on.error(
            id,
            "legal_status legal_start ceased_date",
            f"{order} lasts no longer than {limit}.",
            "Enter the legal status that followed.",
            partial(outlasted, code=code, days=days),
        )
        for id, code, days, order, limit in (
            ("8.09", "L1", 3, "Police protection", "72 hours"),
            ("8.10", "L2", 21, "An emergency protection order", "21 days"),
            ("8.11", "L3", 7, "A child assessment order", "seven days"),
        )
    ),
    on.error(
        "8.12",
        "legal_status dob legal_start",
        "Nobody under ten has a youth justice status.",
        "Correct the legal status or the date of birth.",
        lambda rows: rows.has("legal_status", "J1", "J2", "J3") & (rows.age(on="legal_start") < 10),
    ),
    on.warning(
        "8.37",
        "need_category",
        "The category of need is one that a looked-after child can have.",
        "Choose a category from N1 to N8.",
        ColumnValuesToNotMatchRegex("need_category", NOT_A_NEED),
    ),
    on.warning(
        "8.38",
        "uasc need_category dob",
        "An unaccompanied child has the need “absent parenting” and is at least eight.",
        "Check whether the child is unaccompanied, and the need and date of birth.",
        lambda rows: (
            rows.has("uasc", "Y")
            & (rows["need_category"].notna() & ~rows.has("need_category", "N8") | (rows.age() < 8))
        ),
    ),
    on.warning(
        "8.40",
        "ceased_reason legal_status",
        "A child who goes home is no longer on a care order.",
        "Check whether the order was discharged before the child left.",
        lambda rows: rows.has("ceased_reason", "E4A", "E4B", "E13") & rows.has("legal_status", "C2"),
    ),
    on.information(
        "8.42",
        "permanence_plan cla_start ceased_date",
        "After four months in care there is a plan for permanence.",
        "Agree the plan at the next review, or record it.",
        lambda rows: rows.open() & rows.blank("permanence_plan") & (rows["cla_start"] < rows.months_ago(4)),
        named=Named.IN_TIME,
    ),
)
