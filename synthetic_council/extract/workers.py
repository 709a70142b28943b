"""List S1: the workers that the teams' children have, and have had within the twelve months before."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER
from synthetic_council.draws import even_chance
from synthetic_council.extract.known import Known
from synthetic_council.teams import TeamBook, allocation

_ROLES = np.array(["SW", "SW", "SW", "SW", "SSW", "SSW", "FSW", "TM"])
_HOURS = np.array([37, 37, 37, 37, 30, 22, 18])
_MONTHS_IN_POST = 60


def workers(known: Known) -> pd.DataFrame:
    """Everybody who holds a case on the list date, and who held one half a year before and holds none now."""
    now, before = _at_work(known, known.list_date), _at_work(known, known.since(6))
    gone = before[~before["worker_id"].isin(now["worker_id"])]
    rows = pd.concat([now.assign(left=NEVER), gone.assign(left=known.since(3))], ignore_index=True)
    number = rows["worker_id"].str.removeprefix("SW").astype("int64").to_numpy()
    months = 7 + (even_chance(number, 41) * _MONTHS_IN_POST).astype("int64")
    return rows.assign(
        entity=number,
        role=_ROLES[(even_chance(number, 43) * len(_ROLES)).astype("int64")],
        hours=_HOURS[(even_chance(number, 47) * len(_HOURS)).astype("int64")],
        started=[known.since(int(count)) for count in months],
    )


def _at_work(known: Known, day: int) -> pd.DataFrame:
    """Every worker with a child on a day, and the team."""
    children = known.history.children
    everybody = np.arange(len(children))
    team, worker = allocation(TeamBook(known.history.council, day), children, everybody, "field", 0)
    pairs = pd.DataFrame({"worker_id": worker, "team": team})
    return pairs[pairs["worker_id"] != ""].drop_duplicates("worker_id").sort_values("worker_id", ignore_index=True)
