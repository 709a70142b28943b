"""Children looked after, against the number of children who live here."""

from reporting.measures.cohorts import looked_after
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
from reporting.measures.tables import everyone
from reporting.model.received import Tables


@indicator(
    title="Children looked after per 10,000 children",
    short_title="Looked after per 10,000",
    counts="Children looked after on the list date, short breaks left out",
    out_of="Children aged 0 to 17 who live in the area, in ten thousands",
    scale=Scale.PER_10000,
    direction=Direction.LOWER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
    ),
    decides=(),
    windows=A_SNAPSHOT,
    levels=WHERE_PEOPLE_LIVE,
    blank=Blank.NOT_KNOWN,
    blank_means="No end date means the child is still looked after.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("looked after",),
    source=(
        "Annex A list 8; measure 8.01 of the field book; DfE children looked after. Population: ONS mid-year estimate."
    ),
    answers=("cla_rate_per_10k",),
    caution="",
    example="""
        child_id | cla_start  | ceased_date | legal_status
        a        | 2025-01-05 |             | C2
        b        | 2025-01-05 |             | V2
        c        | 2025-01-05 |             | V4
        d        | 2025-01-05 | 2026-10-15  | C2""",
    expect="2 counted, 0 not known",
)
def children_looked_after_per_10000(tables: Tables, asked: Asked) -> Answers:
    return everyone(looked_after(tables, asked.list_date))
