"""What became of the faults of an earlier ledger that the checks no longer find, and which have stood for long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from reporting.assurance.ledger.columns import CONFIRMED, NOT_HERE, PUT_RIGHT_COLUMNS
from reporting.assurance.ledger.found import OWNED, LedgerExtract
from reporting.assurance.ledger.identity import base_of, bases_in
from reporting.lists import LISTS, in_order
from reporting.model.calendar import months_before
from reporting.model.quality import Checked, Finding, Rule, Severity

MONTHS_STANDING = 3
OF_A_CHANGE = frozenset({"M02", "M03", "M04", "M05", "M06", "M07", "8.43", "8.48"})
"""Told once, when it happens: no later extract shows it again."""

STILL_OPEN = Rule(
    "M08",
    "",
    Severity.INFORMATION,
    (),
    "Every fault is put right, or confirmed as correct, within three months.",
    "Start with the faults that have been open longest, and find out why they come back unmended.",
)


def kept_over(gone: pd.DataFrame, checked: Checked, now: LedgerExtract) -> np.ndarray:
    """Which of the faults no longer found cannot be said to be put right.

    Their list is missing or withheld, their check went wrong or had nothing to look at, or their row had vanished
    and has not come back.
    """
    lists = {*checked.withheld_lists, *now.conformed.missing}
    unchecked = gone["list"].isin(lists) | gone["rule"].isin(checked.errored | checked.not_run)
    kept = unchecked.to_numpy(dtype=bool, copy=True)
    away = np.flatnonzero(gone["vanished"] & (gone["state"] != CONFIRMED))
    kept[away] |= _place_of(gone.iloc[away], now) == NOT_HERE
    return kept


def without_credit(
    gone: pd.DataFrame, checked: Checked, now: LedgerExtract, before: LedgerExtract, list_date: date
) -> np.ndarray:
    """Which of the faults no longer found nobody has put right.

    They were confirmed as correct, they told of a change, their check is no longer made, or their row is gone: it has
    vanished, or it has grown older than what its list covers.
    """
    unknown = ~gone["rule"].isin(checked.rules) | gone["id"].isin(OF_A_CHANGE)
    of_vanished = pd.MultiIndex.from_frame(checked.vanished[["list", "position"]])
    vanished = pd.MultiIndex.from_frame(gone[["list", "position"]]).isin(of_vanished) & ~gone["vanished"]
    without = _grown_old(gone, now, before, list_date)
    without |= (unknown | vanished | (gone["state"] == CONFIRMED)).to_numpy(dtype=bool)
    return without


def _grown_old(gone: pd.DataFrame, now: LedgerExtract, before: LedgerExtract, list_date: date) -> np.ndarray:
    """The row is no longer in the extract and its event is older than the months its list covers."""
    old = np.zeros(len(gone), dtype=bool)
    for name, places in _by_list(gone[~gone["vanished"] & (gone["position"] != NOT_HERE)]):
        schema = LISTS[name]
        last = schema.ends or schema.starts
        both_here = name in now.conformed.tables and name in before.conformed.tables
        if not last or not schema.months_back or not both_here:
            continue
        rows = gone["position"].to_numpy()[places]
        since = pd.Timestamp(months_before(list_date, schema.months_back))
        past = (before.conformed.tables[name][last].iloc[rows] <= since).to_numpy(dtype=bool)
        old[places] = past & ~np.isin(before.rows(name).records[rows], now.rows(name).records)
    return old


def carried(kept: pd.DataFrame, now: LedgerExtract) -> pd.DataFrame:
    """These faults as they stand now: in the row that holds their record, and its owner's, where it is here.

    Columns and index are those of ``kept``, whose columns are among ``FAULT_COLUMNS``.
    """
    position = _place_of(kept, now)
    stand = {name: kept[name].to_numpy(dtype="object", copy=True) for name in ("row", *OWNED)}
    for name, places in _by_list(kept[position != NOT_HERE]):
        rows = position[places]
        stand["row"][places] = now.rows(name).table["row"].to_numpy(dtype="int64")[rows]
        for column in OWNED:
            stand[column][places] = now.owners[name][column].to_numpy(dtype="object")[rows]
    return kept.assign(**stand, position=position, vanished=kept["vanished"] & (position == NOT_HERE))


def _place_of(faults: pd.DataFrame, now: LedgerExtract) -> np.ndarray:
    """Where each fault's record stands in this extract; -1 where it does not."""
    place = np.full(len(faults), NOT_HERE, dtype="int64")
    for rule, rows in faults.reset_index(drop=True).groupby("rule"):
        name = str(rows["list"].iloc[0])
        if name not in now.conformed.tables or name in now.conformed.missing:
            continue
        bases = pd.Index(base_of(str(rule), now.rows(name).records))
        first = pd.Series(np.arange(len(bases)), index=bases)[~bases.duplicated()]
        found = first.reindex(bases_in(rows["fault"])).fillna(NOT_HERE)
        place[rows.index.to_numpy()] = found.to_numpy(dtype="int64")
    return place


def _by_list(faults: pd.DataFrame) -> Iterator[tuple[str, np.ndarray]]:
    """Each list, and the labels of its faults."""
    for name, rows in faults.groupby("list"):
        yield str(name), rows.index.to_numpy()


def counted(mended: pd.DataFrame) -> pd.DataFrame:
    """How many faults were put right, by list, rule and owner.

    Columns are ``PUT_RIGHT_COLUMNS``: faults is a whole number, the others text; the index counts from 0.
    """
    by = list(PUT_RIGHT_COLUMNS[:-1])
    return mended.groupby(by, dropna=False).size().rename("faults").reset_index()[list(PUT_RIGHT_COLUMNS)]


def long_open(faults: pd.DataFrame, list_date: date, *, sent: Iterable[str], compared: bool) -> tuple[Finding, ...]:
    """M08: for each list that is sent, how many of its unconfirmed faults have been open for three months or more."""
    limit = months_before(list_date, MONTHS_STANDING).isoformat()
    standing = faults[faults["state"] != CONFIRMED]
    every, old = (frame["list"].value_counts() for frame in (standing, standing[standing["since"] <= limit]))
    return tuple(
        Finding(
            rule=STILL_OPEN.id,
            severity=STILL_OPEN.severity,
            list=name,
            checked=int(every.get(name, 0)) if compared else 0,
            failed=int(old.get(name, 0)),
            says=STILL_OPEN.says,
            do=STILL_OPEN.do,
            not_run="" if compared else "There is no earlier extract to compare with.",
        )
        for name in in_order(sent)
    )


def without_confirmed(checked: Checked, faults: pd.DataFrame) -> Checked:
    """What was found wrong, less the doubtful values that somebody in a named role has said are right."""
    confirmed = faults.loc[(faults["state"] == CONFIRMED) & ~faults["vanished"], ["list", "position", "rule"]]
    if confirmed.empty:
        return checked
    failing = checked.failing.merge(confirmed, how="left", on=["list", "position", "rule"], indicator="known")
    return replace(checked, failing=failing[failing["known"] == "left_only"].drop(columns="known"))
