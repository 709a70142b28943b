"""A council of a quarter of Lancashire's size has a quarter of its volumes, and its shares."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from synthetic_council.days import NEVER, months_before, number
from synthetic_council.history import History
from synthetic_council.truth import truths
from tests.synthetic_council.conftest import SCALE, UNTIL

Lists = dict[str, pd.DataFrame]
DAY = number(UNTIL)
HALF_YEAR_BEFORE = int(months_before(np.array([DAY]), 6)[0])

VOLUMES = {
    "contacts": 25_000,
    "early_help_assessments": 4_500,
    "referrals": 3_200,
    "section_47_enquiries": 1_100,
    "children_in_need": 9_900,
    "child_protection_plans": 1_080,
    "children_looked_after": 2_300,
    "care_leavers": 1_350,
}


@pytest.mark.parametrize("name", VOLUMES)
def test_a_list_has_the_rows_it_should(name: str, lists: Lists) -> None:
    assert len(lists[name]) == pytest.approx(VOLUMES[name] * SCALE, rel=0.12)


@pytest.mark.parametrize(
    ("name", "end", "stock"),
    [
        ("children_in_need", "cin_end", 7_790),
        ("child_protection_plans", "cpp_end", 660),
        ("children_looked_after", "ceased_date", 2_106),
    ],
)
def test_stocks_hold(name: str, end: str, stock: int, lists: Lists) -> None:
    chance = 3 / np.sqrt(stock * SCALE)  # three standard errors of so small a council
    assert (lists[name][end] == NEVER).sum() == pytest.approx(stock * SCALE, rel=0.05 + chance)


SHARES = [
    ("assessments_within_45_working_days", "six_months", 96.4, 2),
    ("conferences_within_15_working_days", "six_months", 84.5, 8),
    ("referrals_no_further_action", "six_months", 3.7, 1.5),
    ("referrals_repeat_within_12_months", "six_months", 16.6, 4),
    ("child_protection_plans_repeat", "six_months", 26.0, 8),
    ("child_protection_reviews_in_timescale", "as_at", 96.7, 4),
    ("looked_after_long_term_stability", "as_at", 70.0, 9),
    ("looked_after_three_or_more_placements", "as_at", 9.5, 4),
    ("looked_after_visits_within_limit", "as_at", 91.5, 5),
    ("looked_after_reviews_in_timescale", "as_at", 99.5, 3),
    ("looked_after_foster_placements", "as_at", 67.0, 8),
    ("children_in_need_unallocated", "as_at", 3.0, 1.5),
]


@pytest.fixture(scope="module")
def truth(history: History) -> dict:
    return truths(history, DAY, "later")


@pytest.mark.parametrize(("indicator", "window", "share", "margin"), SHARES)
def test_shares_are_those_published(indicator: str, window: str, share: float, margin: float, truth: dict) -> None:
    value = truth[indicator][window]["county"]["Lancashire"][3]
    assert value == pytest.approx(share, abs=margin)


def test_needs_are_those_published(lists: Lists) -> None:
    still_open = lists["children_in_need"].query("cin_end == @NEVER", local_dict={"NEVER": NEVER})
    shares = still_open["primary_need"].value_counts(normalize=True)
    assert shares["N1"] == pytest.approx(0.587, abs=0.04)
    assert shares["N5"] == pytest.approx(0.207, abs=0.04)
    assert (still_open["disability"] == "Y").mean() == pytest.approx(0.151, abs=0.03)


def test_most_contacts_are_on_working_days(lists: Lists) -> None:
    weekday = (lists["contacts"]["contact_date"] + 3) % 7
    assert 0.02 < (weekday >= 5).mean() < 0.08


def test_august_and_december_are_quiet(history: History) -> None:
    months = history.contacts["day"].to_numpy().astype("datetime64[D]").astype("datetime64[M]")
    counts = pd.Series(months).value_counts()
    assert counts[pd.Timestamp("2026-08-01")] < 0.9 * counts[pd.Timestamp("2026-07-01")]
    assert counts[pd.Timestamp("2025-12-01")] < 0.95 * counts[pd.Timestamp("2025-11-01")]


def test_visits_fell_and_recovered(history: History, truth: dict) -> None:
    autumn = truths(history, number(UNTIL.replace(year=2025)), "later")
    name = "child_protection_visits_within_limit"
    then, now = (found[name]["as_at"]["county"]["Lancashire"][3] for found in (autumn, truth))
    assert now - then > 6
