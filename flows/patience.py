"""How long Prefect's server is waited for: on a busy machine it starts late, and that is no failure."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from urllib.error import URLError
from urllib.request import urlopen

from tasks.errors import UsageProblem

_PATIENCE = "LINEOFSIGHT_PATIENCE"
_SECONDS_WHEN_IDLE = 120
_SECONDS_BETWEEN_WORDS = 20


def patience_seconds() -> float:
    """The seconds that ``LINEOFSIGHT_PATIENCE`` says; else two minutes, times the processes that wait for each core."""
    stated = os.environ.get(_PATIENCE)
    if not stated:
        return _SECONDS_WHEN_IDLE * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    try:
        seconds = float(stated)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise UsageProblem(f'{_PATIENCE} is "{stated}". Set it to a number of seconds above 0, such as 300.')
    return seconds


def answers_in_time(api: str, alive: Callable[[], bool], pause: float = 0.05) -> bool:
    """Whether the server at ``api`` answers before patience ends. Every so often it is said that we still wait.

    While we wait the machine may become busier, so patience is asked anew each time.
    """
    began = time.monotonic()
    told = 0
    while alive() and (waited := time.monotonic() - began) < patience_seconds():
        if answers(api):
            return True
        if waited // _SECONDS_BETWEEN_WORDS > told:
            told = int(waited // _SECONDS_BETWEEN_WORDS)
            sys.stderr.write(
                f"Prefect's server is still starting, after {waited:.0f} s (load {os.getloadavg()[0]:.0f} on "
                f"{os.cpu_count()} cores). It is waited for until {patience_seconds():.0f} s.\n"
            )
        time.sleep(pause)
    return False


def answers(api: str) -> bool:
    """Whether a Prefect server is at ``api`` and well."""
    try:
        with urlopen(f"{api}/health", timeout=5):  # noqa: S310
            return True
    except (URLError, OSError):
        return False
