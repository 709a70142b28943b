"""Children looked after whose review is in time."""

from datetime import date

import pandas as pd

from reporting.measures.cohorts import looked_after
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
from reporting.measures.tables import since
from reporting.model.calendar import months_before
from reporting.model.received import Tables
from reporting.model.timescales import CARE_REVIEW_MONTHS, FIRST_CARE_REVIEW_WORKING_DAYS


@indicator(
    number="LA08",
    title="Children looked after reviewed in timescale",
    short_title="Looked-after reviews in time",
    counts=(
        "Of those, children reviewed in the last six months; in the last three when only a first review can have "
        "been held"
    ),
    out_of="Children looked after on the list date for more than 20 working days",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
    ),
    decides=("children_looked_after.last_review",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means="No review is recorded though one is due, so it was not held in time.",
    undated="last_review",
    limits=(),
    rebuilds=False,
    themes=("looked after",),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 8; measure 8.15 of the field book. Care Planning, Placement and Case Review (England) "
        "Regulations 2010, regulation 33: 20 working days, three months, then six."
    ),
    answers=(),
    caution="A snapshot of the latest review, not of every review in the period.",
    example="""
        child_id | cla_start  | ceased_date | legal_status | last_review
        a        | 2020-01-05 |             | C2           | 2026-04-30
        b        | 2020-01-05 |             | C2           | 2026-04-29
        c        | 2026-07-01 |             | C2           | 2026-07-30
        d        | 2026-06-30 |             | C2           | 2026-07-30
        e        | 2026-10-01 |             | V2           |
        f        | 2026-10-02 |             | V2           |""",
    expect="2 of 5, 0 not known",  # f has been looked after for 20 working days
)
def looked_after_reviews_in_timescale(tables: Tables, asked: Asked) -> Answers:
    children = looked_after(tables, asked.list_date)
    due = children[asked.calendar.working_days(children["cla_start"], asked.list_date) > FIRST_CARE_REVIEW_WORKING_DAYS]
    one_review_so_far = due["cla_start"] > pd.Timestamp(months_before(asked.list_date, 4))
    in_three_months = since(due["last_review"], months_before(asked.list_date, 3))
    return since(due["last_review"], months_before(asked.list_date, CARE_REVIEW_MONTHS)).mask(
        one_review_so_far, in_three_months
    )
