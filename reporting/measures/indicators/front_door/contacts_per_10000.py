"""Contacts received, against the number of children who live here."""

from reporting.measures.indicators.model import (
    A_FLOW,
    WHERE_PEOPLE_LIVE,
    Answers,
    Asked,
    Blank,
    Direction,
    Scale,
    indicator,
)
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    title="Contacts per 10,000 children",
    short_title="Contacts per 10,000",
    counts="Contacts received in the window",
    out_of="Children aged 0 to 17 who live in the area, in ten thousands",
    scale=Scale.PER_10000,
    direction=Direction.NEITHER,
    list="contacts",
    membership=("contacts.child_id", "contacts.contact_date"),
    decides=(),
    windows=A_FLOW,
    levels=WHERE_PEOPLE_LIVE,
    blank=Blank.NOT_KNOWN,
    blank_means="A row without this date is not in the count.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("front door",),
    source="Annex A list 1; measure 1.02 of the field book. Population: ONS mid-year estimate.",
    answers=(),
    caution="A month is the raw monthly rate; six months are scaled to a year (x 365 / days in the window).",
    example="""
        child_id | contact_date
        a        | 2026-10-01
        a        | 2026-10-31
        b        | 2026-10-15
        c        | 2026-09-30""",
    expect="3 counted, 0 not known",
)
def contacts_per_10000(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["contacts"], "contact_date", asked.span))
