"""Three weeks as the data team runs them: worklists, report and site, and a fault from new to open to put right."""

import io
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import httpx
import pandas as pd
import pikepdf
import pytest

from reporting.model.periods import Cadence
from synthetic_council import write_sample
from tasks.record.follow_ups import follow_ups, outputs_of
from tasks.record.keeping import Record
from tasks.record.tables import read_conformed, read_frame, read_words
from tasks.stages.defined import CHECK, CONFORM, COUNT, FOLLOW_UP, PRINT, SITE, TAKE_IN, WORKLISTS, printing
from tests.flows.conftest import CANARY, FELLSIDE, lineofsight, tree
from tests.flows.test_crash_and_resume import finished, kept, run_killed
from tests.flows.test_when_it_goes_wrong import DIES_PRINTING

WEEKS = ("2026-W41", "2026-W42", "2026-W43")
STAGES = (TAKE_IN, CONFORM, CHECK, COUNT, FOLLOW_UP, WORKLISTS, SITE, printing("weekly_report"))
BORN = "Date of Birth"

KILLED = """
import os, signal, sys
from pathlib import Path
from flows.runner import run_cycles
from reporting.model.periods import Cadence

extract, stage = sys.argv[1:]
def tell(now, what):
    if (now, what) == (stage, "begins"):
        os.kill(os.getpid(), signal.SIGKILL)
run_cycles("fellside", ["2026-W41"], Path(extract), None, tell, Cadence.WEEKLY)
"""


@pytest.fixture(scope="module")
def extracts(tmp_path_factory):
    """Three weeks of a small council. One child's birth cannot be read in the first two, and can in the third."""
    sample, folder = tmp_path_factory.mktemp("weeks"), tmp_path_factory.mktemp("extracts")
    write_sample("fellside", sample, months=1, weeks=3, seed=5, scale=0.02, faults=True, teams=FELLSIDE)
    lists = {week: sample / "weekly" / week / "csv" for week in WEEKS}
    in_care = [set(_read(place / "List 8.csv")["Child Unique ID"]) for place in lists.values()]
    child = sorted(set.intersection(*in_care))[0]
    for week, place in lists.items():
        shutil.copytree(place, folder / week)
        for file in (folder / week).glob("List *.csv"):
            table = _read(file)
            if "Child Unique ID" in table:
                mine = table["Child Unique ID"] == child
                table.loc[mine, "Child Unique ID"] = CANARY
                if file.name == "List 8.csv" and week != WEEKS[-1]:
                    table.loc[mine, BORN] = "soon after Easter"
            table.to_csv(file, index=False, encoding="utf-8-sig")
    return folder


def _read(file):
    return pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def cycle(record, server, extracts, week):
    asked = ("cycle", "weekly", "--authority", "fellside", "--week", week, "--extract", str(extracts / week))
    return lineofsight(record, *asked, **server)


@pytest.fixture(scope="module")
def weeks(tmp_path_factory, server, extracts):
    """Every week run in turn, in one record."""
    record = tmp_path_factory.mktemp("weeks run") / "record"
    return [cycle(record, server, extracts, week) for week in WEEKS]


@pytest.fixture(scope="module")
def record(weeks):
    return weeks[0].record


def test_every_week_leaves_worklists_a_report_and_a_site(weeks, record):
    for week, ran in zip(WEEKS, weeks, strict=True):
        assert ran.code in {0, 10}, ran.said
        assert "Traceback" not in ran.said
        folder = record / "fellside" / week
        promised = json.loads((folder / "worklists" / "manifest.json").read_text())["worklists"]
        assert {path.name for path in (folder / "worklists").glob("*.xlsx")} == {entry["file"] for entry in promised}
        assert promised
        assert (folder / "worklists").stat().st_mode & 0o777 == 0o700
        assert str(folder / "worklists") in ran.out
        for name in ("weekly_report.pdf", "weekly_report.csv"):
            assert str(folder / name) in ran.out
        with pikepdf.open(folder / "weekly_report.pdf") as document:
            assert len(document.pages) >= 5
        assert (folder / "weekly_report.csv").stat().st_size > 1000
        assert f"quality site: {record / 'fellside' / 'quality' / 'index.html'}" in ran.out
        assert "Week 43, 19 to 25 October 2026" in (record / "fellside" / "quality" / "index.html").read_text()
        for stage in STAGES:
            assert f"\n {stage.words} " in ran.out, stage.key


def test_the_end_says_what_became_of_the_faults(weeks, record):
    ledgers = [read_frame(record_of(record).store, done, "ledger") for done in followed(record)]
    for ran, ledger in zip(weeks, ledgers, strict=True):
        states = ledger["state"].value_counts()
        assert f"{states.get('new', 0):,} new, {states.get('open', 0):,} still open" in ran.out
    assert "0 still open, 0 put right" in weeks[0].out
    assert (ledgers[0]["state"] == "new").all()
    assert (ledgers[2]["state"] == "open").any()


def record_of(record):
    return Record(record)


def followed(record):
    found = Record(record)
    return [outputs_of(found, "fellside", one) for one in follow_ups(found, "fellside", Cadence.WEEKLY)]


def faults_of_the_canary(record, week):
    """The states of the canary's unreadable date of birth on list 8, as the ledger of a week has them."""
    found, done = Record(record), followed(record)[WEEKS.index(week)]
    inputs = read_words(found.store, done, "made from")
    conformed = read_conformed(found.store, found.made("fellside", "conform", inputs["conformed"]))
    looked_after = conformed.tables["children_looked_after"]
    mine = set(looked_after.index[looked_after["child_id"] == CANARY])
    ledger = read_frame(found.store, done, "ledger")
    hers = ledger[(ledger["list"] == "children_looked_after") & ledger["position"].isin(mine) & ~ledger["vanished"]]
    return dict(zip(hers["id"], hers["state"], strict=True))


