"""Periods of care, and what recurs in them: visits, reviews, health, dental checks, going missing."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import published
from synthetic_council.council import Council
from synthetic_council.days import NEVER, birthday
from synthetic_council.draws import deal, evenly, left_over, pick, stream
from synthetic_council.protection import enter_events, recurring

_REASONS = {
    "adoption": {"E11": 0.25, "E12": 0.75},
    "guardian": {"E45": 0.45, "E46": 0.05, "E47": 0.2, "E48": 0.05, "E41": 0.25},
    "home": {"E4A": 0.78, "E4B": 0.15, "E13": 0.05, "E3": 0.02},
    "age": {"E5": 0.45, "E17": 0.27, "E6": 0.05, "E7": 0.08, "E8": 0.15},
}
_PLANS = {
    "adoption": {"b": 1.0},
    "guardian": {"c": 1.0},
    "home": {"a": 1.0},
    "age": {"f": 0.55, "e": 0.15, "d": 0.2, "g": 0.1},
}


def care_periods(seed: int, cases: pd.DataFrame, last: int) -> pd.DataFrame:
    """One row a period of care: first periods and returns, with route, need and how it ended."""
    rng = stream(seed, "care")
    adoption = ["decision", "placement_order", "matched", "placed", "adoption_order", "reversed"]
    first = cases[cases["care_start"] < NEVER]
    again = cases[cases["care_again_start"] < NEVER]
    shared = ["case", "child", "born", "adult"]
    rows = first[[*shared, "route", *adoption]].assign(
        start=first["care_start"], start_known=first["care_start_known"],
        end=first["care_end"], end_known=first["care_end_known"],
    )  # fmt: skip
    back = again[shared].assign(
        start=again["care_again_start"], start_known=again["care_again_start_known"],
        end=again["care_again_end"], end_known=again["care_again_end_known"], route=again["route_again"],
    )  # fmt: skip
    periods = pd.concat([rows, back.assign(**dict.fromkeys(adoption, NEVER))], ignore_index=True)
    periods = periods.sort_values(["start", "child"], kind="stable").reset_index(drop=True)
    periods["period"] = np.arange(len(periods))
    return _described(rng, periods, last)


def open_on(rows: pd.DataFrame, day: int, start: str = "start", end: str = "end") -> np.ndarray:
    """Whether each thing was in the system on a day, and not yet ended there."""
    return ((rows[f"{start}_known"] <= day) & (rows[f"{end}_known"] > day)).to_numpy()


def _described(rng: np.random.Generator, periods: pd.DataFrame, last: int) -> pd.DataFrame:
    is_open = open_on(periods, last)
    age = (periods["start"] - periods["born"]) / 365.25
    periods["uasc"] = ((age >= 15) & (periods["route"] == "age") & (rng.random(len(periods)) < 0.35)).to_numpy()
    fixed = np.where(periods["uasc"], "N8", "")
    need = deal(rng, left_over(published.CARE_NEEDS, fixed[is_open]), is_open & (fixed == ""))
    periods["need"] = np.where(fixed == "", need, fixed)
    for column, shares in (("reason", _REASONS), ("plan_for", _PLANS)):
        periods[column] = ""
        for route, weights in shares.items():
            here = (periods["route"] == route).to_numpy()
            periods.loc[here, column] = pick(rng, weights, int(here.sum()))
    before_end = periods.groupby("child")["end"].shift(1).fillna(0)
    periods["returned"] = periods["start"] - before_end <= 365
    periods["plan_day"] = periods["start"] + rng.integers(20, 150, len(periods))
    return periods


def legal_statuses(seed: int, council: Council, periods: pd.DataFrame, last: int) -> pd.DataFrame:
    """Each change of legal status: agreed care, or court orders that grow from interim to full or placement.

    Columns owner, day, status, first (bool) and known.
    """
    rng = stream(seed, "legal")
    size, route = len(periods), periods["route"]
    by_route = {"adoption": 0.0, "guardian": 0.05, "home": 0.62, "age": 0.113}
    even = evenly(rng, pd.factorize(route, sort=True)[0] * 2 + open_on(periods, last))
    agreed = (even < route.map(by_route).to_numpy()) | periods["uasc"].to_numpy()
    agreed = agreed | ((periods["decision"] < NEVER) & (periods["placement_order"] >= NEVER)).to_numpy()
    full = periods["start"] + rng.gamma(8.0, 26.0, size).astype("int64")
    full = council.working.on_or_after(full)
    stays_interim = (route == "home").to_numpy() | (periods["placement_order"] <= full).to_numpy()
    steps = [
        periods[["period"]].assign(day=periods["start"], status=np.where(agreed, "V2", "C1")),
        periods[["period"]].assign(day=full, status="C2")[~agreed & ~stays_interim & (full < periods["end"])],
        periods[["period"]].assign(day=periods["placement_order"], status="E1")[~agreed],
    ]
    undone = periods["reversed"] < NEVER
    steps.append(periods[["period"]].assign(day=periods["reversed"] + 1400, status="C2")[undone & ~agreed])
    return _known_steps(rng, pd.concat(steps, ignore_index=True), periods)


def _known_steps(rng: np.random.Generator, steps: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    """Steps that fall inside their period, with the day each was entered."""
    ends = periods["end"].to_numpy()[steps["period"]]
    starts = periods["start"].to_numpy()[steps["period"]]
    inside = (steps["day"] < NEVER) & ((steps["day"] < ends) | (steps["day"] == starts))
    steps = steps[inside.to_numpy()].rename(columns={"period": "owner"}).reset_index(drop=True)
    first = (steps["day"] == periods["start"].to_numpy()[steps["owner"]]).to_numpy()
    steps = steps.assign(first=first)
    entered = enter_events(rng, steps, periods)
    begun = periods["start_known"].to_numpy()[entered["owner"]]
    return entered.assign(known=np.where(entered["first"], begun, entered["known"]))


def placed_for_adoption(periods: pd.DataFrame) -> pd.DataFrame:
    """Children living with the adopters who will adopt them."""
    return periods[(periods["placed"] < NEVER) & (periods["placed"] < periods["end"])]


def care_events(
    seed: int, council: Council, periods: pd.DataFrame, placements: pd.DataFrame, since: int
) -> dict[str, pd.DataFrame]:
    """Everything that recurs in care, each as (owner, day, known), from ``since`` on."""
    rng = stream(seed, "care events")
    return {
        "visits": _visits(rng, council, periods, placements, since),
        "reviews": _reviews(rng, council, periods, since),
        "iro": _spells(rng, council, periods, since, 150.0, 12.0),
        "health": _health(rng, council, periods, since),
        "dental": _dental(rng, council, periods, since),
        "missing": _away(rng, council, periods, since, 0.105, 120.0),
        "absent": _away(rng, council, periods, since, 0.035, 160.0),
    }


def _spells(
    rng: np.random.Generator, council: Council, periods: pd.DataFrame, since: int, gap: float, spread: float
) -> pd.DataFrame:
    start = periods["start"] + 1
    waiting = since - (rng.random(len(periods)) * gap).astype("int64")
    start = pd.Series(np.where(start < waiting, waiting, start))
    return enter_events(rng, recurring(rng, council, start, periods["end"], gap, spread), periods)


def _visits(
    rng: np.random.Generator, council: Council, periods: pd.DataFrame, placements: pd.DataFrame, since: int
) -> pd.DataFrame:
    """Within a week of each placement, then about every five weeks, less often once settled for good."""
    spells = placements[placements["end"] > since].reset_index(drop=True)
    start = spells["start"].clip(lower=since)
    settled = spells["type"].isin(["U1", "U4"]) & (spells["end"] - spells["start"] > 365)
    slow_from = np.where(settled, np.maximum(spells["start"] + 365, start), spells["end"])
    early = recurring(rng, council, start + 1, pd.Series(np.minimum(slow_from, spells["end"])), 33.5, 12.0)
    late = recurring(rng, council, pd.Series(slow_from - 20), spells["end"], 72.0, 14.0)
    first = pd.DataFrame(
        {"owner": spells.index, "day": council.working.on_or_after((start + rng.integers(0, 5, len(start))).to_numpy())}
    )
    visits = pd.concat([first, early, late[late["day"] > slow_from[late["owner"]]]], ignore_index=True)
    visits = visits[visits["day"].to_numpy() <= spells["end"].to_numpy()[visits["owner"]]]
    visits = visits.assign(owner=spells["period"].to_numpy()[visits["owner"]])
    return enter_events(rng, visits.reset_index(drop=True), periods)


def _reviews(rng: np.random.Generator, council: Council, periods: pd.DataFrame, since: int) -> pd.DataFrame:
    """The first within twenty working days, the second within three months, then within six."""
    late = rng.random(len(periods)) < 0.01
    first = council.working.after(
        periods["start"].to_numpy(), rng.integers(11, 19, len(periods)) + np.where(late, 8, 0)
    )
    second = council.working.on_or_after(first + rng.integers(60, 86, len(periods)))
    begun = pd.Series(np.where(second < since - 160, since - (rng.random(len(periods)) * 155).astype("int64"), second))
    more = recurring(rng, council, begun, periods["end"], 158.0, 150.0)
    fixed = pd.DataFrame({"owner": np.tile(np.arange(len(periods)), 2), "day": np.concatenate([first, second])})
    reviews = pd.concat([fixed, more], ignore_index=True)
    ends = periods["end"].to_numpy()[reviews["owner"]]
    return enter_events(rng, reviews[reviews["day"] <= ends].reset_index(drop=True), periods)


def _health(rng: np.random.Generator, council: Council, periods: pd.DataFrame, since: int) -> pd.DataFrame:
    """Every six months under five, then every year; a few are late."""
    fifth = birthday(periods["born"].to_numpy(), 5)
    ends = periods["end"].to_numpy()
    initial = pd.DataFrame(
        {
            "owner": periods.index,
            "day": council.working.after(periods["start"].to_numpy(), rng.integers(9, 24, len(periods))),
        }
    )
    start = np.where(
        periods["start"] < since - 400, since - (rng.random(len(periods)) * 170).astype("int64"), periods["start"] + 20
    )
    young = recurring(rng, council, pd.Series(start), pd.Series(np.minimum(ends, fifth)), 193.0, 40.0)
    start = np.where(
        periods["start"] < since - 400, since - (rng.random(len(periods)) * 360).astype("int64"), periods["start"] + 20
    )
    older = recurring(rng, council, pd.Series(np.maximum(start, fifth - 120)), periods["end"], 382.0, 40.0)
    health = pd.concat([initial, young, older[older["day"] >= fifth[older["owner"]]]], ignore_index=True)
    return enter_events(rng, health[health["day"].to_numpy() <= ends[health["owner"]]].reset_index(drop=True), periods)


def _dental(rng: np.random.Generator, council: Council, periods: pd.DataFrame, since: int) -> pd.DataFrame:
    """About once a year from the first birthday on."""
    first = np.maximum(periods["start"] - 200, birthday(periods["born"].to_numpy(), 1))
    first = np.where(first < since - 400, since - (rng.random(len(periods)) * 400).astype("int64"), first)
    dental = recurring(rng, council, pd.Series(first), periods["end"], 392.0, 14.0)
    begun = periods["start"].to_numpy()[dental["owner"]]
    return enter_events(rng, dental[dental["day"] >= begun].reset_index(drop=True), periods)


def _away(
    rng: np.random.Generator, council: Council, periods: pd.DataFrame, since: int, share: float, gap: float
) -> pd.DataFrame:
    """Times away from placement, of a few children of ten and over; Y, N or U to the offer of an interview."""
    goes = rng.random(len(periods)) < share * 2.0
    start = np.maximum(np.maximum(periods["start"], since), birthday(periods["born"].to_numpy(), 11))
    owner_spells = periods.assign(from_day=np.where(goes, start, NEVER))
    away = recurring(rng, council, owner_spells["from_day"], periods["end"], gap, 1.0)
    away = away.assign(
        offered=deal(rng, {"Y": 0.85, "N": 0.11, "U": 0.04}, np.zeros(len(away))),
        accepted=deal(rng, {"Y": 0.62, "N": 0.33, "U": 0.05}, np.zeros(len(away))),
    )
    return enter_events(rng, away, periods)
