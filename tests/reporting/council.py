"""A small council, and small extracts for it, that the tests of counting share."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd

from reporting.lists import ANNEX_A
from reporting.measures.examples import LIMITS, LIST_DATE, PERIOD, cells, typed
from reporting.model.agreements import always
from reporting.model.calendar import Calendar
from reporting.model.quality import FAILING_ROW_COLUMNS, Checked, Rule, Severity
from reporting.model.received import Conformed
from reporting.model.settings import Authority, Limit, Team
from tasks.configuration.measures import load_measures

HOLIDAYS = Path(__file__).parents[2] / "data" / "reference" / "bank_holidays.csv"
LONG_AGO = date(2018, 4, 1)
ONE_TEAM = "Ash Town Assessment"

TEAMS = (
    Team(ONE_TEAM, "Ash", "North", LONG_AGO, None),
    Team("Ash Town Care", "Ash", "North", LONG_AGO, None),
    Team("Beech Safeguarding", "Beech", "North", LONG_AGO, None),
    Team("Cedar Safeguarding", "Cedar", "South", LONG_AGO, None),
    Team("Moved Team", "Beech", "North", LONG_AGO, date(2023, 12, 31)),
    Team("Moved Team", "Cedar", "South", date(2024, 1, 1), None),
    Team("Closed Team", "Ash", "North", LONG_AGO, date(2022, 3, 31)),
    Team("Leaving Care", "county-wide", "county-wide", LONG_AGO, None),
)

COUNCIL = Authority(
    lists=tuple(ANNEX_A),
    key="treeshire",
    name="Treeshire",
    county_unit="Treeshire",
    ons_code="E10000099",
    populations=(),
    limits={name: always(Limit(name, value, "days", assumed=False)) for name, value in LIMITS.items()},
    tolerance=always(0.05),
    confirmed_empty=always(frozenset()),
    smallest_graded=always(10),
    markings={},
    teams=TEAMS,
    localities=("North", "South"),
    districts=("Ash", "Beech", "Cedar"),
    measures={},
    comparators=(),
    neighbours={},
    headings={},
    values={},
    content="",
    definitions=load_measures(),
)


def england():
    """England's calendar, from the list the product uses."""
    with HOLIDAYS.open(encoding="utf-8", newline="") as lines:
        return Calendar.of(date.fromisoformat(line["date"]) for line in csv.DictReader(lines))


CALENDAR = england()


def extract(**lists):
    """An extract of the lists given as small tables of text; the others are there and empty."""
    return conformed({name: typed(schema, cells(_lines(lists.get(name, "")))) for name, schema in ANNEX_A.items()})


def conformed(tables, *, received=None, absent=None, missing=None):
    return Conformed(tables, received or {}, absent or {}, missing or {}, "later", (), ())


def checked(*broken, withheld=None, errored=(), severity=Severity.ERROR):
    """What checking found: each of ``broken`` is (list, positions, columns) of one rule."""
    rules = {}
    rows = []
    for number, (name, positions, columns) in enumerate(broken):
        rule = Rule(f"T{number:02d}", name, severity, tuple(columns), "a rule of the tests", "nothing")
        rules[rule.key] = rule
        rows += [(name, position, rule.key, True) for position in positions]
    for rule in errored:
        rules[rule.key] = rule
    return Checked(
        findings=(),
        failing=pd.DataFrame(rows, columns=list(FAILING_ROW_COLUMNS)),
        rules=rules,
        withheld_lists=withheld or {},
        errored=frozenset(rule.key for rule in errored),
    )


ALL_WELL = checked()
ASKED = {"authority": COUNCIL, "calendar": CALENDAR, "period": PERIOD, "list_date": LIST_DATE}


def _lines(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]
