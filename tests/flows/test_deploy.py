"""A council's folder alone gives its deployments, on the days and at the times that the folder says."""

import asyncio
import re
import shutil
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import yaml
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.flows import load_flow_from_entrypoint
from prefect.server.schemas.schedules import CronSchedule, RRuleSchedule
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.deploy import CYCLES, deploy, deployments_of
from flows.last_run import tell_of_the_last_run
from flows.schedule import MONTHS_AHEAD, last_day
from flows.work_pool import WorkPoolProblem, work_pool
from reporting.model.calendar import Calendar
from reporting.model.periods import Month
from tasks.configuration import DATA, authority_keys, load_authority, load_calendar
from tasks.errors import SettingsProblem, UsageProblem
from tests.flows.conftest import ROOT

TODAY = date(2026, 11, 22)
FROM = datetime(2026, 11, 22, tzinfo=UTC)


def planned(key, today=TODAY, calendar=None):
    """The deployments of one council by cadence."""
    made = deployments_of(load_authority(key), calendar or load_calendar(), today, work_pool())
    return {deployment.name.split("-")[0]: deployment for deployment in made}


def moments(deployment, count, zone):
    """The next moments at which Prefect's scheduler would start it, in the council's own time."""
    (schedule,) = deployment.schedules
    kind = {"rrule": RRuleSchedule, "cron": CronSchedule}
    said = schedule.schedule.model_dump(exclude_unset=True)
    asked = next(kind[name] for name in kind if said.get(name))(**said)
    found = asyncio.run(asked.get_dates(count, start=FROM))
    return [moment.astimezone(ZoneInfo(zone)) for moment in found]


@pytest.fixture
def councils(tmp_path, monkeypatch):
    """A data folder of our own, which starts with the councils there are."""
    for folder in ("authorities", "measures", "reference"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    monkeypatch.setenv("LINEOFSIGHT_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "authorities"


def add_council(councils, key, **schedule):
    """A new council: another's folder under a key of its own, with a schedule of its own."""
    shutil.copytree(councils / authority_keys()[0], councils / key)
    file = councils / key / "authority.toml"
    text = file.read_text(encoding="utf-8")
    for name, value in schedule.items():
        text, times = re.subn(rf"^{name} = .*$", f"{name} = {value}", text, flags=re.M)
        assert times == 1, f"{key}: {name} stands {times} times in authority.toml"
    file.write_text(text, encoding="utf-8")


def test_prefect_yaml_holds_the_pool_and_no_council():
    text = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(text)) == {"name", "definitions"}
    for key in authority_keys():
        assert key not in text.casefold()


def test_a_pool_that_is_not_whole_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("flows.work_pool.REPOSITORY", tmp_path)
    for text in ("", "definitions: {work_pool: {name: reports}}", "definitions: {work_pool: {name: a, kind: b}}", "["):
        (tmp_path / "prefect.yaml").write_text(text)
        with pytest.raises(WorkPoolProblem, match=r"prefect\.yaml"):
            work_pool()


@pytest.mark.parametrize("key", authority_keys())
def test_every_council_has_each_cycle_with_itself_as_the_parameter(key):
    made = planned(key)
    assert set(made) == {cycle.cadence.value for cycle in CYCLES}
    for cycle in CYCLES:
        deployment = made[cycle.cadence.value]
        assert deployment.name == f"{cycle.cadence.value}-{key}"
        assert deployment.tags == [cycle.cadence.value, key]
        assert deployment.parameters == {"authority": key}
        assert deployment.entrypoint == cycle.entrypoint
        assert deployment.work_pool_name == work_pool().name
        assert (deployment.concurrency_limit, deployment.concurrency_options.collision_strategy) == (1, "ENQUEUE")
        flow = load_flow_from_entrypoint(deployment.entrypoint, use_placeholder_flow=False)
        assert flow.validate_parameters(deployment.parameters)["authority"] == key


@pytest.mark.parametrize("key", authority_keys())
def test_the_worker_is_silent_too(key):
    for deployment in planned(key).values():
        environment = deployment.job_variables["env"]
        assert environment["DO_NOT_TRACK"] == "1"
        assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == environment["GX_ANALYTICS_ENABLED"] == "false"


@pytest.mark.parametrize("key", authority_keys())
def test_months_start_on_the_working_day_the_council_says_for_two_years(key):
    agreed, calendar = load_authority(key).schedule, load_calendar()
    found = moments(planned(key)["monthly"], 99, agreed.timezone)
    assert len(found) == MONTHS_AHEAD
    for moment in found:
        before = moment.date().replace(day=1) - timedelta(days=1)
        assert calendar.working_days_between(before, moment.date()) == agreed.working_day, moment
        assert calendar.is_working_day(moment.date()), moment
    months = [(moment.year, moment.month) for moment in found]
    assert all((later[0] - one[0]) * 12 + later[1] - one[1] == 1 for one, later in pairwise(months))
    assert {moment.time() for moment in found} == {agreed.at}
    assert len({moment.utcoffset() for moment in found}) == 2  # winter and summer


@pytest.mark.parametrize("key", authority_keys())
def test_weeks_start_on_the_weekday_and_at_the_time_the_council_says_all_year(key):
    agreed = load_authority(key).schedule
    found = moments(planned(key)["weekly"], 60, agreed.timezone)
    assert {moment.isoweekday() for moment in found} == {agreed.weekday}
    assert {moment.time() for moment in found} == {agreed.at}
    assert {(later.date() - earlier.date()).days for earlier, later in pairwise(found)} == {7}
    assert len({moment.utcoffset() for moment in found}) == 2  # winter and summer


def test_a_new_folder_is_all_that_a_new_council_needs(councils):
    add_council(councils, "newshire", working_day=3, weekday=7, time="06:30:00")
    made = planned("newshire")
    (first, *_), (week, *_) = moments(made["monthly"], 1, "Europe/London"), moments(made["weekly"], 1, "Europe/London")
    assert first.isoformat() == "2026-12-03T06:30:00+00:00"
    assert week.isoformat() == "2026-11-22T06:30:00+00:00"  # a Sunday, which cron counts as nought


def test_no_day_is_scheduled_for_which_bank_holidays_are_not_known():
    short = Calendar.of(day for day in load_calendar().holidays if day.year <= 2027)
    key = authority_keys()[0]
    last = last_day(planned(key, calendar=short)["monthly"].schedules[0].schedule.rrule)
    assert (last.year, last.month) == (2027, 12)
    assert planned(key, today=date(2028, 2, 1), calendar=short)["monthly"].schedules == []


@pytest.fixture
def deployed(councils, server, monkeypatch, tmp_path, capsys):
    """Deploy to a real server; what was said, the exit code, and the deployments that are there by name."""
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    monkeypatch.setenv("PREFECT_API_URL", server["PREFECT_API_URL"])
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "CRITICAL")

    def run():
        with temporary_settings({PREFECT_API_URL: server["PREFECT_API_URL"]}):
            code = deploy()
            with get_client(sync_client=True) as client:
                there = {found.name: found for found in client.read_deployments()}
        return capsys.readouterr(), code, there

    return run


