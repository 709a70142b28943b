"""Whether care, adoption, adopters and care leavers tell one story."""

import numpy as np
import pandas as pd

from expectations.check import Named, RulesOf
from expectations.extract import Rows

CARE, ADOPTION, LEAVERS, ADOPTERS = "children_looked_after", "adoption", "care_leavers", "prospective_adopters"
FOR_ADOPTION = ("A3", "A4", "A5", "A6")

care = RulesOf(CARE, Named.CHILD_ELSEWHERE)
adoption = RulesOf(ADOPTION, Named.CHILD_ELSEWHERE)
leavers = RulesOf(LEAVERS, Named.CHILD_ELSEWHERE)
adopters = RulesOf(ADOPTERS, Named.CHILD_ELSEWHERE)


def consent_in_doubt(rows: Rows) -> pd.Series:
    """Placed by order without an order, or placed by consent while under one."""
    ordered = rows.has("legal_status", "E1")
    order_held = ordered | rows.child_in(ADOPTION, rows.other(ADOPTION).filled("placement_order"))
    return rows.has("placement_type", "A5", "A6") & ~order_held | rows.has("placement_type", "A3", "A4") & ordered


def entered_care_elsewhere(rows: Rows) -> pd.Series:
    """List 8 has the child, with another start of care."""
    begun = rows.latest(CARE, "cla_start")
    return begun.notna() & rows["entered_care"].notna() & (begun != rows["entered_care"])


def placed_otherwise(rows: Rows) -> pd.Series:
    """Placed for adoption here and not yet adopted, and in some other placement on list 8."""
    elsewhere = rows.other(CARE)
    waiting = rows.filled("placed") & rows.blank("adoption_order") & rows.blank("reversed_date")
    other = elsewhere.open() & elsewhere["placement_type"].notna() & ~elsewhere.has("placement_type", *FOR_ADOPTION)
    return waiting & rows.child_in(CARE, other)


def left_care_at_16(rows: Rows) -> pd.Series:
    """Left care at sixteen or older, and not to an adoption, a guardian or a grave."""
    left = rows.closed() & (rows.age(on="ceased_date") >= 16) & (rows["ceased_date"] > rows.months_ago(6))
    return left & ~rows.has("ceased_reason", "E11", "E12", "E2", "E3", "E16") & ~rows.child_in(LEAVERS)


def placed_on_another_day(rows: Rows) -> pd.Series:
    """List 10 has the family, with no child placed on the day given here."""
    there = rows.other(ADOPTION)
    placed = pd.DataFrame({"family": there.ids("family_id"), "placed": there["placed"]}).dropna()
    ours = pd.DataFrame({"family": rows.ids("family_id"), "placed": rows["placed"]})
    days = placed[placed["family"] >= 0].drop_duplicates().assign(same=True)
    same = ours.merge(days, how="left", on=["family", "placed"], validate="many_to_one")["same"].notna()
    return ours["placed"].notna() & ours["family"].isin(days["family"]) & ~same


ADOPTION_AND_LEAVING = (
    care.error(
        "8.13",
        "placement_type",
        "A child placed for adoption has a decision on list 10.",
        "Add the child to list 10, or correct the placement type.",
        lambda rows: (
            rows.has("placement_type", *FOR_ADOPTION)
            & (rows.child >= 0)
            & ~rows.child_in(ADOPTION, rows.other(ADOPTION).filled("decision_date"))
        ),
        needs="adoption.decision_date",
    ),
    care.warning(
        "8.14",
        "placement_type legal_status",
        "Placement type and legal status agree on whether an order or consent led to the placement.",
        "Correct the placement type or the legal status, or add the placement order to list 10.",
        consent_in_doubt,
        needs="adoption.placement_order",
    ),
    care.warning(
        "8.39",
        "ceased_reason ceased_date",
        "A child who left care by adoption has an adoption order that day on list 10.",
        "Correct the reason or date here, or the order on list 10.",
        lambda rows: (
            rows.has("ceased_reason", "E11", "E12")
            & rows["ceased_date"].notna()
            & ~rows.child_has(ADOPTION, "adoption_order", "ceased_date", (0, 0))
        ),
        needs="adoption.adoption_order",
        named=Named.DATE_ELSEWHERE,
    ),
    care.information(
        "9.15",
        "dob ceased_date ceased_reason",
        "A young person who left care at sixteen or older in the last six months is on list 9.",
        "Add the young person to list 9.",
        left_care_at_16,
        needs="care_leavers.child_id",
    ),
    leavers.error(
        "9.04",
        "eligibility",
        "Someone still in care is on list 9 only as an eligible child.",
        "Correct the category, or end the care on list 8.",
        lambda rows: (
            rows["eligibility"].notna()
            & ~rows.has("eligibility", "ELIGIBLE")
            & rows.child_in(CARE, rows.other(CARE).open())
        ),
        needs="children_looked_after.ceased_date",
    ),
    leavers.warning(
        "9.05",
        "eligibility",
        "An eligible child is in care on list 8.",
        "Correct the category, or add the child to list 8.",
        lambda rows: rows.has("eligibility", "ELIGIBLE") & ~rows.child_in(CARE, ~rows.other(CARE).closed()),
        needs="children_looked_after.ceased_date",
    ),
    adoption.warning(
        "10.10",
        "entered_care",
        "The day the child entered care is the same on list 8.",
        "Find which date is right and correct the other list.",
        entered_care_elsewhere,
        needs="children_looked_after.cla_start",
        named=Named.DATE_ELSEWHERE,
    ),
    adoption.warning(
        "10.12",
        "adoption_order",
        "A child who has been adopted is no longer in care on list 8.",
        "End the care on list 8 on the day of the order.",
        lambda rows: (rows["adoption_order"] <= rows.list_date) & rows.child_in(CARE, rows.other(CARE).open()),
        needs="children_looked_after.ceased_date",
    ),
    adoption.warning(
        "10.13",
        "placed adoption_order reversed_date",
        "A child who is placed for adoption is in such a placement on list 8.",
        "Correct the placement on list 8, or the dates here.",
        placed_otherwise,
        needs="children_looked_after.placement_type children_looked_after.ceased_date",
    ),
    adoption.information(
        "10.15",
        "family_id",
        "The matched family is on list 11.",
        "Nothing to mend if another agency approved the family.",
        lambda rows: rows.filled("family_id") & ~np.isin(rows.ids("family_id"), rows.other(ADOPTERS).ids("family_id")),
        needs="prospective_adopters.family_id",
    ),
    adopters.warning(
        "11.09",
        "family_id placed",
        "The day a child was placed with the family is the same on list 10.",
        "Find which date is right and correct the other list.",
        placed_on_another_day,
        needs="adoption.family_id adoption.placed",
        named=Named.DATE_ELSEWHERE,
    ),
)
