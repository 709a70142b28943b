"""Annex A list 6: children in need."""

from reporting.lists.code_sets.events import CASE_STATUS, CLOSURE_REASON, PRIMARY_NEED
from reporting.lists.columns import AGE, CHILD_ID, DISABILITY, DOB, ETHNICITY, GENDER, TEAM, WORKER, coded, day
from reporting.lists.schema import BY_TEAM, DateOrder, ListSchema, Needed, Subject

LIST = ListSchema(
    name="children_in_need",
    code="6",
    title="Children in need",
    short_name="In need",
    subject=Subject.CHILD,
    placing=BY_TEAM,
    grain="one row per child: the latest episode of need",
    sheet_names=("List 6", "List_6", "Children in Need", "CIN"),
    key=("child_id",),
    starts="cin_start",
    ends="cin_end",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        DISABILITY,
        day("cin_start", "CIN Start Date", Needed.SHOULD, variants=("CINStartDate",)),
        coded("primary_need", "Primary Need Code", PRIMARY_NEED, Needed.ALWAYS, variants=("PrimaryNeedCode",)),
        day("last_seen", "Date Child Was Last Seen", Needed.SHOULD, variants=("DateChildLastSeen",)),
        day("cin_end", "CIN Closure Date", Needed.IF_ENDED, variants=("CINClosureDate",)),
        coded(
            "cin_close_reason", "Reason for Closure", CLOSURE_REASON, Needed.IF_ENDED, variants=("ReasonForClosure",)
        ),
        coded("case_status", "Case status", CASE_STATUS, Needed.ALWAYS, variants=("CaseStatus",)),
        TEAM,
        WORKER,
    ),
    date_orders=(
        DateOrder("cin_start", "last_seen", soft=True),
        DateOrder("cin_start", "cin_end"),
        DateOrder("last_seen", "cin_end", soft=True),
        DateOrder("dob", "cin_start"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    believed=3,
    tells_team=True,
    under_age=18,
)
