"""Children on a child in need plan who were seen within the local limit."""

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
    number="CN03",
    title="Children on a child in need plan seen within the local limit",
    short_title="Children in need seen in time",
    counts="Of those, children last seen no longer ago than the local limit of working days",
    out_of=(
        "Children on a child in need plan on the list date; one not yet seen whose episode began within the limit"
        " is not yet due"
    ),
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_in_need",
    membership=(
        "children_in_need.child_id",
        "children_in_need.cin_start",
        "children_in_need.cin_end",
        "children_in_need.case_status",
    ),
    decides=("children_in_need.last_seen",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means="No visit is recorded though one is due, so the child was not seen in time.",
    undated="last_seen",
    limits=("child_in_need_seen_working_days",),
    rebuilds=False,
    themes=("children in need",),
    owner="Head of service, assessment and safeguarding",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 6; measure 6.09 of the field book. No national guidance sets a number of days: the limit is"
        " local."
    ),
    answers=("cin_statutory_visit_compliance",),
    caution="",
    example="""
        child_id | cin_start  | cin_end    | case_status | last_seen
        a        | 2026-01-05 |            | CIN         | 2026-09-18
        b        | 2026-01-05 |            | CIN         | 2026-09-17
        c        | 2026-01-05 |            | CIN         |
        d        | 2026-10-05 |            | CIN         |
        e        | 2026-01-05 |            | CPP         | 2026-10-20
        f        | 2026-01-05 | 2026-10-20 | CIN         | 2026-10-19""",
    expect="1 of 3, 0 not known",  # 30 working days, 31, and never; d is not yet due
)
def children_in_need_seen_within_limit(tables: Tables, asked: Asked) -> Answers:
    limit = asked.limits["child_in_need_seen_working_days"]
    children = open_on(tables["children_in_need"], "cin_start", "cin_end", asked.list_date)
    children = children[children["case_status"] == "CIN"]
    begun_lately = (asked.calendar.working_days(children["cin_start"], asked.list_date) <= limit).fillna(False)
    due = children[~(begun_lately & children["last_seen"].isna())]
    return (asked.calendar.working_days(due["last_seen"], asked.list_date) <= limit).fillna(False)
