"""What chance alone explains, beside published values and the exact distributions."""

import pytest
from scipy.stats import binom, poisson

from reporting.model.chance import count_interval, count_tails, difference_interval, share_interval, share_tails


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
