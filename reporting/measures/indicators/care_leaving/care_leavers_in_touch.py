"""Care leavers the council is in touch with."""

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
    number="CL01",
    title="Care leavers the council is in touch with",
    short_title="Care leavers in touch",
    counts="Of those, young people recorded as in touch",
    out_of="Relevant and former relevant care leavers, less those who have died or returned home",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="care_leavers",
    membership=("care_leavers.child_id", "care_leavers.eligibility"),
    decides=("care_leavers.in_touch",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE_AND_BY_AGE,
    blank=Blank.NOT_KNOWN,
    blank_means="Whether the council is in touch was not recorded.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("care leavers",),
    owner="Head of service, leaving care",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 9; measure 9.02 of the field book; DfE care leavers.",
    answers=(),
    caution=(
        "A snapshot on the list date; DfE asks around each birthday. Not the same as contact in the last three months."
    ),
    example="""
        child_id | eligibility | in_touch
        a        | FORMER      | YES
        b        | RELEVANT    | REFU
        c        | FORMER      |
        d        | FORMER      | DIED
        e        | QUALIFYING  | YES""",
    expect="1 of 2, 1 not known",
)
def care_leavers_in_touch(tables: Tables, asked: Asked) -> Answers:
    return one_of(care_leavers_here(tables)["in_touch"], yes=("YES",), no=("NO", "REFU", "NREQ"))
