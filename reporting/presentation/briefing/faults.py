"""Faults counted from the ledgers of this week and of the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from reporting.assurance.ledger import CONFIRMED, NEW
from reporting.presentation.briefing.inputs import FollowedPeriod

STANDING = ["open", "new", "put_right", "confirmed"]


@dataclass(frozen=True)
class FaultCount:
    """Faults of one kind: all that are open, those of them that are new, put right since, and confirmed as correct."""

    open: int = 0
    new: int = 0
    put_right: int = 0
    confirmed: int = 0


def counts_by(week: FollowedPeriod, *by: str) -> Mapping[tuple[str, ...], FaultCount]:
    """Faults by the columns named, which ledger and what was put right both have. Open holds the new ones too."""
    ledger = week.ledger
    confirmed, new = ledger["state"] == CONFIRMED, ledger["state"] == NEW
    standing = ledger[list(by)].astype("object").assign(open=~confirmed, new=new, put_right=0, confirmed=confirmed)
    mended = week.put_right[list(by)].astype("object").assign(open=0, new=0, put_right=week.put_right["faults"])
    together = pd.concat([standing, mended.assign(confirmed=0)], ignore_index=True)
    together[STANDING] = together[STANDING].astype("int64")
    tallied = together.groupby(list(by), sort=False)[STANDING].sum()
    keys = tallied.index if len(by) > 1 else [(key,) for key in tallied.index]
    rows = tallied.itertuples(index=False, name=None)
    return {tuple(map(str, key)): FaultCount(*row) for key, row in zip(keys, rows, strict=True)}


def every(week: FollowedPeriod) -> FaultCount:
    """All the faults of a week."""
    state = week.ledger["state"]
    confirmed = int((state == CONFIRMED).sum())
    return FaultCount(
        len(state) - confirmed, int((state == NEW).sum()), int(week.put_right["faults"].sum()), confirmed
    )  # fmt: skip
