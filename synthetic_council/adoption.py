"""Adoption: the stages of each child, and the households who come forward to adopt."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.council import Council
from synthetic_council.days import NEVER, Days
from synthetic_council.draws import arrivals, entered, evenly, pick, stream
from synthetic_council.entry import entered_in_time

STAGES = ("decision", "placement_order", "matched", "placed")
_OWN_FAMILIES = 0.37  # the rest are matched with another agency's adopters
_HOUSEHOLDS_A_YEAR = 11.7  # that come forward and are never matched in the council's own cases
STEPS = ("enquiry", "s1_start", "s1_end", "s2_start", "s2_end", "submitted", "approved")


def enter_adoptions(seed: int, periods: pd.DataFrame) -> pd.DataFrame:
    """Add to each period of care the days its adoption stages were entered, and the family."""
    rng = stream(seed, "adoption entry")
    periods = periods.copy()
    floor = periods["start_known"].to_numpy()
    for stage in STAGES:
        known = entered_in_time(rng, periods[stage].to_numpy(), floor, NEVER - 1)
        periods[f"{stage}_known"] = known
        floor = np.where(known < NEVER, np.maximum(floor, known), floor)
    adopted = (periods["adoption_order"] < NEVER).to_numpy()
    for stage in STAGES:  # everything before an order is in the file by the time the order is
        capped = np.minimum(periods[f"{stage}_known"], periods["end_known"])
        periods[f"{stage}_known"] = np.where(adopted & (periods[stage] < NEVER), capped, periods[f"{stage}_known"])
    periods["adoption_order_known"] = np.where(adopted, periods["end_known"], NEVER)
    periods["reversed_known"] = entered_in_time(rng, periods["reversed"].to_numpy(), floor, NEVER - 1)
    periods["reversed_reason"] = pick(rng, {"RD1": 0.3, "RD2": 0.2, "RD3": 0.35, "RD4": 0.15}, len(periods))
    fostering = (rng.random(len(periods)) < 0.18) & (periods["matched"] < NEVER)
    begun = periods["start"] + ((periods["decision"] - periods["start"]) * rng.random(len(periods))).astype("int64")
    periods["ffa"] = np.where(fostering, begun, NEVER)
    families = 50_000 + rng.permutation(len(periods))
    periods["family"] = np.where(periods["matched"] < NEVER, families, 0)
    matched = (periods["matched"] < NEVER).to_numpy()
    even = evenly(rng, np.where(matched, periods["start"] // 365, -1))
    periods["own_family"] = matched & (even < _OWN_FAMILIES)
    return periods


def adopters(seed: int, council: Council, periods: pd.DataFrame, span: tuple[int, int]) -> pd.DataFrame:
    """One row a person: households matched with the council's children, and others on the way or gone."""
    rng = stream(seed, "adopters")
    own = periods[periods["own_family"]]
    matched = pd.DataFrame({"family": own["family"], "child_matched": own["matched"], "approved": 0})
    matched["approved"] = own["matched"] - 25 - rng.gamma(2.0, 80.0, len(own)).astype("int64")
    for name in ("matched", "placed", "adoption_order"):
        matched[name], matched[f"{name}_known"] = own[name], own[f"{name}_known"]
    begun = arrivals(rng, council.working, span, _HOUSEHOLDS_A_YEAR * council.scale)
    others = pd.DataFrame({"family": 20_000 + rng.permutation(len(begun)), "enquiry": begun})
    matched, others = _stages(rng, matched, backwards=True), _stages(rng, others, backwards=False)
    households = pd.concat([matched, others.assign(**_leaving(rng, others))], ignore_index=True)
    happened = ("matched", "placed", "adoption_order")
    for column in (*happened, *(f"{name}_known" for name in happened), "left"):
        households[column] = households[column].fillna(NEVER).astype("int64")
    for step in STEPS:
        gone = households["left"] < households[step]
        households[step] = np.where(gone, NEVER, households[step]).astype("int64")
    households["left_known"] = entered(rng, households["left"].to_numpy())
    return _people(rng, households)


def _stages(rng: np.random.Generator, households: pd.DataFrame, *, backwards: bool) -> pd.DataFrame:
    """The seven steps from enquiry to approval, counted back from approval or on from enquiry."""
    size = len(households)
    gaps = {
        "s1_start": rng.integers(7, 60, size), "s1_end": rng.integers(30, 63, size),
        "s2_start": rng.integers(0, 30, size), "s2_end": rng.integers(75, 124, size),
    }  # fmt: skip
    total: Days = sum(gaps.values(), start=np.zeros(size, dtype="int64"))
    if backwards:
        households["enquiry"] = households["approved"].to_numpy() - total
    day = households["enquiry"].to_numpy()
    for step, gap in gaps.items():
        day = day + gap
        households[step] = day
    households["submitted"], households["approved"] = households["s2_start"], households["s2_end"]
    return households


def _leaving(rng: np.random.Generator, households: pd.DataFrame) -> dict[str, np.ndarray]:
    """Half leave the process, at any stage."""
    leaves = rng.random(len(households)) < 0.6
    day = households["enquiry"] + rng.integers(20, 380, len(households))
    return {"left": np.where(leaves, day, NEVER)}


def _people(rng: np.random.Generator, households: pd.DataFrame) -> pd.DataFrame:
    """Couples are two people of one family; a few adopt alone."""
    households["reason"] = pick(rng, {"1": 0.7, "2": 0.2, "3": 0.1}, len(households))
    households["ffa"] = pick(rng, {"Y": 0.15, "N": 0.85}, len(households))
    couple = rng.random(len(households)) < 0.9
    people = pd.concat([households.assign(second=0), households[couple].assign(second=1)], ignore_index=True)
    people = people.sort_values(["enquiry", "family", "second"], kind="stable").reset_index(drop=True)
    people["person"] = 700_000 + rng.permutation(len(people))
    people["gender"] = np.where(people["second"] == 0, "F", pick(rng, {"M": 0.85, "F": 0.15}, len(people)))
    people["ethnicity"] = pick(rng, {"WBRI": 0.85, "WOTH": 0.04, "APKN": 0.06, "AIND": 0.03, "MOTH": 0.02}, len(people))
    people["disability"] = pick(rng, {"Y": 0.05, "N": 0.95}, len(people))
    return people
