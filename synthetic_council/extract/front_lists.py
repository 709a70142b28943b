"""Lists 1 to 3: contacts, early help and referrals."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import months_before
from synthetic_council.extract.known import Known


def contacts(known: Known) -> pd.DataFrame:
    """List 1: contacts of the last six months."""
    rows = known.entered(known.history.contacts)
    rows = rows[rows["day"] >= known.since(6)]
    return known.described(rows.assign(entity=rows.index, contact_date=rows["day"], contact_source=rows["source"]))


def early_help_assessments(known: Known) -> pd.DataFrame:
    """List 2: early help now open, or ended in the last six months."""
    rows = known.entered(known.history.early_help, "start_known")
    rows = known.in_list(rows.assign(end_seen=known.ends(rows)))
    return known.described(
        rows.assign(entity=rows.index, eh_start=rows["start"], eh_end=rows["end_seen"], eh_org=rows["organisation"])
    )


def referrals(known: Known) -> pd.DataFrame:
    """List 3: referrals of the last six months."""
    entered = known.entered(known.history.cases, "start_known")
    latest = entered.groupby("child")["start"].transform("max").to_numpy()
    earlier = (entered["start"] < latest) & (entered["start"] >= months_before(latest, 12))
    before = earlier.groupby(entered["child"]).transform("sum").astype("int64")
    rows = entered.assign(referrals_12m=before)
    rows = rows[rows["start"] >= known.since(6)]
    rows = rows.assign(
        entity=rows["case"],
        referral_date=rows["start"],
        referral_source=rows["source"],
        referral_nfa=np.where(rows["kind"] == "nfa", "Y", "N"),
    )
    kind = np.where(rows["kind"] == "nfa", "hub", "field")
    return known.described(known.allocated(rows, kind, 3))
