"""The engine's results beside the plain loops' own."""

from reporting.measures.counting import count
from reporting.measures.grading import grade
from reporting.measures.indicators import INDICATORS
from reporting.model.periods import Month
from reporting.model.reasons import ReasonCode
from tests.oracle.days import ONE_DAY, Days, months_on
from tests.oracle.measures import MEASURES
from tests.oracle.sums import counted, rows_of
from tests.reporting.council import CALENDAR, COUNCIL

DAYS = Days(CALENDAR.holidays)
NOBODY = [0, 0, 0, 0, 0]


def differences(extract, found, failing, *, list_date, period=None, authority=COUNCIL):
    """What the engine and the loops disagree about."""
    asked = {"authority": authority, "period": period or Month.holding(list_date), "list_date": list_date}
    results = grade(count(extract, found, calendar=CALENDAR, **asked), **asked)
    assert set(INDICATORS) <= set(results["indicator"]) <= set(authority.definitions)
    lists, wrong = rows_of(extract.tables), []
    for (name, window), rows in results[results["indicator"].isin(list(MEASURES))].groupby(["indicator", "window"]):
        if (rows["reason_code"] == ReasonCode.COLUMN_BLANK).all():
            continue
        sums = counted(lists, authority.definitions[name], window, days=DAYS, failing=failing, **asked)
        for row in rows.itertuples():
            expected = sums.pop((row.level, row.unit), NOBODY)
            if name.endswith("_per_10000") and not is_the_rate(row, window, **asked):
                wrong.append((name, window, row.level, row.unit, row.value, "is not the rate"))
            found = [row.yes, row.no, row.unknown, row.cohort, row.undated]
            if found != expected:
                wrong.append((name, window, row.level, row.unit, found, expected))
        wrong += [(name, window, unit, "is not in the grid") for unit in sums]
    return wrong


def is_the_rate(row, window, *, authority, period, list_date):
    """Whether a rate is its count for every 10,000 children of the newest year held, over six months made a year."""
    held = [known for known in authority.populations if known.unit == row.unit and known.year <= period.year]
    if not held or row.yes != row.yes:
        return row.value != row.value and row.status == "not_computable"
    newest = held[0]
    for known in held:
        newest = known if known.year > newest.year else newest
    rate = row.yes / newest.children * 10000
    if window == "six_months":
        days, day = 0, months_on(list_date, -6)
        while day < list_date:
            days, day = days + 1, day + ONE_DAY
        rate = rate / days * 365
    return abs(row.value - rate) < 1e-9
