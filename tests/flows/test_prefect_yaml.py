"""prefect.yaml says what it means: Prefect ignores a mistyped key without a word, so it is checked here."""

import asyncio
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import yaml
from prefect.flows import load_flow_from_entrypoint
from prefect.server.schemas.schedules import RRuleSchedule

from flows.timetable import rrule, working_day
from reporting.periods import Period
from tasks.configuration import authority_keys, load_authority, load_calendar
from tests.flows.conftest import ROOT

SAID = yaml.safe_load((ROOT / "prefect.yaml").read_text())
DEPLOYMENTS = {deployment["name"]: deployment for deployment in SAID["deployments"]}
every_deployment = pytest.mark.parametrize("deployment", DEPLOYMENTS.values(), ids=DEPLOYMENTS)

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
    (schedule,) = deployment["schedules"]
    assert set(schedule) == {"rrule", "timezone"}
    asked = RRuleSchedule(rrule=schedule["rrule"], timezone=schedule["timezone"])
    return [moment.astimezone(LONDON) for moment in asyncio.run(asked.get_dates(count, start=start))]


def test_only_known_keys_are_used():
    assert set(SAID) == {"name", "pull", "definitions", "deployments"}
    assert all(set(deployment) == KEYS for deployment in DEPLOYMENTS.values())
    for deployment in DEPLOYMENTS.values():
        assert set(deployment["work_pool"]) == {"name", "job_variables"}
        assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}


def test_every_council_has_its_month():
    assert {deployment["parameters"]["authority"] for deployment in DEPLOYMENTS.values()} == set(authority_keys())


def test_the_worker_is_silent_too():
    for deployment in DEPLOYMENTS.values():
        environment = deployment["work_pool"]["job_variables"]["env"]
        assert environment["DO_NOT_TRACK"] == "1"
        assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == environment["GX_ANALYTICS_ENABLED"] == "false"


@every_deployment
def test_the_flow_is_found_by_module_and_takes_the_parameters(deployment):
    assert deployment["entrypoint"] == "flows.reporting_cycle.reporting_cycle"
    flow = load_flow_from_entrypoint(deployment["entrypoint"], use_placeholder_flow=False)
    assert flow.validate_parameters(deployment["parameters"])["period"] is None


def agreed(deployment):
    return load_authority(deployment["parameters"]["authority"]).schedule


@every_deployment
def test_runs_are_scheduled_on_the_working_day_the_council_says_all_year(deployment):
    found = dates(deployment, datetime(2026, 11, 22, tzinfo=UTC), 25)
    calendar, schedule = load_calendar(), agreed(deployment)
    months = [Period(2026, 12)]
    while len(months) < 25:
        months.append(months[-1].following)
    assert [moment.date() for moment in found] == [
        working_day(calendar, month, schedule.working_day) for month in months
    ]
    assert {moment.time() for moment in found} == {schedule.at}
    assert deployment["schedules"][0]["timezone"] == schedule.timezone
    assert len({moment.utcoffset() for moment in found}) == 2  # winter and summer


@every_deployment
def test_the_written_days_are_the_generated_ones(deployment):
    schedule = agreed(deployment)
    written = rrule(load_calendar(), Period(2026, 12), 25, schedule.working_day, schedule.at)
    assert deployment["schedules"][0]["rrule"] == written


def test_the_days_reach_as_far_as_the_bank_holidays_are_known():
    last = dates(DEPLOYMENTS["monthly-lancashire"], datetime(2026, 11, 22, tzinfo=UTC), 99)[-1]
    assert last.year == max(holiday.year for holiday in load_calendar().holidays)
