"""A council a quarter of Lancashire's size, made once, and a small sample on disk with faults in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from synthetic_council import write_sample
from synthetic_council.council import read_council
from synthetic_council.days import number
from synthetic_council.extract import extract
from synthetic_council.history import History, simulate

UNTIL = date(2026, 10, 31)
SCALE = 0.25


@pytest.fixture(scope="session")
def history() -> History:
    return simulate(read_council("lancashire", SCALE), 1, UNTIL)


@pytest.fixture(scope="session")
def lists(history: History) -> dict[str, pd.DataFrame]:
    return extract(history, number(UNTIL), "later")


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("faulty")
    write_sample("lancashire", to, months=2, seed=4, scale=0.06, faults=True, weeks=3)
    return to
