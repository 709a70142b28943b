"""How many things fall due, in every team, once disclosure has been decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reporting.assurance.due import WITHIN
from reporting.assurance.owners import NO_TEAM
from reporting.model.figures import NO_DISTRICT, Level
from reporting.model.periods import Period, Window
from reporting.presentation.briefing.facts import REPORTED, SIGNS, State
from reporting.presentation.disclosure.counts import SHOWN, SUBJECT, CountTable, Makeup
from reporting.presentation.words import whole

FALLING_DUE = "falling_due"
_SOON, _LATER, _EVERY = "soon", "later", "every"
_DUE = Makeup(
    (_SOON, _LATER, _EVERY),
    answers=frozenset({_SOON, _LATER}),
    children=frozenset({_SOON, _LATER, _EVERY}),
    sums=((_EVERY, _SOON, _LATER),),
)


@dataclass(frozen=True)
class FallingDue:
    """For each level and unit, how many fall due within each of ``WITHIN`` working days, as printed."""

    known: Mapping[tuple[str, str], tuple[str, str]]

    def at(self, level: str, unit: str) -> tuple[str, str]:
        """Within five working days, and within ten."""
        return self.known.get((level, unit), ("0", "0"))


def counts_due(due: pd.DataFrame, period: Period, county: str) -> CountTable:
    """What falls due, to be disclosed: soon and later make every one, for the county, each district and each team."""
    told = due.assign(soon=due["working_days"] <= WITHIN[0], team=due["team"].replace(NO_TEAM, NO_DISTRICT))
    placed = [
        told.assign(level=level.value, unit=told[level.value] if level is not Level.COUNTY else county)
        for level in (Level.COUNTY, Level.DISTRICT, Level.TEAM)
    ]
    tallied = pd.concat(placed).groupby(["level", "unit"], sort=False)["soon"].agg(["sum", "count"]).reset_index()
    soon, every = (tallied[name].astype("float64") for name in ("sum", "count"))
    rows = pd.DataFrame(
        {
            "period": str(period),
            "basis": REPORTED,
            "window": Window.AS_AT.value,
            "name": FALLING_DUE,
            "level": tallied["level"].astype("object"),
            "unit": tallied["unit"].astype("object"),
            SUBJECT: FALLING_DUE,
            SHOWN: True,
            _SOON: soon,
            _LATER: every - soon,
            _EVERY: every,
        }
    )
    return CountTable(rows, {FALLING_DUE: _DUE})


def falling_due_of(counted: CountTable, hidden: np.ndarray) -> FallingDue:
    """What may be told of what falls due."""
    sign = (SIGNS[State.SUPPRESSED],) * 2
    known = {}
    for row, secret in zip(counted.rows.to_dict("records"), hidden, strict=True):
        known[str(row["level"]), str(row["unit"])] = sign if secret else (whole(row[_SOON]), whole(row[_EVERY]))
    return FallingDue(known)
