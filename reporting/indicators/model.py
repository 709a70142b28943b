"""What an indicator is: one definition with every field stated, one worked example, one short function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from reporting.calendar import Calendar
from reporting.periods import Period, Span, Window
from reporting.received import Tables


class Scale(StrEnum):
    """The unit of the value."""

    COUNT = "count"  # how many are yes
    PERCENT = "percent"  # yes / (yes + no), 0 to 100
    PER_10000 = "per_10000"  # yes / children aged 0 to 17 x 10,000; over six months, annualised
    MEAN_DAYS = "mean_days"  # the mean of a number of days


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

    period: Period
    window: Window
    span: Span
    list_date: date
    calendar: Calendar
    limits: Mapping[str, int]


Answers = pd.Series
"""One answer per cohort row: nullable boolean (or Float64 days), indexed by position in the indicator's list."""


@dataclass(frozen=True)
class Indicator:
    """One named measure with one definition."""

    name: str
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
    function: Callable[[Tables, Asked], Answers]

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column the answer depends on, as ``list.column``."""
        return self.membership + self.decides

    @property
    def lists(self) -> frozenset[str]:
        """Every list the answer depends on."""
        return frozenset(column.split(".")[0] for column in self.columns) | {self.list}


EVERYWHERE = ("county", "locality", "district", "team")
WHERE_PEOPLE_LIVE = ("county", "locality", "district")


def indicator(**definition: object) -> Callable[[Callable[[Tables, Asked], Answers]], Indicator]:
    """Turn a function into the indicator it decides. Every field of ``Indicator`` must be given but the name."""

    def define(function: Callable[[Tables, Asked], Answers]) -> Indicator:
        return Indicator(name=function.__name__, function=function, **definition)  # type: ignore[arg-type]

    return define
