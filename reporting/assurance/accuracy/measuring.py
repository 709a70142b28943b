"""Records right of records checked, for every unit: counts, which a report turns into shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from reporting.assurance.accuracy.information import Information, counts_against, information_of
from reporting.lists import LISTS
from reporting.measures.units import grid
from reporting.model.figures import Level
from reporting.model.quality import Checked, Rule, Scope
from reporting.model.received import Tables
from reporting.model.settings import Authority

ACCURACY_COLUMNS = (
    "measure",  # rule, list or information
    "name",  # the rule's id, the list's name or the type of information
    "list",  # the rule's list; "" for a type of information, which is over all lists
    "level",
    "unit",
    "checked",  # records looked at
    "right",  # records with nothing wrong
)
GONE = "M01"  # it speaks of rows that are no longer there, so no row that is there can be right by it
_LEVELS = (Level.COUNTY, Level.LOCALITY, Level.DISTRICT, Level.TEAM)


@dataclass(frozen=True)
class _Asked:
    """What is measured: the checks it stands for, and which rows they look at (all of them, where it is ``None``)."""

    measure: str
    name: str
    list: str
    keys: frozenset[str]
    looked_at: np.ndarray | None = None


@dataclass(frozen=True)
class _Rows:
    """The rows of one list: each one's place among the units of every level, and which fail each check."""

    places: list[np.ndarray]
    failing: Mapping[str, np.ndarray]
    units: int

    def tally(self, rows: np.ndarray) -> np.ndarray:
        """How many of these rows each unit has."""
        which = np.flatnonzero(rows)
        return np.bincount(np.concatenate([place[which] for place in self.places]), minlength=self.units)

    @cached_property
    def everywhere(self) -> np.ndarray:
        """How many rows each unit has."""
        return self.tally(np.ones(len(self.places[0]), dtype=bool))


def measure(
    checked: Checked, tables: Tables, owners: Mapping[str, pd.DataFrame], authority: Authority, list_date: date
) -> pd.DataFrame:
    """Records checked and records right: for each rule of rows, each list and each type of information, per unit.

    A record is right by a rule when it does not fail it, and right altogether when it fails no error and no warning
    (a rule for information does not make it wrong, and nor does a warning that something took long). Units are those
    of ``grid`` but for age groups, and a row is counted where its owner works; a row whose team nothing tells is under
    "no district recorded", at team level too.
    Team hierarchy is asked of every row of lists 3 to 9 that names a team, open or closed; allocation of open rows
    only. Where nothing was checked there is no row: a unit with nobody in it, a list that is missing or withheld,
    a rule that was not run, and whatever a check that went wrong would have had to vouch for.

    Columns are ``ACCURACY_COLUMNS``: the last two whole numbers, the others text; the index counts from 0.
    """
    units = grid(authority, list_date)
    named = pd.DataFrame([(level.value, unit) for level in _LEVELS for unit in units[level]], columns=["level", "unit"])
    found: dict[tuple[str, str, str], np.ndarray] = {}
    for name, table in tables.items():
        if name in checked.withheld_lists or table.empty:
            continue
        rows = _Rows(_numbered(owners[name], units), _positions(checked, name), len(named))
        for asked in _asked_of(name, table, checked, list_date):
            counts, measured = _counted(asked, rows), (asked.measure, asked.name, asked.list)
            found[measured] = found[measured] + counts if measured in found else counts
    return _as_frame(found, named)


def _asked_of(name: str, table: pd.DataFrame, checked: Checked, list_date: date) -> Iterator[_Asked]:
    """Everything that one list is measured by."""
    rules: dict[tuple[str, str, str], list[Rule]] = defaultdict(list)
    for rule in checked.rules.values():
        if rule.list != name or rule.id == GONE:
            continue
        if kind := information_of(rule):
            rules["information", kind.value, ""].append(rule)
        if rule.scope is Scope.LIST:
            continue
        rules["rule", rule.id, name].append(rule)
        if counts_against(rule):
            rules["list", name, name].append(rule)
    unknown = any(key.split(":")[0] == name and key not in checked.rules for key in checked.errored)
    for (what, called, of), stated in rules.items():
        keys = frozenset(rule.key for rule in stated)
        if keys.isdisjoint(checked.errored) and (what == "rule" or not unknown):
            looked_at = _looked_at(called, name, table, list_date) if what == "information" else None
            yield _Asked(what, called, of, keys, looked_at)


def _looked_at(kind: str, name: str, table: pd.DataFrame, list_date: date) -> np.ndarray | None:
    """The rows that a type of information is about, where that is not all of them."""
    if kind == Information.TEAM_HIERARCHY:
        return table["team"].notna().to_numpy(dtype=bool)
    ends = LISTS[name].ends
    if kind == Information.ALLOCATION and ends:
        return (table[ends].isna() | (table[ends] > pd.Timestamp(list_date))).to_numpy(dtype=bool)
    return None


def _numbered(owners: pd.DataFrame, units: Mapping[Level, Sequence[str]]) -> list[np.ndarray]:
    """Each row's place among the units of all levels, one after another. Whoever is not among them is in the last."""
    places, before = [], 0
    for level in _LEVELS:
        names = pd.Index(units[level])
        place = names.get_indexer(pd.Index(owners[level.value])) if level is not Level.COUNTY else np.zeros(len(owners))
        places.append(before + np.where(place < 0, len(names) - 1, place).astype("int64"))
        before += len(names)
    return places


def _positions(checked: Checked, name: str) -> Mapping[str, np.ndarray]:
    """The rows of one list that fail each check."""
    failing = checked.failing[(checked.failing["list"] == name) & checked.failing["position"].notna()]
    numbers, keys = pd.factorize(failing["rule"])
    order = np.argsort(numbers, kind="stable")
    parts = np.split(failing["position"].to_numpy(dtype="int64")[order], np.cumsum(np.bincount(numbers)))
    return dict(zip(keys, parts, strict=False))  # what is split off after the last is empty


def _counted(asked: _Asked, rows: _Rows) -> np.ndarray:
    """Records checked, and records right, in every unit: two rows of numbers."""
    wrong = np.zeros(len(rows.places[0]), dtype=bool)
    for key in asked.keys & rows.failing.keys():
        wrong[rows.failing[key]] = True
    if asked.looked_at is None:
        return np.array([rows.everywhere, rows.everywhere - rows.tally(wrong)])
    return np.array([rows.tally(asked.looked_at), rows.tally(asked.looked_at & ~wrong)])


def _as_frame(found: Mapping[tuple[str, str, str], np.ndarray], named: pd.DataFrame) -> pd.DataFrame:
    """One row for each thing measured and each unit in which anything was checked."""
    measured = pd.DataFrame(list(found), columns=["measure", "name", "list"], dtype="object")
    counts = np.hstack([np.empty((2, 0), dtype="int64"), *found.values()])
    times = len(named)
    frame = measured.loc[measured.index.repeat(times)].reset_index(drop=True)
    units = named.loc[np.tile(named.index, len(found))].reset_index(drop=True)
    frame = frame.assign(level=units["level"], unit=units["unit"], checked=counts[0], right=counts[1])
    return frame.loc[frame["checked"] > 0, list(ACCURACY_COLUMNS)].reset_index(drop=True)
