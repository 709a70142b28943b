"""Days, counted one at a time: no arithmetic shared with the engine."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)


class Days:
    """Working days by walking the calendar from one day to the next."""

    def __init__(self, holidays):
        self.holidays = set(holidays)
        self.between = lru_cache(maxsize=None)(self._between)

    def _between(self, start, end):
        if end < start:
            return -self._between(end, start)
        count, day = 0, start
        while day < end:
            day += ONE_DAY
            if day.weekday() not in (5, 6) and day not in self.holidays:
                count += 1
        return count


def months_on(day, months):
    """``day`` moved by calendar months, held back to the month's last day."""
    index = day.year * 12 + (day.month - 1) + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def age(born, day):
    years = day.year - born.year
    if (day.month, day.day) < (born.month, born.day):
        years -= 1
    return years
