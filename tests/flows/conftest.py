"""A small council's month, run once as a data team would run it, and looked at by many tests."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.patience import patience_seconds
from flows.private_server import private_server
from synthetic_council import write_sample

ROOT = Path(__file__).parents[2]
COUNCILS = ROOT / "tests" / "councils"  # a data folder of its own: Fellside with three packs, Saltmarsh with none
FELLSIDE = COUNCILS / "authorities" / "fellside"
CANARY = "CANARY58213"

# In every Python of the run, the server's and the printers' too: to whom does it open a connection?
LISTENING_IN = """
import os, socket
_connect = socket.socket.connect
def connect(self, address):
    with open(os.environ["CONNECTIONS"], "a") as told:
        told.write(f"{self.family.name} {address!r}\\n")
    return _connect(self, address)
socket.socket.connect = connect
_look_up = socket.getaddrinfo
def look_up(host, *rest, **more):
    with open(os.environ["CONNECTIONS"], "a") as told:
        told.write(f"NAME {host!r}\\n")
    return _look_up(host, *rest, **more)
socket.getaddrinfo = look_up
"""


@dataclass(frozen=True)
class Ran:
    """A command that has ended, and the record it wrote to."""

    code: int
    out: str
    err: str
    record: Path

    @property
    def said(self) -> str:
        return self.out + self.err


def lineofsight(record: Path, *words: str, script: Sequence[str] = ("-m", "flows"), **environment: str) -> Ran:
    """Run the command line in a process of its own, or a script that runs it."""
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("PREFECT", "LINEOFSIGHT"))}
    done = subprocess.run(
        [sys.executable, *script, *words],
        cwd=ROOT,
        env={**surroundings, "LINEOFSIGHT_DATA": str(COUNCILS), "LINEOFSIGHT_RECORD": str(record), **environment},
        capture_output=True,
        text=True,
        timeout=3 * patience_seconds(),
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr, record)


def tree(record: Path) -> dict[str, str]:
    """Every file of a record and its hash, but for what Prefect keeps for itself."""
    files = [path for path in record.rglob("*") if path.is_file() and ".prefect" not in path.parts]
    return {path.relative_to(record).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """Two months of a council of two districts, with the commoner faults."""
    folder = tmp_path_factory.mktemp("sample")
    write_sample("fellside", folder, months=2, seed=7, scale=0.02, faults=True, teams=FELLSIDE)
    return folder


@pytest.fixture(scope="session")
def extract(sample):
    """October as a folder of text files, in which one looked-after child goes by a name that can be searched for."""
    folder = sample / "2026-10" / "csv"
    child = re.search(r"^(\w+),", (folder / "List 8.csv").read_text(encoding="utf-8-sig"), flags=re.M)
    first = (folder / "List 8.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[0]
    assert child
    for file in folder.glob("*.csv"):
        text = file.read_text(encoding="utf-8-sig")
        file.write_text(re.sub(rf"^{first},", f"{CANARY},", text, flags=re.M), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def month(tmp_path_factory, extract):
    """October, run cold: a record that was not there, and a Prefect server of its own."""
    folder = tmp_path_factory.mktemp("month")
    (folder / "sitecustomize.py").write_text(LISTENING_IN)
    environment = {"PYTHONPATH": str(folder), "CONNECTIONS": str(folder / "connections.txt")}
    return lineofsight(
        folder / "record",
        *("cycle", "monthly", "--authority", "fellside", "--period", "2026-10", "--extract", str(extract)),
        **environment,
    )


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One Prefect server for many runs, so that each costs only itself."""
    home = tmp_path_factory.mktemp("prefect")
    with pytest.MonkeyPatch.context() as surroundings:
        for name in [name for name in os.environ if name.startswith("PREFECT")]:
            surroundings.delenv(name)
        surroundings.setenv("PREFECT_HOME", str(home))
        with private_server() as running:
            running.wait()
            del os.environ["PREFECT_API_URL"]
            yield {"PREFECT_API_URL": running.api, "PREFECT_HOME": str(home)}


@pytest.fixture
def saltmarsh(tmp_path, extract):
    """The same lists as if they were Saltmarsh's, which has no packs: a cycle that ends with the figures."""
    folder = tmp_path / "saltmarsh"
    folder.mkdir()
    for file in extract.glob("*.csv"):
        (folder / file.name).write_bytes(file.read_bytes())
    said = {"authority": "saltmarsh", "list_date": "2026-10-31", "synthetic": True}
    (folder / "manifest.json").write_text(json.dumps(said))
    return folder
