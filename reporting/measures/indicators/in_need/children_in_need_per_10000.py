"""Children in need, against the number of children who live here."""

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
    title="Children in need per 10,000 children",
    short_title="Children in need per 10,000",
    counts="Children whose episode of need is open on the list date",
    out_of="Children aged 0 to 17 who live in the area, in ten thousands",
    scale=Scale.PER_10000,
    direction=Direction.NEITHER,
    list="children_in_need",
    membership=("children_in_need.child_id", "children_in_need.cin_start", "children_in_need.cin_end"),
    decides=(),
    windows=A_SNAPSHOT,
    levels=WHERE_PEOPLE_LIVE,
    blank=Blank.NOT_KNOWN,
    blank_means="No end date means the episode is open; no start date counts as begun.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("children in need",),
    source=(
        "Annex A list 6; measure 6.01 of the field book; DfE children in need census, table B1. Population: ONS "
        "mid-year estimate."
    ),
    answers=("cin_rate_per_10k",),
    caution="",
    example="""
        child_id | cin_start  | cin_end
        a        | 2026-01-05 |
        b        | 2026-01-05 | 2026-11-02
        c        | 2026-01-05 | 2026-10-31
        d        |            |""",
    expect="3 counted, 0 not known",
)
def children_in_need_per_10000(tables: Tables, asked: Asked) -> Answers:
    return everyone(open_on(tables["children_in_need"], "cin_start", "cin_end", asked.list_date))
