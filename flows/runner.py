"""Cycles run from a terminal: one after another, through a Prefect server of our own, with progress to be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from flows.environment import keep_to
from flows.private_server import PrivateServer, private_server
from tasks.record.location import disk_errors_explained, record_folder
from tasks.stages.finished import finished_before

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.client.schemas.objects import State

    from tasks.stages.ending import CycleSummary

Tell = Callable[[str, str], None]
_FLOWS = {
    "monthly": "flows.reporting_cycle.reporting_cycle",
    "weekly": "flows.weekly_cycle.weekly_cycle",
}
_WANTED = (
    "expectations.suites",  # and with it Great Expectations, which takes seconds
    "reporting.measures.counting",
    "reporting.measures.grading",
    "expectations.validation",
    "tasks.intake",
)


def run_cycles(
    authority: str,
    periods: Sequence[str | None],
    extract: Path | None,
    list_date: date | None,
    tell: Tell,
    cadence: str = "monthly",
) -> list[CycleSummary | BaseException]:
    """How the cycle of each period ended. A problem in one period stops those after it, which stand on it.

    Periods of which nothing is left to do are told from the record, and Prefect is not started for them.
    """
    endings: list[CycleSummary | BaseException] = []
    for period in periods:
        ending = finished_before(authority, cadence, period, extract, list_date)
        if ending is None:
            break
        endings.append(ending)
    left = periods[len(endings) :]
    return endings + _run_each(authority, left, extract, list_date, tell, cadence) if left else endings


def _run_each(
    authority: str,
    periods: Sequence[str | None],
    extract: Path | None,
    list_date: date | None,
    tell: Tell,
    cadence: str,
) -> list[CycleSummary | BaseException]:
    """The cycles that are run through Prefect, one after another."""
    from reporting.model.periods import Cadence
    from tasks.stages.request import resolve_request

    for period in periods:  # what cannot be done as asked is said at once, and not after a server has started
        resolve_request(authority, period, extract, list_date, Cadence(cadence))
    record = record_folder()
    with disk_errors_explained(record):
        record.mkdir(parents=True, exist_ok=True)
    keep_to(record)
    endings: list[CycleSummary | BaseException] = []
    with private_server() as server:
        flow = _get_ready(server, tell, cadence)
        for period in periods:
            tell(f"{authority} {period or ''}".strip(), "opens")
            endings.append(_run(flow, tell, authority, period, extract, list_date))
            if isinstance(endings[-1], BaseException):
                break
    return endings


def _get_ready(server: PrivateServer | None, tell: Tell, cadence: str) -> Flow[..., State[CycleSummary]]:
    """The cycle's flow. While the server starts, import it and what its stages will want."""
    tell("start Prefect", "begins")
    for module in _WANTED:
        import_module(module)
    module, name = _FLOWS[cadence].rsplit(".", 1)
    flow: Flow[..., State[CycleSummary]] = getattr(import_module(module), name)
    if server:
        server.wait()
    tell("start Prefect", "ends")
    return flow


def _run(flow: Flow[..., State[CycleSummary]], tell: Tell, *asked: object) -> CycleSummary | BaseException:
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from tasks.stages.stage import listening

    # The heartbeat's thread sleeps in whole seconds and the flow waits for it: a second saved for each period.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}), listening(tell):
        state: State[CycleSummary] = flow(*asked, return_state=True)
    return state.result(raise_on_failure=False)
