"""prefect.yaml says what it means: Prefect ignores a mistyped key without a word, so it is checked here."""

import asyncio
from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import yaml
from prefect.flows import load_flow_from_entrypoint
from prefect.server.schemas.schedules import CronSchedule, RRuleSchedule

from flows.schedule import rrule, working_day
from reporting.model.periods import Month
from tasks.configuration import authority_keys, load_authority, load_calendar
from tests.flows.conftest import ROOT

SAID = yaml.safe_load((ROOT / "prefect.yaml").read_text())
DEPLOYMENTS = {deployment["name"]: deployment for deployment in SAID["deployments"]}
MONTHLY = {name: deployment for name, deployment in DEPLOYMENTS.items() if name.startswith("monthly-")}
WEEKLY = {name: deployment for name, deployment in DEPLOYMENTS.items() if name.startswith("weekly-")}
every_month = pytest.mark.parametrize("deployment", MONTHLY.values(), ids=MONTHLY)
every_week = pytest.mark.parametrize("deployment", WEEKLY.values(), ids=WEEKLY)

KEYS = {
    "name",
    "description",
    "entrypoint",
    "tags",
    "parameters",
    "schedules",
    "work_pool",
    "concurrency_limit",
}
LONDON = ZoneInfo("Europe/London")


def dates(deployment, start, count):
    """The next moments at which Prefect would start it."""
    (said,) = deployment["schedules"]
    kind = {"rrule": RRuleSchedule, "cron": CronSchedule}[next(iter(said))]
    asked = kind(**said)
    return [moment.astimezone(LONDON) for moment in asyncio.run(asked.get_dates(count, start=start))]


def test_only_known_keys_are_used():
    assert set(SAID) == {"name", "pull", "definitions", "deployments"}
    assert all(set(deployment) == KEYS for deployment in DEPLOYMENTS.values())
    for deployment in DEPLOYMENTS.values():
        assert set(deployment["work_pool"]) == {"name", "job_variables"}
        assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}


def test_every_council_has_its_month_and_its_week_and_nothing_else_is_deployed():
    for cadence, deployments in (("monthly", MONTHLY), ("weekly", WEEKLY)):
        assert set(deployments) == {f"{cadence}-{key}" for key in authority_keys()}
        for name, deployment in deployments.items():
            assert deployment["parameters"] == {"authority": name.removeprefix(f"{cadence}-")}
            assert deployment["tags"] == name.split("-")
    assert DEPLOYMENTS == MONTHLY | WEEKLY


def test_the_worker_is_silent_too():
    for deployment in DEPLOYMENTS.values():
        environment = deployment["work_pool"]["job_variables"]["env"]
        assert environment["DO_NOT_TRACK"] == "1"
        assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == environment["GX_ANALYTICS_ENABLED"] == "false"


@pytest.mark.parametrize(
    ("deployments", "entrypoint", "asked"),
    [(MONTHLY, "flows.reporting_cycle.reporting_cycle", "period"), (WEEKLY, "flows.weekly_cycle.weekly_cycle", "week")],
    ids=["monthly", "weekly"],
)
def test_the_flow_is_found_by_module_and_takes_the_parameters(deployments, entrypoint, asked):
    for deployment in deployments.values():
        assert deployment["entrypoint"] == entrypoint
        flow = load_flow_from_entrypoint(deployment["entrypoint"], use_placeholder_flow=False)
        assert flow.validate_parameters(deployment["parameters"])[asked] is None


def agreed(deployment):
    return load_authority(deployment["parameters"]["authority"]).schedule


@every_month
def test_runs_are_scheduled_on_the_working_day_the_council_says_all_year(deployment):
    assert set(deployment["schedules"][0]) == {"rrule", "timezone"}
    found = dates(deployment, datetime(2026, 11, 22, tzinfo=UTC), 25)
    calendar, schedule = load_calendar(), agreed(deployment)
    months = [Month(2026, 12)]
    while len(months) < 25:
        months.append(months[-1].following)
    assert [moment.date() for moment in found] == [
        working_day(calendar, month, schedule.working_day) for month in months
    ]
    assert {moment.time() for moment in found} == {schedule.at}
    assert deployment["schedules"][0]["timezone"] == schedule.timezone
    assert len({moment.utcoffset() for moment in found}) == 2  # winter and summer


@every_month
def test_the_written_days_are_the_generated_ones(deployment):
    schedule = agreed(deployment)
    written = rrule(load_calendar(), Month(2026, 12), 25, schedule.working_day, schedule.at)
    assert deployment["schedules"][0]["rrule"] == written


@every_week
def test_weeks_start_on_the_weekday_and_at_the_time_the_council_says_all_year(deployment):
    schedule = agreed(deployment)
    assert set(deployment["schedules"][0]) == {"cron", "timezone"}
    assert deployment["schedules"][0]["timezone"] == schedule.timezone
    found = dates(deployment, datetime(2026, 11, 22, tzinfo=UTC), 60)
    assert {moment.isoweekday() for moment in found} == {schedule.weekday}
    assert {moment.time() for moment in found} == {schedule.at}
    assert {(later.date() - earlier.date()).days for earlier, later in pairwise(found)} == {7}
    assert len({moment.utcoffset() for moment in found}) == 2  # winter and summer


def test_the_days_reach_as_far_as_the_bank_holidays_are_known():
    last = dates(DEPLOYMENTS["monthly-lancashire"], datetime(2026, 11, 22, tzinfo=UTC), 99)[-1]
    assert last.year == max(holiday.year for holiday in load_calendar().holidays)
