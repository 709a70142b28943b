"""Children on a child protection plan, against the number of children who live here."""

from reporting.measures.indicators.model import (
    A_SNAPSHOT,
    WHERE_PEOPLE_LIVE,
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
    title="Children on a child protection plan per 10,000 children",
    short_title="Plans per 10,000",
    counts="Children whose child protection plan is open on the list date",
    out_of="Children aged 0 to 17 who live in the area, in ten thousands",
    scale=Scale.PER_10000,
    direction=Direction.NEITHER,
    list="child_protection_plans",
    membership=(
        "child_protection_plans.child_id",
        "child_protection_plans.cpp_start",
        "child_protection_plans.cpp_end",
    ),
    decides=(),
    windows=A_SNAPSHOT,
    levels=WHERE_PEOPLE_LIVE,
    blank=Blank.NOT_KNOWN,
    blank_means="No end date means the plan is open.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    source=(
        "Annex A list 7; measure 7.01 of the field book; DfE children in need census, table D1. Population: ONS "
        "mid-year estimate."
    ),
    answers=("cp_rate_per_10k",),
    caution="",
    example="""
        child_id | cpp_start  | cpp_end
        a        | 2026-01-05 |
        b        | 2026-10-31 |
        c        | 2026-01-05 | 2026-10-30""",
    expect="2 counted, 0 not known",
)
def child_protection_plans_per_10000(tables: Tables, asked: Asked) -> Answers:
    return everyone(open_on(tables["child_protection_plans"], "cpp_start", "cpp_end", asked.list_date))
