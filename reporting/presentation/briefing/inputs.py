"""What the record holds for one report: read once, whole before anything is disclosed, passed as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reporting.model.periods import Period
from reporting.model.quality import Checked, Finding
from reporting.model.settings import Authority
from reporting.presentation.briefing.needs import Need, given

MOST_PERIODS = 12
"""How many periods a series shows: this one and eleven before it."""


@dataclass(frozen=True)
class FollowedPeriod:
    """What the record knows of one period whose faults were followed up."""

    period: Period
    rows: Mapping[str, int]
    figures: pd.DataFrame
    ledger: pd.DataFrame  # FAULT_COLUMNS
    put_right: pd.DataFrame  # PUT_RIGHT_COLUMNS
    checked: Checked
    findings: tuple[Finding, ...]  # what the checks found, and the follow-up


@dataclass(frozen=True)
class Measured:
    """How much was right in one period: the day its lists were run, and the accuracy (``ACCURACY_COLUMNS``)."""

    list_date: date
    accuracy: pd.DataFrame


@dataclass(frozen=True)
class ReportInputs:
    """One authority and one period. What no block of the pack needs is left out."""

    authority: Authority
    period: Period
    list_date: date
    synthetic: bool
    figures: pd.DataFrame  # this period's
    history: pd.DataFrame | None = None  # figures of earlier periods, as first reported
    rebuilt: pd.DataFrame | None = None  # figures of earlier months, counted again from this extract
    checked: Checked | None = None
    rows: Mapping[str, int] | None = None  # received in each list
    followed: FollowedPeriod | None = None
    followed_before: FollowedPeriod | None = None  # nothing in the first period that is followed up
    accuracy: Mapping[Period, Measured] | None = None  # of this period and of those before it
    due: pd.DataFrame | None = None  # DUE_COLUMNS
    replaces: str = ""  # the report of the same period that this one takes the place of, in words

    @property
    def series(self) -> Mapping[Period, Measured]:
        """How much was right in the latest periods, oldest first, this one last. Raises ``NotAskedFor``."""
        measured = given(self.accuracy, Need.ACCURACY)
        return dict(sorted(measured.items(), key=lambda pair: pair[1].list_date)[-MOST_PERIODS:])
