"""A record that 0.2.0 wrote opens: what it said can be read, put on worklists, stood on, taken back and verified.

``record_of_0_2_0.tar.xz`` holds September and October of a made-up council as 0.2.0 left them, without the extracts as
they came, the quality site and all packs but one; and what 0.2.0 printed of it as ``figures`` and ``findings``.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path

import pytest

from reporting.model.periods import Cadence
from tasks.record.causes import causes_of
from tasks.record.follow_ups import follow_up_before, follow_up_of, follow_ups, outputs_of
from tasks.record.keeping import MADE_FROM, Record
from tasks.record.location import REPOSITORY
from tasks.record.register import FILE, VERSION
from tasks.record.reports import as_reported, as_reported_before, last_reported, withdraw
from tasks.record.tables import read_checked, read_conformed, read_findings, read_frame, read_words

KEPT = Path(__file__).with_name("record_of_0_2_0.tar.xz")
COUNCIL = "lancashire"
MONTHS = ("2026-09", "2026-10")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("old")
    with tarfile.open(KEPT) as kept:
        kept.extractall(folder, filter="data")
    return folder


@pytest.fixture
def record(unpacked, tmp_path, monkeypatch):
    """The old record, each time as it was."""
    shutil.copytree(unpacked / "record", tmp_path / "record")
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    return Record()


def printed(record, *words):
    """What the command line prints."""
    command = [sys.executable, "-m", "flows", *words, "--authority", COUNCIL]
    environment = {**os.environ, "LINEOFSIGHT_RECORD": str(record.folder)}
    return subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True).stdout


def test_it_is_small():
    assert KEPT.stat().st_size < 1_500_000


def test_it_is_brought_up_to_date_and_loses_nothing(unpacked, record):
    with record.engine.connect() as connection:
        assert connection.exec_driver_sql("select version_num from alembic_version").scalar() == VERSION
        assert connection.exec_driver_sql("select count(*) from outputs").scalar() > 100
    before, after = (
        {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        for folder in (unpacked / "record", record.folder)
    )
    assert before <= after


@pytest.mark.parametrize("month", MONTHS)
def test_its_figures_and_findings_are_printed_as_they_were(unpacked, record, month):
    figures = printed(record, "figures", "--period", month, "--csv", "--include-withheld")
    assert figures == (unpacked / f"figures-{month}.csv").read_text()
    assert printed(record, "findings", "--period", month, "--csv") == (unpacked / f"findings-{month}.csv").read_text()


@pytest.mark.parametrize("month", MONTHS)
def test_everything_that_the_next_month_stands_on_can_be_read(record, month):
    followed = outputs_of(record, COUNCIL, follow_up_of(record, COUNCIL, month))
    made_from = read_words(record.store, followed, MADE_FROM)
    assert read_findings(record.store, followed)
    assert len(read_frame(record.store, followed, "ledger"))
    lists = read_conformed(record.store, record.made(COUNCIL, "conform", made_from["conformed"]))
    assert sum(len(table) for table in lists.tables.values()) > 100
    assert read_checked(record.store, record.made(COUNCIL, "check", made_from["checked"])).findings


def test_its_months_are_known_by_what_they_reported(record):
    known = as_reported_before(record, COUNCIL, "2026-11")
    assert [one.period for one in known] == list(MONTHS)
    assert as_reported(record, COUNCIL, "2026-10") == last_reported(record, COUNCIL, "2026-10") == known[-1]
    assert follow_up_before(record, COUNCIL, "2026-11", date(2026, 11, 30)).period == "2026-10"
    assert [one.period for one in follow_ups(record, COUNCIL, Cadence.MONTHLY)] == list(MONTHS)


def test_its_pack_is_found_under_its_new_name(record):
    with record.engine.connect() as connection:
        asked = "select inputs from outputs where stage = 'print improvement_board' and period = '2026-10'"
        inputs = connection.exec_driver_sql(asked).scalar()
    pack = record.made(COUNCIL, "print.improvement_board", inputs)
    assert record.store.read(pack.files["pdf"]).startswith(b"%PDF")


def test_why_it_counted_was_not_kept(record):
    inputs = last_reported(record, COUNCIL, "2026-10").inputs
    assert causes_of(record, COUNCIL, "count", inputs) == {}


def test_its_worklists_can_be_written(record):
    said = printed(record, "worklists", "--period", "2026-10")
    assert "were written" in said
    assert list((record.folder / COUNCIL / "2026-10" / "worklists").glob("*.xlsx"))


def test_a_run_of_it_can_be_taken_back(record):
    withdraw(record, COUNCIL, "2026-10", reason="the wrong lists", role="Head of data")
    assert [one.period for one in as_reported_before(record, COUNCIL, "2026-11")] == ["2026-09"]
    assert follow_up_of(record, COUNCIL, "2026-10") is None
    assert (record.folder / FILE).is_file()
