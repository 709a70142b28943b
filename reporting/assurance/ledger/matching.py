"""Which fault of an earlier ledger each fault found now is."""

from __future__ import annotations

import numpy as np
import pandas as pd

from reporting.assurance.ledger.columns import NOT_HERE
from reporting.assurance.ledger.identity import bases_in, copies_in, faults_of, numbers_in, ranks


def matched(found: pd.DataFrame, earlier: pd.DataFrame) -> np.ndarray:
    """For each fault ``found``, its place in the ``earlier`` ledger; -1 for one that is new.

    The same value of the same record first; then, among the copies of one record, whichever are left, in order.
    """
    if earlier.empty:
        return np.full(len(found), NOT_HERE, dtype="int64")
    bases = bases_in(earlier["fault"])
    by_reference = pd.Series(np.arange(len(earlier)), index=numbers_in(earlier["reference"]))
    by_reference = by_reference[~by_reference.index.duplicated()]
    place = by_reference.reindex(numbers_in(found["reference"])).fillna(NOT_HERE).to_numpy(dtype="int64", copy=True)
    place[bases[place] != found["base"].to_numpy()] = NOT_HERE
    taken = np.zeros(len(earlier), dtype=bool)
    taken[place[place != NOT_HERE]] = True
    ours = _ranked(np.flatnonzero(place == NOT_HERE), found["base"].to_numpy(), found["number"].to_numpy())
    theirs = _ranked(np.flatnonzero(~taken), bases, copies_in(earlier["fault"]))
    pairs = ours.merge(theirs, on=["base", "rank"])
    place[pairs["place_x"].to_numpy()] = pairs["place_y"].to_numpy()
    return place


def named(found: pd.DataFrame, earlier: pd.DataFrame, place: np.ndarray) -> np.ndarray:
    """What each fault is called: what it was called before, or by rule, record and the next free number of a copy."""
    new = _ranked(np.flatnonzero(place == NOT_HERE), found["base"].to_numpy(), found["number"].to_numpy())
    used = pd.Series(copies_in(earlier["fault"])).groupby(bases_in(earlier["fault"])).max() + 1
    first = used.reindex(new["base"]).fillna(0).to_numpy(dtype="int64")
    names = np.empty(len(found), dtype="object")
    names[place != NOT_HERE] = earlier["fault"].to_numpy(dtype="object")[place[place != NOT_HERE]]
    names[new["place"].to_numpy()] = faults_of(new["base"].to_numpy(), first + new["rank"].to_numpy())
    return names


def _ranked(places: np.ndarray, bases: np.ndarray, order: np.ndarray) -> pd.DataFrame:
    """These places by rule and record, each with its rank among the copies."""
    return pd.DataFrame({"place": places, "base": bases[places], "rank": ranks(bases[places], order[places])})
