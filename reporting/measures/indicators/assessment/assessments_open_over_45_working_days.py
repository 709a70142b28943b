"""Assessments still open past the time the guidance allows."""

from datetime import date

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
from reporting.measures.tables import open_on
from reporting.model.received import Tables
from reporting.model.timescales import ASSESSMENT_WORKING_DAYS


@indicator(
    number="AS03",
    title="Open assessments that have passed 45 working days",
    short_title="Assessments open past 45 days",
    counts="Of those, assessments that began more than 45 working days ago",
    out_of="Assessments open on the list date",
    scale=Scale.PERCENT,
    direction=Direction.LOWER_IS_BETTER,
    list="assessments",
    membership=("assessments.child_id", "assessments.assessment_start", "assessments.assessment_end"),
    decides=(),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Without a start date the time taken cannot be told.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("assessment",),
    owner="Head of service, assessment and safeguarding",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 4; measure 4.06 of the field book. Working Together 2023 allows 45 working days.",
    answers=(),
    caution="",
    example="""
        child_id | assessment_start | assessment_end
        a        | 2026-08-26       |
        b        | 2026-08-27       |
        c        | 2026-06-01       | 2026-10-02""",
    expect="1 of 2, 0 not known",  # 46 working days and 45
)
def assessments_open_over_45_working_days(tables: Tables, asked: Asked) -> Answers:
    assessments = open_on(tables["assessments"], "assessment_start", "assessment_end", asked.list_date)
    return asked.calendar.working_days(assessments["assessment_start"], asked.list_date) > ASSESSMENT_WORKING_DAYS
