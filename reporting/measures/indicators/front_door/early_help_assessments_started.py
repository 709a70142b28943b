"""Early help assessments started."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    number="FD04",
    title="Early help assessments started",
    short_title="Early help assessments",
    counts="Early help assessments started in the window",
    out_of="Every assessment on the list: a child may have several",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="early_help_assessments",
    membership=("early_help_assessments.child_id", "early_help_assessments.eh_start"),
    decides=(),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="A row without this date is not in the count.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("early help",),
    owner="Head of service, front door and early help",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 2; measure 2.01 of the field book.",
    answers=(),
    caution="",
    example="""
        child_id | eh_start   | eh_end
        a        | 2026-10-02 |
        b        | 2026-10-20 | 2026-10-30
        c        | 2026-08-03 |
        d        |            |""",
    expect="2 counted, 0 not known",
)
def early_help_assessments_started(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["early_help_assessments"], "eh_start", asked.span))
