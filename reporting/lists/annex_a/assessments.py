"""Annex A list 4: assessments."""

from reporting.lists.code_sets.answers import YES_NO, YES_NO_UNKNOWN
from reporting.lists.columns import AGE, CHILD_ID, DISABILITY, DOB, ETHNICITY, GENDER, TEAM, WORKER, coded, day
from reporting.lists.schema import BY_TEAM, DateOrder, ListSchema, Needed, RowKind, Subject

LIST = ListSchema(
    name="assessments",
    code="4",
    title="Assessments",
    short_name="Assessed",
    subject=Subject.CHILD,
    placing=BY_TEAM,
    grain="one row per section 17 or section 47 assessment; a child may repeat",
    sheet_names=("List 4", "List_4", "Assessments", "Assessment"),
    key=(
        "child_id",
        "assessment_start",
    ),
    starts="assessment_start",
    ends="assessment_end",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        DISABILITY,
        day(
            "assessment_start",
            "Continuous Assessment Start Date",
            Needed.ALWAYS,
            variants=("ContinuousAssessmentStart",),
        ),
        coded(
            "child_seen",
            "Child Seen During Continuous Assessment",
            YES_NO_UNKNOWN,
            Needed.SHOULD,
            variants=("ContinuousAssessmentChildSeen",),
        ),
        day(
            "assessment_end",
            "Continuous Assessment Date of Authorisation",
            Needed.IF_ENDED,
            variants=("ContinuousAssessmentAuthDate",),
        ),
        coded(
            "support_needed",
            "Was the child assessed as requiring LA children’s social care support",
            YES_NO,
            Needed.IF_ENDED,
            variants=(
                "Was the child assessed as requiring LA children's social care support?",
                "Was the child assessed as being in need at assessment?",
                "CSCSupportRequired",
            ),
            pattern=r"was the child assessed.*(social care support|in need)",
        ),
        TEAM,
        WORKER,
    ),
    date_orders=(
        DateOrder("assessment_start", "assessment_end"),
        DateOrder("dob", "assessment_start"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    row_kind=RowKind.COURSE,
    believed=5,
    under_age=18,
)
