"""How long adopted children waited from entering care to their new family."""

from datetime import date

from reporting.measures.indicators.model import A_YEAR, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import days_until, in_window
from reporting.model.received import Tables


@indicator(
    number="AD01",
    title="Days from entering care to moving in with adopters",
    short_title="Care to adopters, days",
    counts="Days from entering care to being placed with the adopters",
    out_of="Children adopted in the window, that is, with an adoption order",
    scale=Scale.MEAN_DAYS,
    direction=Direction.LOWER_IS_BETTER,
    list="adoption",
    membership=("adoption.child_id", "adoption.adoption_order"),
    decides=("adoption.entered_care", "adoption.placed"),
    windows=A_YEAR,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Without both dates the time cannot be told.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("adoption", "permanence"),
    owner="Head of service, fostering and adoption",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 10; measure 10.02 of the field book; DfE adoption scorecard, indicator A1 (threshold 426 days)."
    ),
    answers=(),
    caution="One year; the scorecard averages three.",
    example="""
        child_id | entered_care | placed     | adoption_order
        a        | 2024-01-01   | 2025-01-01 | 2025-12-01
        b        | 2024-01-01   | 2024-07-19 | 2026-01-05
        c        | 2024-01-01   |            | 2026-02-02
        d        | 2022-01-01   | 2023-01-01 | 2025-10-31""",
    expect="283 days on average over 2, 1 not known",  # 366 and 200 days; d's order was a year and a day ago
)
def adoption_days_entering_care_to_placed(tables: Tables, asked: Asked) -> Answers:
    adopted = in_window(tables["adoption"], "adoption_order", asked.span)
    return days_until(adopted["entered_care"], adopted["placed"])
