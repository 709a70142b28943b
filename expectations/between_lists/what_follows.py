"""Whether each event has the one that should go before it or come after it, from contact to plan."""

from typing import Literal

import numpy as np
import pandas as pd

from expectations.check import Named, RulesOf
from expectations.extract import Rows
from reporting.model.quality import Scope

A_YEAR = 366
SOON_BEFORE, SOON_AFTER = 5, 10  # working days
NEED, PLANS, CARE = "children_in_need", "child_protection_plans", "children_looked_after"
ACTIVITY = (("referrals", "referral_date"), ("assessments", "assessment_start"), ("section_47_enquiries", "s47_start"))
LATER_WORK = (*ACTIVITY[1:], (PLANS, "cpp_start"))

referrals = RulesOf("referrals", Named.EVENT_FOLLOWED)
assessments = RulesOf("assessments", Named.EVENT_FOLLOWED)
enquiries = RulesOf("section_47_enquiries", Named.EVENT_FOLLOWED)
need = RulesOf(NEED, Named.EVENT_FOLLOWED)
plans = RulesOf(PLANS, Named.EVENT_FOLLOWED)


def reach(rows: Rows, key: str, working_days: int) -> np.ndarray:
    """Calendar days from each row's date to so many working days after it, or before it when negative."""
    days = rows[key].to_numpy().astype("datetime64[D]")
    known, reached = ~np.isnat(days), np.zeros(len(days), dtype="int64")
    holidays = np.array(sorted(rows.extract.calendar.holidays), dtype="datetime64[D]")
    roll: Literal["backward", "forward"] = "backward" if working_days > 0 else "forward"
    there = np.busday_offset(days[known], working_days, roll=roll, holidays=holidays)
    reached[known] = (there - days[known]).astype("int64")
    return reached


def already_open(rows: Rows) -> pd.Series:
    """The child was on a plan or in care before the referral, and still is."""
    plan = rows.latest(PLANS, "cpp_start", rows.other(PLANS).open())
    care = rows.latest(CARE, "cla_start", rows.other(CARE).open())
    return (plan < rows["referral_date"]) | (care < rows["referral_date"])


def nothing_followed(rows: Rows) -> pd.Series:
    """No assessment or enquiry since the referral, and no episode of need that had not ended before it."""
    need = rows.other(NEED)
    return ~(
        rows.child_has("assessments", "assessment_start", "referral_date", (0, A_YEAR))
        | rows.child_has("section_47_enquiries", "s47_start", "referral_date", (0, A_YEAR))
        | rows.child_in(NEED, ~need.closed())
        | (rows.latest(NEED, "cin_end") >= rows["referral_date"])
    )


def before_its_referral(rows: Rows, key: str) -> pd.Series:
    """The child's only referral near this date comes up to thirty days after it."""
    return rows.child_has("referrals", "referral_date", key, (1, 30)) & ~rows.child_has(
        "referrals", "referral_date", key, (-A_YEAR, 0)
    )


def any_after(rows: Rows, key: str, events: tuple[tuple[str, str], ...]) -> pd.Series:
    """The child has any of the events after this date."""
    return pd.concat([rows.child_has(name, date, key, (1, A_YEAR)) for name, date in events], axis=1).any(axis=1)


def undecided(rows: Rows) -> pd.Series:
    """The child has an enquiry with no conference and no decision that none is needed."""
    enquiry = rows.other("section_47_enquiries")
    return rows.child_in("section_47_enquiries", enquiry.blank("icpc_date") & enquiry.blank("icpc_unnecessary"))


def more_plans_than_decisions(rows: Rows) -> pd.Series:
    """More plans began in six months than conferences decided on one: those that no conference decided on."""
    start, conferences = rows.months_ago(6), rows.other("section_47_enquiries")
    began = (rows["cpp_start"] > start) & (rows["cpp_start"] <= rows.list_date)
    decided = conferences.has("icpc_plan", "Y")
    in_time = conferences["icpc_date"] >= start  # a plan may start a day after its conference
    more = began.sum() > (decided & in_time).sum()
    return began & more & ~rows.child_has("section_47_enquiries", "icpc_date", "cpp_start", (-1, 1), decided)


