"""Annex A list 7: child protection."""

from reporting.lists.code_sets.answers import YES_NO, YES_NO_UNKNOWN
from reporting.lists.code_sets.events import ABUSE_CATEGORY
from reporting.lists.columns import (
    AGE,
    CHILD_ID,
    DISABILITY,
    DOB,
    ETHNICITY,
    GENDER,
    TEAM,
    WORKER,
    coded,
    day,
    whole_number,
)
from reporting.lists.schema import BY_TEAM, DateOrder, ListSchema, Needed, Subject

LIST = ListSchema(
    name="child_protection_plans",
    code="7",
    title="Child protection",
    short_name="On plan",
    subject=Subject.CHILD,
    placing=BY_TEAM,
    grain="one row per child: the latest plan",
    sheet_names=("List 7", "List_7", "Child Protection", "CPP", "Child Protection Plans"),
    key=("child_id",),
    starts="cpp_start",
    ends="cpp_end",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        DISABILITY,
        day("cpp_start", "Child Protection Plan Start Date", Needed.ALWAYS, variants=("ChildProtectionPlanStartDate",)),
        coded(
            "abuse_initial",
            "Initial Category of Abuse",
            ABUSE_CATEGORY,
            Needed.ALWAYS,
            variants=("InitialCategoryOfAbuse",),
        ),
        coded(
            "abuse_latest",
            "Latest Category of Abuse",
            ABUSE_CATEGORY,
            Needed.ALWAYS,
            variants=("LatestCategoryOfAbuse",),
        ),
        day(
            "last_stat_visit", "Date of the Last Statutory Visit", Needed.SHOULD, variants=("DateOfLastStatutoryVisit",)
        ),
        coded("seen_alone", "Was the Child Seen Alone?", YES_NO_UNKNOWN, Needed.SHOULD, variants=("ChildSeenAlone",)),
        day("last_review", "Date of latest review conference", Needed.IF_HELD, variants=("DateOfLatestReviewConf",)),
        day("cpp_end", "Child Protection Plan End Date", Needed.IF_ENDED, variants=("ChildProtectionPlanEndDate",)),
        coded(
            "epo_6m",
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            YES_NO,
            Needed.ALWAYS,
            variants=("ProtectionLastSixMonths",),
            pattern=r"subject to emergency protection order",
        ),
        whole_number(
            "previous_cpps",
            "Number of Previous Child Protection Plans",
            Needed.ALWAYS,
            variants=("NumberOfPreviousChildProtectionPlans",),
            minimum=0,
        ),
        TEAM,
        WORKER,
    ),
    date_orders=(
        DateOrder("cpp_start", "last_stat_visit", soft=True),
        DateOrder("cpp_start", "last_review", strict=True),
        DateOrder("cpp_start", "cpp_end", strict=True),
        DateOrder("last_review", "cpp_end"),
        DateOrder("last_stat_visit", "cpp_end", soft=True),
        DateOrder("dob", "cpp_start"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    believed=2,
    tells_team=True,
    under_age=18,
)
