"""What an indicator is: one definition with every field stated, one worked example, one short function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from reporting.model.calendar import Calendar
from reporting.model.periods import Month, Span, Window
from reporting.model.received import Tables
from reporting.model.scales import Scale as Scale


class Direction(StrEnum):
    """Which way is good for children."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEITHER = "neither"


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
class Stated:
    """Everything an indicator says of itself. There are no defaults: meaning is never left out."""

    title: str
    short_title: str
    counts: str
    out_of: str
    scale: Scale
    direction: Direction
    list: str
    membership: tuple[str, ...]
    decides: tuple[str, ...]
    windows: tuple[Window, ...]
    levels: tuple[str, ...]
    blank: Blank
    blank_means: str
    undated: str
    limits: tuple[str, ...]
    rebuilds: bool
    themes: tuple[str, ...]
    source: str
    answers: tuple[str, ...]
    caution: str
    example: str
    expect: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column the answer depends on, as ``list.column``."""
        return self.membership + self.decides

    @property
    def lists(self) -> frozenset[str]:
        """Every list the answer depends on."""
        return frozenset(column.split(".")[0] for column in self.columns) | {self.list}


@dataclass(frozen=True, kw_only=True)
class Indicator(Stated):
    """One named measure with one definition, and the function that decides it."""

    name: str
    function: Answering


@dataclass(frozen=True, kw_only=True)
class Definition(Stated):
    """Turns the function below it into the indicator it decides, named after that function."""

    def __call__(self, function: Answering) -> Indicator:
        """The indicator that ``function`` decides."""
        return Indicator(name=function.__name__, function=function, **vars(self))


indicator = Definition

EVERYWHERE = ("county", "locality", "district", "team")
WHERE_PEOPLE_LIVE = ("county", "locality", "district")
EVERYWHERE_AND_BY_AGE = (*EVERYWHERE, "age_group")
A_FLOW = (Window.MONTH, Window.SIX_MONTHS)
A_SNAPSHOT = (Window.AS_AT,)
A_YEAR = (Window.TWELVE_MONTHS,)
