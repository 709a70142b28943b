"""The truth is worked out from the histories alone, and its parts make the whole."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

import synthetic_council.truth
from synthetic_council.days import month_start, number
from synthetic_council.history import History
from synthetic_council.truth import truths
from synthetic_council.truth.model import TRUTHS
from tests.synthetic_council.conftest import UNTIL

DAY = number(UNTIL)


@pytest.fixture(scope="module")
def truth(history: History) -> dict:
    return truths(history, DAY, "later")


def test_truth_never_looks_at_an_extract_or_at_the_engine() -> None:
    for path in Path(synthetic_council.truth.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                module = str(node.module)
                if module in ("reporting.lists", "reporting.lists.schema"):
                    continue  # what a list is, and how its rows are placed: no sum is done there
                assert not module.startswith(("reporting", "synthetic_council.extract", "synthetic_council.printing"))


@pytest.mark.parametrize("indicator", TRUTHS)
@pytest.mark.parametrize("part", [0, 2])
def test_parts_make_the_whole(indicator: str, part: int, truth: dict) -> None:
    for levels in truth[indicator].values():
        whole = levels["county"]["Lancashire"][part]
        for level, units in levels.items():
            assert sum(figures[part] for figures in units.values()) == whole, level


def test_contacts_of_the_month_counted_by_hand(history: History, truth: dict) -> None:
    first = int(month_start(np.array([DAY]))[0])
    by_hand = sum(first <= day <= DAY and known <= DAY for day, known in history.contacts[["day", "known"]].to_numpy())
    assert truth["contacts_received"]["month"]["county"]["Lancashire"] == [by_hand, None, 0, by_hand]


def test_plans_open_counted_by_hand(history: History, truth: dict) -> None:
    columns = ["child", "start_known", "end", "end_known"]
    children = set()
    for child, start_known, end, end_known in history.plans[columns].to_numpy():
        if start_known <= DAY and not (end_known <= DAY and end <= DAY):
            children.add(child)
    assert truth["child_protection_plans_open"]["as_at"]["county"]["Lancashire"][0] == len(children)


def test_visits_in_time_counted_by_hand(history: History, truth: dict) -> None:
    working = history.council.working
    open_plans = history.plans[(history.plans["start_known"] <= DAY) & (history.plans["end_known"] > DAY)]
    visits = history.plan_visits[history.plan_visits["known"] <= DAY]
    lately = set(visits.loc[working.between(visits["day"], DAY) <= 15, "owner"])
    due = [plan for plan, start in open_plans[["plan", "start"]].to_numpy() if working.between(start, DAY) > 15]
    figures = truth["child_protection_visits_within_limit"]["as_at"]["county"]["Lancashire"]
    assert figures[:2] == [sum(plan in lately for plan in due), len(due)]


def test_a_rate_has_no_value_where_no_population_is_held(truth: dict) -> None:
    rate = truth["children_looked_after_per_10000"]["as_at"]
    assert rate["county"]["Lancashire"][3] == pytest.approx(rate["county"]["Lancashire"][0] * 10_000 / 256_087)
    assert rate["district"]["Burnley"][1:] == [None, 0, None]
    assert "team" not in rate


def test_what_the_2019_layout_does_not_hold_is_not_known(history: History) -> None:
    older = truths(history, DAY, "2019")
    assert older["care_leavers_contact_within_3_months"]["as_at"]["county"]["Lancashire"] == [None, None, 0, None]
