"""Which team and worker a child has on a day: a team of the child's district, or a county-wide one."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from synthetic_council.council import COUNTY_WIDE, Council
from synthetic_council.draws import even_chance, numbered

_KINDS = {
    "leaving": re.compile("leaving care", re.IGNORECASE),
    "care": re.compile("looked after|permanence|our children", re.IGNORECASE),
    "disability": re.compile("disab|complex", re.IGNORECASE),
    "hub": re.compile("hub|duty", re.IGNORECASE),
}
_NOT_FIELD = re.compile(
    "looked after|leaving|permanence|adoption|our children|disab|complex|hub|duty|foster|exploit", re.I
)
_CASELOAD = 17
_TURNOVER_A_YEAR = 0.15
_UNALLOCATED = 0.03


class TeamBook:
    """The teams at work on a day, and the worker each child has in them."""

    def __init__(self, council: Council, day: int) -> None:
        self.council, self.day = council, day
        self.teams = council.teams_on(day)
        self.slots = max(2, round(11_000 * council.scale / max(len(self.teams), 1) / _CASELOAD))

    def candidates(self, kind: str, district: str) -> list[int]:
        """Teams of that kind for the district: its own, else county-wide ones, else any of the district."""
        wanted = [i for i, team in enumerate(self.teams) if self._is(kind, team.name)]
        own = [i for i in wanted if self.teams[i].district == district]
        wide = [i for i in wanted if self.teams[i].district == COUNTY_WIDE]
        anyone = [i for i, team in enumerate(self.teams) if team.district == district]
        return own or wide or anyone or list(range(len(self.teams)))

    @staticmethod
    def _is(kind: str, name: str) -> bool:
        return not _NOT_FIELD.search(name) if kind == "field" else bool(_KINDS[kind].search(name))

    def allocate(self, child: np.ndarray, district: np.ndarray, kind: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The team's name and the worker's number for each child."""
        chosen = np.zeros(len(child), dtype="int64")
        for name in np.unique(kind):
            for place, area in enumerate(self.council.districts):
                here = (kind == name) & (district == place)
                among = np.array(self.candidates(str(name), area))
                chosen[here] = among[(even_chance(child[here], 11) * len(among)).astype("int64")]
        names = np.array([team.name for team in self.teams])[chosen]
        slot = (even_chance(child, 13) * self.slots).astype("int64")
        desk = chosen * 100 + slot
        turn = np.floor(self.day / 365.25 * _TURNOVER_A_YEAR + even_chance(desk, 17)).astype("int64") % 10
        return names, numbered("SW", desk * 10 + turn, 5)

    def nobody_yet(self, child: np.ndarray, list_number: int) -> np.ndarray:
        """Children whose row on a list has no worker this month."""
        return even_chance(child, list_number * 1000 + self.day // 31) < _UNALLOCATED


def allocation(
    book: TeamBook, children: pd.DataFrame, child: np.ndarray, kind: str | np.ndarray, list_number: int
) -> tuple[np.ndarray, np.ndarray]:
    """Each child's team and worker on a list; some have no worker yet, some disabled children a team of their own."""
    described = children.iloc[child]
    kinds = np.broadcast_to(np.asarray(kind, dtype="<U12"), len(child))
    disabled = (described["disability"] == "Y").to_numpy() & (child % 3 == 0)
    kinds = np.where(disabled & (kinds == "field"), "disability", kinds)
    team, worker = book.allocate(child, described["district"].to_numpy(), kinds)
    return team, np.where(book.nobody_yet(child, list_number), "", worker)
