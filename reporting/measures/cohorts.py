"""Groups of children that several indicators ask about."""

from __future__ import annotations

from datetime import date

import pandas as pd

from reporting.measures.tables import open_on
from reporting.model.received import Tables

SHORT_BREAKS = ("V3", "V4")
RELEVANT = ("RELEVANT", "FORMER")
STILL_SUPPORTED = (*RELEVANT, "ELIGIBLE")
NO_LONGER_OURS = ("DIED", "RHOM")


def looked_after(tables: Tables, day: date) -> pd.DataFrame:
    """Children looked after at the end of ``day``. Short breaks (V3, V4) are not counted, as DfE does not."""
    children = open_on(tables["children_looked_after"], "cla_start", "ceased_date", day)
    return children[~children["legal_status"].isin(SHORT_BREAKS)]


def care_leavers(tables: Tables, eligibility: tuple[str, ...] = RELEVANT) -> pd.DataFrame:
    """Young people the leaving care service answers for: relevant and former relevant, unless told otherwise."""
    young_people = tables["care_leavers"]
    return young_people[young_people["eligibility"].isin(eligibility)]


def care_leavers_here(tables: Tables) -> pd.DataFrame:
    """Relevant and former relevant young people, less those who have died or returned home."""
    young_people = care_leavers(tables)
    return young_people[~young_people["in_touch"].isin(NO_LONGER_OURS)]
