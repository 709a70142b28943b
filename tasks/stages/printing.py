"""The printing room: packs are composed and printed in processes of their own, side by side."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait

from tasks.errors import PackProblem, Problem
from tasks.record.keeping import Done, Record
from tasks.record.store import PACKS, Loose
from tasks.stages.cycle import Cycle
from tasks.stages.stage import stage
from tasks.unforeseen import without_values

_PRINTERS = 2


@dataclass(frozen=True)
class Order:
    """What a printer needs to know to make one pack: references into the record, and no figures."""

    cycle: Cycle
    board: str
    conformed: Done
    checked: Done
    counted: Done
    history: tuple[Done, ...]


@dataclass(frozen=True)
class Unprinted:
    """Why a pack was not printed. A problem comes back as words: an exception might not survive the journey."""

    why: str


class PrintingRoom:
    """Printers that are ready before there is anything to print."""

    def __init__(self) -> None:
        self._pool = _printers(_PRINTERS)
        self._ready = [self._pool.submit(_stand_by) for _ in range(_PRINTERS)]

    def print(self, order: Order) -> list[Loose]:
        """The files of one pack, or the problem that kept it from being printed."""
        try:
            made = self._pool.submit(_printed, order).result()
        except BrokenProcessPool:  # a printer that dies takes the room with it, and perhaps another pack was to blame
            made = _printed_alone(order)
        if isinstance(made, Unprinted):
            raise PackProblem(made.why)
        return made

    def close(self) -> None:
        """Send the printers home."""
        self._pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def printing_room() -> Iterator[PrintingRoom]:
    """A printing room for the length of the block."""
    room = PrintingRoom()
    try:
        yield room
    finally:
        room.close()


@stage("print the pack", exit_code=PackProblem.exit_code)
def print_pack(order: Order, room: PrintingRoom) -> Done:
    """Compose one board's pack, print it, and lay it out under the period's folder."""
    record, cycle = Record(), order.cycle
    earlier = [f"{done.inputs} {done.content}" for done in order.history]
    inputs = (cycle.period, order.conformed.content, order.checked.content, order.counted.content, *earlier)
    done = record.once(cycle.work(f"print {order.board}", *inputs), lambda: room.print(order))
    place = record.folder / cycle.authority / cycle.period / f"{order.board}.pdf"
    record.store.lay_out(done.files["pdf"], place)
    return done


def print_every_pack(orders: Iterable[Order], room: PrintingRoom) -> tuple[dict[str, Done], dict[str, str]]:
    """Every pack that could be printed, and why each of the others could not: one board's failure is its own."""
    at_work = {order.board: print_pack.submit(order, room) for order in orders}
    printed, failed = {}, {}
    for board, printing in at_work.items():
        made = printing.result(raise_on_failure=False)
        if isinstance(made, Done):
            printed[board] = made
        else:
            failed[board] = str(made)
    return printed, failed


def orders_for(cycle: Cycle, conformed: Done, checked: Done, counted: Done) -> tuple[Order, ...]:
    """One order for each of the authority's boards, with the earlier months as they were first reported."""
    from tasks.configuration import folder_of

    record = Record()
    history = tuple(
        record.made(cycle.authority, "count", reported.inputs)
        for reported in record.first_reported_before(cycle.authority, cycle.period)
    )
    boards = sorted(path.stem for path in (folder_of(cycle.authority) / "packs").glob("*.toml"))
    return tuple(Order(cycle, board, conformed, checked, counted, history) for board in boards)


def _printers(number: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number, mp_context=spawn, initializer=_take_up_work)


def _printed_alone(order: Order) -> list[Loose] | Unprinted:
    """One pack in a process of its own."""
    with _printers(1) as printer:
        try:
            return printer.submit(_printed, order).result()
        except BrokenProcessPool:
            return Unprinted(
                f"The process that was printing {order.board} was ended from outside, perhaps for want of memory. "
                "The same command takes up from here."
            )


def _printed(order: Order) -> list[Loose] | Unprinted:
    try:
        with without_values(f"print {order.board}", PackProblem.exit_code):
            from tasks.stages.composing import printed

            pack = printed(order)
            return [
                Loose("html", pack.html.encode(), ".html", PACKS),
                Loose("pdf", pack.pdf, ".pdf", PACKS),
                Loose("csv", pack.csv.encode(), ".csv", PACKS),
            ]
    except Problem as problem:
        return Unprinted(str(problem))


def _stand_by() -> None:
    """Nothing, but a printer is there to do it."""


def _take_up_work() -> None:
    """A printer stays within its limits, and never outlives the process that it prints for."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    from tasks.print_pack import stay_within_limits

    stay_within_limits()
    import tasks.stages.composing  # noqa: F401


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
