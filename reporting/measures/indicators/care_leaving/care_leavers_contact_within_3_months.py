"""Care leavers the council has been in contact with lately."""

from datetime import date

from reporting.measures.cohorts import care_leavers
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


@indicator(
    number="CL02",
    title="Care leavers contacted in the last three months",
    short_title="Contact in three months",
    counts="Of those, young people last contacted in the three months to the list date",
    out_of="Relevant and former relevant care leavers",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="care_leavers",
    membership=("care_leavers.child_id", "care_leavers.eligibility"),
    decides=("care_leavers.last_contact",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE_AND_BY_AGE,
    blank=Blank.NOT_MET,
    blank_means="No contact is recorded, so there was none in time.",
    undated="last_contact",
    limits=(),
    rebuilds=False,
    themes=("care leavers",),
    owner="Head of service, leaving care",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 9, later layout; measure 9.03 of the field book. The founding documents' measure of contact."
    ),
    answers=("care_leavers_contact_3_months", "cla_contact_3_months"),
    caution="Only the later layout of list 9 has this date.",
    example="""
        child_id | eligibility | last_contact
        a        | FORMER      | 2026-07-31
        b        | RELEVANT    | 2026-07-30
        c        | FORMER      |
        d        | QUALIFYING  | 2026-10-01""",
    expect="1 of 3, 0 not known",
)
def care_leavers_contact_within_3_months(tables: Tables, asked: Asked) -> Answers:
    return since(care_leavers(tables)["last_contact"], months_before(asked.list_date, 3))
