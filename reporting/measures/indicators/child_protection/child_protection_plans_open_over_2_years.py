"""Child protection plans that have been open for two years."""

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
from reporting.measures.tables import by, open_on, where_filled
from reporting.model.calendar import months_before
from reporting.model.received import Tables


@indicator(
    number="CP08",
    title="Children on a child protection plan for two years or more",
    short_title="Plans open two years",
    counts="Of those, children whose plan began two years ago or earlier",
    out_of="Children on a child protection plan on the list date",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
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
    blank_means="Without a start date the length of the plan cannot be told.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 7; measure 7.05 of the field book; DfE children in need census, table D5.",
    answers=(),
    caution="",
    example="""
        child_id | cpp_start  | cpp_end
        a        | 2024-10-31 |
        b        | 2024-11-01 |
        c        | 2023-01-05 | 2026-09-20
        d        |            |""",
    expect="1 of 2, 1 not known",
)
def child_protection_plans_open_over_2_years(tables: Tables, asked: Asked) -> Answers:
    plans = open_on(tables["child_protection_plans"], "cpp_start", "cpp_end", asked.list_date)
    return where_filled(by(plans["cpp_start"], months_before(asked.list_date, 24)), plans["cpp_start"])
