"""`lineofsight deploy`: a monthly and a weekly deployment for every council that has a folder, on Prefect's server.

What a folder says is all there is to it: when the cycles start, and in which time zone. A deployment whose council has
gone is taken away, and one that somebody has paused stays paused.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

from flows.environment import keep_to
from flows.schedule import days_ahead, rrule, warning
from flows.work_pool import WorkPool, work_pool
from reporting.model.calendar import Calendar
from reporting.model.periods import Cadence, day_words
from reporting.model.settings import Authority, Schedule
from tasks.configuration import authority_keys, load_authority, load_calendar
from tasks.errors import Problem, UsageProblem
from tasks.record.location import REPOSITORY, record_folder

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient
    from prefect.client.schemas.responses import DeploymentResponse
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Schedule as PrefectSchedule

_PAGE = 100  # deployments that the server is asked for at a time


@dataclass(frozen=True)
class CycleToDeploy:
    """A flow that every council has deployed, by its module, and what one run of it does."""

    cadence: Cadence
    entrypoint: str
    does: str


CYCLES = (
    CycleToDeploy(
        Cadence.MONTHLY,
        "flows.reporting_cycle.reporting_cycle",
        "last finished month, from extract to board PDFs",
    ),
    CycleToDeploy(
        Cadence.WEEKLY,
        "flows.weekly_cycle.weekly_cycle",
        "last finished week, from extract to worklists, the weekly report and the quality site",
    ),
)


class DeployProblem(Problem):
    """Prefect's server did not take the deployments."""


def deploy() -> int:
    """Deploy what every council's folder says; 0, or the exit code of a folder that is wrong, which stops no other."""
    api = os.environ.get("PREFECT_API_URL")
    if not api:
        raise UsageProblem(
            "PREFECT_API_URL names no Prefect server to deploy to. Set it to the server's address, such as "
            "http://127.0.0.1:4200/api, or start one with `make serve`, which deploys too."
        )
    keep_to(record_folder())
    pool, calendar = work_pool(), load_calendar()
    councils, wrong = _councils()
    with _server_explained(api):
        from prefect.client.orchestration import get_client

        with get_client(sync_client=True) as client:
            _make_pool(client, pool)
            for council in councils:
                _deploy(client, council, calendar, pool)
            _take_away(client, {_name(cycle, key) for cycle in CYCLES for key in authority_keys()})
    for problem in wrong:
        sys.stderr.write(f"{problem}\n")
    return max((problem.exit_code for problem in wrong), default=0)


def _deploy(client: SyncPrefectClient, council: Authority, calendar: Calendar, pool: WorkPool) -> None:
    """One council's cycles, and what is said of them."""
    agreed = council.schedule
    if agreed is None:
        return
    today = datetime.now(ZoneInfo(agreed.timezone)).date()
    for deployment in deployments_of(council, calendar, today, pool):
        _apply(client, deployment)
    for sentence in _starts(agreed, calendar, today):
        print(f"{council.name}: {sentence}")


def deployments_of(council: Authority, calendar: Calendar, today: date, pool: WorkPool) -> list[RunnerDeployment]:
    """The deployments of one council, as they are to be from today. Nothing is asked of a server."""
    from prefect import Flow
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy

    def planned(cycle: CycleToDeploy) -> RunnerDeployment:
        # Prefect's types allow for a caller that is asynchronous; this one is not.
        flow = cast("Flow[..., Any]", Flow.from_source(source=str(REPOSITORY), entrypoint=cycle.entrypoint))
        deployment = flow.to_deployment(
            name=_name(cycle, council.key),
            description=f"{council.name}: the {cycle.does}.",
            tags=[cycle.cadence.value, council.key],
            parameters={"authority": council.key},
            schedules=_schedules(cycle.cadence, council.schedule, calendar, today),
            work_pool_name=pool.name,
            job_variables=dict(pool.job_variables),
            concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE),
        )
        return cast("RunnerDeployment", deployment)

    return [planned(cycle) for cycle in CYCLES]


def _name(cycle: CycleToDeploy, key: str) -> str:
    return f"{cycle.cadence.value}-{key}"


def _schedules(cadence: Cadence, agreed: Schedule | None, calendar: Calendar, today: date) -> list[PrefectSchedule]:
    """When it starts: the working days written out, or the weekday, which cron does know."""
    from prefect.schedules import Cron, RRule

    if agreed is None:
        return []
    if cadence is Cadence.WEEKLY:
        return [Cron(f"{agreed.at.minute} {agreed.at.hour} * * {agreed.weekday % 7}", timezone=agreed.timezone)]
    days = days_ahead(calendar, today, agreed.working_day)
    return [RRule(rrule(days, agreed.at), timezone=agreed.timezone)] if days else []


def _councils() -> tuple[list[Authority], list[Problem]]:
    """The councils whose folders can be used, and what is wrong with the others."""
    councils: list[Authority] = []
    wrong: list[Problem] = []
    for key in authority_keys():
        try:
            councils.append(load_authority(key))
        except Problem as problem:
            wrong.append(problem)
    return councils, wrong


def _make_pool(client: SyncPrefectClient, pool: WorkPool) -> None:
    """The pool, unless it is there: one that somebody has set up is left as it is."""
    from prefect.client.schemas.actions import WorkPoolCreate
    from prefect.exceptions import ObjectNotFound

    try:
        client.read_work_pool(pool.name)
    except ObjectNotFound:
        client.create_work_pool(WorkPoolCreate(name=pool.name, type=pool.type))


def _apply(client: SyncPrefectClient, deployment: RunnerDeployment) -> None:
    """Create it, or bring the one that is there up to date."""
    from prefect.exceptions import ObjectNotFound

    try:
        deployment.paused = client.read_deployment_by_name(deployment.full_name).paused
    except ObjectNotFound:
        deployment.paused = False
    deployment.apply()


def _take_away(client: SyncPrefectClient, wanted: Iterable[str]) -> None:
    """Delete the deployments of our flows that no council's folder asks for: Prefect never does so by itself."""
    ours = {cycle.entrypoint for cycle in CYCLES}
    gone = [found for found in tuple(_deployed(client)) if found.entrypoint in ours and found.name not in wanted]
    for deployment in gone:
        client.delete_deployment(deployment.id)
        print(f"{deployment.name}: taken away, because there is no such council any more.")


def _deployed(client: SyncPrefectClient) -> Iterator[DeploymentResponse]:
    """Every deployment on the server."""
    offset = 0
    while page := client.read_deployments(limit=_PAGE, offset=offset):
        yield from page
        offset += len(page)


def _starts(agreed: Schedule, calendar: Calendar, today: date) -> Iterator[str]:
    """When a council's cycles start and for how long, and a warning when that is not long."""
    days = days_ahead(calendar, today, agreed.working_day)
    if days:
        months = f"{len(days)} months, {day_words(days[0])} to {day_words(days[-1])}"
        yield f"{months}; every week on day {agreed.weekday}; at {agreed.at:%H:%M}, {agreed.timezone}."
    if soon := warning(calendar, today, agreed.working_day):
        yield soon


@contextmanager
def _server_explained(api: str) -> Iterator[None]:
    """Whatever goes wrong between us and the server is said in plain words."""
    from httpx import HTTPError
    from prefect.exceptions import PrefectException

    try:
        yield
    except (HTTPError, PrefectException) as problem:
        raise DeployProblem(
            f"Prefect's server at {api} did not take the deployments ({type(problem).__name__}). See that it runs and "
            "that PREFECT_API_URL is its address, then run the same command again."
        ) from None
