"""Whatever goes wrong is a sentence and an exit code, and what was finished before it is kept."""

import json
import shutil
import sqlite3

import pytest

from tasks.record.keeping import Record
from tests.flows.conftest import CANARY, lineofsight

UNFORESEEN = """
import sys
import reporting.measures.counting

secret = sys.argv.pop()

def count(*_, **__):
    raise ValueError(f"cannot make sense of {secret}")

reporting.measures.counting.count = count
from flows.command_line import main
main()
"""

# In every printer: whoever prints the improvement board's pack is gone.
DIES_PRINTING = """
import importlib.machinery, os, sys

class Finder(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "tasks.stages.print_worker":
            return None
        spec = super().find_spec(name, path, target)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            done = module._report
            module._report = lambda job: os._exit(9) if job.board == "improvement_board" else done(job)

        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Finder)
"""


@pytest.fixture
def cycle(tmp_path, server):
    """The cycle of October in a record of its own."""

    def run(*words, authority="fellside", **how):
        asked = ("cycle", "monthly", "--authority", authority, "--period", "2026-10")
        return lineofsight(tmp_path / "record", *asked, *words, **server, **how)

    return run


def said_plainly(ran, code, *parts):
    assert ran.code == code, ran.said
    assert "Traceback" not in ran.said
    for part in parts:
        assert part in " ".join(ran.err.split()), ran.err


def test_without_a_list_date_it_stops_and_says_so(tmp_path, cycle, extract):
    folder = tmp_path / "no manifest"
    shutil.copytree(extract, folder)
    (folder / "manifest.json").unlink()
    ran = cycle("--extract", str(folder))
    said_plainly(ran, 2, "The day the lists were run is not known", "--list-date")
    assert not (tmp_path / "record" / "restricted").exists()


def test_a_file_that_is_no_workbook(tmp_path, cycle, extract):
    folder = tmp_path / "extract"
    folder.mkdir()
    shutil.copy(extract / "manifest.json", folder)
    (folder / "extract.xlsx").write_text("this is not a workbook")
    said_plainly(cycle("--extract", str(folder / "extract.xlsx")), 3, "extract.xlsx")


def test_no_extract_at_all(tmp_path, cycle):
    said_plainly(cycle("--extract", str(tmp_path / "nothing.xlsx"), "--list-date", "2026-10-31"), 3)


def test_a_council_that_is_not_known(tmp_path, cycle):
    said_plainly(cycle(authority="atlantis"), 4, 'no council called "atlantis"', "fellside")


def test_an_extract_of_another_council(tmp_path, cycle, saltmarsh):
    said_plainly(cycle("--extract", str(saltmarsh)), 2, "saltmarsh's", "--authority")


def test_an_extract_from_before_the_month_began(tmp_path, cycle, sample):
    september = sample / "2026-09" / "extract.xlsx"
    said_plainly(cycle("--extract", str(september)), 2, "2026-09-30, before 2026-10 began")


def test_real_children_are_refused_in_a_git_work_tree(tmp_path, cycle, extract):
    folder = tmp_path / "real"
    shutil.copytree(extract, folder)
    said = {"authority": "fellside", "list_date": "2026-10-31"}
    (folder / "manifest.json").write_text(json.dumps(said))
    (tmp_path / ".git").mkdir()
    ran = cycle("--extract", str(folder))
    said_plainly(ran, 6, "inside a git work tree", "LINEOFSIGHT_RECORD")
    assert not (tmp_path / "record" / "restricted").exists()


def test_the_same_lists_cannot_be_another_months(tmp_path, month, server, extract):
    folder = tmp_path / "again"
    shutil.copytree(extract, folder)
    said = {"authority": "fellside", "list_date": "2026-11-20", "synthetic": True}
    (folder / "manifest.json").write_text(json.dumps(said))
    asked = ("cycle", "monthly", "--authority", "fellside", "--period", "2026-11", "--extract", str(folder))
    ran = lineofsight(month.record, *asked, **server)
    said_plainly(ran, 6, "identical to the one taken in with list date 2026-10-31")
    assert not (month.record / "fellside" / "2026-11").exists()


def test_a_locked_record(tmp_path, cycle, saltmarsh):
    record = tmp_path / "record"
    Record(record)
    other = sqlite3.connect(record / "register.sqlite", isolation_level=None)
    other.execute("begin exclusive")
    ran = cycle("--extract", str(saltmarsh), authority="saltmarsh")
    other.execute("rollback")
    said_plainly(ran, 6, "being written by another program", "Nothing was left half-written")


def test_one_boards_failure_is_its_own(tmp_path, cycle, extract):
    (tmp_path / "sitecustomize.py").write_text(DIES_PRINTING)
    ran = cycle("--extract", str(extract), PYTHONPATH=str(tmp_path))
    said_plainly(ran, 5)
    assert "not printed: improvement_board" in ran.out
    assert sorted(path.name for path in (tmp_path / "record" / "fellside" / "2026-10").iterdir()) == [
        "permanence_board.pdf",
        "prevention_board.pdf",
    ]


def test_no_record_yet_and_no_figures_of_that_month(tmp_path, month):
    asked = ("figures", "--authority", "fellside", "--csv", "--period")
    said_plainly(lineofsight(tmp_path / "nowhere", *asked, "2026-10"), 6, "no record at")
    said_plainly(lineofsight(month.record, *asked, "2026-07"), 6, "has no figures of fellside for 2026-07")
    said_plainly(lineofsight(month.record, *asked, "October"), 2, '"October" is not a month')


def test_what_nobody_thought_of_is_told_without_values(tmp_path, cycle, saltmarsh):
    ran = cycle("--extract", str(saltmarsh), CANARY, authority="saltmarsh", script=("-c", UNFORESEEN))
    said_plainly(ran, 1, "unforeseen", "count the figures", "ValueError")
    elsewhere = [path for path in (tmp_path / "record").rglob("*") if path.is_file() and "restricted" not in path.parts]
    assert any(path.parent.name == "problems" for path in elsewhere)
    assert not [path for path in elsewhere if CANARY.encode() in path.read_bytes()]
    assert CANARY not in ran.said
