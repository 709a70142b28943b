"""A whole council's history: who its children are, what happened to them, and when each event was entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from synthetic_council import adoption, aims, care, front_door, leavers, placements, protection, published
from synthetic_council.cases import simulate_cases
from synthetic_council.children import describe_children
from synthetic_council.council import Council
from synthetic_council.days import NEVER, months_before, number
from synthetic_council.draws import deal, left_over, stream
from synthetic_council.entry import enter_cases

_YEARS_BACK = 18.2
_LOOK_BACK_DAYS = 480  # before the first list date: what a list may still have to count
LEAST_MONTHS = 24


@dataclass(frozen=True)
class History:
    """Tables of events. Every event has its day and the day it was entered (``…known``).

    What makes a table names its columns. In every one the index counts from 0; days (``NEVER`` for what has not
    happened) and numbers are int64, codes and ids text, and what is so or not is bool. ``child`` is a place in
    ``children``, and ``owner`` the place of the spell that an event is of.
    """

    council: Council
    last: int
    children: pd.DataFrame
    cases: pd.DataFrame
    case_visits: pd.DataFrame
    assessments: pd.DataFrame
    plans: pd.DataFrame
    plan_visits: pd.DataFrame
    plan_reviews: pd.DataFrame
    periods: pd.DataFrame
    legal: pd.DataFrame
    placements: pd.DataFrame
    care_events: dict[str, pd.DataFrame]
    leavers: pd.DataFrame
    leaver_records: pd.DataFrame
    leaver_contacts: pd.DataFrame
    adopters: pd.DataFrame
    contacts: pd.DataFrame
    early_help: pd.DataFrame


def simulate(council: Council, seed: int, until: date, months: int = LEAST_MONTHS) -> History:
    """The history of a council to ``until``: the same for the same seed, however few months are asked for."""
    last = number(until)
    first = int(months_before(np.array([last]), max(months, LEAST_MONTHS))[0])
    since = first - _LOOK_BACK_DAYS
    cases = _cases(council, seed, first, last)
    span = (since, last)
    contacts = front_door.contacts_of(seed, council, cases, span)
    early_help = front_door.early_help_of(seed, council, cases, span)
    children, numbers = _children(council, seed, cases, contacts, early_help, last)
    contacts, early_help = (rows.assign(child=rows["child"].map(numbers)) for rows in (contacts, early_help))
    cases = cases.assign(child=cases["child"].map(numbers))
    plans = protection.plans_of(seed, council, cases, last)
    district = children["district"].to_numpy()[plans["child"]]
    periods = adoption.enter_adoptions(seed, care.care_periods(seed, cases, last))
    cases["need"] = _needs(stream(seed, "needs"), cases, periods, last)
    legal = care.legal_statuses(seed, council, periods, last)
    first_status = legal[legal["first"]].set_index("owner")["status"].reindex(periods["period"])
    periods["court"] = (first_status == "C1").to_numpy()
    chain = placements.placements_of(seed, council, periods, last)
    leaving = leavers.leavers_of(seed, periods)
    records = leavers.leaver_records(seed, council, leaving, since)
    return History(
        council=council, last=last, children=children, cases=cases,
        case_visits=protection.case_visits(seed, council, cases[cases["end"] > since], since),
        assessments=protection.assessments_of(seed, council, cases, span),
        plans=plans,
        plan_visits=protection.plan_visits(seed, council, plans, district, last),
        plan_reviews=protection.plan_reviews(seed, council, plans),
        periods=periods, legal=legal, placements=chain,
        care_events=care.care_events(seed, council, periods, chain, since),
        leavers=leaving, leaver_records=records,
        leaver_contacts=leavers.leaver_contacts(seed, council, leaving, records, since),
        adopters=adoption.adopters(seed, council, periods, (since - 800, last)),
        contacts=contacts, early_help=early_help,
    )  # fmt: skip


def _cases(council: Council, seed: int, first: int, last: int) -> pd.DataFrame:
    """Cases of every child who still had one, or was a care leaver, when the first list was run."""
    begun = first - int(_YEARS_BACK * 365.25)
    cases = simulate_cases(council, seed, (begun, last))
    cases = protection.add_enquiries(seed, council, cases)
    cases = enter_cases(seed, cases)
    left_grown = (cases["care_start"] < NEVER) & (cases["born"] + 26 * 365.25 > first)
    matters = (cases["end_known"] > first - _LOOK_BACK_DAYS) | left_grown
    kept = cases[cases["child"].isin(cases.loc[matters, "child"])]
    kept = kept.sort_values(["start", "child"], kind="stable").reset_index(drop=True)
    kept["case"] = np.arange(len(kept))
    return _described(stream(seed, "case facts"), kept, last)


def _described(rng: np.random.Generator, cases: pd.DataFrame, last: int) -> pd.DataFrame:
    """Who referred, and why the case closed."""
    cases["source"] = deal(rng, aims.SOURCES, ((last - cases["start"]) // 183).to_numpy())
    ended = np.where(cases["kind"].isin(["nfa", "none"]), -NEVER, (last - cases["end"]) // 183)
    reason = deal(rng, {"RC7": 0.955, "RC5": 0.0315, "RC3": 0.008, "RC6": 0.0035, "RC2": 0.002}, ended)
    adopted = (cases["adoption_order"] == cases["end"]) & (cases["adoption_order"] < NEVER)
    guardian = (cases["route"] == "guardian") & (cases["end"] == cases["care_end"])
    reason = np.where((cases["end"] == cases["adult"]) & (rng.random(len(cases)) < 0.02), "RC6", reason)
    cases["close_reason"] = np.where(adopted, "RC1", np.where(guardian, "RC4", reason))
    return cases


def _needs(rng: np.random.Generator, cases: pd.DataFrame, periods: pd.DataFrame, last: int) -> np.ndarray:
    """What each case was for: with the needs of children in care, what is published. Support has a need (not N0)."""
    cared = periods[care.open_on(periods, last)].set_index("child")["need"]
    is_open = care.open_on(cases, last) & (cases["kind"] != "nfa").to_numpy()
    fixed = np.where(is_open, cases["child"].map(cared).fillna(""), "")
    free = is_open & (fixed == "")
    need = deal(rng, left_over(published.NEEDS, fixed[is_open]), free)
    supported = ((cases["plan_start"] < NEVER) | (cases["care_start"] < NEVER)).to_numpy()
    for group in (free, ~free):
        wrong = np.flatnonzero(group & supported & (need == "N0"))
        other = rng.permutation(np.flatnonzero(group & ~supported & (need == "N1")))[: len(wrong)]
        need[wrong[: len(other)]], need[other] = "N1", "N0"
    return np.where(supported & (need == "N0"), "N1", need)


def _children(
    council: Council, seed: int, cases: pd.DataFrame, contacts: pd.DataFrame, early_help: pd.DataFrame, last: int
) -> tuple[pd.DataFrame, pd.Series]:
    """Every child of any list, and the number each is known by from here on."""
    born = pd.concat([rows[["child", "born"]] for rows in (cases, contacts, early_help)], ignore_index=True)
    born = born.drop_duplicates("child").sort_values("child", kind="stable").reset_index(drop=True)
    numbers = pd.Series(np.arange(len(born)), index=born["child"])
    known = _how_known(cases, last).reindex(born["child"]).fillna(0).astype(int)
    described = describe_children(council, seed, born.assign(child=np.arange(len(born)), known=known.to_numpy()))
    return described, numbers


def _how_known(cases: pd.DataFrame, last: int) -> pd.Series:
    """By child: 1 with a case, 2 with one open on the last day, 3 once in care, 4 in care on the last day."""
    first, again = (care.open_on(cases, last, f"{part}_start", f"{part}_end") for part in ("care", "care_again"))
    cared, is_open = cases["care_start"] < NEVER, care.open_on(cases, last) & (cases["kind"] != "nfa")
    how = np.select([first | again, cared, is_open], [4, 3, 2], default=1)
    return pd.Series(how, index=cases["child"]).groupby(level=0).max()
