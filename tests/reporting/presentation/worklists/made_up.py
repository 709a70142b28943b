"""A small council's follow-up, written by hand, that the tests of worklists share."""

from dataclasses import replace
from datetime import date

import pandas as pd

from reporting.assurance.due import DUE_COLUMNS
from reporting.assurance.ledger import FAULT_COLUMNS, PUT_RIGHT_COLUMNS, REMEMBERED_COLUMNS
from reporting.assurance.owners import NO_TEAM
from reporting.lists import ANNEX_A
from reporting.model.periods import Week
from reporting.model.quality import Finding, Rule, Scope, Severity
from reporting.presentation.worklists import Followed, worklists
from tests.reporting.council import COUNCIL, conformed, extract

WEEK, SUNDAY, SUNDAY_BEFORE = Week(2026, 43), date(2026, 10, 25), date(2026, 10, 18)
ASH, BEECH = "Ash Town Assessment", "Beech Safeguarding"
ROLES = {"prepares": "Data and performance team", "holds_team_worklist": "Team manager"}
COUNTY = replace(COUNCIL, roles=ROLES, may_confirm=("Team manager", "Service manager"))

UNREADABLE = Rule(
    "P24", "children_in_need", Severity.ERROR, ("cin_start",), "Every date can be read.", "Enter the date."
)
NOT_SEEN = Rule(
    "6.14", "children_in_need", Severity.WARNING, ("last_seen", "cin_end"), "Every open case says.", "Enter the day."
)
ODD = Rule("8.99", "children_looked_after", Severity.INFORMATION, ("last_review",), "Reviews are held.", "Look at it.")
ELSEWHERE = Rule(
    "6.12",
    "children_looked_after",
    Severity.ERROR,
    ("legal_status",),
    "A child in care is on list 6.",
    "Add the child.",
    mends="children_in_need",
)
WHOLE = Rule("P13", "contacts", Severity.INFORMATION, ("gender",), "Gender is known.", "Ask why.", scope=Scope.LIST)
RULES = {rule.key: rule for rule in (UNREADABLE, NOT_SEEN, ODD, ELSEWHERE, WHOLE)}

LISTS_AS_TEXT = {
    "children_in_need": """child_id | cin_start  | cin_end | last_seen
                           A1       | 2026-01-05 |         | 2026-09-01
                           A2       | 2026-01-06 |         |
                           A3       | 2026-01-07 |         | """,
    "children_looked_after": """child_id | cla_start  | legal_status | last_review
                                B1       | 2020-01-05 | C2           | 2026-05-01
                                B2       | 2020-01-06 | C2           | 2026-04-27""",
}


def lists(**received):
    """The two lists, and the text they came as: as typed, or as given for a column (``list.column`` in underscores)."""
    tables = extract(**LISTS_AS_TEXT).tables
    came = {name: table.drop(columns="row").astype("object") for name, table in tables.items()}
    for name, table in came.items():
        for key in table:
            dates = pd.api.types.is_datetime64_any_dtype(tables[name][key])
            table[key] = tables[name][key].dt.strftime("%Y-%m-%d") if dates else table[key]
    for place, values in received.items():
        name = next(name for name in ANNEX_A if place.startswith(f"{name}_"))
        came[name][place.removeprefix(f"{name}_")] = values
    return conformed(tables, received=came)


def fault(number, rule, position, **stated):
    """One line of the ledger, open since the Sunday before unless it says otherwise."""
    usual = {
        "fault": f"{number:016x}",
        "reference": f"REF{number:07d}",
        "list": rule.list,
        "position": position,
        "row": position + 2,
        "rule": rule.key,
        "id": rule.id,
        "severity": rule.severity.value,
        "mends": rule.list_to_mend,
        "team": ASH,
        "district": "Ash",
        "locality": "North",
        "worker": "W1",
        "since": SUNDAY_BEFORE.isoformat(),
        "state": "open",
        "weight": 2,
        "vanished": False,
    }
    return {**usual, **stated}


FAULTS = (
    fault(1, ODD, 0, team=BEECH),
    fault(2, NOT_SEEN, 1, worker="W2"),
    fault(3, NOT_SEEN, 2, worker="W1", state="new", since=SUNDAY.isoformat()),
    fault(4, UNREADABLE, 0, weight=1),
    fault(5, UNREADABLE, 2, weight=0, worker=None),
    fault(6, ELSEWHERE, 1, team=NO_TEAM, worker=None),
    fault(7, NOT_SEEN, 0, state="confirmed"),
    fault(8, UNREADABLE, 1),
)


def falling(position, due, days, name="children_in_need", **stated):
    """One line of what falls due."""
    usual = {"list": name, "position": position, "row": position + 2, "what": "child in need to be seen", "due": due}
    owner = {"working_days": days, "team": ASH, "district": "Ash", "locality": "North", "worker": "W1"}
    return {**usual, **owner, **stated}


DUE = (falling(1, "2026-11-06", 10), falling(0, "2026-10-27", 2, what="child protection visit", worker=None))


def followed(faults=FAULTS, due=DUE, *, put_right=(), remembered=(), findings=(), conformed=None, **before):
    """A follow-up of these lines."""
    return Followed(
        faults=pd.DataFrame(list(faults), columns=list(FAULT_COLUMNS)),
        put_right=pd.DataFrame(list(put_right), columns=list(PUT_RIGHT_COLUMNS)),
        due=pd.DataFrame(list(due), columns=list(DUE_COLUMNS)),
        remembered=pd.DataFrame(list(remembered), columns=list(REMEMBERED_COLUMNS)),
        rules=RULES,
        findings=tuple(findings),
        conformed=conformed or lists(),
        **before,
    )


def all_worklists(told=None, authority=COUNTY, period=WEEK, list_date=SUNDAY):
    """Every worklist, by team."""
    made = worklists(told or followed(), authority=authority, period=period, list_date=list_date)
    return {one.team: one for one in made}


def finding(rule, name, *, failed=3, checked=10, errored=False, says="Something of the file."):
    """A finding, in counts."""
    return Finding(rule, Severity.WARNING, name, checked, failed, says, "Do this.", errored=errored)
