"""A real server and a real worker, as `make serve` starts them: a run appears on its own, and one is carried out."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from flows.deploy import CYCLES
from flows.patience import patience_seconds
from reporting.model.periods import Month
from synthetic_council import write_sample
from tasks.configuration import authority_keys, load_authority
from tasks.packs import packs_due
from tests.processes import still_running

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def extract(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    write_sample("lancashire", folder, months=1, seed=3, scale=0.02, faults=False)
    return folder / "2026-10" / "extract.xlsx"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return tmp_path_factory.mktemp("served") / "record"


@pytest.fixture(scope="module")
def served(record):
    """`make serve`, and its address; at the end it is told to stop, and must have left nothing running."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT")}
    api = f"http://127.0.0.1:{port}/api"
    environment = {**surroundings, "LINEOFSIGHT_RECORD": str(record), "PREFECT_API_URL": api}
    record.parent.mkdir(exist_ok=True)
    words = record.parent / "words.txt"
    with words.open("wb") as out:
        serving = subprocess.Popen(
            [sys.executable, "-m", "flows.serve"],
            cwd=ROOT,
            env={**environment, "PREFECT_WORKER_QUERY_SECONDS": "2"},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        until(lambda: "Press Ctrl-C to stop." in words.read_text(), lambda: serving.poll() is None)
        yield api
        serving.send_signal(signal.SIGINT)
        assert serving.wait(60) == 0
        assert still_running(serving.pid) == []
    finally:
        for process in still_running(serving.pid):
            os.kill(process, signal.SIGKILL)


def until(happens, worth_waiting=lambda: True):
    last = time.monotonic() + 2 * patience_seconds()
    while time.monotonic() < last and worth_waiting():
        if found := happens():
            return found
        time.sleep(0.5)
    raise AssertionError("it did not happen in time")


def ask(api, path, **said):
    """Prefect's answer. Its server says 503 while its SQLite is being written; Prefect's own clients ask again."""

    def answered():
        answer = httpx.post(f"{api}/{path}", json=said, timeout=30)
        if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            return None
        answer.raise_for_status()
        return answer

    return until(answered).json()


def test_scheduled_runs_appear_for_each_council(served):
    deployments = {found["name"]: found["id"] for found in ask(served, "deployments/filter")}
    assert set(deployments) == {f"{cycle.cadence.value}-{key}" for cycle in CYCLES for key in authority_keys()}
    for name, deployment in deployments.items():
        asked = {
            "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}, "deployment_id": {"any_": [deployment]}},
            "sort": "EXPECTED_START_TIME_ASC",
        }
        first = until(lambda asked=asked: ask(served, "flow_runs/filter", **asked))[0]
        assert first["auto_scheduled"], name
        agreed = load_authority(name.partition("-")[2]).schedule
        starts = datetime.fromisoformat(first["expected_start_time"]).astimezone(ZoneInfo(agreed.timezone))
        assert starts.time() == agreed.at, name


def test_the_worker_carries_out_a_run_and_the_pdfs_are_there(served, record, extract):
    lancashire = next(found for found in ask(served, "deployments/filter") if found["name"] == "monthly-lancashire")
    parameters = {"authority": "lancashire", "period": "2026-10", "extract": str(extract)}
    run = ask(served, f"deployments/{lancashire['id']}/create_flow_run", parameters=parameters)

    def ended():
        found = ask(served, "flow_runs/filter", flow_runs={"id": {"any_": [run["id"]]}})[0]
        return found if found["state_type"] in {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"} else None

    assert until(ended)["state_type"] == "COMPLETED"
    printed = sorted(path.name for path in (record / "lancashire" / "2026-10").glob("*.pdf"))
    due = packs_due(load_authority("lancashire"), Month.parse("2026-10"))
    assert printed == sorted(f"{board}.pdf" for board in due) != []