def test_the_folders_are_deployed_and_again_when_they_change(councils, deployed, server):
    said, code, there = deployed()
    first = authority_keys()
    assert code == 0
    assert set(there) == {f"{cycle.cadence.value}-{key}" for cycle in CYCLES for key in first}
    assert all(len(found.schedules) == 1 and found.schedules[0].active for found in there.values())
    assert said.out.count(f"{MONTHS_AHEAD} months, ") == len(first)

    paused = f"weekly-{first[0]}"
    with (
        temporary_settings({PREFECT_API_URL: server["PREFECT_API_URL"]}),
        get_client(sync_client=True) as client,
    ):
        client.pause_deployment(there[paused].id)
    add_council(councils, "newshire", working_day=3)
    shutil.rmtree(councils / first[-1])
    before = there[f"monthly-{first[0]}"].schedules[0].schedule.rrule
    file = councils / first[0] / "authority.toml"
    file.write_text(re.sub(r"^working_day = .*$", "working_day = 9", file.read_text(encoding="utf-8"), flags=re.M))

    said, code, there = deployed()
    assert code == 0
    assert set(there) == {f"{cycle.cadence.value}-{key}" for cycle in CYCLES for key in authority_keys()}
    assert "monthly-newshire" in there
    assert f"monthly-{first[-1]}: taken away" in said.out
    assert there[paused].paused, "what somebody paused was started again"
    changed = there[f"monthly-{first[0]}"].schedules
    assert [schedule.schedule.rrule == before for schedule in changed] == [False]


def test_a_folder_that_is_wrong_stops_no_other_council_and_loses_no_deployment(councils, deployed):
    first, *others = authority_keys()
    _, _, before = deployed()
    (councils / first / "authority.toml").write_text("name = 5\n")
    said, code, there = deployed()
    assert code == SettingsProblem.exit_code
    assert f"authorities/{first}/authority.toml" in said.err
    assert set(there) == set(before)
    assert all(load_authority(key).name in said.out for key in others)


@pytest.mark.parametrize(("months_left", "told"), [(1, True), (12, False)])
def test_a_run_says_when_its_schedule_is_soon_at_its_end(server, monkeypatch, months_left, told):
    key = authority_keys()[0]
    today = datetime.now(ZoneInfo("Europe/London")).date()
    long_before = Month.holding(today).earlier(MONTHS_AHEAD - months_left).first_day
    holidays = Calendar.of(date(year, 12, 25) for year in range(long_before.year, today.year + 3))
    heard = []
    monkeypatch.setattr("flows.last_run.create_markdown_artifact", lambda **said: heard.append(said["markdown"]))

    @flow(name="a month")
    def a_month():
        tell_of_the_last_run(key)

    with temporary_settings({PREFECT_API_URL: server["PREFECT_API_URL"], PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        with get_client(sync_client=True) as client:
            if not [pool for pool in client.read_work_pools() if pool.name == work_pool().name]:
                client.create_work_pool(WorkPoolCreate(name=work_pool().name, type=work_pool().type))
        a_month()
        assert heard == []  # nobody scheduled it
        monkeypatch.setenv(
            "PREFECT__RUNTIME__DEPLOYMENT__ID", str(planned(key, long_before, holidays)["monthly"].apply())
        )
        a_month()
    assert [f"The last run of {key} that is scheduled is on" in sentence for sentence in heard] == [True] * told


def test_a_server_that_is_not_there_is_said_plainly(councils, monkeypatch, tmp_path):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with pytest.raises(UsageProblem, match="PREFECT_API_URL names no Prefect server"):
        deploy()
