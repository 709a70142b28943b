"""A council of a quarter of Lancashire's size has a quarter of its volumes, and its shares."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from synthetic_council.council import read_council
from synthetic_council.days import NEVER, months_before, number
from synthetic_council.extract import extract
from synthetic_council.history import History, simulate
from synthetic_council.measured import compare
from synthetic_council.truth import truths
from tests.synthetic_council.conftest import SCALE, UNTIL

Lists = dict[str, pd.DataFrame]
DAY = number(UNTIL)

COUNTED = {
    "assessments, working days": 7_100, "conferences, working days": 850, "need open": 7_790, "plans open": 660,
    "plans ended": 806, "need": 7_790, "plan category": 806, "referral source": 6_419, "ethnicity, in need": 7_790,
    "closed because": 4_189, "age in care": 2_106, "need in care": 2_106, "legal status": 2_106, "placement": 2_106,
    "alone": 2_106,
}  # fmt: skip
"""How many things each published table counts, at Lancashire's size."""
ENTERING_CARE = 580  # a year
ALLOWED = 0.05  # of the aim, and beside it the chance of so small a council
CHANCE = 3.0  # standard errors


def slack(subject: str, item: str, aim: float) -> float:
    """How far a figure may be from its aim: five per cent, and what chance does to so few."""
    if subject in ("rows", "stocks", "in a year"):
        return ALLOWED * aim + CHANCE * np.sqrt(aim)
    counted = ENTERING_CARE if item.startswith("back in care") else COUNTED[subject]
    return ALLOWED * aim + CHANCE * np.sqrt(aim * (100 - aim) / (counted * SCALE))


def outside(history: History, day: int) -> list[str]:
    """The figures of a list date that are further from their aim than they may be."""
    table = compare(history, day)
    table = table[table["subject"] != "indicators"]
    return [
        f"{row.subject}, {row.item}: {row.got:.1f} for {row.aim:.1f}"
        for row in table.itertuples()
        if abs(row.got - row.aim) > slack(row.subject, row.item, row.aim)
    ]


@pytest.mark.parametrize("months", [0, 12, 23])
def test_every_volume_and_share_is_as_published_in_every_month(months: int, history: History) -> None:
    assert outside(history, int(months_before(np.array([DAY]), months)[0])) == []


def test_another_seed_is_as_published_too() -> None:
    assert outside(simulate(read_council("lancashire", SCALE), 2, UNTIL), DAY) == []


def test_stocks_do_not_drift(history: History) -> None:
    then = extract(history, int(months_before(np.array([DAY]), 23)[0]), "later")
    now = extract(history, DAY, "later")
    for name, end in (("children_in_need", "cin_end"), ("children_looked_after", "ceased_date")):
        before, after = ((lists[name][end] == NEVER).sum() for lists in (then, now))
        assert after == pytest.approx(before, abs=0.04 * before + 2.5 * np.sqrt(before)), name


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


def test_the_measure_sees_what_is_out_of_place(history: History) -> None:
    one_cause = replace(history, cases=history.cases.assign(need="N1", source="6"))
    found = outside(one_cause, DAY)
    assert any(line.startswith("need, N5") for line in found)
    assert any(line.startswith("referral source, police") for line in found)
