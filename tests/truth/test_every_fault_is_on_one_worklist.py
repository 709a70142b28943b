"""Every fault put in that can be found is in the ledger, under its rule, and on one worklist: its own team's."""

import json
from dataclasses import dataclass

import openpyxl
import pandas as pd
import pytest

from expectations.noticed import ASKED_OF
from reporting.assurance.ledger import NEW, OPEN
from reporting.lists import ANNEX_A
from reporting.model.periods import Cadence
from synthetic_council import write_sample
from synthetic_council.faults.files import IN_WORKBOOKS_ONLY
from tasks.record.follow_ups import follow_up_of, outputs_of
from tasks.record.tables import read_frame
from tasks.stages.worklists import write_worklists
from tests.tasks.staged import staged

WEEKS = ("2026-W41", "2026-W42", "2026-W43")
MONTHS = ("2026-09", "2026-10")
NOBODYS = "Rows without a team"
NO_TEAM = "no team can be traced"


@dataclass(frozen=True)
class Listed:
    """One extract followed up: the faults put in, the ledger, and every line of every workbook with its file's team."""

    faults: pd.DataFrame
    ledger: pd.DataFrame
    lines: pd.DataFrame  # team, Reference, Rule, Found in, List to mend
    whole_lists: set  # (list, rule) on the data team's sheet


@pytest.fixture(scope="module", params=["weeks", "months"])
def listed(request, tmp_path_factory):
    """Every extract of one rhythm in turn, in one record."""
    folder = tmp_path_factory.mktemp(request.param)
    write_sample("lancashire", folder, 2, 9, 0.06, faults=True, weeks=3)
    every = pd.read_csv(folder / "faults.csv", dtype=str, keep_default_na=False)
    weekly = request.param == "weeks"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LINEOFSIGHT_RECORD", str(folder / "record"))
        return {
            period: _listed(period, folder / "weekly" / period if weekly else folder / period, every, weekly)
            for period in (WEEKS if weekly else MONTHS)
        }


def _listed(period, extract, faults, weekly):
    made = staged(period, extract / "csv", Cadence.WEEKLY if weekly else Cadence.MONTHLY)
    write_worklists.fn(made.at, made.followed)
    record = made.at.record
    ledger = read_frame(
        record.store, outputs_of(record, "lancashire", follow_up_of(record, "lancashire", period)), "ledger"
    )
    found = faults[(faults["period"] == period) & (faults["detectable"] == "yes")]
    lines, whole_lists = _read(record.folder / "lancashire" / period / "worklists")
    return Listed(found[~found["kind"].isin(IN_WORKBOOKS_ONLY)], ledger, lines, whole_lists)


def _read(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    parts, whole_lists = [], set()
    for entry in manifest["worklists"]:
        book = openpyxl.load_workbook(folder / entry["file"], read_only=True)
        parts.append(_table(book["To put right"], "Reference").assign(team=entry["team"]))
        for name in book.sheetnames:
            told = _table(book[name], "What is wrong") if entry["team"] == NOBODYS else pd.DataFrame()
            whole_lists |= set(zip(told["List"], told["Rule"], strict=True)) if len(told) else set()
    return pd.concat(parts, ignore_index=True), whole_lists


def _table(sheet, heading):
    """The rows below the row of headings in which ``heading`` stands."""
    rows = list(sheet.iter_rows(values_only=True))
    at = next((number for number, row in enumerate(rows) if heading in row), None)
    if at is None:
        return pd.DataFrame()
    table = pd.DataFrame(rows[at + 1 :], columns=rows[at])
    return table[table.iloc[:, 1].notna()]


def _by_row(one):
    """Faults of a row whose rule names rows."""
    named = set(zip(one.ledger["list"], one.ledger["id"], strict=True))
    of_rows = [
        bool(row) and (rule in ASKED_OF or (name, rule) in named)
        for name, rule, row in one.faults[["list", "rule", "row"]].to_numpy()
    ]
    return one.faults[of_rows], one.faults[[not here for here in of_rows]]


def test_every_fault_is_in_the_ledger_with_the_team_that_mends_it(listed):
    for period, one in listed.items():
        faults, _ = _by_row(one)
        assert len(faults) > 80
        for fault in faults.to_dict("records"):
            found = _found(one.ledger, fault)
            assert len(found), (period, fault)
            assert set(found["team"]) == {fault["team"]}, (period, fault)
            assert set(found["mends"]) == {fault["mends"] or fault["list"]}, (period, fault)
            assert set(found["state"]) <= {NEW, OPEN}


def _found(ledger, fault):
    gone = fault["kind"].endswith("_vanished")
    here = (ledger["list"] == fault["list"]) & (ledger["row"] == int(fault["row"])) & (ledger["id"] == fault["rule"])
    return ledger[here & (ledger["vanished"] == gone)]


def test_every_fault_is_on_one_worklist_its_teams_own(listed):
    for period, one in listed.items():
        faults, _ = _by_row(one)
        times = one.lines["Reference"].value_counts()
        team_of = one.lines.drop_duplicates("Reference").set_index("Reference")["team"]
        for fault in faults.to_dict("records"):
            for reference in _found(one.ledger, fault)["reference"]:
                assert times.get(reference, 0) == 1, (period, fault)
                assert team_of[reference] == (NOBODYS if fault["team"] == NO_TEAM else fault["team"]), (period, fault)


def test_what_no_row_can_put_right_is_told_to_the_data_team(listed):
    for period, one in listed.items():
        _, of_lists = _by_row(one)
        assert len(of_lists)
        told = {(name.split(" ", 1)[0], rule) for name, rule in one.whole_lists}
        missed = [
            line for line in of_lists.to_dict("records") if (ANNEX_A[line["list"]].code, line["rule"]) not in told
        ]
        assert missed == [], period


def test_a_fault_that_lives_is_new_once_and_then_open(listed):
    """The faults of a record are the same from one extract to the next for as long as they live."""
    periods = list(listed.values())
    first, later = periods[0].ledger, periods[1].ledger
    assert set(first["state"]) == {NEW}
    assert (later["state"] == OPEN).sum() > 0.3 * len(first)
    assert (later["state"] == NEW).any()
