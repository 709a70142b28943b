"""What a block is: how it is built, what it speaks from, and the kinds of period that it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from reporting.model.periods import CYCLED, Cadence, Period
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.needs import Need
from reporting.presentation.views.leaves import BlockView


class Build(Protocol):
    """What a builder is: from a briefing to a finished view, or nothing where there is nothing to say."""

    __name__: str

    def __call__(self, told: Briefing, /) -> BlockView | None:
        """The finished block."""


@dataclass(frozen=True)
class Block:
    """One block that a pack may name. Its builder is called what its folder and its template are called."""

    name: str
    build: Callable[[Briefing], BlockView | None]
    needs: frozenset[Need]
    speaks_of: frozenset[Cadence]

    def speaks_of_a(self, period: type[Period]) -> bool:
        """Whether it can stand in a report of such a period."""
        return period.cadence in self.speaks_of


def block(*needs: Need, speaks_of: tuple[type[Period], ...] = CYCLED) -> Callable[[Build], Block]:
    """Make a block of a builder, which states what it needs and which kinds of period it speaks of."""

    def define(build: Build) -> Block:
        return Block(build.__name__, build, frozenset(needs), frozenset(period.cadence for period in speaks_of))

    return define
