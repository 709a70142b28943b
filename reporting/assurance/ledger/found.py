"""The faults that one extract has: each failing row to put right, by record and by value, with whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from reporting.assurance.ledger.identity import RecordsOf, base_of, ranks, references_of, together
from reporting.model.quality import Rule, Scope
from reporting.model.received import Conformed

OWNED = ("team", "district", "locality", "worker")
_BY_POSITION = ("base", "number", "position", "row")


@dataclass(frozen=True)
class LedgerExtract:
    """The lists of one extract, whose each row is, and the records they hold."""

    conformed: Conformed
    owners: Mapping[str, pd.DataFrame]

    @cached_property
    def _records(self) -> dict[str, RecordsOf]:
        return {}

    def rows(self, name: str) -> RecordsOf:
        """One list's records, worked out once."""
        if name not in self._records:
            self._records[name] = RecordsOf(name, self.conformed)
        return self._records[name]


def found_in(
    extract: LedgerExtract, broken: pd.DataFrame, rules: Mapping[str, Rule], *, vanished: bool
) -> pd.DataFrame:
    """One row for every row of ``broken`` (list, position, rule) that its own team can mend.

    ``base`` is rule and record in one number, ``number`` also the value (both uint64), and ``reference`` that number
    as it is read. They stand in the order of these numbers, whatever the order of the rows, and the index counts from
    0. The other columns are named as in ``FAULT_COLUMNS``: position and row int64, list, rule, id, severity, mends,
    team, district, locality and worker text, vanished bool.
    """
    asked = [
        (rules[key], positions)
        for key, positions in _each_rule(broken)
        if key in rules and rules[key].scope is Scope.ROW and rules[key].list in extract.conformed.tables
    ]
    parts = [_of_one_rule(extract.rows(rule.list), rule, positions) for rule, positions in asked]
    nothing = [np.empty(0, dtype=kind) for kind in ("uint64", "uint64", "int64", "int64")]
    known = dict(zip(_BY_POSITION, map(np.concatenate, zip(nothing, *parts, strict=True)), strict=True))
    order = np.lexsort((known["number"], known["base"]))
    known = {name: numbers[order] for name, numbers in known.items()}
    which = np.repeat(np.arange(len(asked)), [len(positions) for _, positions in asked]).astype("int64")[order]
    said = {name: _spread(texts, which) for name, texts in _words_of([rule for rule, _ in asked]).items()}
    owned = _owned(extract, said["list"], known["position"])
    references = pd.array(references_of(known["number"]), dtype="str")
    return pd.DataFrame({**known, "reference": references, **said, **owned, "vanished": vanished})


def _each_rule(broken: pd.DataFrame) -> Iterator[tuple[str, np.ndarray]]:
    """Each check's positions, in the order of the alphabet."""
    codes, keys = pd.factorize(broken["rule"], sort=True)
    order = np.argsort(codes, kind="stable")
    positions = broken["position"].to_numpy()[order].astype("int64")
    ends = np.searchsorted(codes[order], np.arange(len(keys)), side="right")
    for key, place in zip(keys, np.split(positions, ends[:-1]), strict=False):
        yield str(key), place


def _of_one_rule(rows: RecordsOf, rule: Rule, positions: np.ndarray) -> tuple[np.ndarray, ...]:
    bases = base_of(rule.key, rows.records[positions])
    values = together(bases, rows.values(rule.columns, positions))
    numbers = together(values, _copies(values, rows, positions))
    return bases, numbers, positions, rows.table["row"].to_numpy(dtype="int64")[positions]


def _copies(values: np.ndarray, rows: RecordsOf, positions: np.ndarray) -> np.ndarray:
    """A running number for rows that hold the same in what the rule looks at: by the rest of them, not their order."""
    numbers = np.zeros(len(values), dtype="uint64")
    twice = np.flatnonzero(pd.Series(values).duplicated(keep=False))
    if len(twice):
        numbers[twice] = ranks(values[twice], rows.whole_rows(positions[twice]))
    return numbers


def _words_of(rules: Iterable[Rule]) -> Mapping[str, list[str]]:
    every = list(rules)
    return {
        "list": [rule.list for rule in every],
        "rule": [rule.key for rule in every],
        "id": [rule.id for rule in every],
        "severity": [rule.severity.value for rule in every],
        "mends": [rule.list_to_mend for rule in every],
    }


def _spread(texts: Iterable[str], places: np.ndarray) -> pd.Series:
    return pd.Series(list(texts), dtype="str").take(places).reset_index(drop=True)


def _owned(extract: LedgerExtract, lists: pd.Series, positions: np.ndarray) -> Mapping[str, pd.Series]:
    """Whose each of these rows is."""
    names = [name for name in extract.owners if name in extract.conformed.tables]
    if not names or lists.empty:
        return {column: pd.Series(None, index=lists.index, dtype="str") for column in OWNED}
    starts = np.cumsum([0, *(len(extract.owners[name]) for name in names)])[:-1]
    places = pd.Series(starts, index=names).reindex(lists).to_numpy(dtype="int64") + positions
    every = pd.concat([extract.owners[name][list(OWNED)] for name in names], ignore_index=True)
    return {column: _looked_up(every[column], places) for column in OWNED}


def _looked_up(column: pd.Series, places: np.ndarray) -> pd.Series:
    """The values at these places; a name that stands in many rows is written once."""
    codes, names = pd.factorize(column)
    return pd.Series([*names, None], dtype="str").take(codes[places]).reset_index(drop=True)
