"""The days on which monthly cycles start: a working day of each month, which no cron expression can name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from reporting.model.calendar import Calendar
from reporting.model.periods import Month


def working_day(calendar: Calendar, month: Month, number: int) -> date:
    """The ``number``th working day of a month."""
    return calendar.add_working_days(month.first_day - timedelta(days=1), number)


def rrule(calendar: Calendar, first: Month, months: int, number: int, at: time) -> str:
    """An RRULE text that names each of the days. The schedule's own timezone says where it is that time."""
    days = [working_day(calendar, month, number) for month in _months(first, months)]
    stamps = [f"{day:%Y%m%d}T{at:%H%M%S}" for day in days]
    return f"DTSTART:{stamps[0]}\nRDATE:{','.join(stamps)}"


def _months(first: Month, months: int) -> Iterator[Month]:
    month = first
    for _ in range(months):
        yield month
        month = month.following
