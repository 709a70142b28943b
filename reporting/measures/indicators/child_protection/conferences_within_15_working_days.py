"""Child protection conferences held in the time the guidance allows."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window
from reporting.model.received import Tables
from reporting.model.timescales import CONFERENCE_WORKING_DAYS


@indicator(
    number="CP04",
    title="Initial child protection conferences held within 15 working days",
    short_title="Conferences in 15 days",
    counts="Of those, conferences held no more than 15 working days after the enquiry began",
    out_of="Initial child protection conferences held in the window",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="section_47_enquiries",
    membership=("section_47_enquiries.child_id", "section_47_enquiries.icpc_date"),
    decides=("section_47_enquiries.s47_start",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Without the date the enquiry began the time taken cannot be told.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 5; measure 5.05 of the field book. Working Together 2023 allows 15 working days from the "
        "strategy discussion; DfE table C4."
    ),
    answers=(),
    caution="",
    example="""
        child_id | s47_start  | icpc_date
        a        | 2026-09-28 | 2026-10-19
        b        | 2026-09-28 | 2026-10-20
        c        | 2026-09-28 |
        d        | 2026-09-10 | 2026-09-30""",
    expect="1 of 2, 0 not known",  # 15 working days and 16
)
def conferences_within_15_working_days(tables: Tables, asked: Asked) -> Answers:
    conferences = in_window(tables["section_47_enquiries"], "icpc_date", asked.span)
    days = asked.calendar.working_days(conferences["s47_start"], conferences["icpc_date"])
    return days <= CONFERENCE_WORKING_DAYS
