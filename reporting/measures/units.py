"""Where a row is counted: its team, and through the council's list of teams its district and locality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
import pandas as pd

from reporting.lists import LISTS, by_belief, in_order
from reporting.lists.schema import PlacedBy, Placing
from reporting.measures.tables import age_on
from reporting.model.figures import AGE_GROUPS, COUNTY_WIDE, NO_DISTRICT, OTHER_AGES, Level
from reporting.model.received import Tables
from reporting.model.settings import Authority, Team

PLACES = ["team", "district", "locality"]
NOBODYS = pd.Series(dtype="object")


def place(tables: Tables, teams: Iterable[Team], list_date: date) -> Mapping[str, pd.DataFrame]:
    """``team``, ``district`` and ``locality`` (text) of every row of every list, as the teams stood on ``list_date``.

    Each list says how its rows are placed: by a team or a district of their own, through the child, whose team is
    taken from the lists that tell it, or through another list. Where that tells nothing, all three are "no district
    recorded"; the rows of a list that is not placed are county-wide. The index is that of the list's own table.
    """
    register = tuple(teams)
    works = _where_teams_work(register, list_date)
    named = teams_of_their_own(tables)
    children = team_of_each_child(tables, named, list_date)
    named |= {name: tables[name][placing.column].map(children) for name, placing in _placed_by(PlacedBy.CHILD, tables)}
    for name, placing in _placed_by(PlacedBy.LIST, tables):
        there = tables.get(placing.through)
        known = _first_of_each(there[placing.column], named[placing.through]) if there is not None else NOBODYS
        named[name] = tables[name][placing.column].map(known)
    placed = {name: _placed(team, works) for name, team in named.items()}
    for name, placing in _placed_by(PlacedBy.DISTRICT, tables):
        placed[name] = _in_districts(tables[name][placing.column], register, list_date)
    return placed | {name: _of_the_council(tables[name]) for name, _ in _placed_by(PlacedBy.NOTHING, tables)}


def teams_of_their_own(tables: Tables) -> dict[str, pd.Series]:
    """The team on every row of the lists that have one, as it is written there."""
    return {name: tables[name][placing.column] for name, placing in _placed_by(PlacedBy.TEAM, tables)}


def has_teams(name: str) -> bool:
    """Whether the rows of a list are placed by a team of their own."""
    return LISTS[name].placing.by is PlacedBy.TEAM


def _placed_by(by: PlacedBy, tables: Tables) -> list[tuple[str, Placing]]:
    """The lists at hand that are placed so, and how exactly."""
    return [(name, LISTS[name].placing) for name in in_order(tables) if LISTS[name].placing.by is by]


def _in_districts(districts: pd.Series, register: Iterable[Team], list_date: date) -> pd.DataFrame:
    """Rows that name a district, in its locality and in no team; "no district recorded" for one nobody knows."""
    places = {_written(team.district): (team.district, team.locality) for team in _in_one_place(register, list_date)}
    found = [places.get(_written(str(name)), (NO_DISTRICT, NO_DISTRICT)) for name in districts.fillna("")]
    both = pd.DataFrame(found, columns=PLACES[1:], index=districts.index, dtype="object")
    return both.assign(team=NO_DISTRICT)[PLACES]


def _of_the_council(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of no district's: county-wide, in no team."""
    return pd.DataFrame({"team": NO_DISTRICT, "district": COUNTY_WIDE, "locality": COUNTY_WIDE}, index=table.index)


def grid(authority: Authority, list_date: date) -> Mapping[Level, tuple[str, ...]]:
    """Every unit of every level, in print order and whether or not anybody is in it, with the remainders last."""
    teams = _in_one_place(authority.teams, list_date)
    return {
        Level.COUNTY: (authority.county_unit,),
        Level.LOCALITY: (*_ordered(authority.localities, (team.locality for team in teams)), COUNTY_WIDE, NO_DISTRICT),
        Level.DISTRICT: (*_ordered(authority.districts, (team.district for team in teams)), COUNTY_WIDE, NO_DISTRICT),
        Level.TEAM: (*dict.fromkeys(team.name for team in teams), NO_DISTRICT),
        Level.AGE_GROUP: (*AGE_GROUPS, OTHER_AGES),
    }


def placed(teams: pd.Series, register: Iterable[Team], list_date: date) -> pd.DataFrame:
    """The team, district and locality that each name stands for on ``list_date``; "no district recorded" for others.

    Columns ``team``, ``district`` and ``locality``, all text; the index is that of ``teams``.
    A team that the register puts in two places on that day is among the others: nobody guesses which is meant.
    """
    return _placed(teams, _where_teams_work(register, list_date))


def known_teams(teams: pd.Series, register: Iterable[Team], list_date: date) -> pd.Series:
    """Each team as the register spells it on ``list_date``; blank where it is blank or has no known place there."""
    spelled = placed(teams, register, list_date)["team"]
    return spelled.where(spelled != NO_DISTRICT, None).astype("object")


