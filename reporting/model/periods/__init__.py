"""Periods, from a day to twelve months, how often each comes round, and the windows an indicator can be asked about."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.model.periods.days import Day, Week
from reporting.model.periods.months import HalfYear, Month, Quarter, RollingYear, Term, Year
from reporting.model.periods.protocol import MONTH_NAMES, Cadence, NotAPeriod, Period, day_words
from reporting.model.periods.windows import MONTHS_IN, Span, Window, span_of

KINDS: tuple[type[Period], ...] = (Day, Week, Month, Quarter, Term, HalfYear, Year, RollingYear)
KIND_OF: dict[Cadence, type[Period]] = {kind.cadence: kind for kind in KINDS if kind is not RollingYear}
CYCLED: tuple[type[Period], ...] = (Week, Month)  # those that a cycle runs for, and the record keeps


def period_named(text: str, among: Sequence[type[Period]] = KINDS) -> Period:
    """The period that ``text`` names, of whichever kind it is written as. Raises ``NotAPeriod``."""
    for kind in among:
        if kind.pattern.fullmatch(text.strip()):
            return kind.parse(text)
    ways = ", or ".join(f"a {kind.called} as {kind.example}" for kind in among)
    raise NotAPeriod(text, "period", f"{ways}")


def ends_with(cadence: Cadence, period: Period) -> bool:
    """Whether what is wanted so often is wanted when ``period`` has ended: a quarter's in the month that ends it.

    What is wanted six-weekly or by exception is of no period, and so is never wanted for one having ended.
    """
    kind = KIND_OF.get(cadence)
    if kind is None or kind.made_of is not period.cadence:
        return False
    return kind.holding(period.last_day).last_day == period.last_day


__all__ = [
    "CYCLED",
    "KINDS",
    "KIND_OF",
    "MONTHS_IN",
    "MONTH_NAMES",
    "Cadence",
    "Day",
    "HalfYear",
    "Month",
    "NotAPeriod",
    "Period",
    "Quarter",
    "RollingYear",
    "Span",
    "Term",
    "Week",
    "Window",
    "Year",
    "day_words",
    "ends_with",
    "period_named",
    "span_of",
]
