"""Days as numbers agree with the calendar that the reports use."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from reporting.model.calendar import Calendar
from reporting.model.calendar import months_before as one_month_before
from synthetic_council.days import WorkingDays, age_on, calendar_day, months_before, number

HOLIDAYS = Path(__file__).parents[2] / "data" / "reference" / "bank_holidays.csv"
DAYS = [date(2024, 2, 1) + timedelta(days=step) for step in range(0, 900, 7)]


@pytest.mark.parametrize("months", [3, 6, 12, 24, -24])
def test_months_before(months: int) -> None:
    for day in (*DAYS, date(2026, 8, 31), date(2024, 2, 29)):
        found = calendar_day(int(months_before(np.array([number(day)]), months)[0]))
        assert found == one_month_before(day, months)


def test_working_days() -> None:
    working = WorkingDays.from_csv(HOLIDAYS)
    calendar = Calendar.of(day.astype(object) for day in working.holidays)
    for day in DAYS:
        later = day + timedelta(days=53)
        assert working.between(number(day), number(later)) == calendar.working_days_between(day, later)
        after = working.after(np.array([number(day)]), 15)
        assert calendar_day(int(after[0])) == calendar.add_working_days(day, 15)


def test_ages() -> None:
    born = np.array([number(date(2020, 2, 29)), number(date(2027, 1, 1))])
    assert age_on(born, number(date(2026, 2, 28))).tolist() == [5, -1]
    assert age_on(born, number(date(2026, 3, 1))).tolist() == [6, -1]
