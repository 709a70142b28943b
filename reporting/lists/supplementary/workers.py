"""Supplementary list S1: the people who hold, or may hold, a caseload."""

from reporting.lists.columns import coded, day, identifier, whole_number, words
from reporting.lists.schema import BY_TEAM, Code, CodeSet, DateOrder, ListSchema, Needed, Subject

ROLES = CodeSet(
    name="worker_role",
    codes=(
        Code("TM", "TM) Team manager", "Team manager"),
        Code("SSW", "SSW) Senior social worker", "Senior social worker"),
        Code("SW", "SW) Social worker", "Social worker"),
        Code("FSW", "FSW) Family support worker", "Family support worker"),
        Code("PA", "PA) Personal adviser", "Personal adviser"),
    ),
    spellings={
        "team manager": "TM",
        "senior social worker": "SSW",
        "social worker": "SW",
        "family support worker": "FSW",
        "personal adviser": "PA",
        "personal advisor": "PA",
    },
)

LIST = ListSchema(
    name="workers",
    code="S1",
    title="Workers",
    short_name="Workers",
    subject=Subject.WORKER,
    placing=BY_TEAM,
    grain="one row per worker and time in post",
    sheet_names=("List S1", "List_S1", "Workers", "Professionals"),
    key=(
        "worker_id",
        "started",
    ),
    starts="started",
    ends="left",
    months_back=12,
    columns=(
        identifier("worker_id", "Worker ID", Needed.ALWAYS, variants=("Professional ID", "Worker Identifier")),
        coded("role", "Role", ROLES, Needed.ALWAYS, variants=("Job Role", "Job Title")),
        words("team", "Team", Needed.SHOULD, variants=("Allocated Team", "Worker Team")),
        whole_number(
            "hours",
            "Contracted hours a week",
            Needed.SHOULD,
            minimum=0,
            variants=("Contracted Hours", "Hours"),
        ),
        day("started", "Date started in post", Needed.ALWAYS, variants=("Start Date", "Started")),
        day("left", "Date left post", Needed.IF_LEFT, variants=("End Date", "Left")),
    ),
    date_orders=(DateOrder("started", "left"),),
    source="Our own; columns after the Standard Safeguarding Dataset's professionals.",
    optional=True,
    quiet=True,
)
