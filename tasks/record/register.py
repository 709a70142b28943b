"""The register: what the record holds, in a few tables that are only ever added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    create_engine,
    inspect,
    make_url,
)
from sqlalchemy.dialects.sqlite import insert as insert_in_sqlite
from sqlalchemy.exc import DatabaseError

from tasks.errors import RecordProblem
from tasks.record.location import disk_errors_explained, exclusive_lock

FILE = "register.sqlite"
VERSION = "0003"
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
CAUSES = Table(
    "causes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("authority", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("inputs", String, nullable=False, index=True),
    Column("cause", String, nullable=False),
    Column("name", String, nullable=False),
    Column("content", String, nullable=False),
    UniqueConstraint("authority", "stage", "inputs", "cause", "name"),
)
WITHDRAWALS = Table(
    "withdrawals",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.run"), nullable=False),
    Column("authority", String, nullable=False),
    Column("period", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("role", String, nullable=False),
    Column("entered_at", String, nullable=False),
    UniqueConstraint("run", "period"),
)
FINISHED = Table(
    "finished",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("authority", String, nullable=False),
    Column("asked", String, nullable=False, index=True),
    Column("told", String, nullable=False),
    Column("entered_at", String, nullable=False),
)


def open_register(folder: Path, url: str = "") -> Engine:
    """The register of the record in ``folder``, or the database that ``url`` names; made or brought up to date.

    Raises RecordProblem when it cannot be opened, or when a later release has written to it.
    """
    file = folder / FILE
    engine = _engine(url or f"sqlite:///{file}")
    with exclusive_lock(folder, "register", wait=True), said_plainly(engine):
        if not url and not file.is_file():
            _make(file)
        version = _version(engine)
        if version > VERSION:
            raise RecordProblem(
                f"The register at {place_of(engine.url)} was written by a later release than this one. Use that one."
            )
        if version != VERSION:
            _bring_up_to_date(engine)
    return engine


def place_of(url: URL) -> str:
    """Where the register is, as it may be shown to people: never a password."""
    is_a_file = url.get_backend_name() == "sqlite" and url.database
    return str(url.database) if is_a_file else url.render_as_string(hide_password=True)


@contextmanager
def said_plainly(engine: Engine) -> Iterator[None]:
    """A register that is locked, full, read-only or damaged is a problem of the record, in plain words."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as problem:
        raise RecordProblem(
            f"The register at {place_of(engine.url)} {_in_words(str(problem))} Nothing was left half-written."
        ) from None


@contextmanager
def one_transaction(engine: Engine) -> Iterator[Connection]:
    """Every row of the block is added, or none."""
    with said_plainly(engine), engine.begin() as connection:
        yield connection


def add_row(connection: Connection, table: Table, **row: object) -> None:
    """Enter a row, unless it is there."""
    connection.execute(_insert_unless_there(connection, table).values(**row))


def _insert_unless_there(connection: Connection, table: Table) -> Insert:
    """SQLAlchemy has no word of its own for this: each kind of database that we know says it in its dialect."""
    if connection.dialect.name != "sqlite":
        raise RecordProblem(f"A register on {connection.dialect.name} cannot be written yet. Use an SQLite database.")
    return insert_in_sqlite(table).on_conflict_do_nothing()


def _version(engine: Engine) -> str:
    """Which migration the register has reached; "" for an empty database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.exec_driver_sql("select version_num from alembic_version").scalar() or "")


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


def _engine(url: str) -> Engine:
    patient = {"timeout": _WAIT_SECONDS} if make_url(url).get_backend_name() == "sqlite" else {}
    return create_engine(url, connect_args=patient)


def _make(file: Path) -> None:
    beside = file.with_name(f".{FILE}.new")
    with disk_errors_explained(file.parent):
        beside.unlink(missing_ok=True)
    _bring_up_to_date(_engine(f"sqlite:///{beside}"))
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
