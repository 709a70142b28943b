"""How many things fall due, in every team, once disclosure has been decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from reporting.assurance.due import WITHIN
from reporting.assurance.owners import NO_TEAM
from reporting.model.figures import FIGURE_COLUMNS, NO_DISTRICT, Level, Status
from reporting.model.periods import Week, Window
from reporting.model.scales import Scale
from reporting.presentation.packs.facts import REPORTED, SIGNS, State
from reporting.presentation.packs.weekly.shares import CheckedRecords
from reporting.presentation.words import whole

FALLING_DUE = "falling_due"
KNOWN: Mapping[str, CheckedRecords] = {FALLING_DUE: CheckedRecords(FALLING_DUE, Scale.PERCENT)}
"""Due soon and due later make all that falls due, as yes and no make those whose answer is known."""


@dataclass(frozen=True)
class FallingDue:
    """For each level and unit, how many fall due within each of ``WITHIN`` working days, as printed."""

    known: Mapping[tuple[str, str], tuple[str, str]]

    def at(self, level: str, unit: str) -> tuple[str, str]:
        """Within five working days, and within ten."""
        return self.known.get((level, unit), ("0", "0"))


def due_as_figures(due: pd.DataFrame, week: Week, authority: str, county: str) -> pd.DataFrame:
    """What falls due as figures to be disclosed: soon as yes, later as no, for the county, each district and team."""
    told = due.assign(soon=due["working_days"] <= WITHIN[0], team=due["team"].replace(NO_TEAM, NO_DISTRICT))
    counted = [
        told.assign(level=level.value, unit=told[level.value] if level is not Level.COUNTY else county)
        for level in (Level.COUNTY, Level.DISTRICT, Level.TEAM)
    ]
    tallied = pd.concat(counted).groupby(["level", "unit"], sort=False)["soon"].agg(["sum", "count"]).reset_index()
    soon, every = (tallied[name].astype("float64") for name in ("sum", "count"))
    counts = {"yes": soon, "no": every - soon, "numerator": soon, "denominator": every, "cohort": every}
    return pd.DataFrame(
        {
            **dict.fromkeys(FIGURE_COLUMNS, ""),
            **dict.fromkeys(["affected", "unknown", "undated"], 0),
            "authority": authority,
            "period": str(week),
            "indicator": FALLING_DUE,
            "window": Window.AS_AT.value,
            "level": tallied["level"].astype("object"),
            "unit": tallied["unit"].astype("object"),
            "status": Status.PRINTED.value,
            "basis": REPORTED,
            **counts,
            "value": 100 * soon / every,
        }
    )


def falling_due_of(disclosed: pd.DataFrame) -> FallingDue:
    """What may be told of what falls due."""
    hidden = (SIGNS[State.SUPPRESSED],) * 2
    known = {}
    for row in disclosed[disclosed["indicator"] == FALLING_DUE].to_dict("records"):
        counts = hidden if row["suppressed"] else (whole(row["yes"]), whole(row["denominator"]))
        known[str(row["level"]), str(row["unit"])] = counts
    return FallingDue(known)
