"""Referrals to children's social care."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    number="FD05",
    title="Referrals received",
    short_title="Referrals",
    counts="Referrals received in the window",
    out_of="Every referral on the list: a child may be referred more than once",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="referrals",
    membership=("referrals.child_id", "referrals.referral_date"),
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
    source="Annex A list 3; measure 3.01 of the field book; DfE children in need census, table C1.",
    answers=(),
    caution="",
    example="""
        child_id | referral_date
        a        | 2026-10-01
        a        | 2026-10-20
        b        | 2026-09-30""",
    expect="2 counted, 0 not known",
)
def referrals_received(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["referrals"], "referral_date", asked.span))
