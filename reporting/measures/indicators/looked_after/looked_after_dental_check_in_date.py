"""Children looked after whose dental check is in date."""

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
from reporting.measures.tables import by, since
from reporting.model.calendar import months_before
from reporting.model.received import Tables
from reporting.model.timescales import DENTAL_MONTHS


@indicator(
    number="LA10",
    title="Children looked after with a dental check in date",
    short_title="Dental checks in date",
    counts="Of those, children whose teeth were checked in the last 12 months",
    out_of="Children looked after on the list date and for 12 months or more",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
    ),
    decides=("children_looked_after.last_dental",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means="No check is recorded, so none is in date.",
    undated="last_dental",
    limits=(),
    rebuilds=False,
    themes=("looked after", "health"),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 8; measure 8.19 of the field book; DfE children looked after, outcomes.",
    answers=("dental_access",),
    caution="",
    example="""
        child_id | cla_start  | ceased_date | legal_status | last_dental
        a        | 2025-10-31 |             | C2           | 2025-10-31
        b        | 2024-01-01 |             | C2           | 2025-10-30
        c        | 2024-01-01 |             | C2           |
        d        | 2025-11-01 |             | C2           |""",
    expect="1 of 3, 0 not known",
)
def looked_after_dental_check_in_date(tables: Tables, asked: Asked) -> Answers:
    children = looked_after(tables, asked.list_date)
    children = children[by(children["cla_start"], months_before(asked.list_date, 12))]
    return since(children["last_dental"], months_before(asked.list_date, DENTAL_MONTHS))
