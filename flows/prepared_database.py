"""Prefect's empty database, made once at set-up: half of a cold start is Prefect building its tables one by one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

_DATABASE = "prefect.db"
_MEMO = "memo_store.toml"  # what Prefect has registered already, so that it need not look again


def prepared() -> Path:
    """The folder of the prepared database: in the virtual environment, for the Prefect that is installed there."""
    return Path(sys.prefix) / "share" / "line-of-sight" / f"prefect-{version('prefect')}"


def lay_in(home: Path) -> None:
    """Start a home of Prefect's from the prepared database, unless it has one or none was prepared."""
    if (home / _DATABASE).exists() or not (prepared() / _DATABASE).is_file():
        return
    home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(prepared() / _MEMO, home / _MEMO)
    beside = home / f".{_DATABASE}.{os.getpid()}"
    shutil.copyfile(prepared() / _DATABASE, beside)
    beside.replace(home / _DATABASE)


def prepare() -> None:
    """Let Prefect build its tables in a folder of its own, and keep them."""
    from flows.environment import keep_to
    from flows.private_server import private_server

    os.environ.pop("PREFECT_API_URL", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PREFECT_HOME"] = folder
        keep_to(Path(folder))
        with private_server() as server:
            if server:
                server.wait()
        home = Path(folder)
        prepared().mkdir(parents=True, exist_ok=True)
        shutil.copyfile(home / _MEMO, prepared() / _MEMO)
        _copy_whole(home / _DATABASE, prepared() / _DATABASE)


def _copy_whole(database: Path, place: Path) -> None:
    beside = place.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        connection.execute("vacuum into ?", (str(beside),))
    connection.close()
    beside.replace(place)


if __name__ == "__main__":
    prepare()
