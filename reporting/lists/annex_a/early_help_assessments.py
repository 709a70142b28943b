"""Annex A list 2: early help assessments."""

from reporting.lists.columns import AGE, CHILD_ID, DOB, ETHNICITY, GENDER, day, words
from reporting.lists.schema import BY_CHILD, DateOrder, ListSchema, Needed, RowKind, Service, Subject

LIST = ListSchema(
    name="early_help_assessments",
    code="2",
    title="Early help assessments",
    short_name="Early help",
    subject=Subject.CHILD,
    placing=BY_CHILD,
    grain="one row per assessment or intervention; a child may repeat",
    sheet_names=("List 2", "List_2", "Early Help", "Early Help Assessments"),
    key=(
        "child_id",
        "eh_start",
    ),
    starts="eh_start",
    ends="eh_end",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        day("eh_start", "Assessment start date", Needed.ALWAYS, variants=("AssessmentStartDate",)),
        day("eh_end", "Assessment completion date", Needed.IF_ENDED, variants=("AssessmentCompletionDate",)),
        words(
            "eh_org",
            "Organisation completing assessment",
            Needed.SHOULD,
            variants=("OrganisationCompletingAssessment",),
        ),
    ),
    date_orders=(
        DateOrder("eh_start", "eh_end"),
        DateOrder("dob", "eh_start"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    row_kind=RowKind.COURSE,
    believed=9,
    services=(Service.EARLY_HELP,),
)
