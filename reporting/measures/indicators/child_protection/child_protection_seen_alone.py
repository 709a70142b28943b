"""Children on a child protection plan who were seen alone."""

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
from reporting.measures.tables import is_yes, open_on
from reporting.model.received import Tables


@indicator(
    number="CP12",
    title="Children on a child protection plan seen alone",
    short_title="Seen alone",
    counts="Of those, children seen alone at their latest statutory visit",
    out_of="Children on a child protection plan on the list date",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="child_protection_plans",
    membership=(
        "child_protection_plans.child_id",
        "child_protection_plans.cpp_start",
        "child_protection_plans.cpp_end",
    ),
    decides=("child_protection_plans.seen_alone",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Whether the child was seen alone is unknown or not recorded.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 7; measure 7.12 of the field book. Working Together 2023 expects children to be seen alone "
        "when that is right for them."
    ),
    answers=(),
    caution="Includes babies and toddlers, whom it may not be right to see alone.",
    example="""
        child_id | cpp_start  | cpp_end    | seen_alone
        a        | 2026-01-05 |            | Y
        b        | 2026-01-05 |            | N
        c        | 2026-01-05 |            | U
        d        | 2026-01-05 |            |
        e        | 2026-01-05 | 2026-10-20 | Y""",
    expect="1 of 2, 2 not known",
)
def child_protection_seen_alone(tables: Tables, asked: Asked) -> Answers:
    plans = open_on(tables["child_protection_plans"], "cpp_start", "cpp_end", asked.list_date)
    return is_yes(plans["seen_alone"])
