"""List 8: children in care."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER
from synthetic_council.extract.known import Known


def children_looked_after(known: Known) -> pd.DataFrame:
    """List 8: the latest period of care of each child."""
    rows = known.in_list(known.periods)
    period = rows["period"].to_numpy()
    rows = rows.assign(
        entity=period,
        uasc=np.where(rows["uasc"], "Y", "N"),
        cla_start=rows["start"],
        need_category=rows["need"],
        second_period_12m=_second(known, rows),
        permanence_plan=np.where(rows["plan_day"] <= known.list_date, rows["plan_for"], ""),
        ceased_date=rows["end_seen"],
        ceased_reason=np.where(rows["end_seen"] < NEVER, rows["reason"], ""),
        **_recurring(known, period),
        **_legal(known, period),
        **_placement(known, period),
        **_away(known, period),
    )
    return known.described(known.allocated(rows, "care", 8))


def _second(known: Known, rows: pd.DataFrame) -> np.ndarray:
    """Whether an earlier period ended in the twelve months before the list date."""
    earlier = known.entered(known.history.periods, "end_known")
    ended = np.zeros(len(known.history.children), dtype="int64")
    before = earlier[~earlier["period"].isin(rows["period"])]
    np.maximum.at(ended, before["child"].to_numpy(), before["end"].to_numpy())
    return np.where(ended[rows["child"].to_numpy()] >= known.since(12), "Y", "N")


def _recurring(known: Known, period: np.ndarray) -> dict[str, np.ndarray]:
    names = {
        "visits": "last_sw_visit",
        "reviews": "last_review",
        "iro": "last_iro",
        "health": "last_health",
        "dental": "last_dental",
    }
    size = len(known.history.periods)
    return {column: known.latest(known.history.care_events[kind], size)[0][period] for kind, column in names.items()}


def _legal(known: Known, period: np.ndarray) -> dict[str, np.ndarray]:
    day, place = known.latest(known.history.legal, len(known.history.periods))
    status = np.append(known.history.legal["status"].to_numpy(), "")
    return {"legal_start": day[period], "legal_status": status[place[period]]}


def _placement(known: Known, period: np.ndarray) -> dict[str, np.ndarray]:
    """The latest placement, and how many the child has had in twelve months: the one at their start counts too."""
    chain = known.history.placements.rename(columns={"period": "owner", "start": "day"})
    day, place = known.latest(chain, len(known.history.periods))
    latest = chain.iloc[place[period]]
    entered = known.entered(chain)
    recent = entered["day"] > known.since(12)
    counts = np.bincount(entered["owner"][recent], minlength=len(known.history.periods))
    earlier = np.bincount(entered["owner"][~recent], minlength=len(known.history.periods)) > 0
    return {
        "placement_start": day[period],
        "placement_type": latest["type"].to_numpy(),
        "placement_provider": latest["provider"].to_numpy(),
        "placement_postcode": latest["postcode"].to_numpy(),
        "urn": latest["urn"].to_numpy(),
        "in_out": np.where(latest["out"], "OUT", "IN"),
        "placement_la": latest["place"].to_numpy(),
        "placements_12m": (counts + earlier)[period],
    }


def _away(known: Known, period: np.ndarray) -> dict[str, np.ndarray]:
    """Times missing and absent in twelve months, and the interview after the last time missing."""
    size, found = len(known.history.periods), {}
    for kind in ("missing", "absent"):
        entered = known.entered(known.history.care_events[kind])
        recent = entered[entered["day"] > known.since(12)]
        found[kind] = np.bincount(recent["owner"], minlength=size)[period]
    missing = known.history.care_events["missing"]
    _, place = known.latest(missing, size)
    offered = np.where(found["missing"] > 0, np.append(missing["offered"].to_numpy(), "")[place[period]], "")
    accepted = np.where(offered == "Y", np.append(missing["accepted"].to_numpy(), "")[place[period]], "")
    return {
        "missing_12m": found["missing"],
        "absent_12m": found["absent"],
        "rhi_offered": offered,
        "rhi_accepted": accepted,
    }
