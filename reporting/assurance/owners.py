"""Who owns a row: the team that can mend it, or nobody whom the extract can name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import PlacedBy
from reporting.measures.units import known_teams, placed, team_of_each_child, teams_of_their_own
from reporting.model.figures import NO_DISTRICT
from reporting.model.received import Tables
from reporting.model.settings import Team

NO_TEAM = "no team can be traced"


def owners(tables: Tables, teams: Iterable[Team], list_date: date) -> Mapping[str, pd.DataFrame]:
    """``team``, ``district``, ``locality`` and ``worker`` (text) of every row of every list, by position.

    A row belongs to its own team, as the register of teams stood on ``list_date``. Where that is blank, ended or
    not known there, it belongs to its worker's team, when all of that worker's rows that have one name the same;
    failing that, to the team the child is known to. Where nothing tells, ``team`` is ``NO_TEAM`` and the places are
    "no district recorded". Rows without a team column belong to the child's team, and those of a list that is placed
    through another (adopters, by their family) to the team of its row there.
    """
    register = tuple(teams)
    named = {name: known_teams(own, register, list_date) for name, own in teams_of_their_own(tables).items()}
    workers = _team_of_each_worker(tables, named)
    children = team_of_each_child(tables, named, list_date)
    owned = {}
    for name, table in tables.items():
        team = named.get(name, pd.Series(None, index=table.index, dtype="object"))
        if "worker" in table:
            team = team.where(team.notna(), table["worker"].map(workers))
        if "child_id" in table:
            team = team.where(team.notna(), table["child_id"].map(children))
        owned[name] = team
    for name, table in tables.items():
        placing = LISTS[name].placing
        if placing.by is PlacedBy.LIST and placing.through in tables:
            known = _only_one(tables[placing.through][placing.column], owned[placing.through])
            owned[name] = table[placing.column].map(known)
    return {name: _described(tables[name], team, register, list_date) for name, team in owned.items()}


def _described(table: pd.DataFrame, team: pd.Series, register: tuple[Team, ...], list_date: date) -> pd.DataFrame:
    places = placed(team, register, list_date)
    worker = table["worker"] if "worker" in table else pd.Series(None, index=table.index, dtype="object")
    return places.assign(team=places["team"].where(places["team"] != NO_DISTRICT, NO_TEAM), worker=worker)


def _team_of_each_worker(tables: Tables, named: Mapping[str, pd.Series]) -> pd.Series:
    """The team of every worker whose rows all name one."""
    with_workers = [name for name in named if "worker" in LISTS[name].keys and "worker" in tables[name]]
    if not with_workers:
        return pd.Series(dtype="object")
    workers = pd.concat([tables[name]["worker"] for name in with_workers], ignore_index=True)
    return _only_one(workers, pd.concat([named[name] for name in with_workers], ignore_index=True))


def _only_one(keys: pd.Series, values: pd.Series) -> pd.Series:
    """The value of every key that has one value only."""
    pairs = pd.DataFrame({"key": keys.astype("object"), "value": values}).dropna().drop_duplicates()
    return pairs.drop_duplicates("key", keep=False).set_index("key")["value"]
