"""From what one extract's checks found, and the ledger before it, to the ledger of faults as it now stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from reporting.assurance.ledger.columns import CONFIRMED, FAULT_COLUMNS, NEW, NOT_HERE, OPEN, REMEMBERED_COLUMNS
from reporting.assurance.ledger.found import LedgerExtract, found_in
from reporting.assurance.ledger.matching import matched, named
from reporting.assurance.ledger.standing import carried, counted, kept_over, long_open, without_credit
from reporting.assurance.withholding import Weights
from reporting.model.quality import Checked, Finding, Severity
from reporting.model.received import Conformed

NO_EXTRACT = Conformed({}, {}, {}, {}, "later", (), ())
_NOBODY = pd.DataFrame({column: pd.Series(dtype="str") for column in REMEMBERED_COLUMNS})
_NUMBERS = {"position": "int64", "row": "int64", "weight": "int64", "vanished": "bool"}


@dataclass(frozen=True)
class EarlierFollowUp:
    """The follow-up that this one stands on: its ledger, whom it remembers, and the extract it was made from."""

    faults: pd.DataFrame  # FAULT_COLUMNS
    remembered: pd.DataFrame  # REMEMBERED_COLUMNS
    conformed: Conformed
    owners: Mapping[str, pd.DataFrame]  # of that extract's rows, as the teams stand now

    @property
    def extract(self) -> LedgerExtract:
        """The extract it was made from."""
        return LedgerExtract(self.conformed, self.owners)


@dataclass(frozen=True)
class Ledger:
    """Every fault as it stands, how many were put right since the ledger before, and what has stood for long.

    ``remembered`` says whose the rows are that are no longer in this extract.
    """

    faults: pd.DataFrame  # FAULT_COLUMNS
    put_right: pd.DataFrame  # PUT_RIGHT_COLUMNS
    remembered: pd.DataFrame  # REMEMBERED_COLUMNS
    findings: tuple[Finding, ...]


def follow(
    conformed: Conformed,
    checked: Checked,
    owners: Mapping[str, pd.DataFrame],
    *,
    list_date: date,
    weights: Weights,
    earlier: EarlierFollowUp | None = None,
    confirmed: frozenset[str] = frozenset(),
) -> Ledger:
    """The ledger of one extract. The order of its rows changes nothing but their positions.

    A fault found again is open since it was first found; one found no more is put right, unless its list or check
    is wanting this time (then it is carried over), or its row is gone of itself. ``confirmed`` are the references
    that a team has confirmed as correct: they quieten warnings and information, never an error.
    """
    now = LedgerExtract(conformed, owners)
    before = earlier.extract if earlier else LedgerExtract(NO_EXTRACT, {})
    told = earlier.faults.reset_index(drop=True) if earlier else pd.DataFrame(columns=list(FAULT_COLUMNS))
    found = _found(now, before, checked)
    place = matched(found, told)
    found = found.assign(
        fault=named(found, told, place),
        since=np.where(place == NOT_HERE, list_date.isoformat(), told["since"].reindex(place).to_numpy(dtype="object")),
        state=np.where(place == NOT_HERE, NEW, OPEN),
    )
    gone = told[~told.index.isin(place)].reset_index(drop=True)
    kept = kept_over(gone, checked, now) if len(gone) else np.zeros(0, dtype=bool)
    over = carried(gone[kept].reset_index(drop=True), now).assign(state=OPEN)
    faults = pd.concat([found, over]) if len(over) else found
    faults = _as_stated(faults, weights, confirmed)
    left = gone[~kept].reset_index(drop=True)
    uncredited = without_credit(left, checked, now, before, list_date) if len(left) else np.zeros(0, dtype=bool)
    return Ledger(
        faults=faults,
        put_right=counted(left[~uncredited]),
        remembered=_remembered(faults, told, earlier.remembered, before) if earlier else _NOBODY,
        findings=long_open(faults, list_date, sent=now.conformed.sent, compared=earlier is not None),
    )


def _found(now: LedgerExtract, before: LedgerExtract, checked: Checked) -> pd.DataFrame:
    """The faults of this extract's rows, and of the rows that were in the one before and have gone."""
    broken = checked.failing[checked.failing["mend"].astype(bool)]
    here = found_in(now, broken, checked.rules, vanished=False)
    if not len(checked.vanished) or not before.owners:
        return here
    return pd.concat([here, found_in(before, checked.vanished, checked.rules, vanished=True)], ignore_index=True)


def _as_stated(faults: pd.DataFrame, weights: Weights, confirmed: frozenset[str]) -> pd.DataFrame:
    """The ledger's columns and kinds, with what is confirmed and what each fault weighs."""
    quiet = faults["reference"].isin(confirmed) & (faults["severity"] != Severity.ERROR)
    stated = faults.assign(state=faults["state"].where(~quiet, CONFIRMED), weight=weights.of(faults))
    texts = dict.fromkeys((column for column in FAULT_COLUMNS if column not in _NUMBERS), "str")
    return stated[list(FAULT_COLUMNS)].astype({**texts, **_NUMBERS}).reset_index(drop=True)


def _remembered(faults: pd.DataFrame, told: pd.DataFrame, known: pd.DataFrame, before: LedgerExtract) -> pd.DataFrame:
    """Whose the rows are that are not in this extract: from the extract before, or as remembered from before that."""
    away = faults[faults["vanished"] | (faults["position"] == NOT_HERE)]
    last = told[told["fault"].isin(away["fault"]) & ~told["vanished"].astype(bool) & (told["position"] != NOT_HERE)]
    lately = away[away["position"] != NOT_HERE]
    people = pd.concat([known, _people(before, last), _people(before, lately)], ignore_index=True)
    people = people[people["fault"].isin(away["fault"])].drop_duplicates("fault", keep="last")
    return people[list(REMEMBERED_COLUMNS)].astype("str").sort_values("fault", ignore_index=True)


def _people(extract: LedgerExtract, faults: pd.DataFrame) -> pd.DataFrame:
    """The person of each row, by fault."""
    parts = [
        pd.DataFrame({"fault": rows["fault"].to_numpy(), "person": extract.rows(str(name)).person(_places(rows))})
        for name, rows in faults.groupby("list")
        if name in extract.conformed.tables
    ]
    return pd.concat(parts) if parts else _NOBODY


def _places(rows: pd.DataFrame) -> np.ndarray:
    return rows["position"].to_numpy(dtype="int64")
