"""What a block may need of the record, and the error of one that uses what it never asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Need(StrEnum):
    """One part of what the record holds of a period. What no block of a pack needs is neither read nor disclosed."""

    MEASURES = "the measures that the pack names"
    EVERY_MEASURE = "every measure, by district"
    HISTORY = "earlier periods as first reported"
    REBUILT = "earlier months rebuilt from this extract"
    CHECKED = "what was checked"
    FAULTS = "the faults of this period and of the one before"
    ACCURACY = "how much was right in this period and in those before it"
    DUE = "what falls due"


class NotAskedFor(LookupError):
    """A block uses a part of the record that it does not state as a need, so nobody put it there."""

    def __init__(self, need: Need) -> None:
        super().__init__(f"A block uses {need.value} ({need.name}) and does not state that it needs it.")


def given(part: T | None, need: Need) -> T:
    """The part of the record that was asked for. Raises ``NotAskedFor``."""
    if part is None:
        raise NotAskedFor(need)
    return part
