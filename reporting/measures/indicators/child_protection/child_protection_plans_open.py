"""Children on a child protection plan on the day the lists were run."""

from datetime import date

from reporting.measures.indicators.model import (
    A_SNAPSHOT,
    EVERYWHERE,
    Answers,
    Asked,
    Blank,
    Direction,
    Scale,
    indicator,
)
from reporting.measures.tables import everyone, open_on
from reporting.model.received import Tables


@indicator(
    number="CP05",
    title="Children on a child protection plan",
    short_title="Child protection plans",
    counts="Children whose child protection plan is open on the list date",
    out_of="Every child on the list, at their latest plan",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="child_protection_plans",
    membership=(
        "child_protection_plans.child_id",
        "child_protection_plans.cpp_start",
        "child_protection_plans.cpp_end",
    ),
    decides=(),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="No end date means the plan is open.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 7; measure 7.01 of the field book; DfE children in need census, table D1.",
    answers=(),
    caution="",
    example="""
        child_id | cpp_start  | cpp_end
        a        | 2026-01-05 |
        b        | 2026-10-31 |
        c        | 2026-01-05 | 2026-10-30""",
    expect="2 counted, 0 not known",
)
def child_protection_plans_open(tables: Tables, asked: Asked) -> Answers:
    return everyone(open_on(tables["child_protection_plans"], "cpp_start", "cpp_end", asked.list_date))
