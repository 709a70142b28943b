"""Annex A list 1: contacts."""

from reporting.lists.code_sets.events import CONTACT_SOURCE
from reporting.lists.columns import AGE, CHILD_ID, DOB, ETHNICITY, GENDER, coded, day
from reporting.lists.schema import DateOrder, ListSchema, Needed

LIST = ListSchema(
    name="contacts",
    number=1,
    title="Contacts",
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
)
