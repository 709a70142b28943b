"""Children looked after on the day the lists were run."""

from datetime import date

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
from reporting.measures.tables import everyone
from reporting.model.received import Tables


@indicator(
    number="LA01",
    title="Children looked after",
    short_title="Children looked after",
    counts="Children looked after on the list date, short breaks left out",
    out_of="Every child on the list, at their latest period of care",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
    ),
    decides=(),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="No end date means the child is still looked after.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("looked after",),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 8; measure 8.01 of the field book; DfE children looked after (V3 and V4 short breaks are "
        "not counted)."
    ),
    answers=(),
    caution="",
    example="""
        child_id | cla_start  | ceased_date | legal_status
        a        | 2025-01-05 |             | C2
        b        | 2025-01-05 |             | V2
        c        | 2025-01-05 |             | V4
        d        | 2025-01-05 | 2026-10-15  | C2""",
    expect="2 counted, 0 not known",  # c has short breaks, d has left care
)
def children_looked_after(tables: Tables, asked: Asked) -> Answers:
    return everyone(looked_after(tables, asked.list_date))
