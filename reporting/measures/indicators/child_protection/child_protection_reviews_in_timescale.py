"""Children on a child protection plan whose review is in time."""

from datetime import date

import pandas as pd

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
from reporting.measures.tables import open_on, since
from reporting.model.calendar import months_before
from reporting.model.received import Tables
from reporting.model.timescales import FIRST_PLAN_REVIEW_MONTHS, PLAN_REVIEW_MONTHS


@indicator(
    number="CP11",
    title="Children on a child protection plan reviewed in timescale",
    short_title="Plan reviews in time",
    counts="Of those, children whose latest review conference was in the last six months",
    out_of="Children on a child protection plan that is more than three months old on the list date",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="child_protection_plans",
    membership=(
        "child_protection_plans.child_id",
        "child_protection_plans.cpp_start",
        "child_protection_plans.cpp_end",
    ),
    decides=("child_protection_plans.last_review",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means="No review is recorded though one is due, so it was not held in time.",
    undated="last_review",
    limits=(),
    rebuilds=False,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 7; measure 7.13 of the field book. Working Together 2023: first review within three months,"
        " then within six."
    ),
    answers=(),
    caution="An estimate: the list holds only the latest review, where DfE counts every review in the year.",
    example="""
        child_id | cpp_start  | cpp_end    | last_review
        a        | 2026-07-30 |            | 2026-10-01
        b        | 2025-01-10 |            | 2026-04-30
        c        | 2025-01-10 |            | 2026-04-29
        d        | 2025-01-10 |            |
        e        | 2026-07-31 |            |
        f        | 2025-01-10 | 2026-10-20 | 2026-10-02""",
    expect="2 of 4, 0 not known",  # e's first review is not yet due
)
def child_protection_reviews_in_timescale(tables: Tables, asked: Asked) -> Answers:
    plans = open_on(tables["child_protection_plans"], "cpp_start", "cpp_end", asked.list_date)
    due = plans[plans["cpp_start"] < pd.Timestamp(months_before(asked.list_date, FIRST_PLAN_REVIEW_MONTHS))]
    return since(due["last_review"], months_before(asked.list_date, PLAN_REVIEW_MONTHS))
