"""How things are drawn: by share, by survival, by season, and with late entry."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np

from synthetic_council.days import NEVER, Days, WorkingDays, month_start

LATE_ONE_MONTH, LATE_TWO_MONTHS = 0.08, 0.02
"""Shares of events that are entered in the month after they happened, and in the month after that."""

_MONTH_WEIGHT = np.array([1.0, 1.0, 1.13, 1.0, 1.02, 1.03, 1.0, 0.80, 1.13, 1.05, 1.05, 0.76])
"""January to December: quiet in August and December, busy in March and September."""

_WEEKEND_SHARE = 0.04


def stream(seed: int, subject: str) -> np.random.Generator:
    """A generator of its own for each subject, so that one does not disturb another."""
    return np.random.default_rng([seed, zlib.crc32(subject.encode())])


def pick(rng: np.random.Generator, shares: Mapping[str, float], size: int) -> np.ndarray:
    """Codes drawn by share."""
    codes = np.array(list(shares))
    weights = np.array(list(shares.values()), dtype=float)
    return codes[np.searchsorted(np.cumsum(weights / weights.sum())[:-1], rng.random(size), side="right")]


def deal(rng: np.random.Generator, shares: Mapping[str, float], groups: np.ndarray) -> np.ndarray:
    """Codes dealt like cards, so that each group holds its shares exactly, in random order."""
    codes = np.array(list(shares))
    weights = np.array(list(shares.values()), dtype=float)
    edges = np.cumsum(weights / weights.sum())[:-1]
    dealt = np.empty(len(groups), dtype=codes.dtype)
    for group in np.unique(groups):
        places = np.flatnonzero(groups == group)
        even = (np.arange(len(places)) + 0.5) / max(len(places), 1)
        dealt[rng.permutation(places)] = codes[np.searchsorted(edges, even, side="right")]
    return dealt


def left_over(shares: Mapping[str, float], fixed: np.ndarray) -> dict[str, float]:
    """How many of each code are to be dealt beside those already fixed (else ""), for the whole to hold its shares."""
    each = len(fixed) / sum(shares.values())
    return {code: max(share * each - int((fixed == code).sum()), 0.0) for code, share in shares.items()}


def evenly(rng: np.random.Generator, groups: np.ndarray) -> np.ndarray:
    """Chances spread evenly within each group, in random order: what is drawn with them keeps its shares."""
    chance = np.empty(len(groups))
    for group in np.unique(groups):
        places = np.flatnonzero(groups == group)
        chance[rng.permutation(places)] = (np.arange(len(places)) + rng.random(len(places))) / len(places)
    return chance


def lasting(
    rng: np.random.Generator, curve: Sequence[tuple[float, float]], size: int, chance: np.ndarray | None = None
) -> np.ndarray:
    """Days that things last, from a survival curve of (years, share still going)."""
    years = np.array([point[0] for point in curve])
    gone = 1 - np.array([point[1] for point in curve])
    days: np.ndarray = np.interp(rng.random(size) if chance is None else chance, gone, years) * 365.25
    return days


def season(working: WorkingDays, first: int, last: int, weekend: float = _WEEKEND_SHARE) -> np.ndarray:
    """How likely each day from first to last is, against the others."""
    days = np.arange(first, last + 1)
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype("int64") % 12
    weekday_weight = np.array([1.04, 1.02, 1.0, 0.99, 0.95])
    weekday = (days + 3) % 7
    quiet = weekend / 2 / (1 - weekend) * 5
    is_working = working.working[days - working.days[0]]
    weight: np.ndarray = np.where(is_working, weekday_weight[np.minimum(weekday, 4)], quiet) * _MONTH_WEIGHT[months]
    return weight


def arrivals(rng: np.random.Generator, working: WorkingDays, span: tuple[int, int], per_year: float) -> Days:
    """Days on which something begins, in order, at a steady yearly rate with weeks and seasons in it."""
    first, last = span
    weights = np.cumsum(season(working, first, last))
    count = round(per_year * (last - first + 1) / 365.25)
    spread = (np.arange(count) + rng.random(count)) / max(count, 1)
    days: Days = first + np.searchsorted(weights, spread * weights[-1])
    return days


def entered(rng: np.random.Generator, happened: Days, floor: Days | int = 0) -> Days:
    """The day an event was entered: the same day, or some weeks into the next month or the one after.

    Nothing is entered before ``floor`` (what it hangs from must be in the system first).
    """
    size = len(happened)
    chance = rng.random(size)
    months = np.where(chance < LATE_TWO_MONTHS, 2, np.where(chance < LATE_TWO_MONTHS + LATE_ONE_MONTH, 1, 0))
    held = np.where(happened >= NEVER, 0, happened)
    late = month_start(held, months) + rng.integers(0, 25, size)
    when = np.maximum(np.where(months == 0, held, late), floor)
    return np.where(happened >= NEVER, NEVER, when)


def renewals(
    rng: np.random.Generator, start: Days, end: Days, gap: np.ndarray | float, spread: float
) -> tuple[np.ndarray, Days]:
    """Recurring events of many spells: (which spell, day), each gap gamma-shaped about ``gap`` days.

    ``spread`` is the gamma's shape: the higher it is, the more regular the events.
    """
    gaps = np.broadcast_to(np.asarray(gap, dtype=float), start.shape)
    length = np.maximum(end - start, 0)
    counts = np.ceil(length / gaps * 1.5 + 6).astype("int64")
    owner = np.repeat(np.arange(len(start)), counts)
    steps = rng.gamma(spread, 1 / spread, len(owner)) * gaps[owner]
    total = np.cumsum(steps)
    before = np.concatenate([[0], np.cumsum(counts)])[:-1]
    offset = np.concatenate([[0.0], total])[before]
    when = np.floor(start[owner] + total - offset[owner]).astype("int64")
    held = when <= end[owner]
    return owner[held], when[held]


def numbered(prefix: str, numbers: np.ndarray, width: int) -> np.ndarray:
    """A prefix and a number with leading noughts, for each number."""
    return np.array([f"{prefix}{number:0{width}d}" for number in numbers], dtype=f"<U{len(prefix) + width}")


def even_chance(ids: np.ndarray, salt: int) -> np.ndarray:
    """A number in [0, 1) fixed for each id and salt: the same every time it is asked."""
    mixed = ids.astype("uint64") * np.uint64(0x9E3779B97F4A7C15) + np.uint64(salt * 0xBF58476D1CE4E5B9 & (2**64 - 1))
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return (mixed ^ (mixed >> np.uint64(31))).astype("float64") / 2.0**64
