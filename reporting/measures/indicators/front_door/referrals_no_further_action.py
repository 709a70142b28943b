"""Referrals that ended in no further action."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window, is_yes
from reporting.model.received import Tables


@indicator(
    number="FD08",
    title="Referrals ending in no further action",
    short_title="Referrals, no further action",
    counts="Of those, referrals recorded as ending in no further action",
    out_of="Referrals received in the window",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="referrals",
    membership=("referrals.child_id", "referrals.referral_date"),
    decides=("referrals.referral_nfa",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="No outcome was recorded, so we cannot tell.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("front door",),
    owner="Head of service, front door and early help",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 3; measure 3.05 of the field book; DfE children in need census, table C1.",
    answers=("referrals_no_further_action",),
    caution="",
    example="""
        child_id | referral_date | referral_nfa
        a        | 2026-10-02    | Y
        b        | 2026-10-05    | N
        c        | 2026-10-06    | N
        d        | 2026-10-07    |
        e        | 2026-09-01    | Y""",
    expect="1 of 3, 1 not known",
)
def referrals_no_further_action(tables: Tables, asked: Asked) -> Answers:
    return is_yes(in_window(tables["referrals"], "referral_date", asked.span)["referral_nfa"])
