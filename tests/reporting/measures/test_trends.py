"""A movement is named only when the 95% interval of the difference excludes nought."""

from math import isnan, nan

import pytest
from scipy.stats import poisson

from reporting.measures.indicators.model import Direction
from reporting.measures.trends import change
from reporting.model.chance import NoComparison
from reporting.model.scales import Scale

HIGHER, LOWER, NEITHER = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, Direction.NEITHER


def share(yes, of, period="2026-10", window="month"):
    return {"numerator": yes, "denominator": of, "value": 100 * yes / of, "period": period, "window": window}


def count(number, period="2026-10", window="month"):
    return {"numerator": number, "denominator": nan, "value": float(number), "period": period, "window": window}


def rate(number, children, period="2026-10", window="month"):
    value = number * 10_000 / children
    return {"numerator": number, "denominator": children, "value": value, "period": period, "window": window}


def test_shares_are_compared_by_newcombes_tenth_method():
    """His own table (Statistics in Medicine, 1998, example a): 56 of 70 against 48 of 80 gives 0.0524 to 0.3339."""
    found = change(share(56, 70), share(48, 80, "2026-09"), Scale.PERCENT, HIGHER)
    assert (round(found.difference, 4), round(found.low, 2), round(found.high, 2)) == (20.0, 5.24, 33.39)
    assert found.clear
    assert found.towards == "better"


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [((9, 10), (3, 10), 17.05, 80.90), ((6, 7), (2, 7), 5.82, 80.62), ((10, 10), (0, 20), 67.91, 100.0)],
)
def test_small_shares_agree_with_the_published_table(first, second, low, high):
    found = change(share(*first), share(*second, "2026-09"), Scale.PERCENT, HIGHER)
    assert (round(found.low, 2), round(found.high, 2)) == (low, high)


@pytest.mark.parametrize("means", [(20, 20), (60, 45), (150, 150)])
def test_the_interval_of_a_difference_of_counts_holds_it_about_19_times_in_20(means):
    now_mean, before_mean = means
    held = 0.0
    for now in range(now_mean * 2 + 20):
        for before in range(max(0, before_mean - 60), before_mean + 60):
            found = change(count(now), count(before, "2026-09"), Scale.COUNT, NEITHER)
            if found.low <= now_mean - before_mean <= found.high:
                held += poisson.pmf(now, now_mean) * poisson.pmf(before, before_mean)
    assert 0.93 < held < 0.97


def test_no_clear_change_has_no_direction():
    found = change(share(182, 828), share(170, 820, "2026-09"), Scale.PERCENT, LOWER)
    assert not found.clear
    assert found.towards == "none"
    assert found.low < 0 < found.high


@pytest.mark.parametrize(("direction", "towards"), [(HIGHER, "better"), (LOWER, "worse"), (NEITHER, "up")])
def test_which_way_is_good_is_the_indicators_own(direction, towards):
    assert change(count(200), count(120, "2026-09"), Scale.COUNT, direction).towards == towards


def test_a_rate_moves_as_its_count_does():
    counts = change(count(200), count(120, "2026-09"), Scale.COUNT, LOWER)
    rates = change(rate(200, 250_000), rate(120, 250_000, "2026-09"), Scale.PER_10000, LOWER)
    assert (rates.low, rates.high) == (pytest.approx(counts.low / 25), pytest.approx(counts.high / 25))
    assert rates.towards == "worse"


def test_a_rate_of_nought_has_an_interval():
    found = change(rate(0, 250_000), rate(0, 250_000, "2026-09"), Scale.PER_10000, LOWER)
    assert found.low < 0 < found.high


def test_windows_that_overlap_are_not_compared():
    now, before = share(56, 70, window="six_months"), share(28, 80, "2026-09", "six_months")
    found = change(now, before, Scale.PERCENT, HIGHER)
    assert (found.clear, found.note) == (False, NoComparison.WINDOWS_OVERLAP)


def test_half_years_that_only_meet_are_compared():
    now, before = share(56, 70, window="six_months"), share(28, 80, "2026-04", "six_months")
    assert change(now, before, Scale.PERCENT, HIGHER).clear


def test_a_mean_of_days_has_no_interval():
    now = {"numerator": 4000.0, "denominator": 10.0, "value": 400.0, "period": "2026-10", "window": "month"}
    found = change(now, {**now, "value": 200.0, "period": "2026-09"}, Scale.MEAN_DAYS, LOWER)
    assert (found.clear, found.difference, found.note) == (False, 200.0, Scale.MEAN_DAYS.no_interval)
    assert isnan(found.low)


def test_a_missing_figure_is_no_change():
    assert not change(share(1, 2), {**share(1, 2), "value": nan}, Scale.PERCENT, HIGHER).clear
