"""Annex A list 5: section 47 enquiries and initial child protection conferences."""

from reporting.lists.code_sets.answers import YES_NO
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
from reporting.lists.schema import BY_TEAM, DateOrder, ListSchema, Needed, RowKind, Subject

LIST = ListSchema(
    name="section_47_enquiries",
    code="5",
    title="Section 47 enquiries and initial child protection conferences",
    short_name="S47",
    subject=Subject.CHILD,
    placing=BY_TEAM,
    grain="one row per section 47 enquiry; a child may repeat",
    sheet_names=("List 5", "List_5", "Sec47 and ICPC", "Section 47", "S47"),
    key=(
        "child_id",
        "s47_start",
    ),
    starts="s47_start",
    ends="",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        DISABILITY,
        day(
            "s47_start",
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            Needed.ALWAYS,
            variants=("StratDiscussionDate",),
        ),
        coded(
            "icpc_unnecessary",
            "Was an Initial Child Protection Conference deemed unnecessary?",
            YES_NO,
            Needed.IF_DECIDED,
            variants=("InitialCPConfUnnecessary",),
        ),
        day(
            "icpc_date", "Date of Initial Child Protection Conference", Needed.IF_HELD, variants=("InitialCPConfDate",)
        ),
        coded(
            "icpc_plan",
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            YES_NO,
            Needed.IF_HELD,
            variants=(
                "Did the Initial Child Protection Conference Result in a Child Protection Plan?",
                "CPConfResultInCPPlan",
            ),
        ),
        whole_number(
            "s47_12m",
            "Number of Section 47 Enquiries in the last 12 months",
            Needed.ALWAYS,
            variants=("NumberS47s12m",),
            minimum=0,
        ),
        whole_number(
            "icpc_12m", "Number of ICPCs in the last 12 months", Needed.ALWAYS, variants=("NumberICPCs12m",), minimum=0
        ),
        TEAM,
        WORKER,
    ),
    date_orders=(
        DateOrder("s47_start", "icpc_date"),
        DateOrder("dob", "s47_start"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    row_kind=RowKind.COURSE,
    believed=4,
    under_age=18,
)
