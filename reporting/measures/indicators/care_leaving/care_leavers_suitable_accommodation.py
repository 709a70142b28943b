"""Care leavers who live somewhere suitable."""

from datetime import date

from reporting.measures.cohorts import care_leavers_here
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
from reporting.measures.tables import one_of
from reporting.model.received import Tables


@indicator(
    number="CL03",
    title="Care leavers in suitable accommodation",
    short_title="Suitable accommodation",
    counts="Of those, young people whose accommodation is judged suitable",
    out_of="Relevant and former relevant care leavers, less those who have died or returned home",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="care_leavers",
    membership=("care_leavers.child_id", "care_leavers.eligibility", "care_leavers.in_touch"),
    decides=("care_leavers.suitability",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE_AND_BY_AGE,
    blank=Blank.NOT_KNOWN,
    blank_means="Whether the accommodation is suitable was not recorded.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("care leavers",),
    owner="Head of service, leaving care",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 9; measure 9.05 of the field book; DfE care leavers.",
    answers=("care_leavers_suitable_accommodation", "cla_suitable_accommodation"),
    caution="A snapshot on the list date; DfE asks around each birthday.",
    example="""
        child_id | eligibility | in_touch | suitability
        a        | FORMER      | YES      | 1
        b        | RELEVANT    | YES      | 2
        c        | FORMER      | NO       |
        d        | RELEVANT    | RHOM     | 1
        e        | QUALIFYING  | YES      | 1""",
    expect="1 of 2, 1 not known",
)
def care_leavers_suitable_accommodation(tables: Tables, asked: Asked) -> Answers:
    return one_of(care_leavers_here(tables)["suitability"], yes=("1",), no=("2",))
