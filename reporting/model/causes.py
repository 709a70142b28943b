"""What a result is made from, kept apart by cause, so that a change of the result can be told by its cause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """The kinds of thing that a stage is made from."""

    REQUEST = "request"  # what was asked for: the list date, the period
    EXTRACT = "extract"  # the lists as they came
    CODE = "code"  # the stage's own code and templates
    DEFINITION = "definition"  # an indicator's own module
    SETTINGS = "settings"  # what the council has agreed, as far as the stage reads it
    REFERENCE = "reference"  # bank holidays, populations, published comparators
    LIBRARY = "library"  # the versions of what others wrote
    UPSTREAM = "upstream"  # what the stages before put out
    MADE_FROM = "made_from"  # the inputs of the stages before: to follow a change back, and no input itself


@dataclass(frozen=True, order=True)
class StageInput:
    """One thing that a stage is made from: what kind it is, its name, and a hash of what it holds."""

    cause: Cause
    name: str
    content: str
