"""Prefect's empty database, made once at set-up: half of a cold start is Prefect building its tables one by one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from flows.environment import keep_to
from flows.prefect_home import DATABASE, MEMO, prepared
from flows.private_server import private_server


def prepare() -> None:
    """Let Prefect build its tables in a folder of its own, and keep them."""
    os.environ.pop("PREFECT_API_URL", None)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["PREFECT_HOME"] = folder
        keep_to(home)
        with private_server() as server:
            if server:
                server.wait()
        prepared().mkdir(parents=True, exist_ok=True)
        shutil.copyfile(home / MEMO, prepared() / MEMO)
        _copy_whole(home / DATABASE, prepared() / DATABASE)


def _copy_whole(database: Path, place: Path) -> None:
    beside = place.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        connection.execute("vacuum into ?", (str(beside),))
    connection.close()
    beside.replace(place)


if __name__ == "__main__":
    prepare()
