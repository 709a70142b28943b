"""Annex A list 1: contacts."""

from reporting.lists.code_sets.events import CONTACT_SOURCE
from reporting.lists.columns import AGE, CHILD_ID, DOB, ETHNICITY, GENDER, coded, day
from reporting.lists.schema import BY_CHILD, DateOrder, ListSchema, Needed, RowKind, Service, Subject

LIST = ListSchema(
    name="contacts",
    code="1",
    title="Contacts",
    short_name="Contacts",
    subject=Subject.CHILD,
    placing=BY_CHILD,
    grain="one row per child per contact; a child may repeat",
    sheet_names=("List 1", "List_1", "Contacts", "List 1 Contacts"),
    key=(
        "child_id",
        "contact_date",
        "contact_source",
    ),
    starts="contact_date",
    ends="",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        day(
            "contact_date",
            "Date of Contact",
            Needed.ALWAYS,
            variants=(
                "Contact Date",
                "DateOfContact",
            ),
            pattern=r"date.*contact",
        ),
        coded(
            "contact_source",
            "Contact Source",
            CONTACT_SOURCE,
            Needed.ALWAYS,
            variants=(
                "Source of Contact",
                "Contact / Referral Source",
                "ContactSource",
            ),
            pattern=r"contact.*source",
        ),
    ),
    date_orders=(DateOrder("dob", "contact_date"),),
    source="Annex A guidance (Ofsted, August 2019)",
    row_kind=RowKind.EVENT,
    believed=10,
    under_age=18,
    services=(Service.EARLY_HELP,),
)
