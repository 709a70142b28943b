"""Cases: what each referral led to, and how long it lasted, child by child over eighteen years."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import aims
from synthetic_council.care_routes import how_care_goes
from synthetic_council.council import Council
from synthetic_council.days import NEVER, Days, birthday
from synthetic_council.draws import arrivals, deal, evenly, lasting, stream

YEAR = 365.25
_OLDEST_START = 17.35  # in years: what follows a referral must fit before the eighteenth birthday
_GENERATIONS = 5
_AGAIN_SHARE = 0.196  # of referrals, those of a child referred before: sets the rate of first referrals


def simulate_cases(council: Council, seed: int, span: tuple[int, int]) -> pd.DataFrame:
    """Every case begun in the span: one row a referral, with the child's number and day of birth."""
    rng = stream(seed, "cases")
    rate = aims.REFERRALS_A_YEAR * council.scale * (1 - _AGAIN_SHARE)
    start = arrivals(rng, council.working, span, rate)
    first = pd.DataFrame({"child": np.arange(len(start)), "start": start, "generation": 0})
    first["kind"] = deal(rng, aims.CASE_KINDS, (span[1] - start) // 91)
    first["born"], wanted = _born(rng, first)
    generations = [_timeline(rng, council, first, wanted)]
    for generation in range(1, _GENERATIONS):
        again = _referred_again(rng, council, generations[-1], span[1])
        again["generation"] = generation
        generations.append(_timeline(rng, council, again, np.full(len(again), np.nan)))
    cases = pd.concat(generations, ignore_index=True).sort_values(["start", "child"], kind="stable")
    return cases.reset_index(drop=True)


def _born(rng: np.random.Generator, cases: pd.DataFrame) -> tuple[Days, np.ndarray]:
    """Days of birth that leave room for the case, and how long a case of need is meant to last."""
    size = len(cases)
    wanted = lasting(rng, aims.CASE_LASTS, size)
    room = np.where(cases["kind"] == "need", np.maximum(_OLDEST_START - wanted / YEAR, 0.2), _OLDEST_START)
    age = rng.random(size) ** 0.95 * room
    unborn = rng.random(size) < 0.185
    age = np.where(unborn & (cases["kind"] != "nfa"), -0.42 * rng.random(size), age)
    in_care = np.where(cases["kind"] == "care", cases["start"] // 183, -1)
    bands = deal(rng, aims.ENTRY_AGES, in_care).astype(float)
    widths = {0.0: 0.95, 1.0: 3.9, 5.0: 4.9, 10.0: 5.9, 16.0: 1.3}
    early = np.select([bands == 0, bands == 16], [6.0, 4.0], 1.0)
    care_age = bands + rng.random(size) ** early * pd.Series(bands).map(widths).to_numpy()
    age = np.where(cases["kind"] == "care", care_age, age)
    return (cases["start"] - np.round(age * YEAR)).astype("int64").to_numpy(), wanted


def _timeline(rng: np.random.Generator, council: Council, cases: pd.DataFrame, wanted: np.ndarray) -> pd.DataFrame:
    """Add to each case its assessment, plan and care, and the day it closed."""
    cases = cases.copy()
    size, start = len(cases), cases["start"].to_numpy()
    kind = cases["kind"].to_numpy()
    adult = birthday(cases["born"].to_numpy(), 18)
    cases["adult"] = adult
    assessed = kind != "nfa"
    begun = council.working.on_or_after(start + (rng.random(size) < 0.15))
    cases["assessment_start"] = np.where(assessed, begun, NEVER)
    even = evenly(rng, np.where(assessed, start // 30, -1))
    done = council.working.after(begun, in_bands(rng, aims.ASSESSMENT_WORKING_DAYS, size, even))
    cases["assessment_end"] = np.where(assessed, np.minimum(done, adult), NEVER)
    _add_plan(rng, council, cases)
    _add_care(rng, council, cases)
    cases["end"] = _closed(rng, council, cases, wanted)
    return cases


def in_bands(
    rng: np.random.Generator, bands: tuple[tuple[int, int, int], ...], size: int, chance: np.ndarray | None = None
) -> np.ndarray:
    """Whole numbers drawn from printed bands of (from, to, how many)."""
    weights = np.cumsum([band[2] for band in bands]) / sum(band[2] for band in bands)
    band = np.searchsorted(weights, rng.random(size) if chance is None else chance)
    low, high = (np.array([b[side] for b in bands])[band] for side in (0, 1))
    drawn: np.ndarray = low + (rng.random(size) * (high - low + 1)).astype("int64")
    return drawn


def _add_plan(rng: np.random.Generator, council: Council, cases: pd.DataFrame) -> None:
    """A strategy discussion within days, a conference, and a plan that lasts as plans do."""
    size, planned, start = len(cases), (cases["kind"] == "protection").to_numpy(), cases["start"].to_numpy()
    begun = council.working.after(start, rng.integers(0, 5, size))
    even = evenly(rng, np.where(planned, start // 30, -1))
    spread = evenly(rng, np.where(planned, start // 15, -1))
    held = council.working.after(begun, in_bands(rng, aims.CONFERENCE_WORKING_DAYS, size, even))
    ended = council.working.on_or_after(
        held + np.maximum(lasting(rng, aims.PLAN_LASTS, size, spread), 8).astype("int64")
    )
    ended = np.minimum(ended, cases["adult"])
    cases["s47_start"] = np.where(planned, begun, NEVER)
    cases["plan_start"] = np.where(planned, held, NEVER)
    cases["plan_end"] = np.where(planned, ended, NEVER)


def _add_care(rng: np.random.Generator, council: Council, cases: pd.DataFrame) -> None:
    """Care begins soon after the referral, or in the last three weeks of a plan."""
    size, kind, start = len(cases), cases["kind"].to_numpy(), cases["start"].to_numpy()
    planned = kind == "protection"
    from_plan = planned & (evenly(rng, np.where(planned, start // 183, -1)) < aims.PLAN_TO_CARE)
    soon = start + 1 + rng.gamma(1.0, 14.0, size).astype("int64")
    later = cases["plan_end"] - rng.integers(1, 20, size)
    cared = (kind == "care") | from_plan
    begun = np.maximum(np.where(from_plan, later, soon), cases["born"])
    begun = np.minimum(begun, cases["adult"] - 30)
    begun = np.where(from_plan, np.maximum(begun, cases["plan_start"] + 1), np.maximum(begun, start))
    cases["care_start"] = np.where(cared, begun, NEVER)
    for name, values in how_care_goes(rng, council, cases).items():
        cases[name] = np.where(cared, values, "" if name.startswith("route") else NEVER)


def _closed(rng: np.random.Generator, council: Council, cases: pd.DataFrame, wanted: np.ndarray) -> Days:
    """The day the case closed: with its last part, or after a time as a child in need."""
    size, kind = len(cases), cases["kind"].to_numpy()
    start = cases["start"].to_numpy()
    drawn = np.where(np.isnan(wanted), lasting(rng, aims.CASE_LASTS, size), wanted)
    need = np.maximum(start + drawn.astype("int64"), cases["assessment_end"])
    linger = np.where(rng.random(size) < 0.12, rng.gamma(4.0, 110.0, size), rng.integers(0, 4, size)).astype("int64")
    plan = np.maximum(cases["plan_end"] + linger, cases["assessment_end"])
    last_care = np.where(cases["care_again_end"] < NEVER, cases["care_again_end"], cases["care_end"])
    last_route = np.where(cases["care_again_end"] < NEVER, cases["route_again"], cases["route"])
    returned = last_route == "home"
    care = np.where(returned, last_care + 20 + linger, last_care)
    end = np.select(
        [kind == "nfa", kind == "none", cases["care_start"] < NEVER, kind == "protection"],
        [start, cases["assessment_end"], np.maximum(care, cases["assessment_end"]), plan],
        need,
    )
    settled = (cases["care_start"] < NEVER) & ~returned | np.isin(kind, ["nfa", "none"])
    end = np.where(settled, end, council.working.on_or_after(end))
    return np.minimum(end, cases["adult"]).astype("int64")


def _referred_again(rng: np.random.Generator, council: Council, before: pd.DataFrame, last: int) -> pd.DataFrame:
    """The next referral of some children whose case closed, while they are young enough."""
    chance = before["kind"].map(aims.AGAIN).to_numpy() * ~before["route"].isin(["adoption", "age"])
    start = before["end"] + 3 + rng.exponential(aims.AGAIN_AFTER_DAYS, len(before)).astype("int64")
    start = council.working.on_or_after(start.to_numpy())
    young = (start - before["born"]) / YEAR < _OLDEST_START
    chosen = (rng.random(len(before)) < chance) & young & (start <= last)
    again: pd.DataFrame = pd.DataFrame({"child": before["child"], "start": start, "born": before["born"]})[chosen]
    again["kind"] = deal(rng, aims.CASE_KINDS, (again["start"] // 91).to_numpy())
    recent = (before["plan_start"] < NEVER)[chosen] & (again["start"] - before["plan_start"][chosen] < 300)
    again["kind"] = np.where(recent & (again["kind"] == "protection"), "need", again["kind"])
    return again.reset_index(drop=True)
