"""The printing room: packs are composed and printed in processes of their own, side by side."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from prefect.futures import PrefectFuture

from reporting.model.causes import Cause, StageInput
from reporting.presentation.briefing.needs import Need
from tasks.errors import PackProblem
from tasks.fingerprints import hash_of
from tasks.packs import pack_file
from tasks.record.keeping import Done, Work
from tasks.record.store import Loose, sha256
from tasks.stages.defined import PRINT, printing
from tasks.stages.print_job import PrintJob
from tasks.stages.print_worker import Unprinted, printed, stand_by, take_up_work
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace

_PRINTERS = 2


class PrintPool:
    """Printers that are ready before there is anything to print."""

    def __init__(self, printers: int) -> None:
        self._pool = _printers(printers)
        self._ready = [self._pool.submit(stand_by) for _ in range(printers)]

    def print(self, job: PrintJob) -> list[Loose]:
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
    """Compose one report, print it, and lay it out under the period's folder."""
    record, cycle = at.record, at.cycle
    done = record.once(work_of(at, job), lambda: room.print(job))
    folder = record.folder / cycle.authority / cycle.period
    for kind in ("pdf", "csv") if job.csv else ("pdf",):
        record.store.lay_out(done.files[kind], folder / f"{job.board}.{kind}")
    return done


def work_of(at: Workspace, job: PrintJob) -> Work:
    """The printing of one report, and all that it is made from."""
    return at.work(printing(job.board), job.made_from, at.of_period(), at.of_data(), *_given(at, job))


def _given(at: Workspace, job: PrintJob) -> Iterator[StageInput]:
    """What a report is made from besides the lists: its file, the periods before it, the report that it replaces."""
    file = pack_file(job.board, at.settings(PRINT))
    yield StageInput(Cause.SETTINGS, "pack", sha256(file.read_bytes()))
    if Need.HISTORY in job.needs:
        yield StageInput(Cause.UPSTREAM, "history", hash_of(*(done.content for done in job.history)))
    for one in job.earlier:
        told = f"{one.found.list_date} {one.followed.content}"
        yield StageInput(Cause.UPSTREAM, f"before, {one.found.period}", told)
    if job.replaced:
        words = (job.replaced.list_date, str(job.replaced.withdrawn), *(why.value for why in job.replaced.why))
        yield StageInput(Cause.UPSTREAM, "replaced", hash_of(*words))


def start_printing(at: Workspace, jobs: Iterable[PrintJob], room: PrintPool) -> dict[str, PrefectFuture[Done]]:
    """Every report at the printers, side by side: one that fails is no hindrance to the others."""
    return {job.board: print_pack.submit(at, job, room) for job in jobs}


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


def _printers(number: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number, mp_context=spawn, initializer=take_up_work)


def _printed_alone(job: PrintJob) -> list[Loose] | Unprinted:
    """One pack in a process of its own."""
    with _printers(1) as printer:
        try:
            return printer.submit(printed, job).result()
        except BrokenProcessPool:
            return Unprinted(
                f"The process that was printing {job.board} was ended from outside, perhaps for want of memory. "
                "The same command takes up from here."
            )
