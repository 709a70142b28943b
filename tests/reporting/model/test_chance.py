"""What chance alone explains, beside published values and the exact distributions."""

from math import exp, lgamma, log, log1p, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest, norm, poisson

from reporting.model.chance import count_interval, count_tails, difference_interval, share_interval, share_tails

SIZES = st.integers(1, 3000)


def test_wilsons_interval_stays_between_nought_and_one():
    assert share_interval(0, 20) == (0.0, pytest.approx(0.1611, abs=1e-4))
    assert share_interval(20, 20) == (pytest.approx(0.8389, abs=1e-4), 1.0)
    assert share_interval(81, 263) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))


@pytest.mark.parametrize("mean", [4, 10, 40, 150])
def test_the_interval_of_a_count_holds_its_mean_about_19_times_in_20(mean):
    held = sum(
        poisson.pmf(seen, mean)
        for seen in range(4 * mean + 40)
        if count_interval(seen)[0] <= mean <= count_interval(seen)[1]
    )
    assert 0.92 < held < 0.98


def test_the_intervals_of_two_shares_join_as_newcombes_table_says():
    """Statistics in Medicine, 1998, example a: 56 of 70 against 48 of 80."""
    low, high = difference_interval(56 / 70, share_interval(56, 70), 48 / 80, share_interval(48, 80))
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.98, 1.0])
def test_the_tails_of_a_share_are_the_binomials_own(share):
    for yes in range(41):
        at_most, at_least = share_tails(yes, 40, share)
        assert at_most == pytest.approx(binom.cdf(yes, 40, share), abs=1e-12)
        assert at_least == pytest.approx(binom.sf(yes - 1, 40, share), abs=1e-12)


@pytest.mark.parametrize("expected", [0.0, 0.3, 12.0, 400.0])
def test_the_tails_of_a_count_are_the_poissons_own(expected):
    for seen in (0, 1, 5, 12, 390, 410):
        at_most, at_least = count_tails(seen, expected)
        assert at_most == pytest.approx(poisson.cdf(seen, expected), abs=1e-12)
        assert at_least == pytest.approx(poisson.sf(seen - 1, expected), abs=1e-12)


def added_up(chances):
    return min(1.0, sum(map(exp, chances)))


@given(st.data(), SIZES, st.floats(0.001, 0.999))
def test_the_tail_of_a_share_is_what_its_chances_add_up_to(data, size, share):
    """The chance of each number of yeses by its own formula, added one by one."""
    yes = data.draw(st.integers(0, size - 1))
    ways = lgamma(size + 1)
    by_hand = added_up(
        ways - lgamma(k + 1) - lgamma(size - k + 1) + k * log(share) + (size - k) * log1p(-share)
        for k in range(yes + 1)
    )
    assert share_tails(yes, size, share)[0] == pytest.approx(by_hand, abs=1e-9)


@given(st.integers(0, 600), st.floats(0.01, 500))
def test_the_tail_of_a_count_is_what_its_chances_add_up_to(seen, expected):
    by_hand = added_up(k * log(expected) - expected - lgamma(k + 1) for k in range(seen + 1))
    assert count_tails(seen, expected)[0] == pytest.approx(by_hand, abs=1e-9)


@given(st.data(), SIZES)
def test_the_interval_of_a_share_is_scipys_own(data, size):
    """And it is worked out here all the same: scipy takes a thousand times as long, and a pack asks for hundreds."""
    yes = data.draw(st.integers(0, size))
    theirs = binomtest(yes, size).proportion_ci(method="wilson")
    assert share_interval(yes, size) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(st.integers(0, 10_000))
def test_the_interval_of_a_count_reaches_as_far_as_a_normal_distribution_says(seen):
    """A score interval ends where the count is as many standard deviations from its mean as hold 95% of a normal."""
    for mean in count_interval(seen):
        assert abs(seen - mean) == pytest.approx(norm.ppf(0.975) * sqrt(mean), rel=1e-9, abs=1e-6)
