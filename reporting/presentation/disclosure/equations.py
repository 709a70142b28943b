"""Which unknowns of a set of equations cannot change. Exact: whole numbers, counted round a large prime."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

_PRIME = 2**61 - 1

Equation = dict[int, int]


def fixed(equations: Iterable[Equation], movable: set[int]) -> set[int]:
    """The unknowns that are nought in every change that leaves each equation at nought.

    Those that are ``movable`` may go up or down. Any other can only rise, and does where they make room for it.
    The change looked at is a random one, so an unknown that can change does: a miss is a chance in 10**18.
    """
    rows = [dict(equation) for equation in equations]
    everything = {unknown for row in rows for unknown in row}
    pivots, left = _solved(rows, movable)
    stuck = {unknown for row in left for unknown in rows[row]}
    solved = {unknown for unknown, _ in pivots}
    change = {unknown: _random(unknown) for unknown in everything - stuck - solved}
    for unknown, row in reversed(pivots):
        total = sum(sign * change.get(other, 0) for other, sign in rows[row].items() if other != unknown)
        change[unknown] = -total * pow(rows[row][unknown], -1, _PRIME) % _PRIME
    return {unknown for unknown in everything if not change.get(unknown, 0)}


def _solved(rows: list[Equation], movable: set[int]) -> tuple[list[tuple[int, int]], set[int]]:
    """Each movable unknown that an equation can be solved for, with that equation, in order; and the equations left.

    The unknown in fewest equations goes first, and the shortest of them is used, which keeps them short.
    """
    held: dict[int, set[int]] = {}
    for row, equation in enumerate(rows):
        for unknown in equation:
            held.setdefault(unknown, set()).add(row)
    queue = [(len(held[unknown]), unknown) for unknown in held if unknown in movable]
    heapify(queue)
    pivots, left, done = [], set(range(len(rows))), set()
    while queue:
        count, unknown = heappop(queue)
        mine = held[unknown] & left
        if unknown in done or not mine:
            continue
        if len(mine) > count:
            heappush(queue, (len(mine), unknown))
            continue
        done.add(unknown)
        row = min(mine, key=lambda candidate: (len(rows[candidate]), candidate))
        left.discard(row)
        pivots.append((unknown, row))
        for other in mine - {row}:
            _take_away(rows, other, row, unknown, held)
    return pivots, left


def _take_away(rows: list[Equation], row: int, solved: int, unknown: int, held: dict[int, set[int]]) -> None:
    """Take ``unknown`` out of an equation by means of the one that is solved for it."""
    equation, by = rows[row], rows[solved]
    times = equation[unknown] * pow(by[unknown], -1, _PRIME) % _PRIME
    for other, sign in by.items():
        value = (equation.get(other, 0) - times * sign) % _PRIME
        if value:
            equation[other] = value
            held[other].add(row)
        else:
            equation.pop(other, None)
            held[other].discard(row)


def _random(unknown: int) -> int:
    """A number that looks like no other unknown's, and is the same on every run."""
    return pow(3, 7919 * unknown + 12345, _PRIME)
