"""Care leavers whose pathway plan has been reviewed lately."""

from datetime import date

from reporting.measures.cohorts import STILL_SUPPORTED, care_leavers
from reporting.measures.indicators.model import (
    A_SNAPSHOT,
    EVERYWHERE_AND_BY_AGE,
    Answers,
    Asked,
    Blank,
    Direction,
    Scale,
    indicator,
)
from reporting.measures.tables import since
from reporting.model.calendar import months_before
from reporting.model.received import Tables
from reporting.model.timescales import PATHWAY_PLAN_MONTHS


@indicator(
    number="CL06",
    title="Care leavers with a pathway plan reviewed in the last six months",
    short_title="Pathway plans in date",
    counts="Of those, young people whose plan was reviewed in the six months to the list date",
    out_of="Relevant, former relevant and eligible young people, of all ages",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="care_leavers",
    membership=("care_leavers.child_id", "care_leavers.eligibility"),
    decides=("care_leavers.last_pathway",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE_AND_BY_AGE,
    blank=Blank.NOT_MET,
    blank_means="No review is recorded, so none is in date.",
    undated="last_pathway",
    limits=(),
    rebuilds=False,
    themes=("care leavers",),
    owner="Head of service, leaving care",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 9, later layout; measure 9.09 of the field book. Care Leavers (England) Regulations 2010.",
    answers=(),
    caution="Only the later layout of list 9 has this date.",
    example="""
        child_id | eligibility | last_pathway
        a        | FORMER      | 2026-04-30
        b        | ELIGIBLE    | 2026-04-29
        c        | RELEVANT    |
        d        | QUALIFYING  | 2026-10-01""",
    expect="1 of 3, 0 not known",
)
def care_leavers_pathway_plan_in_date(tables: Tables, asked: Asked) -> Answers:
    return since(
        care_leavers(tables, STILL_SUPPORTED)["last_pathway"], months_before(asked.list_date, PATHWAY_PLAN_MONTHS)
    )
