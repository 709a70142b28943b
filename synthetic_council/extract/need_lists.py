"""Lists 4 to 7: assessments, enquiries and conferences, children in need, and plans."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, months_before
from synthetic_council.extract.known import Known


def assessments(known: Known) -> pd.DataFrame:
    """List 4: assessments open, or authorised in the last six months."""
    rows = known.entered(known.history.assessments, "start_known")
    rows = known.in_list(rows.assign(end_seen=known.ends(rows)))
    done = rows["end_seen"] < NEVER
    seen_yet = done | ((rows["seen"] == "Y") & (rows["seen_day"] <= known.list_date))
    rows = rows.assign(
        entity=rows.index,
        assessment_start=rows["start"],
        assessment_end=rows["end_seen"],
        child_seen=np.where(seen_yet, rows["seen"], ""),
        support_needed=np.where(done, rows["needed"], ""),
    )
    return known.described(known.allocated(rows, "field", 4))


def section_47_enquiries(known: Known) -> pd.DataFrame:
    """List 5: enquiries begun in the last six months, or undecided."""
    rows = known.entered(known.history.cases, "s47_known")
    decided = (rows["s47_outcome_known"] <= known.list_date).to_numpy()
    held = decided & (rows["conference"] < NEVER).to_numpy()
    planned = (rows["plan_start"] < NEVER).to_numpy()
    latest = rows.groupby("child")["s47_start"].transform("max").to_numpy()
    recent = (rows["s47_start"] < latest) & (rows["s47_start"] >= months_before(latest, 12))
    rows = rows.assign(
        entity=rows["case"],
        s47_12m=recent.groupby(rows["child"]).transform("sum").astype("int64"),
        icpc_12m=(recent & held).groupby(rows["child"]).transform("sum").astype("int64"),
        icpc_unnecessary=np.where(held, "N", np.where(decided, "Y", "")),
        icpc_date=np.where(held, rows["conference"], NEVER),
        icpc_plan=np.where(held, np.where(planned, "Y", "N"), ""),
    )
    rows = rows[(rows["s47_start"] >= known.since(6)) | ~decided]
    return known.described(known.allocated(rows, "field", 5))


def children_in_need(known: Known) -> pd.DataFrame:
    """List 6: the latest case of need of each child."""
    rows = known.in_list(known.cases)
    is_open = (rows["end_seen"] == NEVER).to_numpy()
    child = rows["child"].to_numpy()
    cared, planned = known.has_open(known.periods)[child], known.has_open(known.plans)[child]
    assessed = (rows["assessment_end_known"] <= known.list_date).to_numpy()
    status = np.select([~is_open, cared, planned, ~assessed], ["CLOSED", "LAC", "CPP", "ASSESS"], default="CIN")
    need = np.where(cared, _care_need(known)[child], rows["need"])
    rows = rows.assign(
        entity=rows["case"],
        cin_start=rows["start"],
        primary_need=need,
        last_seen=last_seen(known)[rows["case"].to_numpy()],
        cin_end=rows["end_seen"],
        cin_close_reason=np.where(is_open, "", rows["close_reason"]),
        case_status=status,
    )
    return known.described(known.allocated(rows, np.where(cared & is_open, "care", "field"), 6))


def _care_need(known: Known) -> np.ndarray:
    need = np.full(len(known.history.children), "N1")
    need[known.periods["child"]] = known.periods["need"]
    return need


def last_seen(known: Known) -> np.ndarray:
    """For each case the latest day entered on which a social worker saw the child, NEVER when there is none."""
    history, size = known.history, len(known.history.cases)
    seen = np.full(size, -1)
    for events, case in (
        (history.case_visits, None),
        (history.plan_visits, history.plans["case"].to_numpy()),
        (history.care_events["visits"], history.periods["case"].to_numpy()),
    ):
        entered = known.entered(events)
        owner = entered["owner"].to_numpy() if case is None else case[entered["owner"].to_numpy()]
        np.maximum.at(seen, owner, entered["day"].to_numpy())
    first = history.assessments
    entered = first[(np.maximum(first["start_known"], first["seen_day"]) <= known.list_date) & (first["seen"] == "Y")]
    np.maximum.at(seen, entered["case"].to_numpy(), entered["seen_day"].to_numpy())
    return np.where(seen < 0, NEVER, seen)


def child_protection_plans(known: Known) -> pd.DataFrame:
    """List 7: the latest plan of each child."""
    history, rows = known.history, known.in_list(known.plans)
    plan = rows["plan"].to_numpy()
    visit_day, visit_place = known.latest(history.plan_visits, len(history.plans))
    review_day, _ = known.latest(history.plan_reviews, len(history.plans))
    alone = np.append(history.plan_visits["alone"].to_numpy(), "")[visit_place]
    changed = (known.list_date - rows["start"] > 90).to_numpy()
    rows = rows.assign(
        entity=plan,
        cpp_start=rows["start"],
        abuse_initial=rows["first_category"],
        abuse_latest=np.where(changed, rows["latest_category"], rows["first_category"]),
        last_stat_visit=visit_day[plan],
        seen_alone=alone[plan],
        last_review=review_day[plan],
        cpp_end=rows["end_seen"],
        epo_6m=rows["protected"],
        previous_cpps=rows["previous"],
    )
    return known.described(known.allocated(rows, "field", 7))