def test_a_fault_is_new_and_then_open_and_then_put_right(record):
    assert faults_of_the_canary(record, "2026-W41")["P05"] == "new"
    assert faults_of_the_canary(record, "2026-W42")["P05"] == "open"
    assert "P05" not in faults_of_the_canary(record, "2026-W43")
    put_right = read_frame(Record(record).store, followed(record)[2], "put right")
    told = put_right[(put_right["list"] == "children_looked_after") & (put_right["id"] == "P05")]
    assert told["faults"].sum() >= 1


def test_weeks_are_in_no_history_of_months(record):
    with sqlite3.connect(record / "register.sqlite") as register:
        assert list(register.execute("select * from reported")) == []
        cadences = register.execute("select distinct cadence from followed").fetchall()
    assert cadences == [("weekly",)]


def test_a_week_is_counted_as_at_its_day_and_back_from_it_and_not_for_a_month(record):
    found = Record(record)
    inputs = read_words(found.store, followed(record)[0], "made from")
    counted = found.made("fellside", "count", inputs["counted"])
    figures = read_frame(found.store, counted, "figures")
    assert set(figures["window"].astype(str)) == {"as_at", "six_months", "twelve_months"}
    assert set(figures["period"]) == {"2026-W41"}
    assert "rebuilt" not in counted.files


def test_the_same_command_again_changes_nothing(weeks, record, server, extracts):
    before = tree(record)
    again = cycle(record, server, extracts, WEEKS[-1])
    assert again.code == weeks[-1].code
    assert again.out.count("done before") == len(STAGES)
    assert tree(record) == before


def test_a_childs_id_is_in_worklists_and_in_the_restricted_folder_and_nowhere_else(weeks, record):
    anywhere = [path for path in record.rglob("*") if path.is_file() and "restricted" not in path.parts]
    named = [path for path in anywhere if holds_canary(path)]
    assert {path.parent.name for path in named} == {"worklists"}
    assert not any(CANARY in ran.said for ran in weeks)


def holds_canary(path: Path) -> bool:
    """Whether the canary is in a file, packed or not."""
    content = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return any(CANARY.encode() in packed.read(name) for name in packed.namelist())
    return CANARY.encode() in content


def test_prefect_says_completed_with_figures_withheld_and_what_to_do_next(weeks, record, server):
    named = {"name": {"any_": [f"fellside {week}" for week in WEEKS]}}
    every = ask(server, "flow_runs/filter", flow_runs=named)
    runs = [run for run in every if run["state_type"] == "COMPLETED"]  # other tests kill runs, and make them fail
    assert len(runs) >= len(WEEKS)
    assert {run["state_name"] for run in runs} == {"Completed with figures withheld"}
    assert {run["state"]["message"] for run in runs} == {"completed with figures withheld"}
    (artifact,) = ask(server, "artifacts/filter", artifacts={"key": {"any_": ["withheld-fellside-2026-w43"]}})[:1]
    said = artifact["data"]
    assert "What to do next" in said
    assert str(record / "fellside" / "2026-W43" / "worklists") in said
    assert "rows were checked" in said
    assert CANARY not in json.dumps([runs, artifact])


def ask(server, path, **said):
    answer = httpx.post(f"{server['PREFECT_API_URL']}/{path}", json=said, timeout=30)
    answer.raise_for_status()
    return answer.json()


def test_lists_of_another_week_are_refused(record, server, extracts):
    asked = ("cycle", "weekly", "--authority", "fellside", "--week", "2026-W42")
    ran = lineofsight(record, *asked, "--extract", str(extracts / "2026-W41"), **server)
    assert ran.code == 2
    assert "The lists were run on 2026-10-11, before 2026-W42 began" in ran.err


def test_without_its_report_a_week_still_has_its_worklists_and_its_site(tmp_path, server, extracts):
    (tmp_path / "sitecustomize.py").write_text(DIES_PRINTING.replace("improvement_board", "weekly_report"))
    ran = cycle(tmp_path / "record", {**server, "PYTHONPATH": str(tmp_path)}, extracts, WEEKS[0])
    assert ran.code == 5, ran.said
    assert "not printed: weekly_report" in ran.out
    council = tmp_path / "record" / "fellside"
    assert [path.name for path in (council / WEEKS[0]).iterdir()] == ["worklists"]
    assert (council / "quality" / "index.html").is_file()
    assert cycle(tmp_path / "record", server, extracts, WEEKS[0]).code in {0, 10}
    assert (council / WEEKS[0] / "weekly_report.pdf").is_file()


def test_a_crash_at_the_start_of_a_weeks_own_stages_is_taken_up_from_there(tmp_path, weeks, record, server, extracts):
    """The stages before are a month's too, whose tests kill them."""
    killed = tmp_path / "killed"
    for done, stage in ((4, FOLLOW_UP), (5, WORKLISTS), (6, PRINT)):
        assert run_killed(KILLED, killed, server, str(extracts / WEEKS[0]), stage.words).returncode == -9
        assert finished(killed) == {one.key for one in STAGES[:done]}
    last = cycle(killed, server, extracts, WEEKS[0])
    assert last.code == weeks[0].code, last.said
    assert last.out.count("done before") == len(STAGES) - 2
    straight, resumed = but_for_the_site(kept(record)), but_for_the_site(kept(killed))
    assert len(resumed) > 60
    assert resumed.items() <= straight.items()


def but_for_the_site(files):
    """The site shows the last week, and only one of the records has three."""
    return {name: content for name, content in files.items() if "quality" not in name}
