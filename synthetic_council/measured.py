"""Measure a made-up council against what is published: ``python -m synthetic_council.measured``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from synthetic_council import published
from synthetic_council.council import read_council
from synthetic_council.days import NEVER, Days, age_on, months_before, number
from synthetic_council.extract import extract
from synthetic_council.history import History, simulate
from synthetic_council.truth import truths

Lists = Mapping[str, pd.DataFrame]
Got = dict[str, dict[str, float]]
Published = Mapping[str, Mapping[str, float]]

_SOURCES = {
    "1": "individual", "2A": "schools", "2B": "education", "3": "health", "4": "housing", "5": "council services",
    "6": "police", "7": "other legal", "8": "other", "9": "unknown", "10": "unknown",
}  # fmt: skip
_ETHNICITIES = {"W": "white", "M": "mixed", "A": "Asian", "B": "Black"}
_LEGAL = {"C1": "care orders", "C2": "care orders", "V2": "agreed", "E1": "placement order"}
_PLACEMENTS = {
    "U": "foster", "K1": "homes", "K2": "homes", "H5": "supported", "P1": "parents", "A": "adoptive",
}  # fmt: skip


def compare(history: History, list_date: int) -> pd.DataFrame:
    """Each published figure (subject, item, aim) with what the histories come to, and how far off that is.

    Columns subject and item (text), aim, got and off (float, the last in per cent); the index counts from 0.
    """
    lists, rows = extract(history, list_date, "later"), []
    got = _volumes(history, lists, list_date) | _lengths(history, lists, list_date) | _mixes(history, lists, list_date)
    got["indicators"] = _indicators(history, list_date)
    for subject, aims in _aims(history.council.scale).items():
        rows += [(subject, item, aim, got[subject].get(item, 0.0)) for item, aim in aims.items()]
    table = pd.DataFrame(rows, columns=["subject", "item", "aim", "got"])
    return table.assign(off=(table["got"] / table["aim"] - 1) * 100)


def _aims(scale: float) -> dict[str, dict[str, float]]:
    """What is published, by subject: volumes at the council's size, tables in per cent of their sum."""
    volumes: Published = {"rows": published.ROWS, "stocks": published.STOCKS, "in a year": published.FLOWS}
    tables: Published = {
        "assessments, working days": published.ASSESSMENTS,
        "conferences, working days": published.CONFERENCES,
        "need open": published.CASES_OPEN,
        "plans open": published.PLANS_OPEN,
        "plans ended": published.PLANS_ENDED,
        "need": published.NEEDS,
        "plan category": published.CATEGORIES,
        "referral source": published.SOURCES,
        "ethnicity, in need": published.ETHNICITIES,
    }
    plain: Published = {
        "closed because": published.CLOSURES,
        "age in care": published.CARE_AGES,
        "need in care": published.CARE_NEEDS,
        "legal status": published.LEGAL,
        "placement": published.PLACEMENTS,
        "alone": published.SINGLE,
        "indicators": {name: share for (name, _), share in published.INDICATORS.items()},
    }
    aims = {subject: {item: count * scale for item, count in held.items()} for subject, held in volumes.items()}
    for subject, held in tables.items():
        aims[subject] = {item: 100 * count / sum(held.values()) for item, count in held.items()}
    return aims | {subject: dict(held) for subject, held in plain.items()}


def _share(found: pd.Series | np.ndarray) -> dict[str, float]:
    shares = pd.Series(found).value_counts(normalize=True) * 100
    return {str(item): float(share) for item, share in shares.items()}


def _in_year(days: pd.Series, last: int) -> np.ndarray:
    """Whether each day is within twelve months to the list date."""
    return np.asarray((days > months_before(np.array([last]), 12)[0]) & (days <= last), dtype=bool)


def _open(lists: Lists, name: str, end: str) -> pd.DataFrame:
    rows = lists[name]
    return rows[rows[end] == NEVER]


def _volumes(history: History, lists: Lists, last: int) -> Got:
    """Rows of each list, open rows, and what happened in a year whenever it was entered."""
    ends = {
        "in need": ("children_in_need", "cin_end"),
        "on a plan": ("child_protection_plans", "cpp_end"),
        "looked after": ("children_looked_after", "ceased_date"),
    }
    needed = history.cases[~history.cases["kind"].isin(["nfa", "none"])]
    happened = {
        "contacts": history.contacts["day"],
        "referrals": history.cases["start"],
        "assessments completed": history.assessments["end"],
        "section 47 enquiries": history.cases["s47_start"],
        "conferences": history.cases["conference"],
        "cases of need begun": needed["start"],
        "cases of need ended": needed["end"],
        "plans begun": history.plans["start"],
        "plans ended": history.plans["end"],
    }
    return {
        "rows": {name: len(rows) for name, rows in lists.items()},
        "stocks": {item: len(_open(lists, *where)) for item, where in ends.items()},
        "in a year": {item: int(_in_year(days, last).sum()) for item, days in happened.items()},
    }


