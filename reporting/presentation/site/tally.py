"""How many faults there are of what: a few counts instead of thousands of rows, asked many times over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from reporting.assurance.ledger import CONFIRMED


@dataclass(frozen=True)
class TallyCount:
    """So many faults of one kind, place, owner and state."""

    list: str
    id: str
    severity: str
    district: str
    team: str
    state: str
    faults: int


@dataclass(frozen=True)
class Tally:
    """The counts of one extract, or of some part of it."""

    counts: tuple[TallyCount, ...]

    @classmethod
    def of(cls, ledger: pd.DataFrame) -> Tally:
        """The counts of a ledger of faults, in an order that is always the same."""
        kinds = ["list", "id", "severity", "district", "team", "state"]
        sizes = ledger[kinds].astype(str).groupby(kinds, as_index=False).size()
        return cls(
            tuple(TallyCount(**dict(zip(kinds, key, strict=True)), faults=int(size)) for *key, size in sizes.values)
        )

    @property
    def total(self) -> int:
        """How many faults there are."""
        return sum(count.faults for count in self.counts)

    @cached_property
    def to_put_right(self) -> Tally:
        """Without what has been confirmed as correct."""
        return Tally(tuple(count for count in self.counts if count.state != CONFIRMED))

    def where(self, **what: str) -> Tally:
        """The part that is so: ``where(district="Wyre", state="new")``."""
        return Tally(
            tuple(count for count in self.counts if all(getattr(count, name) == is_ for name, is_ in what.items()))
        )

    def of_rule(self, list_name: str, rule: str) -> Tally:
        """The faults of one rule in one list."""
        return self._rules.get((list_name, rule), Tally(()))

    def by(self, name: str) -> Mapping[str, int]:
        """How many there are of each list, rule, severity, district, team or state; most first, then by name."""
        found: Counter[str] = Counter()
        for count in self.counts:
            found[getattr(count, name)] += count.faults
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], Tally]:
        rules: dict[tuple[str, str], list[TallyCount]] = {}
        for count in self.counts:
            rules.setdefault((count.list, count.id), []).append(count)
        return {key: Tally(tuple(counts)) for key, counts in rules.items()}
