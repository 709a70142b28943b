"""Children looked after whom their social worker has visited in time."""

from datetime import date, timedelta

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
from reporting.measures.tables import by, days_until, since
from reporting.model.calendar import months_before
from reporting.model.received import Tables


@indicator(
    number="LA07",
    title="Children looked after visited in time",
    short_title="Looked-after visits in time",
    counts=(
        "Of those, children visited in the last six weeks; in the last three months once in a long-term foster "
        "placement for a year"
    ),
    out_of="Children looked after on the list date whose placement is more than a week old",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
        "children_looked_after.placement_start",
    ),
    decides=("children_looked_after.placement_type", "children_looked_after.last_sw_visit"),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means="No visit is recorded though one is due, so the child was not visited in time.",
    undated="last_sw_visit",
    limits=("looked_after_visit_days", "looked_after_visit_long_term_months"),
    rebuilds=False,
    themes=("looked after",),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 8; measure 8.13 of the field book. Care Planning, Placement and Case Review (England) "
        "Regulations 2010, regulation 28, as amended in 2015."
    ),
    answers=(),
    caution="A snapshot of the latest visit, not of every visit in the period.",
    example="""
        child_id | cla_start  | ceased_date | legal_status | placement_start | placement_type | last_sw_visit
        a        | 2025-01-05 |             | C2           | 2026-01-05      | U6             | 2026-09-19
        b        | 2025-01-05 |             | C2           | 2026-01-05      | U6             | 2026-09-18
        c        | 2025-01-05 |             | C2           | 2025-10-31      | U4             | 2026-07-31
        d        | 2025-01-05 |             | C2           | 2025-11-01      | U4             | 2026-07-31
        e        | 2025-01-05 |             | C2           |                 | K2             |
        f        | 2025-01-05 |             | C2           | 2026-10-24      | U6             |""",
    expect="2 of 5, 0 not known",  # d has been there a day too short for three months; f came a week ago
)
def looked_after_visits_within_limit(tables: Tables, asked: Asked) -> Answers:
    children = looked_after(tables, asked.list_date)
    children = children[(days_until(children["placement_start"], asked.list_date) > 7).fillna(True)]
    long_term = children["placement_type"].isin(["U1", "U4"])
    long_term &= by(children["placement_start"], months_before(asked.list_date, 12))
    months = asked.limits["looked_after_visit_long_term_months"]
    days = asked.limits["looked_after_visit_days"]
    visited_lately = since(children["last_sw_visit"], asked.list_date - timedelta(days=days))
    return visited_lately.mask(long_term, since(children["last_sw_visit"], months_before(asked.list_date, months)))
