"""A month as the data team runs it: three PDFs, what was withheld, a site, and nothing of a child anywhere else."""

import csv
import io
import json
import re
import sqlite3

import pandas as pd
import pikepdf
import pypdfium2
import pytest

from reporting.measures.indicators import INDICATORS
from tests.flows.conftest import CANARY, lineofsight, tree

ASKED = ("--authority", "fellside", "--period", "2026-10")
BOARDS = ("improvement_board", "permanence_board", "prevention_board")
STAGES = (
    "take in the extract",
    "conform the lists",
    "check the lists",
    "count the figures",
    "follow up the faults",
    "write the quality site",
)
COLUMNS = "authority,period,indicator,window,level,unit,numerator,denominator,unknown,value,band,status,reason"


@pytest.fixture(scope="module")
def figures(month):
    return lineofsight(month.record, "figures", *ASKED, "--csv").out


def rows(table):
    return list(csv.DictReader(io.StringIO(table)))


def test_one_command_prints_every_boards_pack(month):
    assert month.code in {0, 10}, month.said
    for board in BOARDS:
        pdf = month.record / "fellside" / "2026-10" / f"{board}.pdf"
        assert str(pdf) in month.out
        with pikepdf.open(pdf) as document:
            assert len(document.pages) > 1, board


def test_the_end_says_how_long_each_stage_took_and_the_record_keeps_it(month):
    for stage in (*STAGES, *(f"print {board}" for board in BOARDS)):
        assert re.search(rf"{stage}\s+\d+\.\d", month.out), stage
    with sqlite3.connect(month.record / "register.sqlite") as register:
        timed = dict(register.execute("select stage, seconds from stages where status = 'done'"))
        (status,) = register.execute("select status from run_endings").fetchone()
    assert len(timed) == len(STAGES) + len(BOARDS)
    assert all(seconds > 0 for seconds in timed.values())
    assert status == "completed"


def test_the_figures_have_the_promised_columns_and_are_whole(figures):
    assert figures.splitlines()[0] == COLUMNS
    county = {row["indicator"]: row for row in rows(figures) if row["level"] == "county"}
    assert county.keys() >= INDICATORS.keys(), f"not counted: {sorted(INDICATORS.keys() - county.keys())}"
    assert float(county["children_in_need_open"]["value"]) > 10
    assert county["children_in_need_open"]["denominator"] == ""
    share = county["children_in_need_unallocated"]
    assert float(share["value"]) == 100 * float(share["numerator"]) / float(share["denominator"])


def test_a_withheld_value_is_blank_unless_it_is_asked_for(month, figures):
    withheld = [row for row in rows(figures) if row["status"] == "withheld"]
    assert withheld
    assert month.code == 10
    assert all(row["value"] == row["numerator"] == row["denominator"] == row["band"] == "" for row in withheld)
    assert all(row["reason"] for row in withheld)
    asked = rows(lineofsight(month.record, "figures", *ASKED, "--csv", "--include-withheld").out)
    assert any(row["value"] for row in asked if row["status"] == "withheld")


def test_findings_say_what_was_checked_and_what_it_withholds(month):
    found = lineofsight(month.record, "findings", *ASKED, "--csv").out
    assert found.splitlines()[0] == "rule,severity,list,checked,failed,withholds,new,open,confirmed,put_right"
    table = pd.read_csv(io.StringIO(found))
    assert (table["failed"] <= table["checked"]).all()
    assert set(table["severity"]) == {"error", "warning", "information"}
    assert table.loc[table["withholds"].notna(), "severity"].eq("error").all()


def test_the_quality_site_is_there_and_the_end_says_where(month):
    index = month.record / "fellside" / "quality" / "index.html"
    assert f"quality site: {index}" in month.out
    assert "<h1" in index.read_text()


def test_the_same_command_again_changes_nothing(month, extract):
    before = tree(month.record)
    again = lineofsight(month.record, "cycle", "monthly", *ASKED, "--extract", str(extract))
    assert again.code == month.code
    assert again.out.count("done before") == len(STAGES) + len(BOARDS)
    assert tree(month.record) == before


def test_nothing_is_told_to_anybody_outside(month):
    told = (month.record.parent / "connections.txt").read_text().splitlines()
    assert any("127.0.0.1" in line for line in told), "the run talks to its own server, so something must be heard"
    local = re.compile(r"AF_UNIX|127\.0\.0\.1|'localhost'|'::1'|NAME None|NAME b?'127")
    assert [line for line in told if not local.search(line)] == []


def _held_by(path):
    """What a file holds; a database's own scratch file may go while its server leaves."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        assert path.name.endswith(("-shm", "-wal"))
        return b""


def test_a_childs_id_is_nowhere_but_in_the_restricted_folder(month, figures):
    anywhere = [path for path in month.record.rglob("*") if path.is_file()]
    elsewhere = [path for path in anywhere if "restricted" not in path.parts]
    assert len(elsewhere) > 10
    assert [path for path in elsewhere if CANARY.encode() in _held_by(path)] == []
    assert CANARY not in month.said + figures
    held = [path for path in anywhere if path.suffix == ".parquet" and "restricted" in path.parts]
    assert any(_holds_canary(path) for path in held), "the canary was in the extract, so the record must hold it"


def _holds_canary(path):
    table = pd.read_parquet(path)
    return bool(table.astype(str).eq(CANARY).to_numpy().any())


def test_a_childs_id_is_in_no_figure_finding_or_pdf(month):
    with sqlite3.connect(month.record / "register.sqlite") as register:
        kept = list(register.execute("select name, path from outputs where stage = 'count' or name = 'failing'"))
    tables = [month.record / path for _, path in kept if path.endswith(".parquet")]
    assert len(tables) >= 3
    assert not any(_holds_canary(path) for path in tables)
    for board in BOARDS:
        pdf = month.record / "fellside" / "2026-10" / f"{board}.pdf"
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
        with pikepdf.open(pdf) as document:
            attached = [file.get_file().read_bytes() for file in document.attachments.values()]
        assert attached
        assert CANARY not in text
        assert not any(CANARY.encode() in content for content in attached)


def test_what_is_about_children_is_for_the_owner_alone(month):
    assert (month.record / "restricted").stat().st_mode & 0o777 == 0o700
    outside = [path for path in month.record.rglob("*.parquet") if "restricted" not in path.parts]
    assert outside == []


def test_prefect_saw_the_stages_and_no_values(month):
    with sqlite3.connect(month.record / ".prefect" / "prefect.db") as prefect:
        tasks = [name for (name,) in prefect.execute("select name from task_run")]
        states = list(prefect.execute("select state_type, state_name from flow_run"))
        artifacts = [
            json.dumps(row) for row in prefect.execute("select key, data from artifact where type = 'markdown'")
        ]
    assert sorted(set(tasks)) == [
        "check the lists",
        "conform the lists",
        "count the figures",
        "follow up the faults",
        "print the pack",
        "take in the extract",
        "write the quality site",
    ]
    assert set(states) == {("COMPLETED", "Completed with figures withheld")}
    (artifact,) = {artifact for artifact in artifacts if "withheld-fellside-2026-10" in artifact}
    assert "What to do next" in artifact
    assert "worklists" in artifact
