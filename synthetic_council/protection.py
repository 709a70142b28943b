"""Assessments, section 47 enquiries, conferences and plans, with the visits and reviews of each plan."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import aims, published
from synthetic_council.cases import in_bands
from synthetic_council.council import Council
from synthetic_council.days import NEVER, months_before
from synthetic_council.draws import arrivals, deal, evenly, pick, renewals, stream
from synthetic_council.entry import entered_in_time

_ENQUIRY_ONLY = {"none": 0.285, "need": 0.248}
_CONFERENCE_NO_PLAN = 0.0168  # of cases of need: a conference that decided against a plan
PLAN_VISIT_DAYS, PLAN_VISIT_SPREAD = 13.2, 5.0
CASE_VISIT_DAYS, CASE_VISIT_SPREAD = 26.0, 4.0
_DIP = (15, 9)  # visits were fewer from this many months before the end to this many
_DIP_MISSED, _WORSE_DISTRICT_MISSED = 0.30, 0.16
WORSE_DISTRICT = 7
"""One district visits less often than the others, all along (by its place among the districts)."""


def add_enquiries(seed: int, council: Council, cases: pd.DataFrame) -> pd.DataFrame:
    """Add to some cases an enquiry, and to some of those a conference, that led to no plan."""
    rng = stream(seed, "enquiries")
    cases = cases.copy()
    kind, size = cases["kind"], len(cases)
    even = evenly(rng, cases["start"].to_numpy() // 91 * 10 + pd.factorize(kind, sort=True)[0])
    conference = (kind == "need").to_numpy() & (even > 1 - _CONFERENCE_NO_PLAN)
    only = even < kind.map(_ENQUIRY_ONLY).fillna(0).to_numpy()
    begun = council.working.after(cases["start"].to_numpy(), rng.integers(0, 5, size))
    planned = (cases["plan_start"] < NEVER).to_numpy()
    cases["s47_start"] = np.where(conference | only, np.minimum(begun, cases["assessment_end"]), cases["s47_start"])
    held = council.working.after(
        cases["s47_start"].to_numpy(), in_bands(rng, aims.CONFERENCE_WORKING_DAYS, size, evenly(rng, conference * 1))
    )
    held = np.minimum(held, cases["adult"])
    decided = council.working.after(cases["s47_start"].to_numpy(), rng.integers(2, 10, size))
    cases["conference"] = np.where(planned, cases["plan_start"], np.where(conference, held, NEVER))
    outcome = np.where(planned | conference, cases["conference"], np.where(only, decided, NEVER))
    cases["s47_outcome"] = outcome
    ended = np.maximum(cases["end"], np.where(outcome < NEVER, outcome, 0))
    cases["end"] = np.minimum(ended, np.maximum(cases["adult"], cases["end"])).astype("int64")
    cases["s47_outcome"] = np.where(outcome < NEVER, np.minimum(outcome, cases["end"]), NEVER)
    return cases


def assessments_of(seed: int, council: Council, cases: pd.DataFrame, span: tuple[int, int]) -> pd.DataFrame:
    """The first assessment of each case, and further ones of cases long open.

    Columns case, child, start, start_known, end, end_known, needed, seen and seen_day.
    """
    rng = stream(seed, "assessments")
    first = cases[cases["assessment_start"] < NEVER]
    needed = np.where(first["kind"] == "none", "N", "Y")
    rows = pd.DataFrame(
        {
            "case": first["case"],
            "child": first["child"],
            "start": first["assessment_start"],
            "start_known": first["start_known"].clip(lower=first["assessment_start"]),
            "end": first["assessment_end"],
            "end_known": first["assessment_end_known"].clip(lower=first["assessment_start"]),
            "needed": needed,
        }
    )
    rows = pd.concat([rows, _further(rng, council, cases, span)], ignore_index=True)
    rows["seen"] = pick(rng, {"Y": 0.955, "N": 0.035, "U": 0.01}, len(rows))
    rows["seen_day"] = np.minimum(rows["start"] + rng.integers(1, 12, len(rows)), rows["end"])
    return rows.sort_values(["start", "child"], kind="stable").reset_index(drop=True)


def _further(rng: np.random.Generator, council: Council, cases: pd.DataFrame, span: tuple[int, int]) -> pd.DataFrame:
    starts = arrivals(rng, council.working, span, aims.EXTRA_ASSESSMENTS_A_YEAR * council.scale * 1.5)
    long_open = cases[(cases["end"] - cases["start"] > 400) & (cases["end"] > span[0])].reset_index(drop=True)
    chosen = long_open.iloc[rng.integers(0, len(long_open), len(starts))].reset_index(drop=True)
    days = in_bands(rng, aims.ASSESSMENT_WORKING_DAYS, len(starts), evenly(rng, starts // 30))
    ends = council.working.after(starts, days)
    rows = chosen[["case", "child"]].assign(start=starts, end=ends, needed="Y")
    rows["start_known"] = entered_in_time(rng, starts, chosen["start_known"].to_numpy(), chosen["adult"].to_numpy())
    rows["end_known"] = entered_in_time(rng, ends, rows["start_known"].to_numpy(), chosen["adult"].to_numpy())
    fits = (chosen["start"] + 150 < starts) & (rows["end_known"] < chosen["end"])
    rows = rows[fits.to_numpy()].sort_values(["child", "start"], kind="stable")
    apart = rows["start"] - rows.groupby("child")["end_known"].shift(1) > 30
    return rows[apart | ~rows["child"].duplicated()]


def plans_of(seed: int, council: Council, cases: pd.DataFrame, last: int) -> pd.DataFrame:
    """One row a plan, with its categories and how many plans the child had before it.

    Columns case, child, adult, start, start_known, end, end_known, plan, first_category, latest_category, previous
    and protected.
    """
    rng = stream(seed, "plans")
    held = cases[cases["plan_start"] < NEVER]
    plans = held[["case", "child", "adult"]].assign(
        start=held["plan_start"], start_known=held["plan_start_known"],
        end=held["plan_end"], end_known=held["plan_end_known"],
    ).sort_values(["start", "child"], kind="stable").reset_index(drop=True)  # fmt: skip
    plans["plan"] = np.arange(len(plans))
    halves = ((months_before(np.array([last]), 0)[0] - plans["start"]) // 183).to_numpy()
    plans["first_category"] = deal(rng, published.CATEGORIES, halves)
    other = deal(rng, {**published.CATEGORIES, "MUL": 60}, halves)
    plans["latest_category"] = np.where(rng.random(len(plans)) < 0.08, other, plans["first_category"])
    earlier = plans.groupby("child").cumcount().to_numpy()
    plans["previous"] = earlier + deal(rng, aims.PREVIOUS_PLANS, halves).astype(int)
    plans["protected"] = pick(rng, {"Y": 0.07, "N": 0.93}, len(plans))
    return plans


def plan_visits(seed: int, council: Council, plans: pd.DataFrame, district: np.ndarray, last: int) -> pd.DataFrame:
    """Statutory visits: fewer in one district all along, and everywhere for half a year before they recovered.

    Columns owner, day, alone and known.
    """
    rng = stream(seed, "plan visits")
    visits = recurring(rng, council, plans["start"] + 1, plans["end"], PLAN_VISIT_DAYS, PLAN_VISIT_SPREAD)
    day, owner = visits["day"], visits["owner"].to_numpy()
    dip = [int(months_before(np.array([last]), months)[0]) for months in _DIP]
    missed = np.where((day > dip[0]) & (day <= dip[1]), _DIP_MISSED, 0.0)
    worse = district[owner] == WORSE_DISTRICT % len(council.districts)
    missed = np.maximum(missed, np.where(worse, _WORSE_DISTRICT_MISSED, 0.0))
    visits = visits[rng.random(len(visits)) >= missed].reset_index(drop=True)
    visits["alone"] = pick(rng, {"Y": 0.90, "N": 0.08, "U": 0.02}, len(visits))
    return enter_events(rng, visits, plans)


def plan_reviews(seed: int, council: Council, plans: pd.DataFrame) -> pd.DataFrame:
    """The first review within three months, then within six.

    Columns owner, day and known.
    """
    rng = stream(seed, "plan reviews")
    first = plans["start"].to_numpy() + rng.integers(68, 92, len(plans))
    late = rng.random(len(plans)) < 0.06
    first = council.working.on_or_after(first + np.where(late, 25, 0))
    one = pd.DataFrame({"owner": np.arange(len(plans)), "day": first})
    more = recurring(rng, council, pd.Series(first), plans["end"], 166.0, 160.0)
    reviews = pd.concat([one, more], ignore_index=True)
    ends = plans["end"].to_numpy()[reviews["owner"]]
    return enter_events(rng, reviews[reviews["day"] <= ends].reset_index(drop=True), plans)


def recurring(
    rng: np.random.Generator, council: Council, start: pd.Series, end: pd.Series, gap: np.ndarray | float, spread: float
) -> pd.DataFrame:
    """Recurring events on working days, from start to end of each spell: (owner, day)."""
    owner, day = renewals(rng, start.to_numpy(), end.to_numpy(), gap, spread)
    day = council.working.on_or_after(day)
    kept = day <= end.to_numpy()[owner]
    return pd.DataFrame({"owner": owner[kept], "day": day[kept]})


def enter_events(rng: np.random.Generator, events: pd.DataFrame, spells: pd.DataFrame) -> pd.DataFrame:
    """Add the day each event was entered: never before its spell was, nor after the eighteenth birthday."""
    owner = events["owner"].to_numpy()
    floor, adult = spells["start_known"].to_numpy()[owner], spells["adult"].to_numpy()[owner]
    known = entered_in_time(rng, events["day"].to_numpy(), floor, adult)
    events = events.assign(known=known)
    return events.sort_values(["owner", "day"], kind="stable").reset_index(drop=True)


def case_visits(seed: int, council: Council, cases: pd.DataFrame, since: int) -> pd.DataFrame:
    """Visits to children in need, before and after any plan or care.

    Columns owner, day and known.
    """
    rng = stream(seed, "case visits")
    parts = cases[["plan_start", "care_start"]].min(axis=1)
    ends = cases[["plan_end", "care_end", "care_again_end"]].where(lambda days: days < NEVER, 0).max(axis=1)
    before = cases.assign(since=cases["start"].clip(lower=since) + 1, until=np.minimum(parts, cases["end"]))
    after = cases.assign(since=np.maximum(ends, since), until=cases["end"])[parts < NEVER]
    spells = pd.concat([before[before["kind"] != "nfa"], after]).reset_index(drop=True)
    spells = spells[spells["until"] > spells["since"]].reset_index(drop=True)
    visits = recurring(rng, council, spells["since"], spells["until"], CASE_VISIT_DAYS, CASE_VISIT_SPREAD)
    visits = enter_events(rng, visits, spells)
    return visits.assign(owner=spells["case"].to_numpy()[visits["owner"]])
