"""The register: what the record holds, in a few tables that are only ever added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    create_engine,
)
from sqlalchemy.exc import DatabaseError

from tasks.errors import RecordProblem
from tasks.record.location import disk_errors_explained, exclusive_lock

FILE = "register.sqlite"
VERSION = "0002"
_WAIT_SECONDS = 10
_MIGRATIONS = Path(__file__).parent / "migrations"

METADATA = MetaData()

RUNS = Table(
    "runs",
    METADATA,
    Column("run", String, primary_key=True),
    Column("authority", String, nullable=False),
    Column("period", String, nullable=False),
    Column("entered_at", String, nullable=False),
)
RUN_ENDINGS = Table(
    "run_endings",
    METADATA,
    Column("run", ForeignKey("runs.run"), primary_key=True),
    Column("status", String, nullable=False),
    Column("message", String, nullable=False),
    Column("ended_at", String, nullable=False),
)
STAGES = Table(
    "stages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.run"), nullable=False),
    Column("stage", String, nullable=False),
    Column("status", String, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("finished_at", String, nullable=False),
)
OUTPUTS = Table(
    "outputs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.run"), nullable=False),
    Column("authority", String, nullable=False),
    Column("period", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("inputs", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("content", String, nullable=False),
    Column("path", String, nullable=False),
    Column("size", Integer, nullable=False),
    UniqueConstraint("authority", "stage", "inputs", "name", "content"),
)
EXTRACTS = Table(
    "extracts",
    METADATA,
    Column("authority", String, primary_key=True),
    Column("content", String, primary_key=True),
    Column("list_date", String, primary_key=True),
    Column("synthetic", Integer, nullable=False),
    Column("run", ForeignKey("runs.run"), nullable=False),
)
REPORTED = Table(
    "reported",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.run"), nullable=False),
    Column("authority", String, nullable=False),
    Column("period", String, nullable=False),
    Column("list_date", String, nullable=False),
    Column("inputs", String, nullable=False),
)
FOLLOWED = Table(
    "followed",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.run"), nullable=False),
    Column("authority", String, nullable=False),
    Column("cadence", String, nullable=False),
    Column("period", String, nullable=False),
    Column("list_date", String, nullable=False),
    Column("inputs", String, nullable=False),
)
CONFIRMATIONS = Table(
    "confirmations",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("authority", String, nullable=False),
    Column("reference", String, nullable=False),
    Column("role", String, nullable=False),
    Column("confirmed_on", String, nullable=False),
    Column("entered_at", String, nullable=False),
    UniqueConstraint("authority", "reference"),
)


def open_register(folder: Path) -> Engine:
    """The register of the record in ``folder``, made or brought up to date when it is not."""
    file = folder / FILE
    with exclusive_lock(folder, "register", wait=True), said_plainly(folder):
        if not file.is_file():
            _make(file)
        engine = _engine(file)
        with engine.connect() as connection:
            version = connection.exec_driver_sql("select version_num from alembic_version").scalar()
        if version != VERSION:
            _bring_up_to_date(engine)
    return engine


@contextmanager
def said_plainly(folder: Path) -> Iterator[None]:
    """A register that is locked, full, read-only or damaged is a problem of the record, in plain words."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as problem:
        raise RecordProblem(
            f"The register at {folder / FILE} {_in_words(str(problem))} Nothing was left half-written."
        ) from None


@contextmanager
def one_transaction(engine: Engine, folder: Path) -> Iterator[Connection]:
    """Every row of the block is added, or none."""
    with said_plainly(folder), engine.begin() as connection:
        yield connection


def _in_words(problem: str) -> str:
    told = {
        "locked": "is being written by another program. Close it, or wait, and run the same command again.",
        "readonly": "may not be written. Check the folder's permissions, then run the same command again.",
        "unable to open": "cannot be opened. Check that its folder exists and may be written.",
        "full": "has no room left on its disk. Make room, then run the same command again.",
        "disk i/o": "cannot be reached on its disk. Check the disk, then run the same command again.",
        "append-only": "is append-only: what it holds may not be changed or removed.",
    }
    return next(
        (words for sign, words in told.items() if sign in problem.lower()),
        "cannot be read: it is damaged, or is not a register. Bring it back from a copy.",
    )


def _engine(file: Path) -> Engine:
    return create_engine(f"sqlite:///{file}", connect_args={"timeout": _WAIT_SECONDS})


def _make(file: Path) -> None:
    beside = file.with_name(f".{FILE}.new")
    with disk_errors_explained(file.parent):
        beside.unlink(missing_ok=True)
    _bring_up_to_date(_engine(beside))
    with disk_errors_explained(file.parent):
        beside.chmod(0o600)
        beside.replace(file)


def _bring_up_to_date(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()
