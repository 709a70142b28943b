"""Small made-up extracts with dates crowded round the days where definitions turn."""

from datetime import date, timedelta

from reporting.lists import ANNEX_A
from reporting.lists.schema import Kind
from reporting.measures.examples import typed
from reporting.measures.indicators import INDICATORS
from reporting.model.quality import Rule, Severity
from tests.oracle.days import months_on
from tests.reporting.council import TEAMS, checked, conformed

LIST_DATES = (date(2026, 10, 31), date(2024, 2, 29), date(2025, 8, 31), date(2026, 4, 6), date(2026, 10, 14))
MONTHS = (1, 2, 3, 4, 6, 12, 24, 30)
NAMES = [None, "Nowhere Team", *dict.fromkeys(team.name for team in TEAMS)]
USED = sorted({column for indicator in INDICATORS.values() for column in indicator.columns})


def made_up_extract(random, list_date, rows=12):
    """Tables of ``rows`` rows each, linked by a few children."""
    return conformed({name: made_up_table(random, schema, list_date, rows) for name, schema in ANNEX_A.items()})


def made_up_failures(random, rows=12):
    """Failing rows of made-up rules, as the checks give them and as (list, position, column)."""
    broken, flat = [], []
    for column in random.sample(USED, k=12):
        name, key = column.split(".")
        positions = random.sample(range(rows), k=random.choice((1, 1, 2)))
        broken.append((name, positions, (key,)))
        flat += [(name, position, key) for position in positions]
    return checked(*broken), flat


def a_rule(name, *columns, severity=Severity.ERROR):
    return Rule("T99", name, severity, columns, "a rule of the tests", "nothing")


def made_up_table(random, schema, list_date, rows):
    """One list of ``rows`` rows."""
    return typed(
        schema, {column.key: [_cell(random, column, list_date) for _ in range(rows)] for column in schema.columns}
    )


def _cell(random, column, list_date):
    if random.random() < (0.5 if column.needed == "if_ended" else 0.12):
        return None
    if column.key == "team":
        return random.choice(NAMES)
    if column.kind is Kind.DATE:
        return (_birth if column.key == "dob" else _day)(random, list_date).isoformat()
    if column.kind is Kind.WHOLE_NUMBER:
        return str(random.choice((0, 0, 1, 2, 3, 4)))
    if column.kind is Kind.CODE:
        return random.choice(_codes(column))
    return f"{column.key[0]}{random.randint(1, 9)}"


def _codes(column):
    likely = {
        "eligibility": ("RELEVANT", "FORMER", "FORMER", "QUALIFYING", "ELIGIBLE"),
        "case_status": ("CIN", "CIN", "CPP", "CLOSED"),
        "placement_type": ("U1", "U4", "U6", "P1", "K2"),
        "legal_status": ("C1", "C2", "V2", "V3"),
    }
    return likely.get(column.key) or column.code_set.names


def _day(random, list_date):
    return random.choice(
        (
            list_date - timedelta(days=random.randint(-3, 70)),
            months_on(list_date, -random.choice(MONTHS)) + timedelta(days=random.randint(-2, 2)),
            list_date - timedelta(days=random.randint(0, 1200)),
        )
    )


def _birth(random, list_date):
    years = random.choice((0, 4, 5, 5, 15, 16, 16, 17, 18, 19, 21, 22, 25, 26))
    return months_on(list_date, -12 * years) + timedelta(days=random.choice((-40, -1, 0, 1, 40)))
