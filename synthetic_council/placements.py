"""Where children in care live: the chain of placements of each period."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.care import placed_for_adoption
from synthetic_council.council import Council
from synthetic_council.days import NEVER, birthday
from synthetic_council.draws import deal, evenly, numbered, pick, renewals, stream
from synthetic_council.protection import enter_events

_UNSETTLED_SHARE, _UNSETTLED_DAYS, _SETTLED_DAYS = 0.09, 175.0, 2750.0
_EARLY_SPELL, _EARLY_DAYS = 270, 330.0
_SUPPORTED_AT_16 = 0.44
_MIX = {
    "young": {"kin": 21, "parents": 9, "foster": 63, "R3": 1.8, "T1": 0.5, "K2": 3.0},
    "older": {"kin": 14, "parents": 7, "foster": 46, "K2": 23.0, "S1": 1.2, "K1": 0.6, "R1": 0.8, "Z1": 1.0},
    "grown": {"kin": 7, "parents": 3, "foster": 23, "K2": 15.0, "H5": 30.0, "R5": 1.2, "S1": 1.5, "R2": 0.8, "Z1": 2.0},
}
_KIN, _FOSTER = {"U1": 0.45, "U3": 0.55}, {"U4": 0.42, "U6": 0.55, "U5": 0.03}
_OUT_SHARE = 0.33
_ELSEWHERE = ("Bolton", "Bury", "Cumberland", "Rochdale", "Sefton", "Wigan", "Westmorland and Furness", "Calderdale")


def placements_of(seed: int, council: Council, periods: pd.DataFrame, last: int) -> pd.DataFrame:
    """One row a placement, in order, each ending where the next begins.

    Columns period, start, end, known, kind, type, provider, place, postcode and urn; out (bool).
    """
    rng = stream(seed, "placements")
    rows = pd.concat([_first(periods), _moves(rng, periods), _adopters(periods)], ignore_index=True)
    rows = rows.sort_values(["period", "start", "kind"], kind="stable").drop_duplicates(["period", "start"])
    rows = rows.reset_index(drop=True)
    following = rows.groupby("period")["start"].shift(-1)
    ends = periods["end"].to_numpy()[rows["period"]]
    rows["end"] = following.fillna(pd.Series(ends)).astype("int64")
    rows["type"] = _types(rng, rows, periods, last)
    _provided(rng, council, rows)
    entered = enter_events(rng, rows.rename(columns={"period": "owner", "start": "day"}), periods)
    rows = entered.rename(columns={"owner": "period", "day": "start"})
    first = rows["start"].to_numpy() == periods["start"].to_numpy()[rows["period"]]
    rows["known"] = np.where(first, periods["start_known"].to_numpy()[rows["period"]], rows["known"])
    decided = periods["decision_known"].to_numpy()[rows["period"]]
    rows["known"] = np.where(rows["kind"] == "adopters", np.maximum(rows["known"], decided), rows["known"])
    return rows


def _first(periods: pd.DataFrame) -> pd.DataFrame:
    return periods[["period"]].assign(start=periods["start"], kind="first")


def _moves(rng: np.random.Generator, periods: pd.DataFrame) -> pd.DataFrame:
    """Early moves are common; later ones rare, save for the unsettled; many move on at sixteen."""
    start, end = periods["start"].to_numpy(), periods["end"].to_numpy()
    placed = np.where(periods["placed"] < periods["end"], periods["placed"], NEVER)
    until = np.minimum(end, placed)
    unsettled = rng.random(len(periods)) < _UNSETTLED_SHARE
    gap = np.where(unsettled, _UNSETTLED_DAYS, _SETTLED_DAYS)
    early = np.minimum(until, start + _EARLY_SPELL)
    owner_a, day_a = renewals(rng, start, early, _EARLY_DAYS, 1.0)
    owner_b, day_b = renewals(rng, np.minimum(early, until), until, gap, 1.0)
    sixteenth = birthday(periods["born"].to_numpy(), 16) + (rng.random(len(periods)) * 500).astype("int64")
    even = evenly(rng, (sixteenth // 91))
    moves = (even < _SUPPORTED_AT_16) & (sixteenth > start + 100) & (sixteenth < until - 60)
    rows = [
        pd.DataFrame({"period": np.concatenate([owner_a, owner_b]), "start": np.concatenate([day_a, day_b])}),
        pd.DataFrame({"period": periods["period"], "start": sixteenth})[moves].assign(kind="supported"),
    ]
    moved = pd.concat(rows, ignore_index=True)
    moved["kind"] = moved["kind"].fillna("move")
    inside = moved["start"] < until[moved["period"]]
    kept: pd.DataFrame = moved[inside & (moved["start"] > start[moved["period"]])]
    return kept


def _adopters(periods: pd.DataFrame) -> pd.DataFrame:
    placed = placed_for_adoption(periods)
    return placed[["period"]].assign(start=placed["placed"], kind="adopters")


def _types(rng: np.random.Generator, rows: pd.DataFrame, periods: pd.DataFrame, last: int) -> np.ndarray:
    owner = rows["period"].to_numpy()
    age = (rows["start"].to_numpy() - periods["born"].to_numpy()[owner]) / 365.25
    current = ((rows["start"] <= last) & (rows["end"] > last)).to_numpy().astype(int)
    broad = np.empty(len(rows), dtype="<U8")
    chosen = ~rows["kind"].isin(["adopters", "supported"]).to_numpy()
    ordered = periods["court"].to_numpy()[owner]
    for name, low, high in (("young", -1, 10), ("older", 10, 16), ("grown", 16, 99)):
        for court in (True, False):
            mix = {code: share for code, share in _MIX[name].items() if court or code != "parents"}
            here = chosen & (age >= low) & (age < high) & (ordered == court)
            broad[here] = deal(rng, mix, current[here])
    settled = (rows["start"].to_numpy() - periods["start"].to_numpy()[owner] > 200) & (
        rows["end"] - rows["start"] > 400
    )
    kin = np.where(settled, "U1", pick(rng, _KIN, len(rows)))
    foster = np.where(settled, pick(rng, {"U4": 0.75, "U6": 0.25}, len(rows)), pick(rng, _FOSTER, len(rows)))
    types = np.select([broad == "kin", broad == "foster", broad == "parents"], [kin, foster, "P1"], broad)
    consent = periods["placement_order"].to_numpy()[owner] >= NEVER
    adopters = np.where(consent, "A4", pick(rng, {"A6": 0.85, "A5": 0.15}, len(rows)))
    kind = rows["kind"].to_numpy()
    return np.where(kind == "adopters", adopters, np.where(kind == "supported", "H5", types))


def _provided(rng: np.random.Generator, council: Council, rows: pd.DataFrame) -> None:
    """Who provides the placement, where it is, and its number where Ofsted registers it."""
    size, types = len(rows), rows["type"]
    provider = pick(rng, {"PR1": 0.55, "PR4": 0.38, "PR5": 0.07}, size)
    homes = pick(rng, {"PR1": 0.2, "PR4": 0.74, "PR5": 0.06}, size)
    provider = np.where(types.isin(["K2", "H5", "R1", "S1", "Z1", "R3"]), homes, provider)
    provider = np.where(types.isin(["U1", "U2", "U3", "A3", "A4", "A5", "A6"]), "PR1", provider)
    provider = np.where(types.isin(["R2", "R5", "K1", "T1"]), "PR3", provider)
    provider = np.where(types == "T1", "", np.where(types == "P1", "PR0", provider))
    rows["provider"] = provider
    out = (rng.random(size) < _OUT_SHARE * 1.9) & ~types.isin(["P1"]) & (provider != "PR1")
    out = out | (types.isin(["U1", "U3"]) & (rng.random(size) < _OUT_SHARE)).to_numpy()
    rows["out"] = out.to_numpy() if isinstance(out, pd.Series) else out
    hidden = rows["out"].to_numpy() & (rng.random(size) < 0.04)
    elsewhere = np.array(_ELSEWHERE)[rng.integers(0, len(_ELSEWHERE), size)]
    rows["place"] = np.where(hidden, "CON", np.where(rows["out"], elsewhere, council.county_unit))
    letters = np.array(list("ABDEFGHJLNPQRSTUWXYZ"))
    ending = np.char.add(letters[rng.integers(0, 20, size)], letters[rng.integers(0, 20, size)])
    sector = np.char.add("ZZ99 ", rng.integers(1, 10, size).astype(str))
    rows["postcode"] = np.where(hidden, "", np.char.add(sector, ending))
    registered = types.isin(["K1", "K2", "H5"]) | (types.isin(["U4", "U5", "U6"]) & np.isin(provider, ["PR4", "PR5"]))
    numbers = numbered("SC000", rng.integers(0, 1000, size), 3)
    rows["urn"] = np.where(registered, numbers, "")
