"""What a stage asks of the record: is this done already, keep what it made, what did it make before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection, Row, Select, insert, select

from reporting.model.causes import StageInput
from tasks.errors import RecordProblem
from tasks.record.location import record_folder, register_url
from tasks.record.register import (
    CAUSES,
    FILE,
    OUTPUTS,
    RUN_ENDINGS,
    RUNS,
    STAGES,
    add_row,
    one_transaction,
    open_register,
)
from tasks.record.store import Kept, Loose, Store, sha256

COMPLETED, FAILED = "completed", "failed"
MADE_FROM = "made from"
"""The output in which a stage says which outputs of the stages before it was made from."""
_NOT_TOLD = ("count", MADE_FROM)
_CALLED_IN_0_2 = {
    "take_in": "take in",
    "follow_up": "follow up the faults",
    "worklists": "write the worklists",
    "site": "write the quality site",
    "confirmations": "take in what was confirmed",
}


@dataclass(frozen=True)
class Work:
    """One stage of one run; ``inputs`` is one hash of everything it is made from, and ``causes`` the same by cause."""

    run: str
    authority: str
    period: str
    stage: str
    inputs: str
    causes: tuple[StageInput, ...] = ()


@dataclass(frozen=True)
class Done:
    """What a stage put out: small references into the record, and never the thing itself."""

    stage: str
    inputs: str
    files: Mapping[str, Kept]
    passed_over: bool
    seconds: float

    @property
    def content(self) -> str:
        """One hash for all that the stage put out. The same figures are the same, whatever they were counted from."""
        told = (name for name in self.files if (self.stage, name) != _NOT_TOLD)
        files = sorted((name, self.files[name].content) for name in told)
        return sha256("\n".join(f"{name} {content}" for name, content in files).encode())


class Record:
    """The record in one folder: one is opened for a run, and handed to whoever needs it.

    Without a folder it is where the settings say, its register too.
    """

    def __init__(self, folder: Path | None = None, url: str = "") -> None:
        self.folder = folder or record_folder()
        self.store = Store(self.folder)
        self.engine = open_register(self.folder, url if folder else register_url())

    @classmethod
    def to_read(cls) -> Record:
        """The record, when there is one: reading never makes it."""
        folder = record_folder()
        if not register_url() and not (folder / FILE).is_file():
            raise RecordProblem(
                f"There is no record at {folder} yet. Run `lineofsight cycle monthly` first, or set "
                "LINEOFSIGHT_RECORD to the folder that holds the record."
            )
        return cls()

    def done(self, work: Work) -> Done | None:
        """What this stage made before from the same inputs, when all of it is still there and unchanged."""
        made = self.made(work.authority, work.stage, work.inputs)
        whole = made.files and all(self.store.holds(kept) for kept in made.files.values())
        return made if whole else None

    def once(self, work: Work, make: Callable[[], Iterable[Loose]]) -> Done:
        """What the stage puts out: made before and still whole, or else made now."""
        return self.done(work) or self.keep(work, make)

    def keep(self, work: Work, make: Callable[[], Iterable[Loose]]) -> Done:
        """Keep the files that a stage makes, and then say so in the register, all in one transaction."""
        began = perf_counter()
        files = {loose.name: self.store.keep(loose) for loose in make()}
        whose = {"authority": work.authority, "stage": work.stage, "inputs": work.inputs}
        with one_transaction(self.engine) as connection:
            open_run(connection, work)
            for kept in files.values():
                add_row(connection, OUTPUTS, run=work.run, period=work.period, **whose, **vars(kept))
            for one in work.causes:
                add_row(connection, CAUSES, **whose, cause=one.cause.value, name=one.name, content=one.content)
            seconds = perf_counter() - began
            _close_stage(connection, work, "done", seconds)
        return Done(work.stage, work.inputs, files, passed_over=False, seconds=seconds)

    def ended(self, work: Work, status: str, message: str) -> None:
        """Say how a run ended. A run that went well and found nothing to do leaves no trace."""
        with one_transaction(self.engine) as connection:
            if status == FAILED:
                open_run(connection, work)
            if connection.execute(select(RUNS.c.run).where(RUNS.c.run == work.run)).first():
                add_row(connection, RUN_ENDINGS, run=work.run, status=status, message=message, ended_at=entered_now())

    def made(self, authority: str, stage: str, inputs: str) -> Done:
        """What a stage made from these inputs, the latest of each name."""
        stages = (stage, _CALLED_IN_0_2.get(stage, stage.replace("print.", "print ", 1)))
        ours = (OUTPUTS.c.authority == authority, OUTPUTS.c.stage.in_(stages), OUTPUTS.c.inputs == inputs)
        rows = self.rows(select(OUTPUTS).where(*ours).order_by(OUTPUTS.c.id))
        files = {row.name: Kept(row.name, row.content, row.path, row.size) for row in rows}
        return Done(stage, inputs, files, passed_over=True, seconds=0.0)

    def rows(self, asked: Select[tuple[object, ...]]) -> list[Row[tuple[object, ...]]]:
        """What the register answers."""
        with one_transaction(self.engine) as connection:
            return list(connection.execute(asked))


def open_run(connection: Connection, work: Work) -> None:
    """Enter the run, unless it is there."""
    add_row(connection, RUNS, run=work.run, authority=work.authority, period=work.period, entered_at=entered_now())


def entered_now() -> str:
    """The moment something is entered."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _close_stage(connection: Connection, work: Work, status: str, seconds: float) -> None:
    row = {"run": work.run, "stage": work.stage, "status": status, "seconds": round(seconds, 3)}
    connection.execute(insert(STAGES).values(**row, finished_at=entered_now()))
