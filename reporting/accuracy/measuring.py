"""Records right of records checked, for every unit: counts, which a report turns into shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from reporting.accuracy.information import Information, information_of
from reporting.figures import Level
from reporting.lists import LISTS
from reporting.quality import Checked, Rule, Scope, Severity
from reporting.received import Tables
from reporting.settings import Authority
from reporting.units import grid

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


def measure(
    checked: Checked, tables: Tables, owners: Mapping[str, pd.DataFrame], authority: Authority, list_date: date
) -> pd.DataFrame:
    """Records checked and records right: for each rule of rows, each list and each type of information, per unit.

    A record is right by a rule when it does not fail it, and right altogether when it fails no error and no warning
    (a rule for information does not make it wrong). Units are those of ``grid`` but for age groups, and a row is
    counted where its owner works; a row whose team nothing tells is under "no district recorded", at team level too.
    Team hierarchy is asked of every row of lists 3 to 9 that names a team, open or closed; allocation of open rows
    only. Where nothing was checked there is no row: a unit with nobody in it, a list that is missing or withheld,
    a rule that was not run, and whatever a check that went wrong would have had to vouch for.
    """
    units = grid(authority, list_date)
    named = pd.DataFrame([(level.value, unit) for level in _LEVELS for unit in units[level]], columns=["level", "unit"])
    found = []
    for name, table in tables.items():
        if name in checked.withheld_lists or table.empty:
            continue
        places = _numbered(owners[name], units)
        failing = checked.failing[(checked.failing["list"] == name) & checked.failing["position"].notna()]
        for asked in _asked_of(name, table, checked, list_date):
            found.append(_counted(asked, failing, places, named))
    return _together(found)


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
        if rule.severity is not Severity.INFORMATION:
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


def _counted(asked: _Asked, failing: pd.DataFrame, places: list[np.ndarray], named: pd.DataFrame) -> pd.DataFrame:
    looked_at = np.ones(len(places[0]), dtype=bool) if asked.looked_at is None else asked.looked_at
    right = looked_at.copy()
    right[failing.loc[failing["rule"].isin(asked.keys), "position"].to_numpy(dtype="int64")] = False
    checked = _tally(places, looked_at, len(named))
    counts = named.assign(checked=checked, right=_tally(places, right, len(named)))
    return counts[checked > 0].assign(measure=asked.measure, name=asked.name, list=asked.list)


def _tally(places: list[np.ndarray], rows: np.ndarray, size: int) -> np.ndarray:
    return np.bincount(np.concatenate([place[rows] for place in places]), minlength=size)


def _together(found: list[pd.DataFrame]) -> pd.DataFrame:
    """The lists of a type of information added up."""
    if not found:
        return pd.DataFrame(columns=list(ACCURACY_COLUMNS))
    keys = ["measure", "name", "list", "level", "unit"]
    summed = pd.concat(found, ignore_index=True).groupby(keys, sort=False, as_index=False)[["checked", "right"]].sum()
    return summed[list(ACCURACY_COLUMNS)]
