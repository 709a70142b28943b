"""Children looked after whose health assessment is in date."""

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
from reporting.measures.tables import age_on, by, since, where_filled
from reporting.model.calendar import months_before
from reporting.model.received import Tables
from reporting.model.timescales import HEALTH_MONTHS, HEALTH_MONTHS_UNDER_FIVE


@indicator(
    number="LA09",
    title="Children looked after with a health assessment in date",
    short_title="Health assessments in date",
    counts="Of those, children assessed in the last 12 months; in the last six when aged under five",
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
    decides=("children_looked_after.last_health", "children_looked_after.dob"),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_MET,
    blank_means=(
        "No assessment is recorded, so none is in date. Without a date of birth we cannot tell which limit holds."
    ),
    undated="last_health",
    limits=(),
    rebuilds=False,
    themes=("looked after", "health"),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 8; measure 8.18 of the field book. Care Planning, Placement and Case Review (England) "
        "Regulations 2010, regulation 7."
    ),
    answers=("cla_health_check",),
    caution="",
    example="""
        child_id | dob        | cla_start  | ceased_date | legal_status | last_health
        a        | 2015-01-01 | 2025-10-31 |             | C2           | 2025-10-31
        b        | 2022-01-01 | 2024-01-01 |             | C2           | 2026-04-30
        c        | 2022-01-01 | 2024-01-01 |             | C2           | 2026-04-29
        d        | 2015-01-01 | 2024-01-01 |             | C2           |
        e        | 2015-01-01 | 2025-11-01 |             | C2           | 2026-09-01
        f        |            | 2024-01-01 |             | C2           | 2026-09-01""",
    expect="2 of 4, 1 not known",  # c is four and a day late, e came later, f's age is not known
)
def looked_after_health_assessment_in_date(tables: Tables, asked: Asked) -> Answers:
    children = looked_after(tables, asked.list_date)
    children = children[by(children["cla_start"], months_before(asked.list_date, 12))]
    under_five = (age_on(children["dob"], asked.list_date) < 5).fillna(False)
    in_six_months = since(children["last_health"], months_before(asked.list_date, HEALTH_MONTHS_UNDER_FIVE))
    in_date = since(children["last_health"], months_before(asked.list_date, HEALTH_MONTHS)).mask(
        under_five, in_six_months
    )
    return where_filled(in_date, children["dob"])
