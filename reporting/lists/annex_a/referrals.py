"""Annex A list 3: referrals."""

from reporting.lists.code_sets.answers import NO_FURTHER_ACTION
from reporting.lists.code_sets.events import CONTACT_SOURCE
from reporting.lists.columns import AGE, CHILD_ID, DOB, ETHNICITY, GENDER, TEAM, WORKER, coded, day, whole_number
from reporting.lists.schema import BY_TEAM, DateOrder, ListSchema, Needed, RowKind, Subject

LIST = ListSchema(
    name="referrals",
    code="3",
    title="Referrals",
    short_name="Referrals",
    subject=Subject.CHILD,
    placing=BY_TEAM,
    grain="one row per referral; a child may repeat",
    sheet_names=("List 3", "List_3", "Referrals", "Referral"),
    key=(
        "child_id",
        "referral_date",
        "referral_source",
    ),
    starts="referral_date",
    ends="",
    months_back=6,
    columns=(
        CHILD_ID,
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        day(
            "referral_date",
            "Date of referral",
            Needed.ALWAYS,
            variants=(
                "Referral Date",
                "ReferralDate",
            ),
            pattern=r"date of.*referral",
        ),
        coded(
            "referral_source",
            "Referral Source",
            CONTACT_SOURCE,
            Needed.ALWAYS,
            variants=(
                "Source of Referral",
                "Contact / Referral Source",
                "ReferralSource",
            ),
        ),
        coded(
            "referral_nfa",
            "Referral NFA?",
            NO_FURTHER_ACTION,
            Needed.ALWAYS,
            variants=(
                "Referral NFA",
                "NFA",
                "ReferralNFA",
            ),
        ),
        whole_number(
            "referrals_12m",
            "Number of Referrals in Last 12 Months",
            Needed.ALWAYS,
            variants=("ReferralsLast12Months",),
            minimum=0,
        ),
        TEAM,
        WORKER,
    ),
    date_orders=(DateOrder("dob", "referral_date"),),
    source="Annex A guidance (Ofsted, August 2019)",
    row_kind=RowKind.EVENT,
    believed=6,
    under_age=18,
)
