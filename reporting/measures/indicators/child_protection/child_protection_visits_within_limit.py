"""Children on a child protection plan who were visited within the local limit."""

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
from reporting.measures.tables import open_on
from reporting.model.received import Tables


@indicator(
    number="CP10",
    title="Children on a child protection plan visited within the local limit",
    short_title="Child protection visits in time",
    counts="Of those, children whose last statutory visit was no longer ago than the local limit of working days",
    out_of="Children on a child protection plan on the list date whose plan is older than the limit",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="child_protection_plans",
    membership=(
        "child_protection_plans.child_id",
        "child_protection_plans.cpp_start",
        "child_protection_plans.cpp_end",
    ),
    decides=("child_protection_plans.last_stat_visit",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means="No visit is recorded once one is due, so the visit was not made in time.",
    undated="last_stat_visit",
    limits=("child_protection_visit_working_days",),
    rebuilds=False,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 7; measure 7.10 of the field book. Working Together 2023 sets no number of days: it is local.",
    answers=(),
    caution="",
    example="""
        child_id | cpp_start  | cpp_end    | last_stat_visit
        a        | 2026-01-05 |            | 2026-10-20
        b        | 2026-01-05 |            | 2026-09-01
        c        | 2026-01-05 |            |
        d        | 2026-10-26 |            |
        e        | 2026-01-05 | 2026-09-30 | 2026-09-20""",
    expect="1 of 3, 0 not known",  # d's plan is younger than the limit, e's plan has ended
)
def child_protection_visits_within_limit(tables: Tables, asked: Asked) -> Answers:
    limit = asked.limits["child_protection_visit_working_days"]
    plans = open_on(tables["child_protection_plans"], "cpp_start", "cpp_end", asked.list_date)
    due = plans[asked.calendar.working_days(plans["cpp_start"], asked.list_date) > limit]
    return (asked.calendar.working_days(due["last_stat_visit"], asked.list_date) <= limit).fillna(False)
