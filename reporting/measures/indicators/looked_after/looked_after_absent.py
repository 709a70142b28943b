"""Children looked after who have been away without leave."""

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
from reporting.measures.tables import at_least
from reporting.model.received import Tables


@indicator(
    number="LA11",
    title="Children looked after absent without authorisation in 12 months",
    short_title="Absent from care",
    counts="Of those, children absent without authorisation at least once in the last 12 months",
    out_of="Children looked after on the list date, short breaks left out",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
    ),
    decides=("children_looked_after.absent_12m",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="The number of absences was not recorded, so we cannot tell.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("looked after",),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 8; measure 8.22 of the field book; DfE away from placement without authorisation.",
    answers=(),
    caution="",
    example="""
        child_id | cla_start  | ceased_date | legal_status | absent_12m
        a        | 2025-01-05 |             | C2           | 2
        b        | 2025-01-05 |             | C2           | 0
        c        | 2025-01-05 |             | C2           | 0
        d        | 2025-01-05 |             | C2           |""",
    expect="1 of 3, 1 not known",
)
def looked_after_absent(tables: Tables, asked: Asked) -> Answers:
    return at_least(looked_after(tables, asked.list_date)["absent_12m"], 1)
