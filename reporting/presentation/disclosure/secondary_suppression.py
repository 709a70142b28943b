"""Which figures go, so that no suppressed count can be worked out from those that stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from reporting.presentation.disclosure.attack import Attack, Sum
from reporting.presentation.disclosure.sums import DisclosureQuantities

_PATIENCE = 8  # rounds in which one hidden count may serve two that are worked out; after that, each gets its own


class SecondarySuppression:
    """The rows of a pack while it is being decided which of them are printed."""

    def __init__(
        self,
        told: DisclosureQuantities,
        printed: np.ndarray,
        covered: np.ndarray,
        twins: Mapping[int, tuple[int, ...]],
    ) -> None:
        """``covered`` rows are at a level that the marking covers; ``twins`` are the same figure on another basis."""
        self.suppressed = np.zeros(len(printed), dtype=bool)
        self._told = told
        self._printed = printed.copy()
        self._covered = covered
        self._twins = twins
        self._shown = [sum(bool(printed[row]) for row in rows) for rows in told.rows]  # how many rows show each
        self._hidden = {quantity for quantity, count in enumerate(self._shown) if not count}
        self._quantities: dict[int, list[int]] = {}
        for quantity, rows in enumerate(told.rows):
            for row in rows:
                self._quantities.setdefault(row, []).append(quantity)
        self._sums: dict[int, list[Sum]] = {}
        for one in told.sums:
            for quantity in set(one.quantities):
                self._sums.setdefault(quantity, []).append(one)

    def protect(self, secret: Iterable[int]) -> None:
        """Hide the secret quantities, and then more, the smallest first, until nothing hidden can be worked out."""
        secret = set(secret)
        for quantity in sorted(secret):
            self._hide(quantity)
        attack = Attack(self._told.sums, self._told.values)
        rounds = 0
        while found := attack.works_out(self._hidden, self._wanted(secret)):
            before, rounds = set(self._hidden), rounds + 1
            for quantity in sorted(found):
                if rounds > _PATIENCE or not self._helped(quantity, before):
                    self._hide_another(quantity)

    def _wanted(self, secret: set[int]) -> set[int]:
        """What must not be worked out: the secret counts, and every answer above nought in a suppressed row."""
        rows = np.flatnonzero(self.suppressed)
        beside = {quantity for row in rows for quantity in self._quantities.get(int(row), ())}
        values, answers = self._told.values, self._told.answers
        return secret | {quantity for quantity in beside & self._hidden if values[quantity] > 0 and answers[quantity]}

    def _hide(self, quantity: int) -> None:
        """Suppress every row that shows the quantity."""
        for row in self._told.rows[quantity]:
            for same in (row, *self._twins.get(row, ())):
                self._suppress(same)

    def _suppress(self, row: int) -> None:
        if not self._printed[row]:
            return
        self._printed[row] = False
        self.suppressed[row] = True
        for quantity in self._quantities.get(row, ()):
            self._shown[quantity] -= 1
            if not self._shown[quantity]:
                self._hidden.add(quantity)

    def _helped(self, quantity: int, before: set[int]) -> bool:
        """Whether something beside the quantity has been hidden since, which may be enough."""
        fresh = self._hidden - before
        return any(not fresh.isdisjoint(one.quantities) for one in self._sums.get(quantity, ()))

    def _hide_another(self, quantity: int) -> None:
        """Hide one more quantity of the sum that gives this one away most plainly."""
        choices = [
            (self._cost(one, other), other)
            for one in self._giving_away(quantity)
            for other in one.quantities
            if other not in self._hidden
        ]
        if choices:
            self._hide(min(choices)[1])

    def _giving_away(self, quantity: int) -> list[Sum]:
        """The sums that hold the quantity and something printed, or failing that the nearest that do."""
        reached, edge = {quantity}, [quantity]
        while edge:
            sums = [one for reached_one in edge for one in self._sums.get(reached_one, ())]
            near = [one for one in sums if not self._hidden.issuperset(one.quantities)]
            if near:
                return near
            edge = sorted({other for one in sums for other in one.quantities} - reached)
            reached.update(edge)
        return []

    def _cost(self, one: Sum, other: int) -> tuple[float, ...]:
        """Cheapest first: where nothing else is hidden, a part, at a covered level, not nought, in few rows, small."""
        rows = [row for row in self._told.rows[other] if self._printed[row]]
        return (
            float(len(self._hidden.intersection(one.quantities)) > 1),
            float(other == one.whole),
            float(not self._told.answers[other]),
            float(not all(self._covered[row] for row in rows)),
            float(self._told.values[other] == 0),
            float(len(rows)),
            float(self._told.values[other]),
        )
