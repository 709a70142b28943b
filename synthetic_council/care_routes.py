"""How care goes: home, to a guardian, to adopters, or on to the eighteenth birthday; and whether it begins again."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import aims
from synthetic_council.council import Council
from synthetic_council.days import NEVER, Days
from synthetic_council.draws import deal, evenly, lasting

_YEAR = 365.25
_CONSENT = 0.04  # adoptions to which parents consent, without a placement order
_REVERSED = 0.19
_FAR = 30_000  # 2052: beyond any day drawn, within the calendar
_AGE_BANDS = (("0", -1.0), ("1", 1.0), ("5", 5.0), ("10", 10.0), ("16", 16.0))


def how_care_goes(rng: np.random.Generator, council: Council, cases: pd.DataFrame) -> dict[str, np.ndarray]:
    """Route, end and adoption days of a first period of care, and of a second within the year for some."""
    start, adult = cases["care_start"].to_numpy(), cases["adult"].to_numpy()
    route = _routes(rng, start, (start - cases["born"].to_numpy()) / _YEAR)
    adoption = _adoption(rng, council, start)
    chosen = route == "adoption"
    made = {name: np.where(chosen, values, NEVER) for name, values in adoption.items()}
    stays = chosen & (made["reversed"] < NEVER)
    end = np.where(chosen & ~stays, made["adoption_order"], _ends(rng, council, start, adult, route))
    route = np.where(stays, "age", route)
    end = np.where(stays, adult, end)
    late = (end >= adult) & (route != "adoption")
    route, end = np.where(late, "age", route), np.minimum(end, adult)
    return made | {"route": route, "care_end": end} | _again(rng, council, cases, route, end)


def _routes(rng: np.random.Generator, start: Days, age: np.ndarray) -> np.ndarray:
    route = np.full(len(age), "age", dtype="<U8")
    for band, (name, low) in enumerate(_AGE_BANDS):
        high = _AGE_BANDS[band + 1][1] if band + 1 < len(_AGE_BANDS) else 99.0
        here = (age >= low) & (age < high)
        route[here] = deal(rng, aims.ROUTES[name], start[here] // 365)
    return route


def _ends(rng: np.random.Generator, council: Council, start: Days, adult: Days, route: np.ndarray) -> Days:
    size = len(start)
    home = start + np.maximum(lasting(rng, aims.HOME_LASTS, size), 2).astype("int64")
    guardian = start + lasting(rng, aims.GUARDIAN_LASTS, size).astype("int64")
    days = np.select([route == "home", route == "guardian"], [home, guardian], adult)
    return np.where(route == "age", adult, council.working.on_or_after(np.minimum(days, _FAR)))


def _adoption(rng: np.random.Generator, council: Council, start: Days) -> dict[str, Days]:
    """The days of an adoption in order, as if every child were to be adopted."""
    size, later = len(start), council.working.on_or_after
    start = np.minimum(start, _FAR)
    decision = later(start + 60 + rng.gamma(4.0, 25.0, size).astype("int64"))
    order = later(decision + rng.integers(14, 70, size))
    matched = later(order + 25 + rng.gamma(2.0, 52.0, size).astype("int64"))
    placed = later(matched + rng.integers(10, 45, size))
    adopted = later(placed + 85 + rng.gamma(3.0, 43.0, size).astype("int64"))
    undone = later(order + 90 + rng.gamma(3.0, 70.0, size).astype("int64"))
    is_undone = rng.random(size) < _REVERSED
    consented = (rng.random(size) < _CONSENT) & ~is_undone
    return {
        "decision": decision,
        "placement_order": np.where(consented, NEVER, order),
        "matched": np.where(is_undone, NEVER, matched),
        "placed": np.where(is_undone, NEVER, placed),
        "adoption_order": np.where(is_undone, NEVER, adopted),
        "reversed": np.where(is_undone, undone, NEVER),
    }


def _again(
    rng: np.random.Generator, council: Council, cases: pd.DataFrame, route: np.ndarray, end: Days
) -> dict[str, np.ndarray]:
    """Some who return home come back into care within the year."""
    size, adult = len(end), cases["adult"].to_numpy()
    start = end + 15 + (rng.random(size) * 320).astype("int64")
    chance = evenly(rng, np.where(route == "home", end // 183, -1))
    returns = (route == "home") & (chance < aims.CARE_AGAIN) & (start < adult - 200)
    lasts = np.maximum(lasting(rng, aims.HOME_LASTS, size) * 1.6, 5).astype("int64")
    goes_home = rng.random(size) < 0.6
    ended = np.where(goes_home, council.working.on_or_after(np.minimum(start + lasts, _FAR)), adult)
    again = np.where(ended >= adult, "age", "home")
    return {
        "care_again_start": np.where(returns, start, NEVER),
        "care_again_end": np.where(returns, np.minimum(ended, adult), NEVER),
        "route_again": np.where(returns, again, ""),
    }
