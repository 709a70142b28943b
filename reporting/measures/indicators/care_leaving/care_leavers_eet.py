"""Care leavers in education, employment or training."""

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
from reporting.measures.tables import where_filled
from reporting.model.received import Tables


@indicator(
    number="CL04",
    title="Care leavers in education, employment or training",
    short_title="Education, employment, training",
    counts="Of those, young people in education, employment or training, full or part time",
    out_of="Relevant and former relevant care leavers, less those who have died or returned home",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="care_leavers",
    membership=("care_leavers.child_id", "care_leavers.eligibility", "care_leavers.in_touch"),
    decides=("care_leavers.activity",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE_AND_BY_AGE,
    blank=Blank.NOT_KNOWN,
    blank_means="What the young person is doing was not recorded.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("care leavers",),
    owner="Head of service, leaving care",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 9; measure 9.06 of the field book; DfE care leavers.",
    answers=("care_leavers_eet", "cla_eet"),
    caution="A snapshot on the list date; DfE asks around each birthday.",
    example="""
        child_id | eligibility | in_touch | activity
        a        | FORMER      | YES      | F1
        b        | FORMER      | YES      | P5
        c        | RELEVANT    | YES      | G5
        d        | FORMER      | NO       |
        e        | FORMER      | DIED     | G4""",
    expect="2 of 3, 1 not known",
)
def care_leavers_eet(tables: Tables, asked: Asked) -> Answers:
    activity = care_leavers_here(tables)["activity"]
    return where_filled(activity.astype("str").str.startswith(("F", "P")), activity)
