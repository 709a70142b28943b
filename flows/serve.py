"""`make serve`: a real Prefect server and a worker, with every council's cycles deployed, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flows.environment import keep_to
from flows.patience import answers_in_time
from flows.work_pool import work_pool
from tasks.errors import Problem
from tasks.record.location import REPOSITORY, disk_errors_explained, record_folder

_GRACE_SECONDS = 15


class ServeProblem(Problem):
    """The server or the worker could not be started, or has ended by itself."""


def main() -> None:
    """Start both, deploy, and stay until told to stop."""
    for told in (signal.SIGINT, signal.SIGTERM):  # also when a script started us in the background
        signal.signal(told, _stop)
    try:
        with served():
            print("Press Ctrl-C to stop.", flush=True)
            signal.pause()
    except KeyboardInterrupt:
        print("Stopped.")
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(1)


@contextmanager
def served() -> Iterator[str]:
    """A server with the deployments of every council, and a worker that runs them, for the length of the block."""
    environment = _environment()
    api = environment["PREFECT_API_URL"]
    with _running(["server", "start", "--host", "127.0.0.1", "--port", _port(api)], environment) as server:
        if not answers_in_time(api, lambda: server.poll() is None, pause=0.2):
            raise ServeProblem(f"Prefect's server did not start at {api}. Its own words are above.")
        if subprocess.run([sys.executable, "-m", "flows", "deploy"], cwd=REPOSITORY, env=environment).returncode:
            raise ServeProblem("`lineofsight deploy` did not do all it should. What it said is above.")
        pool = work_pool()
        with _running(["worker", "start", "--pool", pool.name, "--type", pool.type], environment):
            print(f"Prefect is at {api.removesuffix('/api')}; the worker of the pool “{pool.name}” waits for runs.")
            yield api


def _environment() -> dict[str, str]:
    record = record_folder()
    with disk_errors_explained(record):
        record.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
    os.environ.setdefault("PREFECT_API_URL", "http://127.0.0.1:4200/api")
    keep_to(record)
    return {
        **os.environ,
        "LINEOFSIGHT_RECORD": str(record),
        "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",  # or a wrong address would quietly deploy to nowhere
    }


def _port(api: str) -> str:
    return api.removesuffix("/api").rsplit(":", 1)[1]


@contextmanager
def _running(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Prefect command at work, which is gone when the block is left."""
    command = [sys.executable, "-m", "prefect", *arguments]
    process = subprocess.Popen(command, cwd=REPOSITORY, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
