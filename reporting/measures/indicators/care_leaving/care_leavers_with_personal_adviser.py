"""Care leavers who have a personal adviser."""

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
from reporting.model.received import Tables


@indicator(
    number="CL05",
    title="Care leavers with a personal adviser",
    short_title="Personal adviser",
    counts="Of those, young people with a personal adviser named",
    out_of="Relevant, former relevant and eligible young people, of all ages",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="care_leavers",
    membership=("care_leavers.child_id", "care_leavers.eligibility"),
    decides=("care_leavers.personal_adviser",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE_AND_BY_AGE,
    blank=Blank.IS_THE_ANSWER,
    blank_means="No adviser named means that there is none.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("care leavers",),
    owner="Head of service, leaving care",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 9, later layout; measure 9.11 of the field book. Children and Social Work Act 2017.",
    answers=("care_leavers_with_personal_advisor",),
    caution="Only the later layout of list 9 names the adviser.",
    example="""
        child_id | eligibility | personal_adviser
        a        | FORMER      | PA01
        b        | ELIGIBLE    |
        c        | QUALIFYING  |""",
    expect="1 of 2, 0 not known",
)
def care_leavers_with_personal_adviser(tables: Tables, asked: Asked) -> Answers:
    return care_leavers(tables, STILL_SUPPORTED)["personal_adviser"].notna().astype("boolean")