def _banded(values: np.ndarray, aims: Mapping[str, float], tops: tuple[int, ...]) -> dict[str, float]:
    """Shares of whole numbers in the bands of a published table, each band up to its top."""
    return _share(np.array(list(aims))[np.searchsorted(tops, values)])


def _how_long(start: Days, until: Days) -> dict[str, float]:
    """Shares of spells that lasted up to three months, six, twelve, twenty-four, and longer."""
    longer = sum((start < months_before(until, months)).astype(int) for months in (3, 6, 12, 24))
    return _share(np.array(published.DURATIONS)[longer])


def _lengths(history: History, lists: Lists, last: int) -> Got:
    """How long assessments and conferences took, and cases and plans lasted."""
    working, cases, plans = history.council.working, history.cases, history.plans
    done = history.assessments[_in_year(history.assessments["end"], last)]
    held = cases[_in_year(cases["conference"], last)]
    ended = plans[_in_year(plans["end"], last)]
    in_need = _open(lists, "children_in_need", "cin_end")["cin_start"].to_numpy()
    on_plan = _open(lists, "child_protection_plans", "cpp_end")["cpp_start"].to_numpy()
    took = working.between(done["start"].to_numpy(), done["end"].to_numpy())
    waited = working.between(held["s47_start"].to_numpy(), held["conference"].to_numpy())
    return {
        "assessments, working days": _banded(took, published.ASSESSMENTS, (0, 10, 20, 30, 40, 45, 50, 60)),
        "conferences, working days": _banded(waited, published.CONFERENCES, (10, 15, 20)),
        "need open": _how_long(in_need, np.full(len(in_need), last)),
        "plans open": _how_long(on_plan, np.full(len(on_plan), last)),
        "plans ended": _how_long(ended["start"].to_numpy(), ended["end"].to_numpy()),
    }


def _mixes(history: History, lists: Lists, last: int) -> Got:
    """Codes as shares of children open on the list date, or of what happened in the year."""
    cases = history.cases
    referred, begun = cases[_in_year(cases["start"], last)], history.plans[_in_year(history.plans["start"], last)]
    closed = cases[_in_year(cases["end"], last) & ~cases["kind"].isin(["nfa", "none"])]
    need = _open(lists, "children_in_need", "cin_end")
    care = _open(lists, "children_looked_after", "ceased_date")
    source = referred["source"].map(lambda code: _SOURCES.get(code) or _SOURCES[code[0]])
    placed = _share(care["placement_type"].map(lambda code: _PLACEMENTS.get(code) or _PLACEMENTS.get(code[0], "other")))
    placed["of which relatives"] = 100 * care["placement_type"].isin(["U1", "U2", "U3"]).mean()
    entered = history.periods[_in_year(history.periods["start"], last)]
    return {
        "need": _share(need["primary_need"]),
        "plan category": _share(begun["first_category"]),
        "referral source": _share(source),
        "ethnicity, in need": _share(need["ethnicity"].map(lambda code: _ETHNICITIES.get(code[0], "other"))),
        "closed because": _share(closed["close_reason"]),
        "age in care": _banded(age_on(care["dob"].to_numpy(), last), published.CARE_AGES, (0, 4, 9, 15)),
        "need in care": _share(care["need_category"]),
        "legal status": _share(care["legal_status"].map(_LEGAL)),
        "placement": placed,
        "alone": {
            "disabled, in need": 100 * (need["disability"] == "Y").mean(),
            "unborn, in need": 100 * (need["age"] < 0).mean(),
            "male, looked after": 100 * (care["gender"] == "M").mean(),
            "White British, looked after": 100 * (care["ethnicity"] == "WBRI").mean(),
            "assessed, not in need": 100 * (referred["kind"] == "none").mean(),
            "back in care within 12 months": 100 * entered["returned"].mean(),
        },
    }


def _indicators(history: History, last: int) -> dict[str, float]:
    found, county = truths(history, last, "later"), history.council.county_unit
    return {name: found[name][window]["county"][county][3] or 0.0 for name, window in published.INDICATORS}


def main() -> None:
    """Print every published figure, what the council made up comes to, and the difference in per cent of the aim."""
    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--authority", default="lancashire")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--scale", type=float, default=1.0)
    asked.add_argument("--until", type=date.fromisoformat, default=date(2026, 10, 31))
    asked.add_argument("--months-back", type=int, default=0, help="measure at a list date so many months earlier")
    given = asked.parse_args()
    history = simulate(read_council(given.authority, given.scale), given.seed, given.until)
    last = int(months_before(np.array([number(given.until)]), given.months_back)[0])
    table = compare(history, last)
    sys.stdout.write(table.to_string(index=False, float_format="{:,.1f}".format) + "\n")
    outside = int((table["off"].abs() > 5).sum())
    sys.stdout.write(f"\n{len(table)} figures, {outside} of them more than 5 % from their aim\n")


if __name__ == "__main__":
    main()
