"""Assessments in which the child was seen."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window, is_yes
from reporting.model.received import Tables


@indicator(
    number="AS04",
    title="Completed assessments in which the child was seen",
    short_title="Child seen in assessment",
    counts="Of those, assessments in which the child is recorded as seen",
    out_of="Assessments authorised in the window",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="assessments",
    membership=("assessments.child_id", "assessments.assessment_end"),
    decides=("assessments.child_seen",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Whether the child was seen is unknown or not recorded.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("assessment",),
    owner="Head of service, assessment and safeguarding",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 4; measure 4.08 of the field book. Working Together 2023 expects the child to be seen.",
    answers=(),
    caution="",
    example="""
        child_id | assessment_end | child_seen
        a        | 2026-10-06     | Y
        b        | 2026-10-07     | N
        c        | 2026-10-08     | U
        d        | 2026-10-09     |
        e        |                | Y""",
    expect="1 of 2, 2 not known",
)
def assessments_child_seen(tables: Tables, asked: Asked) -> Answers:
    return is_yes(in_window(tables["assessments"], "assessment_end", asked.span)["child_seen"])
