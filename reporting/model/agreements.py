"""What was agreed, and the days that it holds for.

A threshold, a target or a limit is never written over. Each value stays beside those that follow it, with where it is
written, who set it, whether it holds for the whole country or for one council, and its first and last day; whoever
needs one asks for the value in force on a day. ``Authority.on`` says which day that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")
_EARLIEST, _LATEST = date.min, date.max


class Reach(StrEnum):
    """For whom something was agreed."""

    NATIONAL = "national"  # by law, a department or an inspectorate
    LOCAL = "local"  # by a council or one of its boards


class UnclearAgreements(ValueError):
    """Two values would be in force on one day, or one ends before it begins."""


class NothingInForce(ValueError):
    """A value that must always be there is not in force on a day."""


@dataclass(frozen=True)
class Agreement(Generic[T]):
    """One value, and the days from ``valid_from`` to ``valid_until``, both included.

    A start that nobody has stated is ``None`` and no date is made up for it: the value holds on every day before its
    end. An end that is ``None`` has not come.
    """

    value: T
    source: str
    set_by: str
    reach: Reach
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the value is in force on ``day``."""
        return (self.valid_from or _EARLIEST) <= day <= (self.valid_until or _LATEST)


@dataclass(frozen=True)
class Agreements(Generic[T]):
    """Every value that one thing has had, earliest first, and never two on one day. Made by ``in_turn``."""

    values: tuple[Agreement[T], ...] = ()

    def on(self, day: date) -> Agreement[T] | None:
        """The agreement in force on ``day``, if there is one."""
        return next((held for held in self.values if held.holds_on(day)), None)

    def value_on(self, day: date) -> T | None:
        """The value in force on ``day``, if there is one."""
        held = self.on(day)
        return held.value if held else None

    def needed_on(self, day: date) -> T:
        """The value in force on ``day``. Raises ``NothingInForce`` where there is none."""
        held = self.on(day)
        if held is None:
            raise NothingInForce(f"No value is in force on {day}.")
        return held.value

    def next_after(self, day: date) -> Agreement[T] | None:
        """The first agreement that begins after ``day``, if there is one."""
        return next((held for held in self.values if held.valid_from and held.valid_from > day), None)

    def last_before(self, day: date) -> Agreement[T] | None:
        """The latest agreement that ended before ``day``, if there is one."""
        return next((held for held in reversed(self.values) if held.valid_until and held.valid_until < day), None)

    @property
    def on_every_day(self) -> bool:
        """Whether there is no day on which nothing is in force."""
        if not self.values or self.values[0].valid_from or self.values[-1].valid_until:
            return False
        return all(_day_after(held) == following.valid_from for held, following in pairwise(self.values))


def in_turn(values: Iterable[Agreement[T]]) -> Agreements[T]:
    """The values in the order of their days. One without a last day ends on the day before the next begins.

    Raises ``UnclearAgreements`` where one ends before it begins or two hold on one day.
    """
    ordered = sorted(values, key=lambda held: held.valid_from or _EARLIEST)
    for held in ordered:
        if held.valid_from and held.valid_until and held.valid_until < held.valid_from:
            raise UnclearAgreements(f"valid_until, {held.valid_until}, comes before valid_from, {held.valid_from}.")
    ended = [_ended_before(held, following) for held, following in pairwise(ordered)]
    return Agreements((*ended, *ordered[-1:]))


def always(value: T, *, source: str = "", set_by: str = "", reach: Reach = Reach.LOCAL) -> Agreements[T]:
    """A value that has no other beside it, and neither a first day nor a last."""
    return Agreements((Agreement(value, source, set_by, reach),))


def _ended_before(held: Agreement[T], following: Agreement[T]) -> Agreement[T]:
    begins = following.valid_from
    if begins is None:
        raise UnclearAgreements(
            "two values have no valid_from, so both would be in force at once. Give the later one the day from which "
            "it holds."
        )
    if held.valid_from == begins:
        raise UnclearAgreements(f"two values are in force from {begins}. Keep one, or give the other its own day.")
    if held.valid_until and held.valid_until >= begins:
        raise UnclearAgreements(
            f"one value is in force until {held.valid_until} and another from {begins}, so there would be two at once. "
            "Give the first an earlier valid_until, or leave its valid_until out: it then ends where the other begins."
        )
    return held if held.valid_until else replace(held, valid_until=begins - timedelta(days=1))


def _day_after(held: Agreement[T]) -> date | None:
    return held.valid_until + timedelta(days=1) if held.valid_until else None
