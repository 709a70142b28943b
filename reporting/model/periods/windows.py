"""The windows an indicator can be asked about, and the days they cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reporting.model.calendar import months_before
from reporting.model.periods.months import Month


class Window(StrEnum):
    """The stretch of time a figure speaks of."""

    AS_AT = "as_at"
    MONTH = "month"
    SIX_MONTHS = "six_months"
    TWELVE_MONTHS = "twelve_months"


MONTHS_IN = {Window.SIX_MONTHS: 6, Window.TWELVE_MONTHS: 12}


@dataclass(frozen=True)
class Span:
    """The days of a window: ``after`` < event <= ``until``. A snapshot has no ``after``."""

    after: date | None
    until: date

    @property
    def days(self) -> int:
        """Days in the span; a snapshot has none."""
        return (self.until - self.after).days if self.after else 0


def span_of(window: Window, period: Month, list_date: date) -> Span:
    """The days that ``window`` covers for ``period``, for lists run on ``list_date``.

    A month is the calendar month of the period. Six and twelve months run back from the list date
    (list date less six months < event <= list date). Source: Annex A guidance, August 2019; the
    issue binds where the field book includes the first day.
    """
    if window is Window.AS_AT:
        return Span(None, list_date)
    if window is Window.MONTH:
        return Span(period.first_day - timedelta(days=1), period.last_day)
    return Span(months_before(list_date, MONTHS_IN[window]), list_date)
