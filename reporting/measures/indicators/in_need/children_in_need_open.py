"""Children in need on the day the lists were run."""

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
    number="CN01",
    title="Children in need",
    short_title="Children in need",
    counts="Children whose episode of need is open on the list date",
    out_of=(
        "Every child on the list: children on a plan, looked after and being assessed are included, as DfE "
        "includes them"
    ),
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="children_in_need",
    membership=("children_in_need.child_id", "children_in_need.cin_start", "children_in_need.cin_end"),
    decides=(),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="No end date means the episode is open; no start date counts as begun.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("children in need",),
    owner="Head of service, assessment and safeguarding",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 6; measure 6.01 of the field book; DfE children in need census, table B1.",
    answers=(),
    caution="",
    example="""
        child_id | cin_start  | cin_end
        a        | 2026-01-05 |
        b        | 2026-01-05 | 2026-11-02
        c        | 2026-01-05 | 2026-10-31
        d        |            |""",
    expect="3 counted, 0 not known",  # c's episode closed that day
)
def children_in_need_open(tables: Tables, asked: Asked) -> Answers:
    return everyone(open_on(tables["children_in_need"], "cin_start", "cin_end", asked.list_date))
