"""Section 47 enquiries begun."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    number="CP01",
    title="Section 47 enquiries started",
    short_title="Section 47 enquiries",
    counts="Section 47 enquiries started in the window",
    out_of="Every enquiry on the list: a child may be the subject of several",
    scale=Scale.COUNT,
    direction=Direction.NEITHER,
    list="section_47_enquiries",
    membership=("section_47_enquiries.child_id", "section_47_enquiries.s47_start"),
    decides=(),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="A row without this date is not in the count.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source="Annex A list 5; measure 5.01 of the field book; DfE children in need census, table C4.",
    answers=("s47_investigations",),
    caution="",
    example="""
        child_id | s47_start
        a        | 2026-10-01
        a        | 2026-10-30
        b        | 2026-09-30""",
    expect="2 counted, 0 not known",
)
def section_47_enquiries(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["section_47_enquiries"], "s47_start", asked.span))
