"""Section 47 enquiries that led to a child protection conference."""

from datetime import date

from reporting.measures.indicators.model import A_FLOW, EVERYWHERE, Answers, Asked, Blank, Direction, Scale, indicator
from reporting.measures.tables import in_window
from reporting.model.received import Tables
from reporting.model.timescales import CONFERENCE_WORKING_DAYS


@indicator(
    number="CP03",
    title="Section 47 enquiries leading to an initial child protection conference",
    short_title="Section 47 to conference",
    counts="Of those, enquiries followed by an initial child protection conference",
    out_of="Section 47 enquiries started in the window that are at least 15 working days old on the list date",
    scale=Scale.PERCENT,
    direction=Direction.NEITHER,
    list="section_47_enquiries",
    membership=("section_47_enquiries.child_id", "section_47_enquiries.s47_start"),
    decides=("section_47_enquiries.icpc_date",),
    windows=A_FLOW,
    levels=EVERYWHERE,
    blank=Blank.IS_THE_ANSWER,
    blank_means="No conference date means that no conference has been held.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    owner="Head of service, child protection and reviewing",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 5; measure 5.03 of the field book. Working Together 2023 allows 15 working days to a "
        "conference, so younger enquiries are not yet counted."
    ),
    answers=("s47_to_icpc_rate",),
    caution="",
    example="""
        child_id | s47_start  | icpc_date
        a        | 2026-10-05 | 2026-10-20
        b        | 2026-10-09 |
        c        | 2026-10-12 | 2026-10-23""",
    expect="1 of 2, 0 not known",  # c's enquiry is 14 working days old
)
def section_47_leading_to_conference(tables: Tables, asked: Asked) -> Answers:
    enquiries = in_window(tables["section_47_enquiries"], "s47_start", asked.span)
    due = enquiries[asked.calendar.working_days(enquiries["s47_start"], asked.list_date) >= CONFERENCE_WORKING_DAYS]
    return due["icpc_date"].notna().astype("boolean")
