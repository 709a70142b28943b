"""A printer: a process that composes and prints packs, and knows nothing of Prefect."""

from __future__ import annotations

import multiprocessing
import os
import threading
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from tasks.errors import PackProblem, Problem
from tasks.record.store import PACKS, Loose
from tasks.redaction import redacted
from tasks.stages.defined import PRINT
from tasks.stages.print_job import PrintJob
from tasks.stages.settings_slice import sliced

if TYPE_CHECKING:
    from tasks.print_pack import PrintedPack


@dataclass(frozen=True)
class Unprinted:
    """Why a pack was not printed. A problem comes back as words: an exception might not survive the journey."""

    why: str


def printed(job: PrintJob) -> list[Loose] | Unprinted:
    """The files of one report, or why there are none."""
    try:
        with redacted(f"print {job.board}", PackProblem.exit_code):
            report = _report(job)
            return [
                Loose("html", report.html.encode(), ".html", PACKS),
                Loose("pdf", report.pdf, ".pdf", PACKS),
                Loose("csv", report.csv.encode(), ".csv", PACKS),
            ]
    except Problem as problem:
        return Unprinted(str(problem))


def _report(job: PrintJob) -> PrintedPack:
    """The report, from the council's settings as they were when the run began."""
    from tasks.configuration import load_authority
    from tasks.packs import load_pack
    from tasks.stages.composing import printed_pack

    authority = load_authority(job.cycle.authority)
    if authority.content != job.cycle.settings:
        raise PackProblem(
            f"The folder of {authority.name} was changed while {job.board} was being printed, so the report might mix "
            "old settings with new. Run the same command again."
        )
    settings = sliced(authority, PRINT.settings, PRINT.key)
    return printed_pack(job, load_pack(job.board, settings), settings)


def stand_by() -> None:
    """Nothing, but a printer is there to do it."""


def take_up_work() -> None:
    """A printer stays within its limits, and never outlives the process that it prints for."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    from tasks.print_pack import stay_within_limits

    stay_within_limits()
    for module in ("tasks.configuration", "tasks.packs", "tasks.stages.composing"):
        import_module(module)


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
