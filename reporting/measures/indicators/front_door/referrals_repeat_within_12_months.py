"""Children referred again within a year."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import at_least, in_window, latest_per_child
from reporting.model.received import Tables


@indicator(
    number="FD07",
    title="Children referred who had been referred before in the last 12 months",
    short_title="Repeat referrals",
    counts="Of those, children whose latest referral followed one or more in the 12 months before it",
    out_of="Children with a referral in the window, each counted once, at their latest referral",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="referrals",
    membership=("referrals.child_id", "referrals.referral_date"),
    decides=("referrals.referrals_12m",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="The number of earlier referrals was not recorded, so we cannot tell.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("front door",),
    owner="Head of service, front door and early help",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 3; measure 3.03 of the field book. The list's count belongs to the child's latest referral "
        "and repeats on every row, so children are counted."
    ),
    answers=("re_referral_rate",),
    caution="Counts children; DfE publishes the same idea counting referrals.",
    example="""
        child_id | referral_date | referrals_12m
        a        | 2026-10-02    | 1
        a        | 2026-10-20    | 1
        b        | 2026-10-05    | 0
        c        | 2026-10-06    |
        d        | 2026-09-30    | 3""",
    expect="1 of 2, 1 not known",  # a is one child, c's number is blank
)
def referrals_repeat_within_12_months(tables: Tables, asked: Asked) -> Answers:
    referrals = in_window(tables["referrals"], "referral_date", asked.span)
    return at_least(latest_per_child(referrals, "referral_date")["referrals_12m"], 1)
