"""Prefect's server is waited for as long as the machine is busy, or as somebody has said, and no longer."""

import os

import pytest

from flows import patience
from flows.patience import answers_in_time, patience_seconds
from tasks.errors import UsageProblem


@pytest.fixture
def load(monkeypatch):
    """So many processes that want a core, on a machine of two."""
    monkeypatch.delenv("LINEOFSIGHT_PATIENCE", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return lambda processes: monkeypatch.setattr(os, "getloadavg", lambda: (processes, 0.0, 0.0))


def test_a_busy_machine_is_given_more_time(load):
    load(0.5)
    idle = patience_seconds()
    load(8.0)
    assert patience_seconds() == 4 * idle


def test_what_the_environment_says_stands(load, monkeypatch):
    load(8.0)
    monkeypatch.setenv("LINEOFSIGHT_PATIENCE", "7.5")
    assert patience_seconds() == 7.5


@pytest.mark.parametrize("said", ["soon", "0", "-3", "nan", "inf"])
def test_what_is_no_time_is_refused(monkeypatch, said):
    monkeypatch.setenv("LINEOFSIGHT_PATIENCE", said)
    with pytest.raises(UsageProblem, match="LINEOFSIGHT_PATIENCE"):
        patience_seconds()


def test_patience_ends_and_says_meanwhile_that_it_waits(monkeypatch, capsys):
    monkeypatch.setenv("LINEOFSIGHT_PATIENCE", "0.3")
    monkeypatch.setattr(patience, "_SECONDS_BETWEEN_WORDS", 0.1)
    assert not answers_in_time("http://127.0.0.1:9/api", lambda: True)
    assert "still starting" in capsys.readouterr().err


def test_a_server_that_has_ended_is_not_waited_for(monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_PATIENCE", "100")
    assert not answers_in_time("http://127.0.0.1:9/api", lambda: False)
