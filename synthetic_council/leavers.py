"""Care leavers, and those of sixteen and over who will be: their reviews, and who is in touch with them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.council import Council
from synthetic_council.days import birthday
from synthetic_council.draws import deal, even_chance, pick, stream
from synthetic_council.protection import enter_events, recurring

ELIGIBLE_AFTER_DAYS = 91  # thirteen weeks
_FOLLOWED_TO = {"19": 0.18, "20": 0.12, "21": 0.68, "25": 0.02}  # some move away early, a few stay on
_IN_CARE_HOME = {"C": 0.3, "E": 0.2, "D": 0.5}
_HOME = {
    "B": 0.15, "C": 0.02, "D": 0.24, "E": 0.06, "G": 0.01, "K": 0.05, "R": 0.02, "S": 0.02, "T": 0.03,
    "U": 0.25, "V": 0.01, "W": 0.01, "X": 0.03, "Y": 0.02, "Z": 0.08,
}  # fmt: skip
_ACTIVITY = {
    "F1": 0.06, "P1": 0.01, "F2": 0.22, "P2": 0.04, "F4": 0.04, "P4": 0.01, "F5": 0.16, "P5": 0.06,
    "G4": 0.12, "G5": 0.20, "G6": 0.08,
}  # fmt: skip
_TOUCH = {"YES": 0.925, "NO": 0.035, "REFU": 0.018, "NREQ": 0.015, "DIED": 0.002, "RHOM": 0.005}
_ALWAYS_UNSUITABLE = ("S", "X")
_OFTEN_UNSUITABLE = {"V": 0.7, "W": 0.8, "R": 0.6, "K": 0.12, "Y": 0.2}


def leavers_of(seed: int, periods: pd.DataFrame) -> pd.DataFrame:
    """One row a period of care that reached the sixteenth birthday, with how long the service follows.

    Columns period, child, born, start, start_known, end, end_known, begun, until and years; uasc, long and adviser
    (bool).
    """
    rng = stream(seed, "leavers")
    sixteen = birthday(periods["born"].to_numpy(), 16)
    reached = (periods["end"] >= sixteen) & periods["route"].isin(["age", "home"])
    columns = ["period", "child", "born", "start", "start_known", "end", "end_known", "uasc"]
    rows = periods.loc[reached, columns].assign(begun=np.maximum(sixteen, periods["start"])[reached])
    years = deal(rng, _FOLLOWED_TO, (rows["start"] // 365).to_numpy()).astype(int)
    rows["until"] = birthday(rows["born"].to_numpy(), years) - 1
    rows["long"] = rows["end"] - rows["start"] >= ELIGIBLE_AFTER_DAYS
    rows["adviser"] = rng.random(len(rows)) < 0.96
    rows["years"] = years
    return rows.sort_values(["period"], kind="stable").reset_index(drop=True)


def leaver_records(seed: int, council: Council, leavers: pd.DataFrame, since: int) -> pd.DataFrame:
    """What each pathway review found: in touch or not, where they live, what they do.

    Columns owner, day, known, in_touch, accommodation, suitability and activity.
    """
    rng = stream(seed, "leaver records")
    spells = leavers.assign(adult=leavers["until"])
    begun = np.maximum(spells["begun"], since - (rng.random(len(spells)) * 160).astype("int64"))
    regular = recurring(rng, council, begun, spells["until"], 171.0, 60.0)
    first = pd.DataFrame({"owner": spells.index, "day": spells["begun"], "fixed": spells["start_known"]})
    left = pd.DataFrame({"owner": spells.index, "day": spells["end"], "fixed": spells["end_known"]})
    records = pd.concat([first, left, regular], ignore_index=True)
    records = enter_events(rng, records, spells)
    held = records["fixed"].notna()
    records["known"] = np.where(held, np.maximum(records["fixed"].fillna(0), records["day"]), records["known"]).astype(
        "int64"
    )
    return _found(rng, records.drop(columns="fixed"), leavers)


def _found(rng: np.random.Generator, records: pd.DataFrame, leavers: pd.DataFrame) -> pd.DataFrame:
    owner, size = records["owner"].to_numpy(), len(records)
    in_care = records["day"].to_numpy() < leavers["end"].to_numpy()[owner]
    touch = _steady(rng, _TOUCH, owner, 1)
    adult = birthday(leavers["born"].to_numpy(), 18)[owner]
    touch = np.where((touch == "RHOM") & (records["day"] + 200 >= adult), "NO", touch)
    records["in_touch"] = np.where(in_care, "YES", touch)
    away = (records["in_touch"] != "YES").to_numpy()
    home = np.where(in_care, _steady(rng, _IN_CARE_HOME, owner, 2), _steady(rng, _HOME, owner, 3))
    home = np.where(np.isin(home, ["T", "Z"]) & (records["day"] < adult), "D", home)
    chance = pd.Series(home).map(_OFTEN_UNSUITABLE).fillna(0.04).to_numpy()
    bad = (rng.random(size) < chance) | np.isin(home, _ALWAYS_UNSUITABLE)
    records["accommodation"] = np.where(away, "", home)
    records["suitability"] = np.where(away, "", np.where(bad, "2", "1"))
    records["activity"] = np.where(away, "", _steady(rng, _ACTIVITY, owner, 4))
    return records


def _steady(rng: np.random.Generator, shares: dict[str, float], owner: np.ndarray, salt: int) -> np.ndarray:
    """Mostly what it was before: three in four reviews find the same."""
    codes = np.array(list(shares))
    edges = np.cumsum(list(shares.values())) / sum(shares.values())
    same = codes[np.searchsorted(edges[:-1], even_chance(owner, salt), side="right")]
    return np.where(rng.random(len(owner)) < 0.75, same, pick(rng, shares, len(owner)))


def leaver_contacts(
    seed: int, council: Council, leavers: pd.DataFrame, records: pd.DataFrame, since: int
) -> pd.DataFrame:
    """Contacts with each young person; few while they are not in touch.

    Columns owner, day and known.
    """
    rng = stream(seed, "leaver contacts")
    spells = leavers.assign(adult=leavers["until"])
    contacts = recurring(rng, council, spells["begun"].clip(lower=since), spells["until"], 36.0, 2.5)
    contacts = contacts.sort_values("day", kind="stable")
    found = records[["owner", "day", "in_touch"]].sort_values("day", kind="stable")
    joined = pd.merge_asof(contacts, found, on="day", by="owner")
    kept = (joined["in_touch"] == "YES") | (rng.random(len(joined)) < 0.06)
    return enter_events(rng, joined.loc[kept, ["owner", "day"]].reset_index(drop=True), spells)
