"""Lists 9 to 11: care leavers, adoption and adopters."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.adoption import STAGES, STEPS
from synthetic_council.days import NEVER, age_on
from synthetic_council.draws import numbered
from synthetic_council.extract.known import Known
from synthetic_council.leavers import ELIGIBLE_AFTER_DAYS

_OLD_ACTIVITY = {"F4": "F3", "F5": "F3", "P4": "P3", "P5": "P3"}


def leavers_known(known: Known) -> pd.DataFrame:
    """Young people of the service on the list date, with the group each is in."""
    leavers = known.entered(known.history.leavers, "start_known")
    leavers = leavers.assign(end_seen=known.ends(leavers), owner=leavers.index)
    leavers = leavers.drop_duplicates("child", keep="last")
    cared = known.has_open(known.periods)[leavers["child"].to_numpy()]
    is_open = (leavers["end_seen"] == NEVER).to_numpy()
    eligible = (
        is_open & (leavers["begun"] <= known.list_date) & (known.list_date - leavers["start"] >= ELIGIBLE_AFTER_DAYS)
    )
    born, ended = leavers["born"].to_numpy(), leavers["end"].to_numpy()
    left = ~is_open & ~cared & (leavers["until"] >= known.list_date) & (age_on(born, ended) >= 16)
    kept = left | (eligible if known.layout == "later" else False)
    grown = age_on(born, known.list_date) >= 18
    group = np.where(leavers["long"], np.where(grown, "FORMER", "RELEVANT"), "QUALIFYING")
    rows: pd.DataFrame = leavers.assign(eligibility=np.where(is_open, "ELIGIBLE", group))[kept]
    return rows


def care_leavers(known: Known) -> pd.DataFrame:
    """List 9: young people of the leaving care service."""
    history, rows = known.history, leavers_known(known)
    owner = rows["owner"].to_numpy()
    day, place = known.latest(history.leaver_records, len(history.leavers))
    record = history.leaver_records.iloc[place[owner]]
    contact, _ = known.latest(history.leaver_contacts, len(history.leavers))
    allocated = known.allocated(rows, "leaving", 9)
    activity = record["activity"].replace(_OLD_ACTIVITY) if known.layout != "later" else record["activity"]
    number = numbered("PA", rows["child"].to_numpy() * 7 % 90 + 100, 4)
    rows = allocated.assign(
        entity=owner,
        uasc=np.where(rows["uasc"], "Y", "N"),
        personal_adviser=np.where(rows["adviser"], number, ""),
        last_pathway=day[owner],
        in_touch=record["in_touch"].to_numpy(),
        last_contact=contact[owner],
        accommodation=record["accommodation"].to_numpy(),
        suitability=record["suitability"].to_numpy(),
        activity=activity.to_numpy(),
    )
    return known.described(rows)


def adoptions_known(known: Known) -> pd.DataFrame:
    """Children with a decision that is live, or was undone or fulfilled in the twelve months before."""
    rows = known.entered(known.history.periods, "decision_known")
    stages = (*STAGES, "adoption_order", "reversed")
    rows = rows.assign(**{f"{stage}_seen": known.ends(rows, stage) for stage in stages})
    gone = np.minimum(rows["adoption_order_seen"], rows["reversed_seen"])
    left = (known.ends(rows) < NEVER) & (gone == NEVER)
    live: pd.DataFrame = rows[(gone >= known.since(12)) & ~left]
    return live


def adoption(known: Known) -> pd.DataFrame:
    """List 10: children with a decision to place for adoption."""
    rows = adoptions_known(known)
    matched = (rows["matched_seen"] < NEVER).to_numpy()
    rows = rows.assign(
        entity=rows["period"],
        family_id=np.where(matched, "F" + rows["family"].astype(str), ""),
        entered_care=rows["start"],
        decision_date=rows["decision_seen"],
        placement_order=rows["placement_order_seen"],
        matched=rows["matched_seen"],
        placed=rows["placed_seen"],
        adoption_order=rows["adoption_order_seen"],
        reversed_date=rows["reversed_seen"],
        reversed_reason=np.where(rows["reversed_seen"] < NEVER, rows["reversed_reason"], ""),
        ffa_date=np.where(matched, rows["ffa"], NEVER),
    )
    return known.described(rows)


def adopters_known(known: Known) -> pd.DataFrame:
    """Adopters who came forward and are still in the process, or left or adopted in the twelve months before."""
    rows = known.history.adopters
    rows = rows[rows["enquiry"] <= known.list_date]
    seen = {f"{name}_seen": known.ends(rows, name) for name in ("matched", "placed", "adoption_order", "left")}
    rows = rows.assign(**seen)
    gone = np.minimum(rows["adoption_order_seen"], rows["left_seen"])
    return rows[gone >= known.since(12)]


def prospective_adopters(known: Known) -> pd.DataFrame:
    """List 11: adopters, one row a person."""
    rows = adopters_known(known)
    steps = {step: np.where(rows[step] <= known.list_date, rows[step], NEVER) for step in STEPS}
    placed = (rows["placed_seen"] < NEVER).to_numpy()
    return rows.assign(
        entity=rows.index,
        adopter_id="A" + rows["person"].astype(str),
        family_id="F" + rows["family"].astype(str),
        enquiry_date=steps["enquiry"],
        s1_start=steps["s1_start"],
        s1_end=steps["s1_end"],
        s2_start=steps["s2_start"],
        s2_end=steps["s2_end"],
        app_submitted=steps["submitted"],
        app_approved=steps["approved"],
        matched=rows["matched_seen"],
        placed=rows["placed_seen"],
        children_placed=np.where(placed, 1, NEVER),
        adoption_order=rows["adoption_order_seen"],
        leave_date=rows["left_seen"],
        leave_reason=np.where(rows["left_seen"] < NEVER, rows["reason"], ""),
    )
