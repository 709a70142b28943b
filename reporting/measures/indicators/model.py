"""What an indicator is: one definition with every field stated, one worked example, one short function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pandas as pd

from reporting.model.calendar import Calendar
from reporting.model.measures import DefinedMeasure, Direction
from reporting.model.periods import Month, Span, Window
from reporting.model.received import Tables
from reporting.model.scales import Scale


class Blank(StrEnum):
    """What an ordinary blank in the deciding column means."""

    NOT_KNOWN = "not_known"
    NOT_MET = "not_met"
    IS_THE_ANSWER = "is_the_answer"


@dataclass(frozen=True)
class Asked:
    """What an indicator is asked: for which days, as the lists stood on which day, under which local limits.

    ``span`` is the window's days (after < event <= until). ``limits`` are the authority's own, by name.
    """

    period: Month
    window: Window
    span: Span
    list_date: date
    calendar: Calendar
    limits: Mapping[str, int]


Answers = pd.Series
"""One answer per cohort row: nullable boolean (or Float64 days), indexed by position in the indicator's list."""

Answering = Callable[[Tables, Asked], Answers]


@dataclass(frozen=True, kw_only=True)
class Stated(DefinedMeasure):
    """Everything an indicator says of itself."""

    blank: Blank
    undated: str
    example: str
    expect: str


@dataclass(frozen=True, kw_only=True)
class Indicator(Stated):
    """One measure that is counted from the lists, and the function that decides it."""

    function: Answering


@dataclass(frozen=True, kw_only=True)
class Definition(Stated):
    """Turns the function below it into the indicator it decides, named after that function."""

    name: str = field(init=False, default="")

    def __call__(self, function: Answering) -> Indicator:
        """The indicator that ``function`` decides."""
        return Indicator(**{**vars(self), "name": function.__name__, "function": function})


indicator = Definition

EVERYWHERE = ("county", "locality", "district", "team")
WHERE_PEOPLE_LIVE = ("county", "locality", "district")
EVERYWHERE_AND_BY_AGE = (*EVERYWHERE, "age_group")
A_FLOW = (Window.MONTH, Window.SIX_MONTHS)
A_SNAPSHOT = (Window.AS_AT,)
A_YEAR = (Window.TWELVE_MONTHS,)

__all__ = [
    "A_FLOW",
    "A_SNAPSHOT",
    "A_YEAR",
    "EVERYWHERE",
    "EVERYWHERE_AND_BY_AGE",
    "WHERE_PEOPLE_LIVE",
    "Answering",
    "Answers",
    "Asked",
    "Blank",
    "Definition",
    "Direction",
    "Indicator",
    "Scale",
    "Stated",
    "Window",
    "indicator",
]
