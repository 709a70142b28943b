"""Whether list 6, which every open child is on, agrees with assessments, plans and care."""

import pandas as pd

from expectations.check import Named, RulesOf
from expectations.extract import Rows

NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"
PLAN_OPEN = "child_protection_plans.cpp_end"
CARE_OPEN = "children_looked_after.ceased_date"
CARE_KIND = "children_looked_after.legal_status"
SHORT_BREAKS = ("V3", "V4")

on = RulesOf(NEED, Named.CHILD_ELSEWHERE)


def looked_after(rows: Rows) -> pd.Series:
    """The child is looked after on list 8, not on short breaks."""
    care = rows.other(CARE)
    return rows.child_in(CARE, care.open() & ~care.has("legal_status", *SHORT_BREAKS))


def perhaps_looked_after(rows: Rows) -> pd.Series:
    """The child is on list 8 in a row that is not known to have ended."""
    return rows.child_in(CARE, ~rows.other(CARE).closed())


def on_a_plan(rows: Rows) -> pd.Series:
    """The child has an open plan on list 7."""
    return rows.child_in(PLANS, rows.other(PLANS).open())


STATUS = (
    on.error(
        "6.07",
        "case_status",
        "A child who is looked after on list 8 is looked after on list 6.",
        "Correct the status on list 6, or the end of care on list 8.",
        lambda rows: looked_after(rows) & rows["case_status"].notna() & ~rows.has("case_status", "LAC"),
        needs=f"{CARE_OPEN} {CARE_KIND}",
    ),
    on.error(
        "6.08",
        "case_status",
        "A child with an open plan on list 7 is on a plan on list 6, unless looked after.",
        "Correct the status on list 6, or the end of the plan on list 7.",
        lambda rows: (
            on_a_plan(rows)
            & ~perhaps_looked_after(rows)
            & rows["case_status"].notna()
            & ~rows.has("case_status", "CPP", "LAC")
        ),
        needs=f"{PLAN_OPEN} {CARE_OPEN}",
    ),
    on.error(
        "6.09",
        "case_status",
        "A child who is looked after on list 6 is in care on list 8.",
        "Correct the status on list 6, or add the child to list 8.",
        lambda rows: rows.has("case_status", "LAC") & ~perhaps_looked_after(rows),
        needs=CARE_OPEN,
    ),
    on.error(
        "6.10",
        "case_status",
        "A child who is on a plan on list 6 has an open plan on list 7.",
        "Correct the status on list 6, or add the plan to list 7.",
        lambda rows: rows.has("case_status", "CPP") & ~rows.child_in(PLANS, ~rows.other(PLANS).closed()),
        needs=PLAN_OPEN,
    ),
    on.warning(
        "6.11",
        "case_status",
        "A child whose status is open assessment has an open assessment on list 4.",
        "Correct the status on list 6, or add the assessment to list 4.",
        lambda rows: (
            rows.has("case_status", "ASSESS") & ~rows.child_in("assessments", ~rows.other("assessments").closed())
        ),
        needs="assessments.assessment_end",
    ),
    *(
        RulesOf(
            name, Named.CHILD_ELSEWHERE
        ).error(  # guards no column: the row that is wanting is on list 6, and this one may be right
            "6.12",
            "",
            "Every child with an open plan or in care is on list 6.",
            "Add the child to list 6.",
            lambda rows: rows.open() & (rows.child >= 0) & ~rows.child_in(NEED),
            needs="children_in_need.child_id",
            mends=NEED,
        )
        for name in (PLANS, CARE)
    ),
    on.warning(
        "6.18",
        "cin_close_reason",
        "A case closed as adopted has an adoption order on list 10.",
        "Correct the reason for closure, or add the order to list 10.",
        lambda rows: (
            rows.has("cin_close_reason", "RC1")
            & ~rows.child_in("adoption", rows.other("adoption").filled("adoption_order"))
        ),
        needs="adoption.adoption_order",
    ),
    on.warning(
        "6.19",
        "cin_close_reason",
        "A case closed after assessment has no assessment still open.",
        "Finish the assessment, or open the case again.",
        lambda rows: (
            rows.has("cin_close_reason", "RC8", "RC9") & rows.child_in("assessments", rows.other("assessments").open())
        ),
        needs="assessments.assessment_end",
    ),
    RulesOf("early_help_assessments", Named.CHILD_ELSEWHERE).information(
        "2.04",
        "eh_end",
        "Early help is not open for a child on a plan or in care.",
        "Close the early help, which the plan or care has overtaken.",
        lambda rows: rows.open() & (on_a_plan(rows) | looked_after(rows)),
        needs=f"{PLAN_OPEN} {CARE_OPEN} {CARE_KIND}",
    ),
    RulesOf(PLANS, Named.CHILD_ELSEWHERE).warning(
        "7.20",
        "cpp_end",
        "A child in care for four weeks is no longer on a plan as well.",
        "Decide at the next review whether the plan should end.",
        lambda rows: (
            rows.open() & rows.child_in(CARE, rows.other(CARE).open() & (rows.other(CARE).days("cla_start") > 28))
        ),
        needs=f"{CARE_OPEN} children_looked_after.cla_start",
    ),
)
