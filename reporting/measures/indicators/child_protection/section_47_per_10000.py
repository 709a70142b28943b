"""Section 47 enquiries, against the number of children who live here."""

from reporting.measures.indicators.model import (
    A_FLOW,
    WHERE_PEOPLE_LIVE,
    Answers,
    Asked,
    Blank,
    Direction,
    Scale,
    indicator,
)
from reporting.measures.tables import everyone, in_window
from reporting.model.received import Tables


@indicator(
    title="Section 47 enquiries per 10,000 children",
    short_title="Section 47 per 10,000",
    counts="Section 47 enquiries started in the window",
    out_of="Children aged 0 to 17 who live in the area, in ten thousands",
    scale=Scale.PER_10000,
    direction=Direction.NEITHER,
    list="section_47_enquiries",
    membership=("section_47_enquiries.child_id", "section_47_enquiries.s47_start"),
    decides=(),
    windows=A_FLOW,
    levels=WHERE_PEOPLE_LIVE,
    blank=Blank.NOT_KNOWN,
    blank_means="A row without this date is not in the count.",
    undated="",
    limits=(),
    rebuilds=True,
    themes=("child protection",),
    source=(
        "Annex A list 5; measure 5.01 of the field book; DfE children in need census, table C4. Population: ONS "
        "mid-year estimate."
    ),
    answers=("s47_investigations",),
    caution="A month is the raw monthly rate; six months are scaled to a year (x 365 / days in the window).",
    example="""
        child_id | s47_start
        a        | 2026-10-01
        a        | 2026-10-30
        b        | 2026-09-30""",
    expect="2 counted, 0 not known",
)
def section_47_per_10000(tables: Tables, asked: Asked) -> Answers:
    return everyone(in_window(tables["section_47_enquiries"], "s47_start", asked.span))
