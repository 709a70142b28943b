"""How long adopted children waited from the court's order to a match."""

from datetime import date

from reporting.measures.indicators.model import A_YEAR, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import days_until, in_window
from reporting.model.received import Tables


@indicator(
    number="AD02",
    title="Days from placement order to match with adopters",
    short_title="Order to match, days",
    counts="Days from the placement order to the match with adopters; none when the match came first",
    out_of="Children adopted in the window who had a placement order",
    scale=Scale.MEAN_DAYS,
    direction=Direction.LOWER_IS_BETTER,
    list="adoption",
    membership=("adoption.child_id", "adoption.adoption_order", "adoption.placement_order"),
    decides=("adoption.matched",),
    windows=A_YEAR,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Without the date of the match the time cannot be told.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("adoption", "permanence"),
    owner="Head of service, fostering and adoption",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 10; measure 10.04 of the field book; DfE adoption scorecard, indicator A2 (threshold 121 days)."
    ),
    answers=(),
    caution="One year; the scorecard averages three.",
    example="""
        child_id | placement_order | matched    | adoption_order
        a        | 2025-01-01      | 2025-04-11 | 2025-12-01
        b        | 2025-01-01      | 2024-12-01 | 2026-01-05
        c        |                 | 2025-03-01 | 2026-01-05
        d        | 2025-01-01      |            | 2026-02-02""",
    expect="50 days on average over 2, 1 not known",  # 100 days and none; c was adopted by consent
)
def adoption_days_placement_order_to_match(tables: Tables, asked: Asked) -> Answers:
    adopted = in_window(tables["adoption"], "adoption_order", asked.span)
    ordered = adopted[adopted["placement_order"].notna()]
    return days_until(ordered["placement_order"], ordered["matched"]).clip(lower=0)
