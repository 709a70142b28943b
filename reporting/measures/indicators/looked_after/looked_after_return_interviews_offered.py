"""Children who went missing from care and were offered a return interview."""

from datetime import date

from reporting.measures.cohorts import looked_after
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
from reporting.measures.tables import at_least, is_yes
from reporting.model.received import Tables


@indicator(
    number="LA12",
    title="Children missing from care who were offered a return interview",
    short_title="Return interviews offered",
    counts="Of those, children offered a return home interview",
    out_of="Children looked after on the list date who went missing at least once in the last 12 months",
    scale=Scale.PERCENT,
    direction=Direction.HIGHER_IS_BETTER,
    list="children_looked_after",
    membership=(
        "children_looked_after.child_id",
        "children_looked_after.cla_start",
        "children_looked_after.ceased_date",
        "children_looked_after.legal_status",
        "children_looked_after.missing_12m",
    ),
    decides=("children_looked_after.rhi_offered",),
    windows=A_SNAPSHOT,
    levels=EVERYWHERE,
    blank=Blank.NOT_KNOWN,
    blank_means="Whether an interview was offered is unknown or not recorded.",
    undated="",
    limits=(),
    rebuilds=False,
    themes=("looked after",),
    owner="Head of service, children looked after",
    reviewed=date(2026, 11, 27),
    version=1,
    source=(
        "Annex A list 8; measure 8.23 of the field book. Statutory guidance on children who run away or go "
        "missing, 2014."
    ),
    answers=("missing_return_interviews",),
    caution="The list has no date of interview, so the 72 hours of the guidance cannot be measured.",
    example="""
        child_id | cla_start  | ceased_date | legal_status | missing_12m | rhi_offered
        a        | 2025-01-05 |             | C2           | 2           | Y
        b        | 2025-01-05 |             | C2           | 1           | N
        c        | 2025-01-05 |             | C2           | 1           |
        d        | 2025-01-05 |             | C2           | 0           |""",
    expect="1 of 2, 1 not known",
)
def looked_after_return_interviews_offered(tables: Tables, asked: Asked) -> Answers:
    children = looked_after(tables, asked.list_date)
    missing = children[at_least(children["missing_12m"], 1).fillna(False)]
    return is_yes(missing["rhi_offered"])
