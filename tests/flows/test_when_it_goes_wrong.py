"""Whatever goes wrong is a sentence and an exit code, and what was finished before it is kept."""

import json
import shutil
import sqlite3
import subprocess
import sys

import pytest

from tests.flows.conftest import CANARY, ROOT, lineofsight

pytestmark = pytest.mark.xdist_group("flows")

UNFORESEEN = """
import sys
import reporting.counting

def count(*_, **__):
    raise ValueError(f"cannot make sense of {sys.argv[-1]}")

reporting.counting.count = count
from flows.command_line import main

secret = sys.argv.pop()
sys.argv.append(secret)
sys.argv = ["lineofsight", *sys.argv[1:-1]]
sys.argv_secret = secret
reporting.counting.count = lambda *_, **__: (_ for _ in ()).throw(ValueError(f"cannot make sense of {secret}"))
main()
"""


def cycle(record, *words, authority="lancashire"):
    return lineofsight(record, "cycle", "monthly", "--authority", authority, "--period", "2026-10", *words)


def said_plainly(ran, code, *parts):
    assert ran.code == code, ran.said
    assert "Traceback" not in ran.said
    for part in parts:
        assert part in " ".join(ran.err.split()), ran.err


def test_without_a_list_date_it_stops_and_says_so(tmp_path, extract):
    folder = tmp_path / "no manifest"
    shutil.copytree(extract, folder)
    (folder / "manifest.json").unlink()
    ran = cycle(tmp_path / "record", "--extract", str(folder))
    said_plainly(ran, 3, "list", "--list-date")
    assert not (tmp_path / "record" / "restricted").exists()


def test_a_file_that_is_no_workbook(tmp_path, extract):
    folder = tmp_path / "extract"
    folder.mkdir()
    shutil.copy(extract / "manifest.json", folder)
    (folder / "extract.xlsx").write_text("this is not a workbook")
    said_plainly(cycle(tmp_path / "record", "--extract", str(folder / "extract.xlsx")), 3, "extract.xlsx")


def test_no_extract_at_all(tmp_path):
    said_plainly(
        cycle(tmp_path / "record", "--extract", str(tmp_path / "nothing.xlsx"), "--list-date", "2026-10-31"), 3
    )


def test_a_council_that_is_not_known(tmp_path):
    said_plainly(cycle(tmp_path / "record", authority="atlantis"), 4, 'no council called "atlantis"', "lancashire")


def test_an_extract_of_another_council(tmp_path, blackpool):
    said_plainly(cycle(tmp_path / "record", "--extract", str(blackpool)), 2, "blackpool's", "--authority")


def test_an_extract_from_before_the_month_began(tmp_path, sample):
    september = sample / "2026-09" / "extract.xlsx"
    said_plainly(cycle(tmp_path / "record", "--extract", str(september)), 2, "2026-09-30, before 2026-10 began")


def test_real_children_are_refused_in_a_git_work_tree(tmp_path, extract):
    folder = tmp_path / "real"
    shutil.copytree(extract, folder)
    said = {"authority": "lancashire", "list_date": "2026-10-31"}
    (folder / "manifest.json").write_text(json.dumps(said))
    (tmp_path / ".git").mkdir()
    ran = cycle(tmp_path / "record", "--extract", str(folder))
    said_plainly(ran, 6, "inside a git work tree", "LINEOFSIGHT_RECORD")
    assert not (tmp_path / "record" / "restricted").exists()


def test_the_same_lists_cannot_be_another_months(tmp_path, blackpool):
    record = tmp_path / "record"
    assert cycle(record, "--extract", str(blackpool), authority="blackpool").code in {0, 10}
    said = {"authority": "blackpool", "list_date": "2026-11-20", "synthetic": True}
    (blackpool / "manifest.json").write_text(json.dumps(said))
    ran = cycle(record, "--extract", str(blackpool), authority="blackpool")
    said_plainly(ran, 6, "identical to the one taken in with list date 2026-10-31")


def test_a_locked_record(tmp_path, blackpool):
    record = tmp_path / "record"
    cycle(record, "--extract", str(blackpool / "nothing"), authority="blackpool")
    lineofsight(
        record, "cycle", "monthly", "--authority", "blackpool", "--period", "2026-10", "--list-date", "2026-10-31"
    )
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, pathlib; from tasks.record.keeping import Record; Record(pathlib.Path(sys.argv[1]))",
            str(record),
        ],
        cwd=ROOT,
        check=True,
    )
    other = sqlite3.connect(record / "register.sqlite", isolation_level=None)
    other.execute("begin exclusive")
    ran = lineofsight(record, "figures", "--authority", "blackpool", "--period", "2026-10", "--csv")
    other.execute("rollback")
    said_plainly(ran, 6, "being written by another program")


def test_no_record_yet_and_no_figures_of_that_month(tmp_path, month):
    asked = ("figures", "--authority", "lancashire", "--csv", "--period")
    said_plainly(lineofsight(tmp_path / "nowhere", *asked, "2026-10"), 6, "no record at")
    said_plainly(lineofsight(month.record, *asked, "2026-07"), 6, "has no figures of lancashire for 2026-07")
    said_plainly(lineofsight(month.record, *asked, "October"), 2, '"October" is not a month')


def test_what_nobody_thought_of_is_told_without_values(tmp_path, blackpool):
    record = tmp_path / "record"
    words = ("cycle", "monthly", "--authority", "blackpool", "--period", "2026-10", "--extract", str(blackpool))
    ran = lineofsight_with(UNFORESEEN, record, *words, CANARY)
    said_plainly(ran, 1, "unforeseen", "count the figures", "ValueError")
    elsewhere = [path for path in record.rglob("*") if path.is_file() and "restricted" not in path.parts]
    assert any(path.parent.name == "problems" for path in elsewhere)
    assert not [path for path in elsewhere if CANARY.encode() in path.read_bytes()]
    assert CANARY not in ran.said


def lineofsight_with(script, record, *words):
    import os

    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("PREFECT", "LINEOFSIGHT"))}
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        env={**surroundings, "LINEOFSIGHT_RECORD": str(record)},
        capture_output=True,
        text=True,
        check=False,
    )
    from tests.flows.conftest import Ran

    return Ran(done.returncode, done.stdout, done.stderr, record)
