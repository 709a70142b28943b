"""Contacts that were followed by a referral of the same child."""

from datetime import date

import pandas as pd

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window
from reporting.model.received import Tables


@indicator(
    number="FD03",
    title="Contacts followed by a referral within one working day",
    short_title="Contacts becoming referrals",
    counts="Of those, contacts followed by a referral of the same child on the same or the next working day",
    out_of="Contacts received in the window that are at least one working day old on the list date",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="contacts",
    membership=("contacts.child_id", "contacts.contact_date"),
    decides=("referrals.child_id", "referrals.referral_date"),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.IS_THE_ANSWER,
    blank_means="No referral of the child is recorded, so the contact did not become one.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("front door",),
    owner="Head of service, front door and early help",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A lists 1 and 3; measure 1.07 of the field book. Working Together 2023: a referral is decided on "
        "within one working day."
    ),
    answers=("contact_to_referral_conversion",),
    caution=(
        "A proxy: list 1 records no outcome, so a referral of the same child soon after stands in for the decision."
    ),
    example="""
        contacts:
        child_id | contact_date
        a        | 2026-10-05
        b        | 2026-10-09
        c        | 2026-10-05
        d        | 2026-10-12
        e        | 2026-10-30
        referrals:
        child_id | referral_date
        a        | 2026-10-06
        b        | 2026-10-12
        c        | 2026-10-07
        d        | 2026-10-09""",
    expect="2 of 4, 0 not known",  # c waited two days, d was referred before, e is too recent
)
def contacts_leading_to_referral(tables: Tables, asked: Asked) -> Answers:
    contacts = in_window(tables["contacts"], "contact_date", asked.span)
    contacts = contacts[asked.calendar.working_days(contacts["contact_date"], asked.list_date) >= 1]
    referrals = tables["referrals"][["child_id", "referral_date"]].dropna()
    asked_about = contacts[["child_id", "contact_date"]].dropna().rename_axis("position").reset_index()
    pairs = asked_about.merge(referrals, on="child_id", how="inner", validate="many_to_many")
    pairs = pairs[pairs["referral_date"] >= pairs["contact_date"]]
    soon = pairs[asked.calendar.working_days(pairs["contact_date"], pairs["referral_date"]) <= 1]
    return pd.Series(contacts.index.isin(soon["position"]), index=contacts.index, dtype="boolean")
