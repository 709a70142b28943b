"""What somebody with a pencil can work out from the numbers that are printed.

Everything printed obeys sums (a whole is the sum of its parts) and no count is below nought. A hidden count is safe
when at least one other answer fits everything printed; it is worked out when only the true one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from reporting.presentation.disclosure.equations import fixed


@dataclass(frozen=True)
class Sum:
    """One whole and the parts that make it, by the numbers of the quantities."""

    whole: int
    parts: tuple[int, ...]

    @property
    def quantities(self) -> tuple[int, ...]:
        """The whole, then its parts."""
        return (self.whole, *self.parts)


class Attack:
    """Somebody who knows the sums, and everything but what is hidden."""

    def __init__(self, sums: Iterable[Sum], values: np.ndarray) -> None:
        """``values`` are the true ones; all that is used of them is which are nought."""
        self._signs = [_signs(one) for one in sums]
        wholes = {quantity for signs in self._signs for quantity, sign in signs.items() if sign > 0}
        # A hidden count can be less than it is if it is above nought, or a whole: a whole follows its parts.
        self._movable = wholes | {int(quantity) for quantity in np.flatnonzero(values > 0)}
        self._answers: dict[tuple[frozenset[int], frozenset[int]], set[int]] = {}

    def works_out(self, hidden: set[int], wanted: set[int]) -> set[int]:
        """Which of the ``wanted`` hidden quantities may be worked out. It never misses one."""
        unsolved = [{one: sign for one, sign in signs.items() if one in hidden} for signs in self._signs]
        binding = _binding(unsolved, self._movable - wanted)
        found: set[int] = set()
        for quantities, rows in _components(unsolved, binding):
            if quantities & wanted:
                found |= self._fixed(quantities, [unsolved[row] for row in rows], frozenset(rows)) & wanted
        return found

    def _fixed(self, quantities: set[int], sums: list[dict[int, int]], rows: frozenset[int]) -> set[int]:
        """Those that take the same value in every answer."""
        key = (frozenset(quantities), rows)
        if key not in self._answers:
            self._answers[key] = fixed(sums, self._movable)
        return self._answers[key]


def _signs(one: Sum) -> dict[int, int]:
    """The sum as an equation that comes to nought."""
    signs: dict[int, int] = {one.whole: 1}
    for part in one.parts:
        signs[part] = signs.get(part, 0) - 1
    return {quantity: sign for quantity, sign in signs.items() if sign}


def _binding(sums: list[dict[int, int]], slack: set[int]) -> set[int]:
    """The sums that say something: not those with a quantity of no interest that stands in no other sum."""
    held: dict[int, set[int]] = {}
    for row, signs in enumerate(sums):
        for quantity in signs:
            held.setdefault(quantity, set()).add(row)
    binding = {row for row, signs in enumerate(sums) if signs}
    waiting = [quantity for quantity, rows in held.items() if len(rows) == 1 and quantity in slack]
    while waiting:
        for row in held[waiting.pop()] & binding:
            binding.remove(row)
            for quantity in sums[row]:
                held[quantity].discard(row)
                if len(held[quantity]) == 1 and quantity in slack:
                    waiting.append(quantity)
    return binding


def _components(sums: list[dict[int, int]], binding: set[int]) -> Iterator[tuple[set[int], list[int]]]:
    """Quantities that are tied together by binding sums, with those sums."""
    held: dict[int, list[int]] = {}
    for row in sorted(binding):
        for quantity in sums[row]:
            held.setdefault(quantity, []).append(row)
    left = set(binding)
    while left:
        quantities: set[int] = set()
        rows, waiting = [], [left.pop()]
        while waiting:
            row = waiting.pop()
            rows.append(row)
            for quantity in sums[row].keys() - quantities:
                quantities.add(quantity)
                fresh = [other for other in held[quantity] if other in left]
                left.difference_update(fresh)
                waiting.extend(fresh)
        yield quantities, sorted(rows)
