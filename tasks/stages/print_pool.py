"""The printing room: packs are composed and printed in processes of their own, side by side."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from prefect.futures import PrefectFuture

from reporting.model.periods import period_named
from tasks.errors import PackProblem
from tasks.record.keeping import Done, Record
from tasks.record.store import Loose
from tasks.stages.cycle import Cycle
from tasks.stages.print_worker import PrintJob, Unprinted, WeeklyPrintJob, printed, stand_by, take_up_work
from tasks.stages.stage import stage

_PRINTERS = 2


class PrintPool:
    """Printers that are ready before there is anything to print."""

    def __init__(self, printers: int) -> None:
        self._pool = _printers(printers)
        self._ready = [self._pool.submit(stand_by) for _ in range(printers)]

    def print(self, order: PrintJob | WeeklyPrintJob) -> list[Loose]:
        """The files of one pack, or the problem that kept it from being printed."""
        try:
            made = self._pool.submit(printed, order).result()
        except BrokenProcessPool:  # a printer that dies takes the room with it, and perhaps another pack was to blame
            made = _printed_alone(order)
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


@stage("print the pack", exit_code=PackProblem.exit_code)
def print_pack(order: PrintJob, room: PrintPool) -> Done:
    """Compose one board's pack, print it, and lay it out under the period's folder."""
    record, cycle = Record(), order.cycle
    earlier = [f"{done.inputs} {done.content}" for done in order.history]
    inputs = (cycle.period, order.conformed.content, order.checked.content, order.counted.content, *earlier)
    done = record.once(cycle.work(f"print {order.board}", *inputs), lambda: room.print(order))
    place = record.folder / cycle.authority / cycle.period / f"{order.board}.pdf"
    record.store.lay_out(done.files["pdf"], place)
    return done


def print_every_pack(orders: Iterable[PrintJob], room: PrintPool) -> tuple[dict[str, Done], dict[str, str]]:
    """Every pack that could be printed, and why each of the others could not: one board's failure is its own."""
    return what_was_printed({order.board: print_pack.submit(order, room) for order in orders})


def what_was_printed(at_work: Mapping[str, PrefectFuture[Done]]) -> tuple[dict[str, Done], dict[str, str]]:
    """Of the reports that are being printed, those that came out, and why each of the others did not."""
    printed, failed = {}, {}
    for board, printing in at_work.items():
        made = printing.result(raise_on_failure=False)
        if isinstance(made, Done):
            printed[board] = made
        else:
            failed[board] = str(made)
    return printed, failed


def orders_for(cycle: Cycle, conformed: Done, checked: Done, counted: Done) -> tuple[PrintJob, ...]:
    """One order for each board whose pack is due, with the earlier months as they were first reported."""
    from tasks.configuration import load_authority
    from tasks.packs import packs_due

    record = Record()
    history = tuple(
        record.made(cycle.authority, "count", reported.inputs)
        for reported in record.first_reported_before(cycle.authority, cycle.period)
    )
    boards = packs_due(load_authority(cycle.authority), period_named(cycle.period))
    return tuple(PrintJob(cycle, board, conformed, checked, counted, history) for board in boards)


def _printers(number: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number, mp_context=spawn, initializer=take_up_work)


def _printed_alone(order: PrintJob | WeeklyPrintJob) -> list[Loose] | Unprinted:
    """One pack in a process of its own."""
    with _printers(1) as printer:
        try:
            return printer.submit(printed, order).result()
        except BrokenProcessPool:
            return Unprinted(
                f"The process that was printing {order.board} was ended from outside, perhaps for want of memory. "
                "The same command takes up from here."
            )
