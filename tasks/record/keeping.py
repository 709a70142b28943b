"""What a cycle asks of the record: is this stage done already, keep what it made, what was reported before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection, Row, Select, Table, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_unless_there

from reporting.model.periods import period_named
from tasks.errors import RecordProblem
from tasks.record.location import record_folder
from tasks.record.register import (
    EXTRACTS,
    FILE,
    OUTPUTS,
    REPORTED,
    RUN_ENDINGS,
    RUNS,
    STAGES,
    one_transaction,
    open_register,
)
from tasks.record.store import Kept, Loose, Store, sha256

COMPLETED, FAILED = "completed", "failed"


@dataclass(frozen=True)
class Work:
    """One stage of one run, and a hash of everything it is made from."""

    run: str
    authority: str
    period: str
    stage: str
    inputs: str


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
        """One hash for all that the stage put out."""
        return sha256("\n".join(f"{name} {kept.content}" for name, kept in sorted(self.files.items())).encode())


@dataclass(frozen=True)
class Reported:
    """The figures of one period as they were reported, once."""

    period: str
    list_date: date
    inputs: str


class Record:
    """The record in one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or record_folder()
        self.store = Store(self.folder)
        self.engine = open_register(self.folder)

    @classmethod
    def to_read(cls) -> Record:
        """The record, when there is one: reading never makes it."""
        folder = record_folder()
        if not (folder / FILE).is_file():
            raise RecordProblem(
                f"There is no record at {folder} yet. Run `lineofsight cycle monthly` first, or set "
                "LINEOFSIGHT_RECORD to the folder that holds the record."
            )
        return cls(folder)

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
        with one_transaction(self.engine, self.folder) as connection:
            open_run(connection, work)
            for kept in files.values():
                add_row(connection, OUTPUTS, **vars(work), **vars(kept))
            seconds = perf_counter() - began
            _close_stage(connection, work, "done", seconds)
        return Done(work.stage, work.inputs, files, passed_over=False, seconds=seconds)

    def ended(self, work: Work, status: str, message: str) -> None:
        """Say how a run ended. A run that went well and found nothing to do leaves no trace."""
        with one_transaction(self.engine, self.folder) as connection:
            if status == FAILED:
                open_run(connection, work)
            if connection.execute(select(RUNS.c.run).where(RUNS.c.run == work.run)).first():
                add_row(connection, RUN_ENDINGS, run=work.run, status=status, message=message, ended_at=entered_now())

    def take_in(self, work: Work, content: str, list_date: date, *, synthetic: bool) -> None:
        """Enter an extract, unless the very same content stands in the register for another month, or week (F19).

        Within the month, or the week, it is the list date that was mistaken and is now put right.
        """
        before = self.rows(
            select(EXTRACTS).where(EXTRACTS.c.authority == work.authority, EXTRACTS.c.content == content)
        )
        asked = type(period_named(work.period))
        days = [date.fromisoformat(taken.list_date) for taken in before]
        earlier = [day for day in days if asked.holding(day) != asked.holding(list_date)]
        if earlier:
            raise RecordProblem(
                f"This extract is identical to the one taken in with list date {earlier[0].isoformat()}, so it cannot "
                f"be the lists as they stood on {list_date.isoformat()}. Give the {asked.called}'s own extract, or "
                "correct the list date. If it was the earlier date that was wrong, run the lists again: what was taken "
                "in is never changed."
            )
        with one_transaction(self.engine, self.folder) as connection:
            open_run(connection, work)
            add_row(
                connection,
                EXTRACTS,
                authority=work.authority,
                content=content,
                list_date=list_date.isoformat(),
                synthetic=int(synthetic),
                run=work.run,
            )

    def report(self, work: Work, list_date: date) -> None:
        """Say that these are now the figures of the period; the first ever said stay the first."""
        latest = self.reported(work.authority, work.period, first=False)
        if latest and latest.inputs == work.inputs:
            return
        with one_transaction(self.engine, self.folder) as connection:
            open_run(connection, work)
            row = {"run": work.run, "authority": work.authority, "period": work.period, "inputs": work.inputs}
            connection.execute(insert(REPORTED).values(**row, list_date=list_date.isoformat()))

    def reported(self, authority: str, period: str, *, first: bool) -> Reported | None:
        """The figures of a period as first, or as last, reported."""
        order = REPORTED.c.id if first else REPORTED.c.id.desc()
        of_period = select(REPORTED).where(REPORTED.c.authority == authority, REPORTED.c.period == period)
        rows = self.rows(of_period.order_by(order).limit(1))
        return Reported(rows[0].period, date.fromisoformat(rows[0].list_date), rows[0].inputs) if rows else None

    def first_reported_before(self, authority: str, period: str) -> tuple[Reported, ...]:
        """Every earlier period as first reported, in order."""
        earlier = select(REPORTED.c.period).distinct().where(REPORTED.c.authority == authority)
        periods = [row.period for row in self.rows(earlier.where(REPORTED.c.period < period).order_by("period"))]
        found = (self.reported(authority, name, first=True) for name in periods)
        return tuple(reported for reported in found if reported)

    def made(self, authority: str, stage: str, inputs: str) -> Done:
        """What a stage made from these inputs, the latest of each name."""
        ours = (OUTPUTS.c.authority == authority, OUTPUTS.c.stage == stage, OUTPUTS.c.inputs == inputs)
        rows = self.rows(select(OUTPUTS).where(*ours).order_by(OUTPUTS.c.id))
        files = {row.name: Kept(row.name, row.content, row.path, row.size) for row in rows}
        return Done(stage, inputs, files, passed_over=True, seconds=0.0)

    def rows(self, asked: Select[tuple[object, ...]]) -> list[Row[tuple[object, ...]]]:
        """What the register answers."""
        with one_transaction(self.engine, self.folder) as connection:
            return list(connection.execute(asked))


def open_run(connection: Connection, work: Work) -> None:
    """Enter the run, unless it is there."""
    add_row(connection, RUNS, run=work.run, authority=work.authority, period=work.period, entered_at=entered_now())


def _close_stage(connection: Connection, work: Work, status: str, seconds: float) -> None:
    row = {"run": work.run, "stage": work.stage, "status": status, "seconds": round(seconds, 3)}
    connection.execute(insert(STAGES).values(**row, finished_at=entered_now()))


def add_row(connection: Connection, table: Table, **row: object) -> None:
    """Enter a row, unless it is there."""
    connection.execute(insert_unless_there(table).values(**row).on_conflict_do_nothing())


def entered_now() -> str:
    """The moment something is entered."""
    return datetime.now(UTC).isoformat(timespec="seconds")
