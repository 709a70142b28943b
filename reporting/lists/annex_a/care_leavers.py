"""Annex A list 9: care leavers."""

from reporting.lists.code_sets.answers import YES_NO
from reporting.lists.code_sets.care_leavers import ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH, SUITABILITY
from reporting.lists.columns import AGE, CHILD_ID, DISABILITY, DOB, ETHNICITY, GENDER, TEAM, WORKER, coded, day, words
from reporting.lists.schema import BY_TEAM, DateOrder, ListSchema, Needed, Subject

LIST = ListSchema(
    name="care_leavers",
    code="9",
    title="Care leavers",
    short_name="Leavers",
    subject=Subject.CHILD,
    placing=BY_TEAM,
    grain="one row per young person",
    sheet_names=("List 9", "List_9", "Care Leavers", "Leaving Care Services", "Leavers"),
    key=("child_id",),
    starts="",
    ends="",
    months_back=0,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        coded(
            "uasc",
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
            YES_NO,
            Needed.LATER_LAYOUT,
            variants=("UASC",),
            pattern=r"unaccompanied asylum seeking child",
            later_layout_only=True,
        ),
        DISABILITY,
        TEAM,
        WORKER,
        words(
            "personal_adviser",
            "Allocated Personal Advisor",
            Needed.LATER_LAYOUT,
            variants=(
                "Allocated Personal Adviser",
                "AllocatedPersonalAdvisor",
            ),
            later_layout_only=True,
        ),
        coded("eligibility", "Eligibility Category", ELIGIBILITY, Needed.ALWAYS, variants=("EligibilityCategory",)),
        day(
            "last_pathway",
            "Latest Pathway Plan Review Date",
            Needed.LATER_LAYOUT,
            variants=(
                "Latest Pathway Plan",
                "LatestPathwayPlan",
            ),
            later_layout_only=True,
        ),
        coded("in_touch", "LA In Touch", IN_TOUCH, Needed.ALWAYS, variants=("LAInTouch",)),
        day(
            "last_contact",
            "Latest Date of Contact",
            Needed.LATER_LAYOUT,
            variants=(
                "Latest Contact",
                "LatestContact",
            ),
            later_layout_only=True,
        ),
        coded(
            "accommodation",
            "Type of Accommodation",
            ACCOMMODATION,
            Needed.IF_IN_TOUCH,
            variants=("TypeOfAccommodation",),
        ),
        coded(
            "suitability",
            "Suitability of Accommodation",
            SUITABILITY,
            Needed.IF_IN_TOUCH,
            variants=(
                "Suitability of Accomodation",
                "SuitabilityOfAccommodation",
            ),
        ),
        coded("activity", "Activity Status", ACTIVITY, Needed.IF_IN_TOUCH, variants=("ActivityStatus",)),
    ),
    date_orders=(
        DateOrder("dob", "last_pathway"),
        DateOrder("dob", "last_contact"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    believed=7,
)
