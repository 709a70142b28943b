"""Killed at any stage, the same command takes up at the first that was not finished, and the result is the same."""

import os
import sqlite3
import subprocess
import sys
import time

from tests.flows.conftest import COUNCILS, ROOT, lineofsight, tree
from tests.processes import still_running

BEFORE_PRINTING = (
    "take in the extract",
    "conform the lists",
    "check the lists",
    "count the figures",
    "follow up the faults",
)
STAGES = (*BEFORE_PRINTING, "write the quality site")

KILLED = """
import os, signal, sys
from pathlib import Path
from flows.runner import run_cycles

authority, extract, stage, happens = sys.argv[1:]
def tell(now, what):
    if (now, what) == (stage, happens):
        os.kill(os.getpid(), signal.SIGKILL)
run_cycles(authority, ["2026-10"], Path(extract), None, tell)
"""

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from flows.runner import run_cycles

authority, extract, writes = sys.argv[1], sys.argv[2], int(sys.argv[3])
seen = 0
force = os.fsync
def fsync(handle):
    global seen
    seen += 1
    if seen == writes:
        os.kill(os.getpid(), signal.SIGKILL)
    force(handle)
os.fsync = fsync
run_cycles(authority, ["2026-10"], Path(extract), None, lambda *_: None)
"""


def run_killed(script, record, server, *words):
    environment = {**os.environ, **server, "LINEOFSIGHT_DATA": str(COUNCILS), "LINEOFSIGHT_RECORD": str(record)}
    return subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, env=environment, timeout=200, check=False)


def cycle(record, server, authority, extract):
    words = ("cycle", "monthly", "--authority", authority, "--period", "2026-10", "--extract", str(extract))
    return lineofsight(record, *words, **server)


def kept(record):
    """The record but for the register, which also tells how often one had to try."""
    return {name: content for name, content in tree(record).items() if not name.startswith((".", "register"))}


def test_a_killed_run_leaves_no_process_behind(tmp_path, saltmarsh):
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    words = ("saltmarsh", str(saltmarsh), STAGES[2], "begins")
    running = subprocess.Popen(
        [sys.executable, "-c", KILLED, *words],
        cwd=ROOT,
        env={**surroundings, "LINEOFSIGHT_DATA": str(COUNCILS), "LINEOFSIGHT_RECORD": str(tmp_path / "record")},
        start_new_session=True,
    )
    assert running.wait(200) == -9
    last = time.monotonic() + 30
    while still_running(running.pid) and time.monotonic() < last:
        time.sleep(0.2)
    assert still_running(running.pid) == [], "Prefect's server and the printers go when the run is gone"


def test_a_crash_at_the_start_of_each_stage_and_then_one_in_the_printing(tmp_path, server, extract, month):
    record = tmp_path / "record"
    for done, stage in enumerate((*BEFORE_PRINTING, "print the pack")):
        assert run_killed(KILLED, record, server, "fellside", str(extract), stage, "begins").returncode == -9
        assert len(finished(record)) == done
    assert run_killed(KILLED, record, server, "fellside", str(extract), "print the pack", "ends").returncode == -9
    printed_before = {stage for stage in finished(record) if stage.startswith("print")}
    assert printed_before
    last = cycle(record, server, "fellside", extract)
    assert last.code in {0, 10}, last.said
    assert last.out.count("done before") == len(BEFORE_PRINTING) + len(printed_before)
    assert kept(record) == kept(month.record)


def test_a_crash_in_the_middle_of_writing(tmp_path, server, saltmarsh):
    record = tmp_path / "record"
    for writes in (3, 20, 45):
        assert (
            run_killed(KILLED_WHILE_WRITING, record, server, "saltmarsh", str(saltmarsh), str(writes)).returncode == -9
        )
    last = cycle(record, server, "saltmarsh", saltmarsh)
    assert last.code in {0, 10}, last.said
    assert not list((record / ".unfinished").iterdir())
    assert cycle(record, server, "saltmarsh", saltmarsh).out.count("done before") == len(STAGES)


def finished(record):
    if not (record / "register.sqlite").is_file():
        return set()
    with sqlite3.connect(record / "register.sqlite") as register:
        return {stage for (stage,) in register.execute("select stage from stages")}
