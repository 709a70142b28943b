"""A fault stays with its record for some weeks, in weekly and monthly extracts alike, and then another comes."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from synthetic_council import write_sample
from synthetic_council.faults.living import LONGEST_LIFE, SHORTEST_LIFE, held_by, lives

WEEKS = 12


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    to = tmp_path_factory.mktemp("weeks")
    write_sample("lancashire", to, months=1, seed=5, scale=0.1, until=date(2026, 5, 31), faults=True, weeks=WEEKS)
    found = pd.read_csv(to / "faults.csv", keep_default_na=False)
    held = found[(found["column"] != "") & (found["row"] != "")].copy()
    held["child"] = [_first_cell(to, line) for line in held.to_dict("records")]
    return held


_READ: dict[Path, list[list[str]]] = {}


def _first_cell(to: Path, line: dict) -> str:
    number = {"contacts": 1, "early_help_assessments": 2, "referrals": 3, "assessments": 4, "section_47_enquiries": 5,
              "children_in_need": 6, "child_protection_plans": 7, "children_looked_after": 8, "care_leavers": 9,
              "adoption": 10, "prospective_adopters": 11}[line["list"]]  # fmt: skip
    folder = to / "weekly" / line["period"] if "W" in line["period"] else to / line["period"]
    path = folder / "csv" / f"List {number}.csv"
    if path not in _READ:
        with path.open(encoding="utf-8-sig", newline="") as file:
            _READ[path] = list(csv.reader(file))
    return _READ[path][int(line["row"]) - 1][0]


def test_the_week_and_the_month_of_one_day_have_the_same_faults(lines: pd.DataFrame) -> None:
    about = ["list", "kind", "column", "child"]
    month, week = (
        set(map(tuple, lines.loc[lines["period"] == name, about].to_numpy())) for name in ("2026-05", "2026-W22")
    )
    assert len(month) > 60
    assert month == week


def test_faults_last_from_two_to_ten_weeks(lines: pd.DataFrame) -> None:
    weekly = lines[lines["period"].str.contains("W")]
    seen: dict[tuple, list[int]] = defaultdict(list)
    for name, kind, column, child, period in weekly[["list", "kind", "column", "child", "period"]].to_numpy():
        seen[name, kind, column, child].append(int(period[-2:]))
    whole = [weeks for weeks in seen.values() if min(weeks) > 11 and max(weeks) < 22]
    lasted = np.array([max(weeks) - min(weeks) + 1 for weeks in whole])
    assert len(whole) > 30
    assert (lasted >= 2).mean() > 0.65  # a record may leave its list sooner
    assert lasted.max() <= 11
    assert len(np.unique(lasted)) > 4


def test_every_week_some_are_put_right_and_some_are_new(lines: pd.DataFrame) -> None:
    weeks = [frame for period, frame in lines.groupby("period") if "W" in str(period)]
    sets = [set(map(tuple, frame[["list", "kind", "column", "child"]].to_numpy())) for frame in weeks]
    for earlier, later in pairwise(sets):
        assert len(earlier & later) > 0.6 * len(earlier)
        assert earlier - later
        assert later - earlier


def test_there_are_as_many_as_the_rate_says_whatever_the_day() -> None:
    entities = np.arange(5_000)
    days = {day: held_by(7, 25, day, entities, entities // 2) for day in range(20_000, 20_200, 7)}
    assert all(len(chosen) == 25 for chosen in days.values())
    assert all(len({place // 2 for place in chosen}) == 25 for chosen in days.values())
    assert len(set().union(*days.values())) > 60


def test_a_life_is_of_a_length_of_its_own() -> None:
    each = np.array([lives(3, 200, day) for day in range(20_000, 20_400)])
    changes = [np.diff(np.flatnonzero(np.diff(each[:, place]))) for place in range(200)]
    lengths = np.concatenate(changes)
    assert lengths.min() >= SHORTEST_LIFE
    assert lengths.max() <= LONGEST_LIFE
    assert len(np.unique(lengths)) > 40