WHAT_FOLLOWS = (
    referrals.information(
        "1.06",
        "referral_date",
        "A referral comes from a contact in the five working days before it.",
        "Check whether the contact was recorded.",
        lambda rows: (
            rows["referral_date"].notna()
            & ~rows.child_has(
                "contacts", "contact_date", "referral_date", (reach(rows, "referral_date", -SOON_BEFORE), 0)
            )
        ),
        needs="contacts.contact_date",
    ),
    referrals.warning(
        "3.08",
        "referral_nfa referral_date",
        "No assessment begins within ten working days of a referral that needed no further action.",
        "Correct the decision on the referral.",
        lambda rows: (
            rows.has("referral_nfa", "Y")
            & rows.child_has(
                "assessments", "assessment_start", "referral_date", (0, reach(rows, "referral_date", SOON_AFTER))
            )
        ),
        needs="assessments.assessment_start",
    ),
    referrals.information(
        "3.09",
        "referral_nfa referral_date",
        "Something follows within fifteen working days of a referral that was taken up.",
        "Record what was done, or that no further action was needed.",
        lambda rows: rows.has("referral_nfa", "N") & (rows.working_days("referral_date") > 15) & nothing_followed(rows),
        needs="assessments.assessment_start section_47_enquiries.s47_start children_in_need.cin_end",
    ),
    referrals.information(
        "3.10",
        "referral_date",
        "A child on a plan or in care is not referred again.",
        "Record what was reported as a contact on the open case.",
        already_open,
        needs="child_protection_plans.cpp_start child_protection_plans.cpp_end "
        "children_looked_after.cla_start children_looked_after.ceased_date",
    ),
    assessments.warning(
        "4.11",
        "support_needed",
        "A child whose assessment found no need of support has no open child in need plan.",
        "Close the plan, or correct the outcome of the assessment.",
        lambda rows: (
            rows.has("support_needed", "N")
            & rows.child_in(NEED, rows.other(NEED).open() & rows.other(NEED).has("case_status", "CIN"))
        ),
        needs="children_in_need.case_status children_in_need.cin_end",
    ),
    assessments.warning(
        "4.13",
        "assessment_end",
        "A child who is being assessed is an open case on list 6.",
        "Add the child to list 6, or close the assessment.",
        lambda rows: rows.open() & (rows.child >= 0) & ~rows.child_in(NEED, ~rows.other(NEED).closed()),
        needs="children_in_need.cin_end",
    ),
    assessments.information(
        "4.15",
        "assessment_start",
        "An assessment begins after the referral that led to it.",
        "Check the dates of the referral and the assessment.",
        lambda rows: before_its_referral(rows, "assessment_start"),
        needs="referrals.referral_date",
    ),
    enquiries.error(
        "5.09",
        "icpc_plan icpc_date",
        "A conference that decided on a plan has one on list 7 that starts within a day.",
        "Add the plan to list 7, or correct its start or the conference's result.",
        lambda rows: (
            rows.has("icpc_plan", "Y")
            & rows["icpc_date"].notna()
            & (rows.child >= 0)
            & ~rows.child_has(PLANS, "cpp_start", "icpc_date", (-1, 1))
        ),
        needs="child_protection_plans.cpp_start",
    ),
    enquiries.warning(
        "5.10",
        "icpc_plan icpc_date",
        "A conference that decided against a plan has none on list 7.",
        "Correct the conference's result, or the plan.",
        lambda rows: rows.has("icpc_plan", "N") & rows.child_has(PLANS, "cpp_start", "icpc_date", (0, 0)),
        needs="child_protection_plans.cpp_start",
    ),
    enquiries.information(
        "5.14",
        "s47_start",
        "There is no enquiry about a child who is already on a plan.",
        "Right only if something new happened: check that it did.",
        lambda rows: rows.latest(PLANS, "cpp_start", rows.other(PLANS).open()) < rows["s47_start"],
        needs="child_protection_plans.cpp_start child_protection_plans.cpp_end",
    ),
    enquiries.information(
        "5.16",
        "s47_start",
        "An enquiry begins after the referral that led to it.",
        "Check the dates of the referral and the enquiry.",
        lambda rows: before_its_referral(rows, "s47_start"),
        needs="referrals.referral_date",
    ),
    enquiries.warning(
        "5.17",
        "icpc_date",
        "A conference comes after the referral that led to it.",
        "Check the dates of the referral and the conference.",
        lambda rows: before_its_referral(rows, "icpc_date"),
        needs="referrals.referral_date",
    ),
    plans.warning(
        "5.17",
        "cpp_start",
        "A plan comes after the referral that led to it.",
        "Check the dates of the referral and the plan.",
        lambda rows: before_its_referral(rows, "cpp_start"),
        needs="referrals.referral_date",
    ),
    enquiries.information(
        "5.18",
        "child_id",
        "A child with an enquiry has an assessment on list 4.",
        "Record the assessment.",
        lambda rows: ~rows.child_in("assessments") & (rows.child >= 0),
        needs="assessments.child_id",
    ),
    need.warning(
        "6.22",
        "cin_end",
        "No case is closed while an enquiry about the child is undecided.",
        "Record the outcome of the enquiry.",
        lambda rows: rows.closed() & undecided(rows),
        needs="section_47_enquiries.icpc_date section_47_enquiries.icpc_unnecessary",
    ),
    need.warning(
        "6.23",
        "cin_end",
        "No referral, assessment or enquiry is dated after the case was closed.",
        "Open a new episode of need, or correct the closing date.",
        lambda rows: any_after(rows, "cin_end", ACTIVITY),
        needs="referrals.referral_date assessments.assessment_start section_47_enquiries.s47_start",
    ),
    need.warning(
        "6.25",
        "cin_close_reason cin_end",
        "Nothing more is done after a case was closed following assessment.",
        "Correct the reason for closure, or open a new episode.",
        lambda rows: rows.has("cin_close_reason", "RC8", "RC9") & any_after(rows, "cin_end", LATER_WORK),
        needs="assessments.assessment_start section_47_enquiries.s47_start child_protection_plans.cpp_start",
    ),
    plans.warning(
        "7.19",
        "cpp_start",
        "A plan that began in the last six months was decided by a conference on list 5 that day.",
        "Add the conference to list 5; a plan that moved in from another council has none.",
        lambda rows: (
            (rows["cpp_start"] > rows.months_ago(6))
            & (rows["cpp_start"] <= rows.list_date)
            & ~rows.child_has("section_47_enquiries", "icpc_date", "cpp_start", (-1, 1))
        ),
        needs="section_47_enquiries.icpc_date",
    ),
    plans.warning(
        "7.23",
        "cpp_start",
        "No more plans began in the last six months than conferences decided on one.",
        "Add the conferences to list 5, or find plans that began without one.",
        more_plans_than_decisions,
        needs="section_47_enquiries.icpc_date section_47_enquiries.icpc_plan",
        scope=Scope.LIST,
    ),
)
