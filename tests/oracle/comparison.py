"""The engine's results beside the plain loops' own."""

from reporting.measures.counting import count
from reporting.measures.indicators import INDICATORS
from reporting.model.periods import Month
from reporting.model.reasons import ReasonCode
from tests.oracle.days import Days
from tests.oracle.measures import MEASURES
from tests.oracle.sums import counted, rows_of
from tests.reporting.council import CALENDAR, COUNCIL

DAYS = Days(CALENDAR.holidays)
NOBODY = [0, 0, 0, 0, 0]


def differences(extract, found, failing, *, list_date, period=None, authority=COUNCIL):
    """What the engine and the loops disagree about."""
    asked = {"authority": authority, "period": period or Month.holding(list_date), "list_date": list_date}
    results = count(extract, found, calendar=CALENDAR, **asked)
    assert set(results["indicator"]) == set(MEASURES)
    lists, wrong = rows_of(extract.tables), []
    for (name, window), rows in results.groupby(["indicator", "window"]):
        if (rows["reason_code"] == ReasonCode.COLUMN_BLANK).all():
            continue
        sums = counted(lists, INDICATORS[name], window, days=DAYS, failing=failing, **asked)
        for row in rows.itertuples():
            expected = sums.pop((row.level, row.unit), NOBODY)
            found = [row.yes, row.no, row.unknown, row.cohort, row.undated]
            if found != expected:
                wrong.append((name, window, row.level, row.unit, found, expected))
        wrong += [(name, window, unit, "is not in the grid") for unit in sums]
    return wrong
