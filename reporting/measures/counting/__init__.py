"""Counting: every indicator, for every window, level and unit, as yes, no and not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import pandas as pd

from reporting.measures.counting.basis import CountingBasis, counting_basis
from reporting.measures.counting.results import results
from reporting.measures.indicators import INDICATORS
from reporting.measures.indicators.model import Asked, Indicator
from reporting.model.calendar import Calendar, months_before
from reporting.model.figures import RESULT_COLUMNS, Level
from reporting.model.periods import MONTHS_IN, Month, Span, Window, span_of
from reporting.model.quality import Checked
from reporting.model.received import Conformed
from reporting.model.settings import Authority

REBUILT_LIMIT = (
    "Rebuilt from one upload: the lists hold one row a child, so a child who ended and began again "
    "inside the six months shows only once."
)


def count(
    conformed: Conformed,
    checked: Checked,
    *,
    authority: Authority,
    calendar: Calendar,
    period: Month,
    list_date: date,
    windows: Collection[Window] = tuple(Window),
) -> pd.DataFrame:
    """Every indicator's results for one period, from one extract, for the windows that are wanted.

    Columns are ``RESULT_COLUMNS``, with the types stated there; the index counts from 0.
    """
    ground = counting_basis(conformed, checked, authority=authority, calendar=calendar, list_date=list_date)
    frames = [
        results(ground, indicator, ground.asked(period, window), indicator.levels)
        for indicator in INDICATORS.values()
        for window in indicator.windows
        if window in windows
    ]
    return pd.concat(frames, ignore_index=True)


def rebuild(
    conformed: Conformed,
    checked: Checked,
    *,
    authority: Authority,
    calendar: Calendar,
    period: Month,
    list_date: date,
    months: int = 5,
) -> pd.DataFrame:
    """Earlier months of the whole county, rebuilt from this one upload, for the indicators that allow it.

    Flows by calendar month and stocks at the month's end, for months that lie wholly inside the six the lists
    go back. See ``REBUILT_LIMIT``. Columns are ``RESULT_COLUMNS`` and ``period`` (text, such as 2026-09); the index
    counts from 0.
    """
    ground = counting_basis(conformed, checked, authority=authority, calendar=calendar, list_date=list_date)
    goes_back_to = months_before(list_date, MONTHS_IN[Window.SIX_MONTHS])
    frames = [
        results(ground, indicator, asked, (Level.COUNTY,)).assign(period=str(asked.period))
        for indicator in INDICATORS.values()
        if indicator.rebuilds
        for asked in _earlier(ground, indicator, period, months)
        if (asked.span.after or asked.span.until) >= goes_back_to
    ]
    if not frames:
        return pd.DataFrame(columns=[*RESULT_COLUMNS, "period"])
    return pd.concat(frames, ignore_index=True)


def _earlier(ground: CountingBasis, indicator: Indicator, period: Month, months: int) -> Iterator[Asked]:
    """What the indicator is asked of each earlier month. A stock is asked as it stood at the month's end."""
    for back in range(1, months + 1):
        month = period.earlier(back)
        if Window.AS_AT in indicator.windows:
            ended = month.last_day
            yield Asked(month, Window.AS_AT, Span(None, ended), ended, ground.calendar, ground.limits_on(ended))
        else:
            span = span_of(Window.MONTH, month, ground.list_date)
            limits = ground.limits_on(ground.list_date)
            yield Asked(month, Window.MONTH, span, ground.list_date, ground.calendar, limits)
