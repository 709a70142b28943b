"""The front door: contacts, most of which lead nowhere, and early help."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import aims
from synthetic_council.council import Council
from synthetic_council.days import NEVER, Days
from synthetic_council.draws import arrivals, entered, pick, stream

_CONTACTS_A_CHILD = {"1": 60, "2": 20, "3": 9, "4": 5, "5": 3, "6": 1.5, "8": 1.5}
_EXTRA_CONTACTS = 0.54  # of the contacts left over, how many children they come from
_OF_KNOWN_CHILDREN = 0.15
_WEEKEND_KEPT = 0.14  # of later contacts of a child that fall on a weekend: the rest wait until Monday
_QUIET_MONTHS, _QUIET_MISSED = (8, 12), 0.3
_ORGANISATIONS = {
    "Children and family wellbeing service": 46, "Primary school": 18, "Secondary school": 11,
    "Health visiting": 10, "School nursing": 4, "Voluntary organisation": 6, "Nursery": 5,
}  # fmt: skip


def contacts_of(seed: int, council: Council, cases: pd.DataFrame, span: tuple[int, int]) -> pd.DataFrame:
    """Every contact: those that became referrals, and others. New children have a number below nought.

    Columns child, born, day, source and known.
    """
    rng = stream(seed, "contacts")
    led = cases[(cases["start"] >= span[0])]
    before = council.working.after(led["start"].to_numpy() - 4, 0)
    same_day = rng.random(len(led)) < 0.7
    previous = _working_day_before(council, led["start"].to_numpy())
    day = np.where(same_day, led["start"], np.maximum(previous, before))
    rows = pd.DataFrame({"child": led["child"], "born": led["born"], "day": day, "source": led["source"]})
    rows["known"] = np.minimum(entered(rng, day), led["start_known"].to_numpy())
    rows["known"] = np.maximum(rows["known"], rows["day"])
    others = _others(rng, council, cases, span)
    contacts = pd.concat([rows, others], ignore_index=True)
    contacts = contacts[(contacts["day"] >= span[0]) & (contacts["day"] <= span[1])]
    contacts = contacts.sort_values(["day", "child", "source"], kind="stable")
    return contacts.drop_duplicates(["child", "day", "source"]).reset_index(drop=True)


def _working_day_before(council: Council, days: Days) -> Days:
    back = days - 1
    for _ in range(5):
        back = np.where(council.working.working[back - council.working.days[0]], back, back - 1)
    return back


def _others(rng: np.random.Generator, council: Council, cases: pd.DataFrame, span: tuple[int, int]) -> pd.DataFrame:
    a_year = (aims.CONTACTS_A_YEAR - aims.REFERRALS_A_YEAR) * council.scale * _EXTRA_CONTACTS
    first = arrivals(rng, council.working, span, a_year * 1.035)
    counts = pick(rng, _CONTACTS_A_CHILD, len(first)).astype(int)
    child, born = _whose(rng, cases, first)
    owner = np.repeat(np.arange(len(first)), counts)
    gaps = np.where(np.r_[True, owner[1:] != owner[:-1]], 0, 1 + rng.exponential(28.0, len(owner)).astype("int64"))
    total = np.cumsum(gaps)
    day = first[owner] + total - total[np.searchsorted(owner, owner)]
    follows = gaps > 0
    day = np.where(follows & (rng.random(len(day)) > _WEEKEND_KEPT), council.working.on_or_after(day), day)
    month = day.astype("datetime64[D]").astype("datetime64[M]").astype("int64") % 12 + 1
    held = ~(follows & np.isin(month, _QUIET_MONTHS) & (rng.random(len(day)) < _QUIET_MISSED))
    rows = pd.DataFrame({"child": child[owner], "born": born[owner], "day": day})
    rows["source"] = pick(rng, aims.SOURCES, len(rows))
    rows = rows[held & (rows["day"] - rows["born"] < 17.9 * 365.25)].reset_index(drop=True)
    return rows.assign(known=entered(rng, rows["day"].to_numpy()))


def _whose(rng: np.random.Generator, cases: pd.DataFrame, day: Days) -> tuple[np.ndarray, Days]:
    """Some are children with a case; most are children nobody had heard of."""
    size = len(day)
    known = cases.iloc[rng.integers(0, len(cases), size)]
    age = day - known["born"].to_numpy()
    is_known = (rng.random(size) < _OF_KNOWN_CHILDREN * 1.5) & (age > 0) & (age < 17.4 * 365.25)
    child = np.where(is_known, known["child"], -1 - np.arange(size))
    born = np.where(is_known, known["born"], day - (rng.random(size) * 17.3 * 365.25).astype("int64"))
    return child, born


def early_help_of(seed: int, council: Council, cases: pd.DataFrame, span: tuple[int, int]) -> pd.DataFrame:
    """Early help assessments, for some weeks or months each.

    Columns child, born, start, end, start_known, end_known and organisation.
    """
    rng = stream(seed, "early help")
    first = arrivals(rng, council.working, (span[0] - 900, span[1]), aims.EARLY_HELP_A_YEAR * council.scale)
    child, born = _whose(rng, cases, first)
    child = np.where(child < 0, child - 10_000_000, child)
    rows = pd.DataFrame({"child": child, "born": born, "start": first})
    lasts = rng.gamma(1.3, 72.0, len(rows)).astype("int64") + 2
    rows["end"] = council.working.on_or_after(first + lasts)
    rows["start_known"] = entered(rng, first)
    rows["end_known"] = entered(rng, rows["end"].to_numpy(), rows["start_known"].to_numpy())
    rows["organisation"] = pick(rng, _ORGANISATIONS, len(rows))
    rows = rows[(rows["end"] >= span[0]) & (rows["end"] - rows["born"] < 17.9 * 365.25)]
    rows = rows.sort_values(["child", "start"], kind="stable")
    previous = rows.groupby("child")["end"].shift(1).fillna(-NEVER)
    return rows[rows["start"] > previous].sort_values(["start", "child"], kind="stable").reset_index(drop=True)
