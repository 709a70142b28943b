"""What had been entered by a list date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, Days, age_on, months_before
from synthetic_council.history import History
from synthetic_council.teams import TeamBook, allocation


@dataclass
class Known:
    """A history as its council's system knew it on a list date."""

    history: History
    list_date: int
    layout: str

    def since(self, months: int) -> int:
        """The list date less so many months."""
        return int(months_before(np.array([self.list_date]), months)[0])

    @cached_property
    def teams(self) -> TeamBook:
        """The teams at work on the list date."""
        return TeamBook(self.history.council, self.list_date)

    def entered(self, events: pd.DataFrame, known: str = "known") -> pd.DataFrame:
        """Events entered by the list date."""
        return events[events[known] <= self.list_date]

    def ends(self, rows: pd.DataFrame, end: str = "end") -> Days:
        """When each thing ended, as far as had been entered."""
        return np.where(rows[f"{end}_known"] <= self.list_date, rows[end], NEVER)

    def latest(self, events: pd.DataFrame, size: int) -> tuple[Days, np.ndarray]:
        """For each owner the day of its latest event entered, and the place of that event (-1 for none)."""
        entered = np.flatnonzero((events["known"] <= self.list_date).to_numpy())
        owner = events["owner"].to_numpy()[entered]
        is_last = np.r_[owner[1:] != owner[:-1], True] if len(owner) else np.zeros(0, dtype=bool)
        day, place = np.full(size, NEVER), np.full(size, -1)
        place[owner[is_last]] = entered[is_last]
        day[owner[is_last]] = events["day"].to_numpy()[entered[is_last]]
        return day, place

    @cached_property
    def cases(self) -> pd.DataFrame:
        """Cases of need: the latest of each child. A case closed after assessment, with no need, is not kept."""
        cases = self.entered(self.history.cases, "start_known")
        cases = cases[cases["kind"] != "nfa"].assign(end_seen=lambda rows: self.ends(rows))
        cases = cases[(cases["kind"] != "none") | (cases["end_seen"] == NEVER)]
        return cases.drop_duplicates("child", keep="last")

    @cached_property
    def plans(self) -> pd.DataFrame:
        """The latest plan of each child."""
        plans = self.entered(self.history.plans, "start_known")
        return plans.assign(end_seen=self.ends(plans)).drop_duplicates("child", keep="last")

    @cached_property
    def periods(self) -> pd.DataFrame:
        """The latest period of care of each child."""
        periods = self.entered(self.history.periods, "start_known")
        return periods.assign(end_seen=self.ends(periods)).drop_duplicates("child", keep="last")

    def has_open(self, rows: pd.DataFrame) -> np.ndarray:
        """Whether each child, by number, has an open row."""
        found = np.zeros(len(self.history.children), dtype=bool)
        found[rows.loc[rows["end_seen"] == NEVER, "child"]] = True
        return found

    def in_list(self, rows: pd.DataFrame, months: int = 6) -> pd.DataFrame:
        """Rows open, or ended no more than so many months before."""
        return rows[rows["end_seen"] >= self.since(months)]

    def described(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Rows with what is known of each child: an unborn child has an expected day of birth and no gender."""
        children = self.history.children.iloc[rows["child"].to_numpy()]
        born = children["born"].to_numpy()
        age = age_on(born, self.list_date)
        return rows.assign(
            child_id=children["child_id"].to_numpy(),
            gender=np.where(age < 0, "U", children["gender"].to_numpy()),
            ethnicity=children["ethnicity"].to_numpy(),
            dob=born,
            age=age,
            disability=children["disability"].to_numpy(),
        )

    def allocated(self, rows: pd.DataFrame, kind: str | np.ndarray, list_number: int) -> pd.DataFrame:
        """Rows with the team and worker of each child."""
        child = rows["child"].to_numpy()
        team, worker = allocation(self.teams, self.history.children, child, kind, list_number)
        return rows.assign(team=team, worker=worker)
