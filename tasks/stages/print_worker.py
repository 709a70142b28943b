"""A printer: a process that composes and prints packs, and knows nothing of Prefect."""

from __future__ import annotations

import multiprocessing
import os
import threading
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import wait

from tasks.errors import PackProblem, Problem
from tasks.record.follow_ups import FollowUp
from tasks.record.keeping import Done
from tasks.record.store import PACKS, Loose
from tasks.redaction import redacted
from tasks.stages.cycle import Cycle


@dataclass(frozen=True)
class PrintJob:
    """What a printer needs to know to make one pack: references into the record, and no figures."""

    cycle: Cycle
    board: str
    conformed: Done
    checked: Done
    counted: Done
    history: tuple[Done, ...]


WEEKLY_REPORT = "weekly_report"


@dataclass(frozen=True)
class WeeklyPrintJob:
    """What a printer needs to know to make the weekly report; ``earlier`` are the weeks before, oldest first."""

    cycle: Cycle
    conformed: Done
    checked: Done
    counted: Done
    followed: Done
    earlier: tuple[FollowUp, ...]

    board = WEEKLY_REPORT


@dataclass(frozen=True)
class Unprinted:
    """Why a pack was not printed. A problem comes back as words: an exception might not survive the journey."""

    why: str


def printed(order: PrintJob | WeeklyPrintJob) -> list[Loose] | Unprinted:
    """The files of one pack, or why there are none."""
    try:
        with redacted(f"print {order.board}", PackProblem.exit_code):
            from tasks.stages.composing import composed_and_printed

            pack = composed_and_printed(order)
            return [
                Loose("html", pack.html.encode(), ".html", PACKS),
                Loose("pdf", pack.pdf, ".pdf", PACKS),
                Loose("csv", pack.csv.encode(), ".csv", PACKS),
            ]
    except Problem as problem:
        return Unprinted(str(problem))


def stand_by() -> None:
    """Nothing, but a printer is there to do it."""


def take_up_work() -> None:
    """A printer stays within its limits, and never outlives the process that it prints for."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    from tasks.print_pack import stay_within_limits

    stay_within_limits()
    import_module("tasks.stages.composing")


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
