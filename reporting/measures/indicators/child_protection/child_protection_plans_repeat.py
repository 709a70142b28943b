"""Children who went on a child protection plan for a second or later time."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import at_least, in_window
from reporting.model.received import Tables


@indicator(
    number="CP07",
    title="Child protection plans started that are a second or later plan",
    short_title="Repeat plans",
    counts="Of those, plans of children who had been on a plan before, at any time, in this council",
    out_of="Child protection plans started in the window",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="child_protection_plans",
    membership=("child_protection_plans.child_id", "child_protection_plans.cpp_start"),
    decides=("child_protection_plans.previous_cpps",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="The number of earlier plans was not recorded, so we cannot tell.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 7; measure 7.03 of the field book; DfE children in need census, table D3 (ever, same council)."
    ),
    answers=("cp_plans_repeat",),
    caution="",
    example="""
        child_id | cpp_start  | previous_cpps
        a        | 2026-10-05 | 1
        b        | 2026-10-06 | 0
        c        | 2026-10-07 |
        d        | 2026-03-02 | 2""",
    expect="1 of 2, 1 not known",
)
def child_protection_plans_repeat(tables: Tables, asked: Asked) -> Answers:
    started = in_window(tables["child_protection_plans"], "cpp_start", asked.span)
    return at_least(started["previous_cpps"], 1)
