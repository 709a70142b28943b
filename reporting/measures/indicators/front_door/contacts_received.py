"""Contacts received by children's social care."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    number="FD01",
    title="Contacts received",
    short_title="Contacts",
    counts="Contacts received in the window",
    out_of="Every contact on the list: a child may be the subject of several",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="contacts",
    membership=("contacts.child_id", "contacts.contact_date"),
    decides=(),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="A row without this date is not in the count.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("front door",),
    owner="Head of service, front door and early help",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 1; measure 1.01 of the field book.",
    answers=(),
    caution="",
    example="""
        child_id | contact_date
        a        | 2026-10-01
        a        | 2026-10-31
        b        | 2026-10-15
        c        | 2026-09-30""",
    expect="3 counted, 0 not known",  # the last contact was the day before the month began
)
def contacts_received(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["contacts"], "contact_date", asked.span))
