"""The days on which monthly cycles start: a working day of each month, which no cron expression can name.

They are written out for as long ahead as is useful and as bank holidays are known, so they come to an end, and whoever
can do something about it is told beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from reporting.model.calendar import Calendar
from reporting.model.periods import Month, day_words

MONTHS_AHEAD = 24
MONTHS_OF_WARNING = 3
_RDATE = "RDATE:"


def working_day(calendar: Calendar, month: Month, number: int) -> date:
    """The ``number``th working day of a month."""
    return calendar.add_working_days(month.first_day - timedelta(days=1), number)


def days_ahead(calendar: Calendar, today: date, number: int) -> tuple[date, ...]:
    """The ``number``th working days from today on: two years of them, or as many as bank holidays are known for."""
    months = (Month.holding(today).earlier(-count) for count in range(MONTHS_AHEAD + 1))
    known = (month for month in months if calendar.covers(month.first_day))
    days = (working_day(calendar, month, number) for month in known)
    return tuple(day for day in days if day >= today)[:MONTHS_AHEAD]


def rrule(days: Sequence[date], at: time) -> str:
    """An RRULE text that names each of the days. The schedule's own timezone says where it is that time."""
    stamps = [f"{day:%Y%m%d}T{at:%H%M%S}" for day in days]
    return f"DTSTART:{stamps[0]}\n{_RDATE}{','.join(stamps)}"


def last_day(text: str) -> date | None:
    """The last of the days that an RRULE text of ours names; None for one that names none, and so goes on for ever."""
    named = next((line.removeprefix(_RDATE) for line in text.splitlines() if line.startswith(_RDATE)), None)
    return datetime.strptime(named.split(",")[-1], "%Y%m%dT%H%M%S").date() if named else None  # noqa: DTZ007


def ends_soon(last: date | None, today: date) -> bool:
    """Whether there is nothing, or less than a warning's time, from today to the last day."""
    return last is None or Month.holding(last) < Month.holding(today).earlier(-MONTHS_OF_WARNING)


def warning(calendar: Calendar, today: date, number: int) -> str | None:
    """What to do before the days that can be scheduled at all have come to an end; None while there is time."""
    last = max(days_ahead(calendar, today, number), default=None)
    if not ends_soon(last, today):
        return None
    until = f"end on {day_words(last)}" if last else "cannot be scheduled"
    return (
        f"monthly runs {until}, because bank holidays are known no further. Add the coming years' to "
        "reference/bank_holidays.csv, then run `lineofsight deploy`."
    )
