"""The worklists of two made-up weeks: kept, laid out for their owner alone, each fault on one, a child nowhere else."""

import hashlib
import json
import re
import shutil
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from flows import worklists as command
from reporting.model.periods import Cadence
from synthetic_council import write_sample
from tasks.configuration import load_authority
from tasks.errors import RecordProblem, UsageProblem
from tasks.record.follow_ups import follow_up_of, outputs_of
from tasks.record.keeping import Record
from tasks.record.store import Loose
from tasks.record.tables import read_frame
from tasks.stages.request import workspace_for
from tasks.stages.worklist_files import MANIFEST, keep_worklists
from tasks.stages.worklists import write_worklists
from tasks.stages.workspace import Workspace
from tests.tasks.staged import staged

pytestmark = pytest.mark.slow

CANARY = "CANARY58213"
WEEKS = ("2026-W42", "2026-W43")
NOBODYS = "Rows without a team.xlsx"


@pytest.fixture(scope="module")
def surroundings():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def record(tmp_path_factory, surroundings):
    """Two weeks of a small council, each taken in, checked, followed up and put on worklists."""
    folder = tmp_path_factory.mktemp("weeks")
    write_sample("lancashire", folder, 1, 7, 0.02, weeks=2, faults=True)
    surroundings.setenv("LINEOFSIGHT_RECORD", str(folder / "record"))
    for week in WEEKS:
        extract = folder / "weekly" / week / "csv"
        _name_a_child(extract)
        made = staged(week, extract, Cadence.WEEKLY)
        write_worklists.fn(made.at, made.followed)
    return Record()


def _name_a_child(extract):
    """One child with an open case whose last visit cannot be read goes by a name that can be searched for."""
    text = (extract / "List 6.csv").read_text(encoding="utf-8-sig")
    child = text.splitlines()[1].split(",")[0]
    for file in extract.glob("*.csv"):
        text = file.read_text(encoding="utf-8-sig")
        text = re.sub(rf"^{child},", f"{CANARY},", text, flags=re.M)
        if file.name == "List 6.csv":
            text = re.sub(rf"^({CANARY},[^,]*,[^,]*,)[^,]*", r"\g<1>31/02/2015", text, flags=re.M)
        file.write_text(text, encoding="utf-8")


def folder(record, week=WEEKS[-1]):
    return record.folder / "lancashire" / week / "worklists"


def ledger(record, week=WEEKS[-1]):
    return read_frame(
        record.store, outputs_of(record, "lancashire", follow_up_of(record, "lancashire", week)), "ledger"
    )


def references(path):
    sheet = openpyxl.load_workbook(path)["To put right"]
    column = [row[0].value for row in sheet.iter_rows(min_row=4)]
    return [reference for reference in column if reference and reference != "Nothing to put right."]


def text_of(path):
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def cycle_of(record, week=WEEKS[-1]):
    found = follow_up_of(record, "lancashire", week)
    at = workspace_for(command._as_a_cycle("lancashire", found), record)
    return at, outputs_of(record, "lancashire", found)


def with_other(at, **settings):
    """The same, for a council with other settings."""
    return Workspace(at.record, at.cycle, replace(load_authority("lancashire"), **settings), at.calendar)


def test_every_fault_of_the_ledger_is_on_exactly_one_workbook(record):
    faults = ledger(record)
    listed = [reference for path in folder(record).glob("*.xlsx") for reference in references(path)]
    assert len(faults) > 30
    assert set(faults["state"]) >= {"new", "open"}
    assert sorted(listed) == sorted(faults.loc[faults["state"] != "confirmed", "reference"])


def test_each_fault_is_on_the_workbook_of_its_own_team(record):
    manifest = json.loads((folder(record) / MANIFEST).read_text())
    faults = ledger(record)
    for entry in manifest["worklists"]:
        team = entry["team"] if entry["file"] != NOBODYS else "no team can be traced"
        own = faults.loc[(faults["team"] == team) & (faults["state"] != "confirmed"), "reference"]
        assert sorted(references(folder(record) / entry["file"])) == sorted(own)
        assert entry["rows"] == len(own)


def test_they_are_for_their_owner_alone(record):
    assert folder(record).stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in folder(record).iterdir()} == {0}


