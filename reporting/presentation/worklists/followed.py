"""What worklists are made from: the follow-up of one extract, and the extracts that its rows are in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from reporting.assurance.ledger import NOT_HERE
from reporting.lists import LISTS
from reporting.model.quality import Finding, Rule
from reporting.model.received import Conformed
from reporting.presentation.worklists.safe_text import BLANK, visible

NOT_IN_THIS_EXTRACT = "(not in this extract)"
_CUT_OFF = "(not in the extract)"


@dataclass(frozen=True)
class Followed:
    """The follow-up of one extract.

    ``faults``, ``put_right`` and ``due`` are the ledger, what was put right and what falls due; ``remembered`` says
    whose the rows are that are no longer in the extract. ``before`` is the extract that vanished rows were in, and
    ``before_list_date`` its day. ``rules`` are every check's, by key; ``findings`` all that was found, in counts.
    """

    faults: pd.DataFrame
    put_right: pd.DataFrame
    due: pd.DataFrame
    remembered: pd.DataFrame
    rules: Mapping[str, Rule]
    findings: tuple[Finding, ...]
    conformed: Conformed
    before: Conformed | None = None
    before_list_date: date | None = None


def people(followed: Followed, faults: pd.DataFrame) -> np.ndarray:
    """The child of each fault, or on list 11 the adopter; as remembered where the row is not in this extract."""
    known = followed.remembered.set_index("fault")["person"]
    found = faults["fault"].map(known).to_numpy(dtype="object")
    here = np.array(~faults["vanished"] & (faults["position"] != NOT_HERE), dtype=bool)
    for name, places in _by(faults["list"], here):
        found[places] = person_of(followed.conformed, name, _positions(faults, places))
    if followed.before is not None:
        unknown = np.array(faults["vanished"] & (faults["position"] != NOT_HERE), dtype=bool) & pd.isna(found)
        for name, places in _by(faults["list"], unknown):
            found[places] = person_of(followed.before, name, _positions(faults, places))
    return _shown(found)


def person_of(conformed: Conformed, name: str, positions: np.ndarray) -> np.ndarray:
    """Whose these rows are: as read, or as it came where it could not be read."""
    key = LISTS[name].key[0]
    typed = conformed.tables[name][key].astype("object")
    received = conformed.received.get(name, pd.DataFrame())
    if key in received:
        typed = typed.where(typed.notna(), received[key].astype("object"))
    people: np.ndarray = typed.to_numpy()[positions]
    return people


def values(followed: Followed, faults: pd.DataFrame) -> np.ndarray:
    """What each fault's columns hold as received, a line a column, each under its heading."""
    found = np.full(len(faults), NOT_IN_THIS_EXTRACT, dtype="object")
    for extract, vanished in ((followed.conformed, False), (followed.before, True)):
        if extract is None:
            continue
        there = np.array((faults["vanished"] == vanished) & (faults["position"] != NOT_HERE), dtype=bool)
        for key, places in _by(faults["rule"], there):
            found[places] = _lines(extract, followed.rules.get(key), _positions(faults, places))
    return found


def _lines(extract: Conformed, rule: Rule | None, positions: np.ndarray) -> list[str]:
    if rule is None or not rule.columns:
        return [""] * len(positions)
    schema, received = LISTS[rule.list], extract.received.get(rule.list, pd.DataFrame())
    others = [key for key in rule.columns if key != schema.key[0]] or list(rule.columns)
    columns = []
    for key in others:
        header = schema.column(key).header
        if key in received:
            cells = received[key].to_numpy(dtype="object")[positions]
            columns.append([f"{header}: {visible(cell)}" for cell in cells])
        else:
            columns.append([f"{header}: {_CUT_OFF}"] * len(positions))
    return ["\n".join(lines) for lines in zip(*columns, strict=True)]


def _by(keys: pd.Series, where: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Each key, and the places that have it."""
    places = np.flatnonzero(where)
    for key, group in pd.Series(places).groupby(keys.to_numpy(dtype="object")[places]):
        yield str(key), group.to_numpy()


def _positions(faults: pd.DataFrame, places: np.ndarray) -> np.ndarray:
    positions: np.ndarray = faults["position"].to_numpy(dtype="int64")[places]
    return positions


def _shown(people: np.ndarray) -> np.ndarray:
    return np.array([BLANK if pd.isna(person) else visible(person) for person in people], dtype="object")
