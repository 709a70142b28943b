"""Assessments finished in the time the guidance allows."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window
from reporting.model.received import Tables
from reporting.model.timescales import ASSESSMENT_WORKING_DAYS


@indicator(
    number="AS02",
    title="Assessments completed within 45 working days",
    short_title="Assessments in 45 days",
    counts="Of those, assessments authorised no more than 45 working days after they started",
    out_of="Assessments authorised in the window",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="assessments",
    membership=("assessments.child_id", "assessments.assessment_end"),
    decides=("assessments.assessment_start",),
    windows=A_FLOW,
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
    source=(
        "Annex A list 4; measure 4.03 of the field book. Working Together 2023 allows 45 working days; bank "
        "holidays are not working days."
    ),
    answers=("assessments_within_45_days",),
    caution="Measured from the start of the assessment, as DfE does; Working Together counts from the referral.",
    example="""
        child_id | assessment_start | assessment_end
        a        | 2026-08-03       | 2026-10-06
        b        | 2026-08-03       | 2026-10-07
        c        | 2026-06-01       |
        d        | 2026-08-03       | 2026-09-30""",
    expect="1 of 2, 0 not known",  # 45 days and 46 days: 31 August was a bank holiday
)
def assessments_within_45_working_days(tables: Tables, asked: Asked) -> Answers:
    completed = in_window(tables["assessments"], "assessment_end", asked.span)
    days = asked.calendar.working_days(completed["assessment_start"], completed["assessment_end"])
    return days <= ASSESSMENT_WORKING_DAYS
