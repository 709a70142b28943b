"""Children in need with no worker."""

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
    number="CN04",
    title="Children in need with no allocated worker",
    short_title="Children in need unallocated",
    counts="Of those, children with no worker named",
    out_of="Children whose episode of need is open on the list date",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="children_in_need",
    membership=("children_in_need.child_id", "children_in_need.cin_start", "children_in_need.cin_end"),
    decides=("children_in_need.worker",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.IS_THE_ANSWER,
    blank_means="No worker named is what the question asks about.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("children in need",),
    owner="Head of service, assessment and safeguarding",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 6; measure 6.13 of the field book. Working Together 2023: a qualified worker is responsible"
        " for each child in need."
    ),
    answers=(),
    caution="",
    example="""
        child_id | cin_start  | cin_end    | worker
        a        | 2026-01-05 |            | W001
        b        | 2026-02-05 |            |
        c        | 2026-01-05 | 2026-10-20 |""",
    expect="1 of 2, 0 not known",
)
def children_in_need_unallocated(tables: Tables, asked: Asked) -> Answers:
    children = open_on(tables["children_in_need"], "cin_start", "cin_end", asked.list_date)
    return children["worker"].isna().astype("boolean")
