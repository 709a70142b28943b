"""Where Prefect keeps its own things, begun from an empty database that was made ready once, at set-up."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

DATABASE = "prefect.db"
MEMO = "memo_store.toml"  # what Prefect has registered already, so that it need not look again


def prepared() -> Path:
    """The folder of the prepared database: in the virtual environment, for the Prefect that is installed there."""
    return Path(sys.prefix) / "share" / "line-of-sight" / f"prefect-{version('prefect')}"


def lay_in(home: Path) -> None:
    """Start a home of Prefect's from the prepared database, unless it has one or none was prepared."""
    if (home / DATABASE).exists() or not (prepared() / DATABASE).is_file():
        return
    home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(prepared() / MEMO, home / MEMO)
    beside = home / f".{DATABASE}.{os.getpid()}"
    shutil.copyfile(prepared() / DATABASE, beside)
    beside.replace(home / DATABASE)
