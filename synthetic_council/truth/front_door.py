"""The truth of contacts, early help, referrals and assessments."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER
from synthetic_council.truth.model import COUNT, FLOW, PERCENT, RATE, SNAPSHOT, Question, everyone, told, truth, yes_no

Pair = tuple[pd.Series, pd.Series]


@truth("contacts", COUNT, FLOW, "contact_date")
def contacts_received(asked: Question) -> Pair:
    """Contacts in the window."""
    rows = asked.facts["contacts"]
    return asked.held(rows["contact_date"]), everyone(rows)


@truth("contacts", RATE, FLOW, "contact_date")
def contacts_per_10000(asked: Question) -> Pair:
    """The same contacts."""
    return contacts_received(asked)


@truth("contacts", PERCENT, FLOW, "contact_date")
def contacts_leading_to_referral(asked: Question) -> Pair:
    """Contacts a working day old, and whether the child was referred within one."""
    rows = asked.facts["contacts"]
    old_enough = asked.elapsed(rows["contact_date"], asked.day) >= 1
    asked_about = asked.held(rows["contact_date"]) & old_enough
    referred: dict[int, list[int]] = {}
    referrals = asked.facts["referrals"]
    for child, day in zip(referrals["child"].tolist(), referrals["referral_date"].tolist(), strict=True):
        referred.setdefault(child, []).append(day)
    doubtful = asked.doubtful_children("referrals", "referral_date")
    children, days = rows["child"].tolist(), rows["contact_date"].tolist()
    answers = np.zeros(len(rows))
    pairs = []
    for place in np.flatnonzero(asked_about).tolist():
        if children[place] in doubtful:
            answers[place] = np.nan
        later = (day for day in referred.get(children[place], ()) if days[place] <= day < NEVER)
        pairs += [(place, days[place], day) for day in later]
    places, contacted, followed = np.array(pairs, dtype="int64").reshape(-1, 3).T
    answers[places[asked.elapsed(contacted, followed) <= 1]] = 1.0
    return asked_about, told(answers, rows.index)


@truth("early_help_assessments", COUNT, FLOW, "eh_start")
def early_help_assessments_started(asked: Question) -> Pair:
    """Early help begun in the window."""
    rows = asked.facts["early_help_assessments"]
    return asked.held(rows["eh_start"]), everyone(rows)


@truth("referrals", COUNT, FLOW, "referral_date")
def referrals_received(asked: Question) -> Pair:
    """Referrals in the window."""
    rows = asked.facts["referrals"]
    return asked.held(rows["referral_date"]), everyone(rows)


@truth("referrals", RATE, FLOW, "referral_date")
def referrals_per_10000(asked: Question) -> Pair:
    """The same referrals."""
    return referrals_received(asked)


@truth("referrals", PERCENT, FLOW, "referral_date referrals_12m")
def referrals_repeat_within_12_months(asked: Question) -> Pair:
    """Children at their latest referral, and whether there was another in the year before."""
    rows = asked.facts["referrals"]
    held = rows[asked.held(rows["referral_date"])]
    latest = held.sort_values("referral_date", kind="stable").groupby("child").tail(1).index
    again = (rows["referrals_12m"] >= 1).astype(float).where(rows["referrals_12m"].notna())
    return pd.Series(rows.index.isin(latest), index=rows.index), again


@truth("referrals", PERCENT, FLOW, "referral_date referral_nfa")
def referrals_no_further_action(asked: Question) -> Pair:
    """Referrals, and whether they ended there."""
    rows = asked.facts["referrals"]
    return asked.held(rows["referral_date"]), yes_no(rows["referral_nfa"], ("Y",), ("N",))


@truth("assessments", COUNT, FLOW, "assessment_end")
def assessments_completed(asked: Question) -> Pair:
    """Assessments authorised in the window."""
    rows = asked.facts["assessments"]
    return asked.held(rows["assessment_end"]), everyone(rows)


@truth("assessments", PERCENT, FLOW, "assessment_end assessment_start")
def assessments_within_45_working_days(asked: Question) -> Pair:
    """Of those, finished in time."""
    rows = asked.facts["assessments"]
    taken = told(asked.elapsed(rows["assessment_start"], rows["assessment_end"]), rows.index)
    return asked.held(rows["assessment_end"]), (taken <= 45).astype(float).where(rows["assessment_start"] < NEVER)


@truth("assessments", PERCENT, SNAPSHOT, "assessment_start assessment_end")
def assessments_open_over_45_working_days(asked: Question) -> Pair:
    """Open assessments, and whether they are too old."""
    rows = asked.facts["assessments"]
    taken = told(asked.elapsed(rows["assessment_start"], asked.day), rows.index)
    still_open = asked.open(rows, "assessment_start", "assessment_end")
    return still_open, (taken > 45).astype(float).where(rows["assessment_start"] < NEVER)


@truth("assessments", PERCENT, FLOW, "assessment_end child_seen")
def assessments_child_seen(asked: Question) -> Pair:
    """Finished assessments, and whether the child was seen."""
    rows = asked.facts["assessments"]
    return asked.held(rows["assessment_end"]), yes_no(rows["child_seen"], ("Y",), ("N",))
