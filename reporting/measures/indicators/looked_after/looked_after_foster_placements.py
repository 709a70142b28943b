"""Children looked after who live with foster carers."""

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
from reporting.measures.tables import where_filled
from reporting.model.received import Tables


@indicator(
    number="LA05",
    title="Children looked after in foster placements",
    short_title="Foster placements",
    counts="Of those, children in a foster placement (U1 to U6)",
    out_of="Children looked after on the list date, short breaks left out",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
    ),
    decides=("children_looked_after.placement_type",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="The kind of placement was not recorded, so we cannot tell.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("looked after", "permanence"),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 8; measure 8.08 of the field book; DfE placement types U1 to U6.",
    answers=("children_in_foster_care",),
    caution="",
    example="""
        child_id | cla_start  | ceased_date | legal_status | placement_type
        a        | 2025-01-05 |             | C2           | U1
        b        | 2025-01-05 |             | C2           | U6
        c        | 2025-01-05 |             | C2           | K2
        d        | 2025-01-05 |             | C2           |
        e        | 2025-01-05 | 2026-10-15  | C2           | U1""",
    expect="2 of 3, 1 not known",
)
def looked_after_foster_placements(tables: Tables, asked: Asked) -> Answers:
    placement_type = looked_after(tables, asked.list_date)["placement_type"]
    return where_filled(placement_type.isin(["U1", "U2", "U3", "U4", "U5", "U6"]), placement_type)
