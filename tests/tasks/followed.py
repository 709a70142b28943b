"""Extracts followed up in a record, week after week, from what their checks found: no checking and no counting."""

from dataclasses import replace

import pandas as pd

from reporting.lists import LISTS
from reporting.measures.examples import cells, typed
from reporting.model.causes import Cause, StageInput
from reporting.model.figures import FIGURE_COLUMNS
from reporting.model.periods import period_named
from reporting.model.quality import Checked, Finding, Rule, Severity
from reporting.model.received import Conformed
from tasks.configuration import load_authority
from tasks.fingerprints import hash_of
from tasks.record.keeping import Record
from tasks.record.tables import checked_files, conformed_files, frame, read_frame, words
from tasks.stages.cycle import Cycle
from tasks.stages.defined import CHECK, CONFORM, COUNT
from tasks.stages.follow_up import follow_up
from tasks.stages.request import workspace_for

NO_START = Rule("6.01", "children_in_need", Severity.ERROR, ("cin_start",), "There is a start.", "Give it.")
ODD_AGE = Rule("P10", "children_in_need", Severity.WARNING, ("age",), "Ages are from -1 to 25.", "Correct it.")
RULES = {rule.key: rule for rule in (NO_START, ODD_AGE)}
THREE_CHILDREN = """
    child_id | cin_start  | age | team
    CANARYA  |            | 40  | Fylde Assessment and Safeguarding
    CANARYB  | 2026-08-01 | 41  | Pendle Assessment and Safeguarding
    CANARYC  | 2026-08-01 | 42  | Nowhere
"""


def cycle_of(period, list_date=None):
    named = period_named(period)
    return Cycle(
        run=f"run of {period}",
        authority="lancashire",
        period=period,
        extract="",
        list_date=list_date or named.last_day,
        synthetic=True,
        settings=load_authority("lancashire").content,
    )


def lists(text):
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    table = typed(LISTS["children_in_need"], cells(lines))
    tables = {"children_in_need": table}
    received = {"children_in_need": table.drop(columns="row").astype("str")}
    return Conformed(tables, received, {}, {}, "later", (), ())


def checked(*broken, **said):
    rows = [(rule.list, place, rule.key, True) for rule, *places in broken for place in places]
    failing = pd.DataFrame(rows, columns=["list", "position", "rule", "mend"])
    failing = failing.astype({"list": "str", "position": "int64", "rule": "str", "mend": "bool"})
    return replace(Checked((), failing, RULES, {}), **said)


def finding_of(rule, failed):
    return Finding(rule.id, rule.severity, rule.list, 3, failed, rule.says, rule.do)


def stages(at, extract, found):
    """What conforming, checking and counting put out."""
    given = [StageInput(Cause.EXTRACT, "made up", hash_of(str(one))) for one in (extract, found)]
    conformed = at.record.once(at.work(CONFORM, (), given[0]), lambda: conformed_files(lists(extract)))
    check = at.record.once(at.work(CHECK, (conformed,), given[1]), lambda: checked_files(found))
    made_from = {"conformed": conformed.inputs, "checked": check.inputs}
    figures = pd.DataFrame(columns=list(FIGURE_COLUMNS)).astype("str")
    counted = at.record.once(
        at.work(COUNT, (conformed, check), at.of_period()),
        lambda: [words("made from", made_from), frame("figures", figures)],
    )
    return conformed, check, counted


def follow(period, *broken, extract=THREE_CHILDREN, list_date=None, **said):
    """Follow up one period, as its cycle does."""
    at = workspace_for(cycle_of(period, list_date), Record())
    return follow_up.fn(at, *stages(at, extract, checked(*broken, **said)))


def ledger_of(done):
    return read_frame(Record().store, done, "ledger")


def in_words(done):
    """Every fault as (rule, state, since)."""
    ledger = ledger_of(done).sort_values(["id", "position"])
    return [tuple(row) for row in ledger[["id", "state", "since"]].itertuples(index=False)]
