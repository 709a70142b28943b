"""What a measure says of itself, whatever its kind: counted from lists, returned by a role, or derived from others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reporting.model.periods import Window
from reporting.model.scales import Scale

NUMBER = re.compile(r"[A-Z]{2}\d{2,3}")
"""A topic and a place in it, such as LA07. It is printed, so it stays with its measure and is never given again."""


class Direction(StrEnum):
    """Which way is good for children."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEITHER = "neither"


@dataclass(frozen=True, kw_only=True)
class DefinedMeasure:
    """What every measure says of itself. There are no defaults: meaning is never left out.

    ``list``, ``membership`` and ``decides`` are what its figure rests on in the lists: a derived measure rests on what
    its parents rest on, and a returned one on no list at all (``list`` is then "").
    """

    name: str
    number: str  # see NUMBER
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
    blank_means: str
    limits: tuple[str, ...]
    rebuilds: bool
    themes: tuple[str, ...]
    owner: str  # the role that answers for the definition; never a person
    reviewed: date  # when the definition was last looked at
    version: int  # one more at every change of what is counted
    source: str
    answers: tuple[str, ...]
    caution: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column the figure depends on, as ``list.column``."""
        return self.membership + self.decides

    @property
    def lists(self) -> frozenset[str]:
        """Every list the figure depends on."""
        return frozenset(column.split(".")[0] for column in self.columns) | ({self.list} if self.list else set())


@dataclass(frozen=True, kw_only=True)
class ReturnedMeasure(DefinedMeasure):
    """A measure that no list holds: a role returns its figure, for one kind of window."""


class Form(StrEnum):
    """The general forms that a derived measure may have: a closed set, so that none needs code of its own."""

    RATE = "rate"  # a count for every 10,000 children aged 0 to 17; over six or twelve months, annualised
    SHARE = "share"  # one figure as a percentage of another that it is part of
    RATIO = "ratio"  # one figure for each one of another
    DIFFERENCE = "difference"  # one figure less another of the same unit


PARENTS: Mapping[Form, int] = {Form.RATE: 1, Form.SHARE: 2, Form.RATIO: 2, Form.DIFFERENCE: 2}
"""How many measures each form is made of."""


@dataclass(frozen=True)
class DerivedExample:
    """A worked example: for a window, what the parents' figures are, how many children live there, what comes of it.

    ``value`` is given to one decimal place; ``children`` is None where the form asks for no population.
    """

    window: Window
    of: tuple[float, ...]
    children: int | None
    value: float


@dataclass(frozen=True, kw_only=True)
class DerivedMeasure(DefinedMeasure):
    """A measure made from the figures of others, its parents, in one of the general forms."""

    form: Form
    of: tuple[str, ...]  # the parents' names, in the order that the form reads them
    example: DerivedExample
