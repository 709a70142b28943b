"""The stage that reads the outside world is tried again while what stopped it may pass; any other trouble ends it."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from prefect import Task, flow
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_LOGGING_LEVEL,
    temporary_settings,
)

import tasks.stages
from tasks.errors import ExtractProblem
from tasks.stages import stage as stages
from tasks.stages.defined import Stage
from tasks.stages.stage import stage
from tasks.stages.take_in import take_in


class AwayForAMoment(ExtractProblem):
    may_pass = True


@pytest.fixture
def run(server, monkeypatch, tmp_path):
    """Run a stage that meets troubles one after another and then succeeds; how often it was tried, and how it ended."""
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path))
    monkeypatch.setattr(stages, "_FIRST_DELAY_SECONDS", 0.01)

    def ended(*troubles, **how):
        ahead, tries, states = list(troubles), [], []

        @stage(Stage("read", "read the lists"), **how)
        def read():
            tries.append(len(tries))
            if ahead:
                raise ahead.pop(0)
            return "read"

        @flow(name="reading")
        def reading():
            states.append(read(return_state=True))

        settings = {
            PREFECT_API_URL: server["PREFECT_API_URL"],
            PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
            PREFECT_LOGGING_LEVEL: "CRITICAL",
        }
        with temporary_settings(settings):
            reading()
        return len(tries), states[0].result(raise_on_failure=False)

    return ended


def test_what_may_pass_is_waited_for(run):
    tries, found = run(AwayForAMoment("away"), AwayForAMoment("away"), reads_the_world=True)
    assert (tries, found) == (3, "read")


def test_what_does_not_pass_is_given_up_in_the_end(run):
    tries, found = run(*[AwayForAMoment("away")] * 9, reads_the_world=True)
    assert tries == 1 + take_in.retries
    assert isinstance(found, AwayForAMoment)


@pytest.mark.parametrize("trouble", [ExtractProblem("no list in it"), ValueError("unforeseen")], ids=type)
def test_what_will_not_pass_is_not_tried_again(run, trouble):
    tries, found = run(trouble, reads_the_world=True)
    assert tries == 1
    assert isinstance(found, Exception)


def test_a_stage_that_reads_only_the_record_is_not_tried_again(run):
    tries, found = run(AwayForAMoment("away"))
    assert tries == 1
    assert isinstance(found, AwayForAMoment)


def test_only_taking_in_reads_the_world():
    modules = [import_module(f"tasks.stages.{found.name}") for found in iter_modules(tasks.stages.__path__)]
    every = {value.name: value for module in modules for value in vars(module).values() if isinstance(value, Task)}
    assert len(every) > 1
    assert [name for name, stage in every.items() if stage.retries] == [take_in.name]
    assert take_in.retry_jitter_factor
