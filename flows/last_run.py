"""A run whose deployment is soon to start no more says so, while there is time to deploy again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.schedules import RRuleSchedule
from prefect.logging import get_run_logger
from prefect.runtime import deployment

from flows.schedule import ends_soon, last_day
from reporting.model.periods import day_words


def tell_of_the_last_run(authority: str) -> None:
    """Leave a warning and an artifact when the schedule that this run came from ends within the time of a warning."""
    last = _last_day_of_this_schedule()
    if last is None or not ends_soon(last, datetime.now(ZoneInfo("Europe/London")).date()):
        return
    sentence = f"The last run of {authority} that is scheduled is on {day_words(last)}. Run `lineofsight deploy`."
    get_run_logger().warning(sentence)
    create_markdown_artifact(
        key=f"schedule-ends-{authority}".replace("_", "-").lower(),
        markdown=sentence,
        description="When these runs end, and what to do before",
    )


def _last_day_of_this_schedule() -> date | None:
    """The last day that is written out in the deployment of this run; None for a run without one, or without end."""
    this = deployment.id
    if not this:
        return None
    with get_client(sync_client=True) as client:
        schedules = [found.schedule for found in client.read_deployment(UUID(str(this))).schedules]
    days = [last_day(schedule.rrule) for schedule in schedules if isinstance(schedule, RRuleSchedule)]
    return max((day for day in days if day), default=None)
