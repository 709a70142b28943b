"""Children long in care who have stayed in one placement."""

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
from reporting.measures.tables import age_on, by, where_filled
from reporting.model.calendar import months_before
from reporting.model.received import Tables


@indicator(
    number="LA04",
    title="Children looked after long term who have stayed two years in one placement",
    short_title="Long-term stability",
    counts="Of those, children who have been in the same placement for two years or more",
    out_of="Children aged under 16, looked after on the list date and for two and a half years or more",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
        "children_looked_after.dob",
    ),
    decides=("children_looked_after.placement_start",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Without the child's date of birth or the placement's start date we cannot tell.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("looked after", "permanence"),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 8; measure 8.12 of the field book; DfE placement stability.",
    answers=(),
    caution="The list holds only the latest placement, so a move to adopt with the same carers counts as a change.",
    example="""
        child_id | dob        | cla_start  | ceased_date | legal_status | placement_start
        a        | 2014-01-01 | 2024-04-30 |             | C2           | 2024-10-31
        b        | 2014-01-01 | 2020-01-01 |             | C2           | 2024-11-01
        c        | 2010-10-31 | 2020-01-01 |             | C2           | 2020-01-01
        d        | 2014-01-01 | 2024-05-01 |             | C2           | 2024-05-01
        e        |            | 2020-01-01 |             | C2           | 2020-01-01""",
    expect="1 of 2, 1 not known",  # c is 16 that day, d came later, e's age is not known
)
def looked_after_long_term_stability(tables: Tables, asked: Asked) -> Answers:
    children = looked_after(tables, asked.list_date)
    children = children[by(children["cla_start"], months_before(asked.list_date, 30))]
    children = children[(age_on(children["dob"], asked.list_date) < 16).fillna(True)]
    settled = by(children["placement_start"], months_before(asked.list_date, 24))
    return where_filled(settled, children["placement_start"], children["dob"])
