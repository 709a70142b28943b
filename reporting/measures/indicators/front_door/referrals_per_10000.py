"""Referrals, against the number of children who live here."""

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
    title="Referrals per 10,000 children",
    short_title="Referrals per 10,000",
    counts="Referrals received in the window",
    out_of="Children aged 0 to 17 who live in the area, in ten thousands",
    scale=Scale.PER_10000,
    direction=Direction.LOWER_IS_BETTER,
    list="referrals",
    membership=("referrals.child_id", "referrals.referral_date"),
    decides=(),
    windows=A_FLOW,
    levels=WHERE_PEOPLE_LIVE,
    blank=Blank.NOT_KNOWN,
    blank_means="A row without this date is not in the count.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("front door",),
    source=(
        "Annex A list 3; measure 3.02 of the field book; DfE children in need census, table C1. Population: ONS "
        "mid-year estimate."
    ),
    answers=("referral_rate_per_10k",),
    caution="A month is the raw monthly rate; six months are scaled to a year (x 365 / days in the window).",
    example="""
        child_id | referral_date
        a        | 2026-10-01
        a        | 2026-10-20
        b        | 2026-09-30""",
    expect="2 counted, 0 not known",
)
def referrals_per_10000(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["referrals"], "referral_date", asked.span))
