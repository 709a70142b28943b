"""Cycles run from a terminal: one after another, through a Prefect server of our own, with progress to be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from flows.private_server import PrivateServer, private_server
from flows.surroundings import keep_to
from tasks.record.place import record_folder, written
from tasks.stages.asked import settled

if TYPE_CHECKING:
    from tasks.stages.ending import Ending

Tell = Callable[[str, str], None]
_WANTED = (
    "expectations.rule_holds",  # and with it Great Expectations, which takes seconds
    "flows.reporting_cycle",
    "reporting.counting",
    "reporting.grading",
    "tasks.checks",
    "tasks.intake",
)


def run_cycles(
    authority: str, periods: Sequence[str | None], extract: Path | None, list_date: date | None, tell: Tell
) -> list[Ending | BaseException]:
    """How the cycle of each period ended. A problem in one month stops the months after it, which stand on it."""
    for period in periods:  # what cannot be done as asked is said at once, and not after a server has started
        settled(authority, period, extract, list_date)
    record = record_folder()
    with written(record):
        record.mkdir(parents=True, exist_ok=True)
    keep_to(record)
    endings: list[Ending | BaseException] = []
    with private_server() as server:
        _get_ready(server, tell)
        for period in periods:
            endings.append(_run(authority, period, extract, list_date, tell))
            if isinstance(endings[-1], BaseException):
                break
    return endings


def _get_ready(server: PrivateServer | None, tell: Tell) -> None:
    """While the server starts, import what the stages will want."""
    tell("start Prefect", "begins")
    for module in _WANTED:
        import_module(module)
    if server:
        server.wait()
    tell("start Prefect", "ends")


def _run(
    authority: str, period: str | None, extract: Path | None, list_date: date | None, tell: Tell
) -> Ending | BaseException:
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from flows.reporting_cycle import reporting_cycle
    from tasks.stages.stage import listening

    tell(f"{authority} {period or ''}".strip(), "opens")
    # The heartbeat's thread sleeps in whole seconds and the flow waits for it: a second saved for each month.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}), listening(tell):
        state = reporting_cycle(authority, period, extract, list_date, return_state=True)
    return state.result(raise_on_failure=False)
