"""The working day of a month, which weekends and bank holidays push back."""

from datetime import date

import pytest

from flows.schedule import working_day
from reporting.model.periods import Month
from tasks.configuration import load_calendar


@pytest.mark.parametrize(
    ("month", "fifth"),
    [
        ("2026-12", date(2026, 12, 7)),
        ("2027-01", date(2027, 1, 8)),  # New Year's Day is a Friday
        ("2027-05", date(2027, 5, 10)),  # the early May holiday is the third
        ("2028-01", date(2028, 1, 10)),  # New Year's Day is a Saturday, kept on the Monday
    ],
)
def test_the_fifth_working_day(month, fifth):
    assert working_day(load_calendar(), Month.parse(month), 5) == fifth
