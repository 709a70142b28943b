"""Which team is to mend a row: its own, its worker's, or the one the child is known to, as the written lists tell."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reporting.lists import LISTS, by_belief
from reporting.lists.schema import PlacedBy
from synthetic_council.council import Council
from synthetic_council.printing import Sheet

NO_TEAM = "no team can be traced"

_OPEN = 10_000_000


def teams_to_mend(council: Council, day: int, sheets: Mapping[str, Sheet]) -> dict[str, pd.Series]:
    """The team of every record of every written list, by its place; ``NO_TEAM`` where nothing tells.

    A team counts when it works on the day. Children are known to a team from lists 8, 7 and 6 in turn, from open
    rows before the latest closed; adopters to that of the child they are matched with.
    """
    works = {_plainly(team.name): team.name for team in council.teams_on(day)}
    named = {name: sheet.rows["team"].map(_Spelled(works)) for name, sheet in sheets.items() if "team" in sheet.rows}
    workers = _workers(sheets, named)
    children = _children(sheets, named, day)
    found = {}
    for name, sheet in sheets.items():
        rows = sheet.rows
        team = named.get(name, pd.Series(None, index=rows.index, dtype=object))
        if "worker" in rows:
            team = team.where(team.notna(), rows["worker"].map(workers))
        if "child_id" in rows:
            team = team.where(team.notna(), rows["child_id"].map(children))
        found[name] = team
    for name, sheet in sheets.items():
        placing = LISTS[name].placing
        if placing.by is PlacedBy.LIST and placing.through in sheets:
            matched = _only_one(_kept(sheets[placing.through], found[placing.through], placing.column))
            found[name] = sheet.rows[placing.column].map(matched)
    return {name: team.where(team.notna(), NO_TEAM) for name, team in found.items()}


class _Spelled(dict[object, object]):
    """A team as the register spells it, or nothing; each name is looked up once."""

    def __init__(self, works: Mapping[str, str]) -> None:
        self.works = works

    def __missing__(self, name: object) -> object:
        self[name] = self.works.get(_plainly(str(name)))
        return self[name]


def _plainly(name: str) -> str:
    return " ".join(name.split()).casefold()


def _kept(sheet: Sheet, team: pd.Series, key: str) -> pd.DataFrame:
    """The records that are written, each with its team and a key that is not blank."""
    rows = pd.DataFrame({"key": sheet.rows[key].to_numpy(dtype=object), "team": team.to_numpy(dtype=object)})
    rows = rows.drop(index=list(sheet.removed))
    return rows[(rows["key"] != "") & rows["team"].notna()]


def _workers(sheets: Mapping[str, Sheet], named: Mapping[str, pd.Series]) -> Mapping[object, object]:
    """The team of each worker whose rows all name one."""
    with_workers = [name for name in named if "worker" in sheets[name].rows]
    parts = [_kept(sheets[name], named[name], "worker") for name in with_workers]
    return _only_one(pd.concat(parts)) if parts else {}


def _only_one(rows: pd.DataFrame) -> Mapping[object, object]:
    pairs = rows.drop_duplicates()
    pairs = pairs[~pairs["key"].duplicated(keep=False)]
    return dict(zip(pairs["key"], pairs["team"], strict=True))


def _children(sheets: Mapping[str, Sheet], named: Mapping[str, pd.Series], day: int) -> Mapping[object, object]:
    """The team each child is known to."""
    parts = []
    for order, name in enumerate(by_belief(name for name in named if LISTS[name].tells_team)):
        end = LISTS[name].ends
        if end in sheets[name].rows:
            ends = [
                _OPEN if not isinstance(one, (int, np.integer)) or one > day else one for one in sheets[name].rows[end]
            ]
            kept = _kept(sheets[name], named[name], "child_id")
            parts.append(kept.assign(order=order, ended=np.array(ends)[kept.index]))
    if not parts:
        return {}
    rows = pd.concat(parts).sort_values(["order", "ended"], ascending=[True, False], kind="stable")
    first = rows.drop_duplicates("key")
    return dict(zip(first["key"], first["team"], strict=True))
