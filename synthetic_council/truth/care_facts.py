"""Facts of children in care, care leavers and adoption, as entered by a list date."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, age_on, months_before
from synthetic_council.history import History

_THIRTEEN_WEEKS = 91
_STAGES = ("decision", "placement_order", "matched", "placed", "adoption_order", "reversed")


def _before(day: int, months: int) -> int:
    return int(months_before(np.array([day]), months)[0])


def _entered(events: pd.DataFrame, day: int) -> pd.DataFrame:
    return events[events["known"] <= day]


def _ended(rows: pd.DataFrame, end: str, day: int) -> pd.Series:
    return rows[end].where(rows[f"{end}_known"] <= day, NEVER)


def _latest_day(history: History, kind: str, day: int, owners: pd.Series) -> np.ndarray:
    found = _entered(history.care_events[kind], day).groupby("owner")["day"].max()
    return owners.map(found).fillna(NEVER).astype("int64").to_numpy()


def _periods(history: History, day: int) -> pd.DataFrame:
    """The latest period of each child that had been entered."""
    rows = history.periods[history.periods["start_known"] <= day]
    rows = rows.assign(ended=_ended(rows, "end", day))
    return rows.loc[rows.groupby("child")["start"].idxmax()]


def looked_after(history: History, day: int) -> pd.DataFrame:
    """The latest period of care of each child."""
    rows = _periods(history, day)
    rows = rows[rows["ended"] >= _before(day, 6)]
    owner = rows["period"]
    chain = _entered(history.placements, day).sort_values(["period", "start"], kind="stable")
    latest = chain.groupby("period").last()
    legal = _entered(history.legal, day).groupby("owner")["status"].last()
    counts = {kind: _times(history, kind, day) for kind in ("missing", "absent")}
    missing = owner.map(counts["missing"]).fillna(0)
    offered = owner.map(_entered(history.care_events["missing"], day).groupby("owner")["offered"].last())
    return pd.DataFrame(
        {
            "entity": owner, "child": rows["child"], "dob": rows["born"], "cla_start": rows["start"],
            "ceased_date": rows["ended"], "legal_status": owner.map(legal).fillna(""),
            "last_review": _latest_day(history, "reviews", day, owner),
            "last_sw_visit": _latest_day(history, "visits", day, owner),
            "last_health": _latest_day(history, "health", day, owner),
            "last_dental": _latest_day(history, "dental", day, owner),
            "placement_start": owner.map(latest["start"]), "placement_type": owner.map(latest["type"]),
            "placements_12m": owner.map(_lived_in(chain, _before(day, 12))).astype(float),
            "missing_12m": missing.astype(float), "absent_12m": owner.map(counts["absent"]).fillna(0).astype(float),
            "rhi_offered": offered.where(missing > 0, "").fillna(""), "team_kind": "care",
        }
    )  # fmt: skip


def _times(history: History, kind: str, day: int) -> pd.Series:
    events = _entered(history.care_events[kind], day)
    return events[events["day"] > _before(day, 12)].groupby("owner").size()


def _lived_in(chain: pd.DataFrame, year_before: int) -> pd.Series:
    """Placements a child lived in after a day: every one but those already left by then."""
    left = chain.groupby("period")["start"].shift(-1).fillna(NEVER)
    return (left > year_before).groupby(chain["period"]).sum()


def care_leavers(history: History, day: int, layout: str) -> pd.DataFrame:
    """Eligible children still in care (later layout), and young people who left at sixteen or over."""
    rows = history.leavers[history.leavers["start_known"] <= day]
    rows = rows.assign(owner=rows.index, ended=_ended(rows, "end", day))
    rows = rows.loc[rows.groupby("child")["period"].idxmax()]
    periods = _periods(history, day)
    in_care = rows["child"].isin(periods.loc[periods["ended"] == NEVER, "child"])
    eligible = (rows["ended"] == NEVER) & (rows["begun"] <= day) & (day - rows["start"] >= _THIRTEEN_WEEKS)
    born, end = rows["born"].to_numpy(), rows["end"].to_numpy()
    left = (rows["ended"] < NEVER) & ~in_care & (rows["until"] >= day) & (age_on(born, end) >= 16)
    rows = rows[left | (eligible if layout == "later" else False)]
    grown = age_on(rows["born"].to_numpy(), day) >= 18
    group = pd.Series(np.where(grown, "FORMER", "RELEVANT"), index=rows.index).where(rows["long"], "QUALIFYING")
    found = _entered(history.leaver_records, day).groupby("owner").last()
    met = _entered(history.leaver_contacts, day).groupby("owner")["day"].max()
    owner = rows["owner"]
    facts = {
        "entity": owner, "child": rows["child"], "dob": rows["born"],
        "eligibility": group.where(rows["ended"] < NEVER, "ELIGIBLE"),
        "personal_adviser": rows["adviser"].map({True: "given", False: ""}),
        "last_pathway": owner.map(found["day"]), "last_contact": owner.map(met).fillna(NEVER).astype("int64"),
        **{name: owner.map(found[name]) for name in ("in_touch", "suitability", "activity")},
        "team_kind": "leaving",
    }  # fmt: skip
    return pd.DataFrame(facts)


def adoption(history: History, day: int) -> pd.DataFrame:
    """Children with a decision: live, or undone or fulfilled in the year before."""
    rows = history.periods[history.periods["decision_known"] <= day]
    seen = {stage: _ended(rows, stage, day) for stage in _STAGES}
    finished = np.minimum(seen["adoption_order"], seen["reversed"])
    gone_otherwise = (_ended(rows, "end", day) < NEVER) & (finished == NEVER)
    kept = (finished >= _before(day, 12)) & ~gone_otherwise
    facts: pd.DataFrame = pd.DataFrame(
        {
            "entity": rows["period"], "child": rows["child"], "entered_care": rows["start"],
            "placement_order": seen["placement_order"], "matched": seen["matched"], "placed": seen["placed"],
            "adoption_order": seen["adoption_order"],
        }
    )[kept]  # fmt: skip
    return facts
