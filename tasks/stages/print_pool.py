"""The printing room: packs are composed and printed in processes of their own, side by side."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from prefect.futures import PrefectFuture

from reporting.model.causes import Cause, StageInput
from reporting.model.periods import period_named
from tasks.errors import PackProblem
from tasks.fingerprints import hash_of
from tasks.packs import pack_file, packs_due
from tasks.record.keeping import Done, Work
from tasks.record.reports import as_reported_before
from tasks.record.store import Loose, sha256
from tasks.stages.defined import COUNT, PRINT, printing
from tasks.stages.print_job import PrintJob, WeeklyPrintJob
from tasks.stages.print_worker import Unprinted, printed, stand_by, take_up_work
from tasks.stages.replacing import replaced_report
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace

_PRINTERS = 2


class PrintPool:
    """Printers that are ready before there is anything to print."""

    def __init__(self, printers: int) -> None:
        self._pool = _printers(printers)
        self._ready = [self._pool.submit(stand_by) for _ in range(printers)]

    def print(self, job: PrintJob | WeeklyPrintJob) -> list[Loose]:
        """The files of one pack, or the problem that kept it from being printed."""
        try:
            made = self._pool.submit(printed, job).result()
        except BrokenProcessPool:  # a printer that dies takes the room with it, and perhaps another pack was to blame
            made = _printed_alone(job)
        if isinstance(made, Unprinted):
            raise PackProblem(made.why)
        return made

    def close(self) -> None:
        """Send the printers home."""
        self._pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def print_pool(printers: int = _PRINTERS) -> Iterator[PrintPool]:
    """A printing room for the length of the block."""
    room = PrintPool(printers)
    try:
        yield room
    finally:
        room.close()


@stage(PRINT, exit_code=PackProblem.exit_code)
def print_pack(at: Workspace, job: PrintJob, room: PrintPool) -> Done:
    """Compose one board's pack, print it, and lay it out under the period's folder."""
    record, cycle = at.record, at.cycle
    done = record.once(work_of(at, job), lambda: room.print(job))
    record.store.lay_out(done.files["pdf"], record.folder / cycle.authority / cycle.period / f"{job.board}.pdf")
    return done


def work_of(at: Workspace, job: PrintJob) -> Work:
    """The printing of one pack, and all that it is made from."""
    made = (job.conformed, job.checked, job.counted)
    return at.work(printing(job.board), made, at.of_period(), at.of_data(), *_given(job))


def _given(job: PrintJob) -> Iterator[StageInput]:
    """What a pack is made from besides the lists: its own file, the months before it, the report that it replaces."""
    yield StageInput(Cause.SETTINGS, "pack", sha256(pack_file(job.cycle.authority, job.board).read_bytes()))
    yield StageInput(Cause.UPSTREAM, "history", hash_of(*(done.content for done in job.history)))
    if job.replaced:
        told = (job.replaced.list_date, str(job.replaced.withdrawn), *(why.value for why in job.replaced.why))
        yield StageInput(Cause.UPSTREAM, "replaced", hash_of(*told))


def print_every_pack(
    at: Workspace, jobs: Iterable[PrintJob], room: PrintPool
) -> tuple[dict[str, Done], dict[str, str]]:
    """Every pack that could be printed, and why each of the others could not: one board's failure is its own."""
    return what_was_printed({job.board: print_pack.submit(at, job, room) for job in jobs})


def what_was_printed(at_work: Mapping[str, PrefectFuture[Done]]) -> tuple[dict[str, Done], dict[str, str]]:
    """Of the reports that are being printed, those that came out, and why each of the others did not."""
    done: dict[str, Done] = {}
    failed: dict[str, str] = {}
    for board, at_the_printers in at_work.items():
        made = at_the_printers.result(raise_on_failure=False)
        if isinstance(made, Done):
            done[board] = made
        else:
            failed[board] = str(made)
    return done, failed


def jobs_for(at: Workspace, conformed: Done, checked: Done, counted: Done) -> tuple[PrintJob, ...]:
    """One job for each board whose pack is due, with the earlier months as they were reported."""
    record, cycle = at.record, at.cycle
    history = tuple(
        record.made(cycle.authority, COUNT.key, reported.inputs)
        for reported in as_reported_before(record, cycle.authority, cycle.period)
    )
    replaced = replaced_report(at)
    return tuple(
        PrintJob(record.folder, cycle, board, conformed, checked, counted, history, replaced)
        for board in packs_due(at.settings(PRINT), period_named(cycle.period))
    )


def _printers(number: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number, mp_context=spawn, initializer=take_up_work)


def _printed_alone(job: PrintJob | WeeklyPrintJob) -> list[Loose] | Unprinted:
    """One pack in a process of its own."""
    with _printers(1) as printer:
        try:
            return printer.submit(printed, job).result()
        except BrokenProcessPool:
            return Unprinted(
                f"The process that was printing {job.board} was ended from outside, perhaps for want of memory. "
                "The same command takes up from here."
            )