def age_groups(births: pd.Series, list_date: date) -> pd.Series:
    """The age group each young person is in on ``list_date``; "other ages" for everyone else."""
    ages = age_on(births, list_date).astype("float64")
    bands = pd.cut(ages, bins=[16, 18, 21, 25], labels=list(AGE_GROUPS))
    return bands.astype("object").where(bands.notna(), OTHER_AGES)


def unit_numbers(names: pd.Series, units: tuple[str, ...]) -> np.ndarray:
    """Each row's place in ``units``."""
    return pd.Index(units).get_indexer(pd.Index(names))


def at_work(register: Iterable[Team], day: date) -> tuple[Team, ...]:
    """The teams that have begun and have not ended on ``day``."""
    return tuple(team for team in register if team.starts <= day and (team.ends is None or team.ends >= day))


def in_two_places(register: Iterable[Team], day: date) -> tuple[Team, ...]:
    """The teams that the register puts in more than one place on ``day``, with every one of their places."""
    teams = at_work(register, day)
    places = Counter(name for name, _, _ in {(_written(team.name), team.district, team.locality) for team in teams})
    return tuple(team for team in teams if places[_written(team.name)] > 1)


def first_days_in_two_places(register: Iterable[Team]) -> Mapping[str, date]:
    """Every team that is at some time in more than one place at once, and the first day on which it is."""
    teams = tuple(register)
    found: dict[str, date] = {}
    for day in sorted({team.starts for team in teams}):  # on another day no team can come to be in a second place
        for team in in_two_places(teams, day):
            found.setdefault(team.name, day)
    return found


def is_one_of(teams: pd.Series, register: Iterable[Team]) -> pd.Series:
    """Whether each row names one of these teams, however it is spaced or capitalised."""
    known = {_written(team.name) for team in register}
    numbers, names = pd.factorize(teams)
    found = np.array([*(_written(name) in known for name in names), False])  # a blank is numbered -1: the last
    return pd.Series(found[numbers], index=teams.index)


def _in_one_place(register: Iterable[Team], day: date) -> list[Team]:
    teams = tuple(register)
    doubled = {_written(team.name) for team in in_two_places(teams, day)}
    return [team for team in at_work(teams, day) if _written(team.name) not in doubled]


def _ordered(wanted: Iterable[str], present: Iterable[str]) -> list[str]:
    here = [name for name in dict.fromkeys(present) if name not in (COUNTY_WIDE, NO_DISTRICT)]
    return [name for name in wanted if name in here] + [name for name in here if name not in set(wanted)]


def _where_teams_work(teams: Iterable[Team], list_date: date) -> pd.DataFrame:
    rows = [
        (_written(team.name), team.name, team.district, COUNTY_WIDE if team.district == COUNTY_WIDE else team.locality)
        for team in _in_one_place(teams, list_date)
    ]
    return pd.DataFrame(rows, columns=["written", *PLACES]).drop_duplicates("written").set_index("written")


def _written(name: str) -> str:
    """A team's name without regard to capitals and spacing."""
    return " ".join(name.split()).casefold()


def _placed(teams: pd.Series, works: pd.DataFrame) -> pd.DataFrame:
    """The places of each row, looked up once per distinct team name."""
    numbers, names = pd.factorize(teams)
    known = works.index.get_indexer(pd.Index([_written(name) for name in names], dtype="object"))
    lookup = np.append(known, -1)[numbers]  # a blank is numbered -1, and so takes the last
    found = {column: np.append(works[column].to_numpy(dtype="object"), NO_DISTRICT)[lookup] for column in PLACES}
    return pd.DataFrame(found, index=teams.index)


def team_of_each_child(tables: Tables, named: Mapping[str, pd.Series], list_date: date) -> pd.Series:
    """The team each child is known to, by id: from the lists that tell it, in the order in which they are believed.

    Open rows tell it before the latest closed. ``named`` is the team of every row of these lists, blank where there
    is none.
    """
    telling = by_belief(name for name in named if LISTS[name].tells_team)
    known = [
        tables[name][["child_id"]].assign(
            team=named[name], order=order, ended=_ended(tables[name][LISTS[name].ends], list_date)
        )
        for order, name in enumerate(telling)
    ]
    if not known:
        return NOBODYS
    rows = pd.concat(known, ignore_index=True)
    rows = rows[rows["team"].notna()]
    rows = rows.sort_values(["order", "ended"], ascending=[True, False], kind="stable")
    return _first_of_each(rows["child_id"], rows["team"])


def _ended(ends: pd.Series, list_date: date) -> pd.Series:
    """The day each row closed; the far future for one that is open."""
    return ends.where(ends <= pd.Timestamp(list_date), pd.Timestamp("2200-01-01"))


def _first_of_each(keys: pd.Series, values: pd.Series) -> pd.Series:
    """The first value that is filled for each key that is filled."""
    filled = pd.DataFrame({"key": keys, "value": values}).dropna().drop_duplicates("key")
    return filled.set_index("key")["value"]
