"""Children looked after who have had three or more placements in a year."""

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
    number="LA03",
    title="Children looked after with three or more placements in 12 months",
    short_title="Three or more placements",
    counts="Of those, children with three or more placements in the last 12 months",
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
    decides=("children_looked_after.placements_12m",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="The number of placements was not recorded, so we cannot tell.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("looked after", "permanence"),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 8; measure 8.11 of the field book; DfE placement stability.",
    answers=("placement_stability_3_plus",),
    caution="",
    example="""
        child_id | cla_start  | ceased_date | legal_status | placements_12m
        a        | 2025-01-05 |             | C2           | 3
        b        | 2025-01-05 |             | C2           | 2
        c        | 2025-01-05 |             | C2           |
        d        | 2025-01-05 | 2026-10-15  | C2           | 5""",
    expect="1 of 2, 1 not known",
)
def looked_after_three_or_more_placements(tables: Tables, asked: Asked) -> Answers:
    return at_least(looked_after(tables, asked.list_date)["placements_12m"], 3)
