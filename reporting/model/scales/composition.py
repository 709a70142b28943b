"""The counts behind a value: which there are, how they add up, and which of them are counts of children."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np

Number = TypeVar("Number", float, np.ndarray)


class CountPart(StrEnum):
    """One of the counts behind a value."""

    YES = "yes"  # how many are yes; or a sum, of days or of pounds
    NO = "no"  # how many are no; or how many were added up
    KNOWN = "known"
    UNKNOWN = "unknown"
    COHORT = "cohort"  # known and unknown


@dataclass(frozen=True)
class Composition:
    """The parts of a value.

    ``sums`` are a whole and its parts, in one row. ``of_children`` are counts of children, which may be small enough
    to be somebody; ``known_from`` make those whose answer is known. From unit to unit, yes, no and unknown add up.
    """

    parts: tuple[CountPart, ...]
    sums: tuple[tuple[CountPart, ...], ...]
    of_children: frozenset[CountPart]
    known_from: tuple[CountPart, ...]

    def known(self, yes: Number, no: Number) -> Number:
        """How many have a known answer, from the yes and no of a row or of many."""
        first, *others = (yes if part is CountPart.YES else no for part in self.known_from)
        for other in others:
            first = first + other
        return first

    def noes(self, answers: np.ndarray) -> np.ndarray:
        """Which answers (``nan`` where not known) are counted under no: the noughts, or all that were added up."""
        counted: np.ndarray = answers == 0 if CountPart.YES in self.known_from else ~np.isnan(answers)
        return counted

    def counts(self, yes: float, no: float, unknown: float) -> dict[CountPart, float]:
        """Every part of a row, by name."""
        known = self.known(yes, no)
        every = {
            CountPart.YES: yes,
            CountPart.NO: no,
            CountPart.KNOWN: known,
            CountPart.UNKNOWN: unknown,
            CountPart.COHORT: known + unknown,
        }
        return {part: every[part] for part in self.parts}


COUNTED = Composition(
    parts=(CountPart.YES, CountPart.UNKNOWN, CountPart.COHORT),
    sums=((CountPart.COHORT, CountPart.YES, CountPart.UNKNOWN),),
    of_children=frozenset({CountPart.YES}),
    known_from=(CountPart.YES,),
)
"""Those who are yes, and nobody else: a number, or a number for so many who live there."""

SHARED = Composition(
    parts=(CountPart.YES, CountPart.NO, CountPart.KNOWN, CountPart.UNKNOWN, CountPart.COHORT),
    sums=((CountPart.KNOWN, CountPart.YES, CountPart.NO), (CountPart.COHORT, CountPart.KNOWN, CountPart.UNKNOWN)),
    of_children=frozenset({CountPart.YES, CountPart.NO, CountPart.KNOWN}),
    known_from=(CountPart.YES, CountPart.NO),
)
"""Those who are yes out of those who are yes or no."""

ADDED_UP = Composition(
    parts=(CountPart.YES, CountPart.NO, CountPart.UNKNOWN, CountPart.COHORT),
    sums=((CountPart.COHORT, CountPart.NO, CountPart.UNKNOWN),),
    of_children=frozenset({CountPart.NO}),
    known_from=(CountPart.NO,),
)
"""A sum, of days, pounds or points, and how many it was added up over: the sum counts no children, the other does."""

PAIRED = Composition(
    parts=(CountPart.YES, CountPart.NO),
    sums=(),
    of_children=frozenset({CountPart.YES, CountPart.NO}),
    known_from=(CountPart.NO,),
)
"""Two counts of different things, either of which may be children, and which add up to nothing."""
