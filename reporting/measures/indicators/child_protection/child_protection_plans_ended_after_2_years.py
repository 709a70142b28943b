"""Child protection plans that had lasted two years when they ended."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window, months_after, since, where_filled
from reporting.model.received import Tables


@indicator(
    number="CP09",
    title="Child protection plans that had lasted two years or more when they ended",
    short_title="Plans ended after two years",
    counts="Of those, plans that ended two years or more after they began",
    out_of="Child protection plans that ended in the window",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="child_protection_plans",
    membership=("child_protection_plans.child_id", "child_protection_plans.cpp_end"),
    decides=("child_protection_plans.cpp_start",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Without a start date the length of the plan cannot be told.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 7; measure 7.06 of the field book; DfE children in need census, table D7.",
    answers=(),
    caution="",
    example="""
        child_id | cpp_start  | cpp_end
        a        | 2024-10-15 | 2026-10-15
        b        | 2024-10-16 | 2026-10-15
        c        | 2020-01-05 |""",
    expect="1 of 2, 0 not known",
)
def child_protection_plans_ended_after_2_years(tables: Tables, asked: Asked) -> Answers:
    ended = in_window(tables["child_protection_plans"], "cpp_end", asked.span)
    return where_filled(since(ended["cpp_end"], months_after(ended["cpp_start"], 24)), ended["cpp_start"])
