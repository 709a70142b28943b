"""A council's month and week wait for each other when they come from a schedule."""

import subprocess
import sys
import time

import pytest

from flows.lock import council_lock
from tasks.errors import RecordProblem
from tests.flows.conftest import ROOT

HOLDS = """
import sys, time
from pathlib import Path
from tasks.record.location import exclusive_lock
with exclusive_lock(Path(sys.argv[1]), "fellside"):
    print("held", flush=True)
    time.sleep(1.5)
"""


@pytest.fixture
def held(tmp_path, monkeypatch):
    """Another process that holds the council for a second and a half."""
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        yield


def test_a_person_is_told_that_another_cycle_is_at_work(held):
    with pytest.raises(RecordProblem, match="Another cycle for fellside is at work"), council_lock("fellside"):
        pass


def test_a_run_from_a_schedule_waits_its_turn(held, monkeypatch):
    monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__ID", "a-deployment")
    began = time.monotonic()
    with council_lock("fellside"):
        assert time.monotonic() - began > 0.5
