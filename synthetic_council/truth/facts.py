"""The facts that indicators ask about, list by list, as entered by a list date.

Each table has ``entity`` (the event behind it), ``child`` and, for lists 3 to 9, ``team``. Days are numbers,
``NEVER`` for none; a number not known is NaN; a code not given is "".
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import PlacedBy
from synthetic_council.days import NEVER, months_before
from synthetic_council.history import History
from synthetic_council.teams import TeamBook, allocation
from synthetic_council.truth.care_facts import adoption, care_leavers, looked_after

Facts = dict[str, pd.DataFrame]


def facts_of(history: History, day: int, layout: str) -> Facts:
    """Every fact of every list that indicators are counted from."""
    periods = looked_after(history, day)
    plans = _plans(history, day)
    cases = _cases(history, day)
    facts = {
        "contacts": _contacts(history, day),
        "early_help_assessments": _early_help(history, day),
        "referrals": _referrals(history, day),
        "assessments": _assessments(history, day),
        "section_47_enquiries": _enquiries(history, day),
        "children_in_need": _needs(history, day, cases, plans, periods),
        "child_protection_plans": plans,
        "children_looked_after": periods,
        "care_leavers": care_leavers(history, day, layout),
        "adoption": adoption(history, day),
    }
    return {name: _with_team(history, day, name, rows) for name, rows in facts.items()}


def _with_team(history: History, day: int, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    rows = (
        rows.sort_values("order", kind="stable").reset_index(drop=True)
        if "order" in rows
        else rows.reset_index(drop=True)
    )
    if LISTS[name].placing.by is not PlacedBy.TEAM:
        return rows
    child = rows["child"].to_numpy()
    book = TeamBook(history.council, day)
    team, worker = allocation(book, history.children, child, rows["team_kind"].to_numpy(), int(LISTS[name].code))
    return rows.assign(team=team, worker=worker)


def half_year_before(day: int) -> int:
    """The day less six months."""
    return int(months_before(np.array([day]), 6)[0])


def ended_by(rows: pd.DataFrame, end: str, day: int) -> pd.Series:
    """The end, where it had been entered by the day."""
    return rows[end].where(rows[f"{end}_known"] <= day, NEVER)


def newest_of_each_child(rows: pd.DataFrame) -> pd.DataFrame:
    """Lists 6, 7 and 8 hold one row a child: the one that began last."""
    return rows.loc[rows.groupby("child")["start"].idxmax()]


def listed(rows: pd.DataFrame, day: int) -> pd.DataFrame:
    """Rows still open, or that ended in the half-year before."""
    return rows[rows["ended"] >= half_year_before(day)]


def last_day(events: pd.DataFrame, day: int) -> pd.Series:
    """By owner, the latest day of an event entered by the day."""
    return events[events["known"] <= day].groupby("owner")["day"].max()


def looked_up(keys: pd.Series, found: pd.Series) -> np.ndarray:
    """Days found for keys; NEVER where none was found."""
    return keys.map(found).fillna(NEVER).astype("int64").to_numpy()


def _contacts(history: History, day: int) -> pd.DataFrame:
    rows = history.contacts
    rows = rows[(rows["known"] <= day) & (rows["day"] >= half_year_before(day))]
    return pd.DataFrame({"entity": rows.index, "child": rows["child"], "contact_date": rows["day"]})


def _early_help(history: History, day: int) -> pd.DataFrame:
    rows = history.early_help[history.early_help["start_known"] <= day]
    rows = rows.assign(ended=ended_by(rows, "end", day))
    rows = listed(rows, day)
    return pd.DataFrame({"entity": rows.index, "child": rows["child"], "eh_start": rows["start"]})


def _referrals(history: History, day: int) -> pd.DataFrame:
    entered = history.cases[history.cases["start_known"] <= day]
    days_by_child = entered.groupby("child")["start"]
    latest = days_by_child.transform("max")
    year_before = months_before(latest.to_numpy(), 12)
    within = (entered["start"] >= year_before) & (entered["start"] < latest)
    counts = within.groupby(entered["child"]).sum()
    rows = entered[entered["start"] >= half_year_before(day)]
    refused = rows["kind"] == "nfa"
    return pd.DataFrame(
        {
            "entity": rows["case"], "child": rows["child"], "referral_date": rows["start"],
            "referral_nfa": np.where(refused, "Y", "N"), "referrals_12m": rows["child"].map(counts).astype(float),
            "team_kind": np.where(refused, "hub", "field"),
        }
    )  # fmt: skip


def _assessments(history: History, day: int) -> pd.DataFrame:
    rows = history.assessments[history.assessments["start_known"] <= day]
    rows = listed(rows.assign(ended=ended_by(rows, "end", day)), day)
    return pd.DataFrame(
        {
            "entity": rows.index, "child": rows["child"], "assessment_start": rows["start"],
            "assessment_end": rows["ended"], "child_seen": rows["seen"].where(rows["ended"] < NEVER, ""),
            "team_kind": "field",
        }
    )  # fmt: skip


def _enquiries(history: History, day: int) -> pd.DataFrame:
    rows = history.cases[history.cases["s47_known"] <= day]
    known = rows["s47_outcome_known"] <= day
    rows = rows.assign(held=rows["conference"].where(known, NEVER))
    rows = rows[(rows["s47_start"] >= half_year_before(day)) | ~known]
    return pd.DataFrame(
        {
            "entity": rows["case"], "child": rows["child"], "s47_start": rows["s47_start"],
            "icpc_date": rows["held"], "team_kind": "field",
        }
    )  # fmt: skip


def _cases(history: History, day: int) -> pd.DataFrame:
    """Cases of need entered by the day; one closed after an assessment that found none is no case of need."""
    rows = history.cases[(history.cases["start_known"] <= day) & (history.cases["kind"] != "nfa")]
    rows = rows.assign(ended=ended_by(rows, "end", day))
    return rows[~((rows["kind"] == "none") & (rows["ended"] < NEVER))]


def _needs(history: History, day: int, cases: pd.DataFrame, plans: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    rows = listed(newest_of_each_child(cases), day)
    still_open = rows["ended"] == NEVER
    cared = rows["child"].isin(periods.loc[periods["ceased_date"] == NEVER, "child"])
    planned = rows["child"].isin(plans.loc[plans["cpp_end"] == NEVER, "child"])
    assessing = rows["assessment_end_known"] > day
    status = pd.Series("CIN", index=rows.index).mask(assessing, "ASSESS").mask(planned, "CPP").mask(cared, "LAC")
    return pd.DataFrame(
        {
            "entity": rows["case"], "child": rows["child"], "cin_start": rows["start"], "cin_end": rows["ended"],
            "case_status": status.where(still_open, "CLOSED"),
            "last_seen": looked_up(rows["case"], _seen(history, day)),
            "team_kind": np.where(cared & still_open, "care", "field"),
        }
    )  # fmt: skip


def _seen(history: History, day: int) -> pd.Series:
    """By case, the latest day on which a social worker saw the child, as far as had been entered."""
    first = history.assessments[history.assessments["seen"] == "Y"]
    assessed = first.assign(known=first[["start_known", "seen_day"]].max(axis=1))
    assessed = assessed[["case", "seen_day", "known"]].rename(columns={"case": "owner", "seen_day": "day"})
    planned = history.plan_visits.assign(owner=history.plan_visits["owner"].map(history.plans["case"]))
    cared = history.care_events["visits"]
    cared = cared.assign(owner=cared["owner"].map(history.periods["case"]))
    together = [events[["owner", "day", "known"]] for events in (history.case_visits, planned, cared, assessed)]
    return last_day(pd.concat(together, ignore_index=True), day)


def _plans(history: History, day: int) -> pd.DataFrame:
    rows = history.plans[history.plans["start_known"] <= day]
    rows = listed(newest_of_each_child(rows.assign(ended=ended_by(rows, "end", day))), day)
    visits = history.plan_visits[history.plan_visits["known"] <= day].groupby("owner")[["day", "alone"]].last()
    return pd.DataFrame(
        {
            "entity": rows["plan"], "child": rows["child"], "cpp_start": rows["start"], "cpp_end": rows["ended"],
            "last_stat_visit": looked_up(rows["plan"], visits["day"]),
            "seen_alone": rows["plan"].map(visits["alone"]).fillna(""),
            "last_review": looked_up(rows["plan"], last_day(history.plan_reviews, day)),
            "previous_cpps": rows["previous"].astype(float), "team_kind": "field",
        }
    )  # fmt: skip
