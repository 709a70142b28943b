"""Figures that no list holds and that a role has returned, as they were written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Said(StrEnum):
    """What a return says. Nought is a value, and none of the others is nought."""

    A_VALUE = "a value"
    NIL_RETURN = "nil return"  # somebody looked, and there was nothing to measure
    NOT_APPLICABLE = "not applicable"  # the question does not arise there
    NOT_YET_KNOWN = "not yet known"  # it will be returned later


@dataclass(frozen=True)
class Returned:
    """One figure as returned: a value, or a numerator and a denominator; ``n`` is how many it was worked out over."""

    measure: str
    period: str  # the month it is for
    level: str
    unit: str
    said: Said
    numerator: float | None
    denominator: float | None
    value: float | None
    n: int | None
    returned_by: str  # a role; never a person
    returned_on: date
