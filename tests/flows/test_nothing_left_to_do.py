"""The same command again is answered from the record alone, and only when all of it is still so."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from flows.withdraw import take_back
from reporting.model.periods import Month, Week
from tasks.errors import ExtractProblem, RecordProblem, UsageProblem
from tasks.record.follow_ups import Confirmation, confirm
from tasks.record.keeping import Record
from tasks.record.location import exclusive_lock
from tasks.stages import finished
from tasks.stages.finished import finished_before, last_finished
from tests.flows.conftest import COUNCILS, lineofsight, tree

ASKED = ("cycle", "monthly", "--authority", "fellside", "--period", "2026-10")
HEAVY = ("prefect", "great_expectations", "weasyprint", "pandas", "uvicorn")

# The command line, and at its end what it cost and which of the heavy libraries it imported.
QUICKLY = """
import sys, time
from flows.command_line import main
code = 0
try:
    main()
except SystemExit as ended:
    code = ended.code
imported = {name.split(".")[0] for name in sys.modules}
sys.stderr.write(f"{time.process_time():.2f} {' '.join(sorted(imported & set(sys.argv[-1].split(','))))}")
sys.exit(code)
"""


@pytest.fixture
def record(month, tmp_path, monkeypatch):
    """A copy of October's record, to be changed."""
    folder = tmp_path / "record"
    shutil.copytree(month.record, folder, ignore=shutil.ignore_patterns(".prefect"))
    monkeypatch.setenv("LINEOFSIGHT_DATA", str(COUNCILS))
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(folder))
    return folder


def again(extract, period="2026-10", list_date=None, cadence="monthly"):
    return finished_before("fellside", cadence, period, extract, list_date)


def test_it_takes_no_time_imports_nothing_heavy_and_changes_nothing(month, extract):
    before = tree(month.record)
    script = QUICKLY.replace("sys.argv[-1]", repr(",".join(HEAVY)))
    ran = lineofsight(month.record, *ASKED, "--extract", str(extract), script=("-c", script))
    seconds, _, imported = ran.err.strip().partition(" ")
    assert ran.code == month.code
    assert imported == ""
    assert float(seconds) < 2
    assert tree(month.record) == before


def test_it_says_what_was_said_before_but_for_the_times(month, extract):
    ran = lineofsight(month.record, *ASKED, "--extract", str(extract))
    said = [line for line in ran.out.splitlines() if "seconds in all" not in line and "done before" not in line]
    first = [line for line in month.out.splitlines() if "seconds in all" not in line]
    told = [line.split() for line in said if line.strip()]
    assert [line for line in told if line not in [line.split() for line in first]] == []
    assert len(told) > 10


def test_a_record_as_it_was_left_has_nothing_left_to_do(record, extract):
    ending = again(extract)
    assert ending.exit_code in {0, 10}
    assert all(place.is_file() and place.is_relative_to(record) for place in ending.pdfs)
    assert all(passed_over for _, _, passed_over in ending.stages)


@pytest.mark.parametrize("kind", ["**/*.parquet", "packs/**/*.pdf"])
def test_a_stored_file_that_was_changed_is_found(record, extract, kind):
    place = next(record.glob(kind))
    place.chmod(0o600)
    place.write_bytes(place.read_bytes()[:-1] + b"x")
    assert again(extract) is None


@pytest.mark.parametrize("place", ["2026-10/improvement_board.pdf", "quality/index.html"])
def test_a_laid_out_file_that_is_gone_is_found(record, extract, place):
    (record / "fellside" / place).unlink()
    assert again(extract) is None


def test_what_was_confirmed_since_is_work_to_do(record, extract):
    confirm(Record(record), "fellside", [Confirmation("CDFGHJKMNP", "Team manager", date(2026, 11, 2))])
    assert again(extract) is None


def test_a_run_that_was_taken_back_is_work_to_do_and_the_command_says_so(record, extract, capsys):
    take_back("fellside", "2026-10", reason="last month's lists", role="Head of data")
    assert "is taken back" in capsys.readouterr().out
    assert again(extract) is None
    with pytest.raises(RecordProblem, match="no run of fellside for 2026-10 that stands"):
        take_back("fellside", "2026-10", reason="last month's lists", role="Head of data")


@pytest.mark.parametrize(("period", "reason", "says"), [("October", "why", "October"), ("2026-10", " ", "--reason")])
def test_a_run_is_not_taken_back_without_a_period_and_a_reason(record, period, reason, says):
    with pytest.raises(UsageProblem, match=says):
        take_back("fellside", period, reason=reason, role="Head of data")


@pytest.mark.parametrize(
    "asked", [{"period": "2026-09"}, {"list_date": date(2026, 10, 31)}, {"cadence": "weekly"}, {"period": None}]
)
def test_another_request_is_another_matter(record, extract, asked):
    assert again(extract, **asked) is None


def test_other_code_or_settings_are_work_to_do(record, extract, monkeypatch):
    monkeypatch.setattr(finished, "everything_content", lambda authority: "changed")
    assert again(extract) is None


@pytest.mark.parametrize("name", ["List 6.csv", "manifest.json"])
def test_an_extract_that_was_changed_is_work_to_do(record, extract, name):
    file = extract / name
    as_it_was = file.read_bytes()
    try:
        file.write_bytes(as_it_was + b"\n")
        assert again(extract) is None
    finally:
        file.write_bytes(as_it_was)
    assert again(extract)


def test_an_extract_that_is_gone_is_said_plainly(record, extract):
    moved = extract.with_name("moved away")
    extract.rename(moved)
    try:
        with pytest.raises(ExtractProblem, match="no extract at"):
            again(extract)
    finally:
        moved.rename(extract)


def test_while_another_cycle_is_at_work_a_person_is_told_so(record, extract):
    with (
        exclusive_lock(record, "fellside"),
        pytest.raises(RecordProblem, match="Another cycle for fellside is at work"),
    ):
        again(extract)


def test_without_a_record_none_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "nowhere"))
    assert again(Path("nowhere")) is None
    assert not (tmp_path / "nowhere").exists()


def test_the_last_finished_period_is_the_one_that_a_cycle_takes():
    for days in range(800):
        day = date(2026, 1, 1) + timedelta(days=days)
        assert last_finished("monthly", day) == str(Month.holding(day).earlier(1))
        assert last_finished("weekly", day) == str(Week.holding(day).earlier(1))
