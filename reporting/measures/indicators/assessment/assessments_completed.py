"""Social work assessments completed."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    number="AS01",
    title="Assessments completed",
    short_title="Assessments completed",
    counts="Assessments authorised in the window",
    out_of="Every assessment on the list: a child may have several",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="assessments",
    membership=("assessments.child_id", "assessments.assessment_end"),
    decides=(),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="An assessment with no end date is still open and is not counted.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("assessment",),
    owner="Head of service, assessment and safeguarding",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 4; measure 4.01 of the field book; DfE children in need census, table C2.",
    answers=(),
    caution="",
    example="""
        child_id | assessment_start | assessment_end
        a        | 2026-09-01       | 2026-10-01
        b        | 2026-08-01       | 2026-09-30
        c        | 2026-10-05       |""",
    expect="1 counted, 0 not known",
)
def assessments_completed(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["assessments"], "assessment_end", asked.span))