def test_the_manifest_says_which_role_may_have_which_and_is_true_of_every_file(record):
    manifest = json.loads((folder(record) / MANIFEST).read_text())
    assert (manifest["authority"], manifest["period"], manifest["list_date"]) == ("lancashire", WEEKS[-1], "2026-10-25")
    entries = {entry["file"]: entry for entry in manifest["worklists"]}
    assert set(entries) == {path.name for path in folder(record).glob("*.xlsx")}
    for name, entry in entries.items():
        assert entry["sha256"] == hashlib.sha256((folder(record) / name).read_bytes()).hexdigest()
        team_manager = [] if name == NOBODYS else ["Team manager"]
        assert entry["may_have"] == [*team_manager, "Data and performance team"]
    assert sum(entry["new"] for entry in entries.values()) == (ledger(record)["state"] == "new").sum()
    assert sum(entry["put_right"] for entry in entries.values()) > 0
    assert sum(entry["due_within_10"] for entry in entries.values()) > 0


def test_a_childs_id_is_on_worklists_and_in_nothing_else_that_is_laid_out(record):
    laid_out = [path for path in record.folder.rglob("*") if path.is_file() and "restricted" not in path.parts]
    holding = [path for path in laid_out if CANARY.encode() in text_of(path)]
    assert holding
    assert {path.parent.name for path in holding} == {"worklists"}
    assert {path.suffix for path in holding} == {".xlsx"}
    assert len(laid_out) > len(holding)


def test_the_count_of_files_and_lists_names_nobody(record):
    book = openpyxl.load_workbook(folder(record) / NOBODYS)
    said = " ".join(str(cell.value) for row in book["Files and lists"].iter_rows() for cell in row)
    children = {row[3].value for row in book["To put right"].iter_rows(min_row=4)} - {None, "(blank)"}
    assert children
    assert not [child for child in children if child in said]


def test_the_same_again_is_passed_over_and_the_bytes_are_the_same_when_it_is_not(record, tmp_path):
    at, followed = cycle_of(record)
    before = {path.name: path.read_bytes() for path in folder(record).iterdir()}
    assert keep_worklists(at, followed).passed_over
    anew = keep_worklists(with_other(at, tolerance=0.01), followed)
    assert not anew.passed_over
    assert {path.name: path.read_bytes() for path in folder(record).iterdir()} == before


def test_a_worklist_of_an_earlier_run_is_taken_away_and_what_somebody_put_there_stays(record):
    kept = record.store.keep(Loose("Old Team.xlsx", b"as an earlier run wrote it", ".xlsx"))
    record.store.lay_out(kept, folder(record) / "Old Team.xlsx")
    (folder(record) / "returned.xlsx").write_bytes(b"what a team sent back")
    keep_worklists(*cycle_of(record))
    assert not (folder(record) / "Old Team.xlsx").exists()
    assert record.store.holds(kept)
    assert (folder(record) / "returned.xlsx").read_bytes() == b"what a team sent back"
    assert (folder(record) / "returned.xlsx").stat().st_mode & 0o077 == 0
    (folder(record) / "returned.xlsx").unlink()


def test_what_somebody_wrote_into_a_worklist_where_it_lies_is_put_aside_and_not_lost(record):
    place = folder(record) / NOBODYS
    as_written = place.read_bytes()
    place.unlink()
    place.write_bytes(b"filled in by hand")
    keep_worklists(*cycle_of(record))
    assert place.read_bytes() == as_written
    (aside,) = folder(record).glob("*changed by hand*")
    assert aside.read_bytes() == b"filled in by hand"
    assert aside.stat().st_mode & 0o077 == 0
    aside.unlink()


def test_the_command_makes_them_from_the_record_and_says_what_and_where(record, capsys):
    shutil.rmtree(folder(record))
    command.write("lancashire", WEEKS[-1])
    said = capsys.readouterr().out
    assert (folder(record) / MANIFEST).is_file()
    assert str(folder(record)) in said
    assert "Fylde Children Looked After" in said
    assert "46 worklists" in said
    assert "for: Team manager and Data and performance team" in said
    assert CANARY not in said


def test_a_week_that_has_not_been_checked_is_said_plainly(record):
    with pytest.raises(
        RecordProblem, match=r"not been checked yet.*cycle weekly --authority lancashire --week 2026-W41"
    ):
        command.write("lancashire", "2026-W41")
    with pytest.raises(RecordProblem, match=r"cycle monthly --authority lancashire --period 2026-09"):
        command.write("lancashire", "2026-09")
    with pytest.raises(UsageProblem, match="not a week"):
        command.write("lancashire", "2026-W99")


def test_lists_that_are_no_longer_whole_are_said_plainly(record):
    at, followed = cycle_of(record)
    conformed = json.loads(record.store.read(followed.files["made from"]))["conformed"]
    place = record.folder / record.made("lancashire", "conform", conformed).files["typed contacts"].path
    whole = place.read_bytes()
    place.chmod(0o600)
    place.write_bytes(whole[:-1])
    with pytest.raises(RecordProblem, match="no longer whole"):
        keep_worklists(with_other(at, tolerance=0.02), followed)
    place.write_bytes(whole)
