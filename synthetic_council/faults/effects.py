"""What a fault does to the facts: a value changed or lost, columns that are no longer known, or a row too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

Fact = str | float
"""A code or text; a day, a number, or NaN where none can be read."""

Guarded = Mapping[str, Mapping[int, frozenset[str]]]
"""For each list, by place in its facts, the columns an error rule has made not known."""


@dataclass(frozen=True)
class Effect:
    """What one fault does to one fact of one list.

    ``changes`` are the values as they can now be read (``NEVER``, NaN or "" where they cannot). ``guards`` are the
    columns the failing error rule guards. ``copy_guards`` says that the row stands there twice, and which columns
    of the second are not known; ``copy_changes`` are its values. ``removed`` says that the row is not there at all.
    """

    list: str
    entity: int
    changes: Mapping[str, Fact] = field(default_factory=dict)
    guards: frozenset[str] = frozenset()
    copy_guards: frozenset[str] | None = None
    copy_changes: Mapping[str, Fact] = field(default_factory=dict)
    removed: bool = False


def changed(facts: Mapping[str, pd.DataFrame], effects: Sequence[Effect]) -> tuple[dict[str, pd.DataFrame], Guarded]:
    """The facts as they can be known with the faults in them."""
    new, guarded = {}, {}
    for name, rows in facts.items():
        new[name], guarded[name] = _change(rows, [effect for effect in effects if effect.list == name])
    return new, guarded


def _change(rows: pd.DataFrame, effects: list[Effect]) -> tuple[pd.DataFrame, dict[int, frozenset[str]]]:
    rows = rows.reset_index(drop=True)
    place = pd.Series(rows.index, index=rows["entity"])
    guarded: dict[int, frozenset[str]] = {}
    copies, gone = [], []
    for effect in effects:
        if effect.entity not in place.index:
            continue
        at = int(place[effect.entity])
        if effect.removed:
            gone.append(at)
        if effect.copy_guards is not None:
            copies.append((rows.loc[at].to_dict() | dict(effect.copy_changes), effect.copy_guards))
        for column, value in effect.changes.items():
            if column in rows:
                rows.loc[at, column] = value
        if effect.guards:
            guarded[at] = guarded.get(at, frozenset()) | effect.guards
    if copies:
        guarded |= {len(rows) + number: guards for number, (_, guards) in enumerate(copies)}
        added = pd.DataFrame([row for row, _ in copies]).astype(rows.dtypes.to_dict())
        rows = pd.concat([rows, added], ignore_index=True)
    if gone:
        kept = rows.index.difference(gone)
        numbers = {old: new for new, old in enumerate(kept)}
        guarded = {numbers[at]: guards for at, guards in guarded.items() if at in numbers}
        rows = rows.loc[kept].reset_index(drop=True)
    return rows, guarded
