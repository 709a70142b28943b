"""What stands, what is new, what was put right: worked by hand on a few rows."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from reporting.examples import cells, typed
from reporting.ledger import FAULT_COLUMNS, NOT_HERE, PUT_RIGHT_COLUMNS, Before, follow
from reporting.lists import LISTS
from reporting.owners import NO_TEAM, owners
from reporting.quality import Checked, Rule, Scope, Severity
from reporting.received import Conformed
from reporting.withholding import Weights
from tests.reporting.council import TEAMS

WEEKS = [date(2026, 10, 4), date(2026, 10, 11), date(2026, 10, 18), date(2026, 10, 25)]
NO_START = Rule("6.01", "children_in_need", Severity.ERROR, ("cin_start",), "There is a start.", "Give it.")
ODD_AGE = Rule("P10", "children_in_need", Severity.WARNING, ("age",), "Ages are from -1 to 25.", "Correct it.")
NO_SOURCE = Rule("1.04", "contacts", Severity.WARNING, ("contact_source",), "There is a source.", "Give it.")
NO_ETHNICITY = Rule("P13", "contacts", Severity.INFORMATION, ("ethnicity",), "Ethnicity is known.", "Ask.")
GONE = Rule("M01", "children_in_need", Severity.WARNING, ("cin_start",), "Open rows stay or end.", "End it.")
SHARE = Rule("P14", "contacts", Severity.WARNING, ("ethnicity",), "Few are unknown.", "Look.", scope=Scope.LIST)
RULES = {rule.key: rule for rule in (NO_START, ODD_AGE, NO_SOURCE, NO_ETHNICITY, GONE, SHARE)}


def lists(need="", contacts="", missing=()):
    texts = {"children_in_need": need, "contacts": contacts}
    tables = {name: typed(LISTS[name], cells(_lines(text))) for name, text in texts.items()}
    received = {name: table.drop(columns="row").astype("str") for name, table in tables.items()}
    return Conformed(tables, received, {}, dict.fromkeys(missing, "List 6 was not found."), "later", (), ())


def _lines(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def checked(*broken, vanished=(), withheld=(), errored=(), not_run=()):
    """What checking found: each of ``broken`` is a rule and the positions that fail it."""
    rows = [(rule.list, place, rule.key, True) for rule, *places in broken for place in places]
    wanting = {rule.key for rule in (*errored, *not_run)}
    return Checked(
        findings=(),
        failing=pd.DataFrame(rows, columns=["list", "position", "rule", "mend"]),
        rules={key: rule for key, rule in RULES.items() if key not in wanting},
        withheld_lists=dict.fromkeys(withheld, "List 6 was not found."),
        errored=frozenset(rule.key for rule in errored),
        not_run=frozenset(rule.key for rule in not_run),
        vanished=pd.DataFrame(
            [(rule.list, place, rule.key) for rule, *places in vanished for place in places],
            columns=["list", "position", "rule"],
        ),
    )


def followed(*weeks, confirmed=(), weights=None):
    """The ledger of the last of several weeks, each an extract and what its checks found."""
    ledger = earlier = None
    for day, (extract, found) in zip(WEEKS, weeks, strict=False):
        whose = owners(extract.tables, TEAMS, day)
        if earlier:
            earlier = replace(earlier, owners=owners(earlier.conformed.tables, TEAMS, day))
        ledger = follow(
            extract,
            found,
            whose,
            list_date=day,
            weights=weights or Weights(),
            earlier=earlier,
            confirmed=frozenset(confirmed),
        )
        earlier = Before(ledger.faults, ledger.remembered, extract, {})
    return ledger


TWO_CHILDREN = lists("""
    child_id | cin_start  | age | team
    a        |            | 40  | Beech Safeguarding
    b        | 2026-08-01 | 7   | Cedar Safeguarding
""")


def test_a_fault_says_whose_it_is_since_when_and_where():
    (fault,) = followed((TWO_CHILDREN, checked((NO_START, 0)))).faults.to_dict("records")
    told = {name: fault[name] for name in ("list", "position", "row", "id", "severity", "mends", "team", "district")}
    assert told == {
        "list": "children_in_need",
        "position": 0,
        "row": 2,
        "id": "6.01",
        "severity": "error",
        "mends": "children_in_need",
        "team": "Beech Safeguarding",
        "district": "Beech",
    }
    assert (fault["since"], fault["state"], fault["vanished"]) == ("2026-10-04", "new", False)
    assert len(fault["fault"]) == 16
    assert len(fault["reference"]) == 10
