"""What chance alone explains: intervals of one figure and of a difference, and the tails of a count.

scipy is imported where it is used: it takes longer to load than most commands take to answer.
"""

from __future__ import annotations

from math import hypot, sqrt

from reporting.model.codes import WordedCode

Interval = tuple[float, float]
"""The two ends of a 95% interval."""

_Z = 1.959963984540054  # 95% of a normal distribution lies within this many standard deviations


class NoComparison(WordedCode):
    """Why two figures are not compared, or one has no interval."""

    NONE = "", ""
    NOTHING_TO_COMPARE = "nothing_to_compare", "there are not two figures to compare"
    WINDOWS_OVERLAP = "windows_overlap", "no comparison, the windows overlap"
    SPREAD_OF_DAYS = "spread_of_days", "no interval, the spread of the days is not held"
    SPREAD_OF_SCORES = "spread_of_scores", "no interval, the spread of the scores is not held"
    MONEY = "money", "no interval, money is not left to chance"
    POSTS = "posts", "no interval, posts are not left to chance"
    RATIO = "ratio", "no interval, both sides of a ratio move"


def share_interval(yes: float, of: float) -> Interval:
    """Wilson's 95% interval of a proportion, 0 to 1."""
    share, spread = yes / of, _Z**2 / of
    middle, half = share + spread / 2, _Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def count_interval(count: float) -> Interval:
    """The 95% score interval of the mean of a Poisson count."""
    middle, half = count + _Z**2 / 2, _Z * sqrt(count + _Z**2 / 4)
    return max(0.0, middle - half), middle + half


def difference_interval(later: float, of_later: Interval, earlier: float, of_earlier: Interval) -> Interval:
    """The interval of ``later`` less ``earlier``, joined from the interval of each: square and add (Newcombe)."""
    return (
        later - earlier - hypot(later - of_later[0], of_earlier[1] - earlier),
        later - earlier + hypot(of_later[1] - later, earlier - of_earlier[0]),
    )


def share_tails(yes: int, of: int, share: float) -> tuple[float, float]:
    """The chance of so many yeses or fewer out of ``of``, and the chance of so many or more."""
    from scipy.special import bdtr

    return float(bdtr(yes, of, share)), 1.0 if yes < 1 else 1 - float(bdtr(yes - 1, of, share))


def count_tails(count: int, expected: float) -> tuple[float, float]:
    """The chance of so many events or fewer where ``expected`` were to be expected, and of so many or more."""
    from scipy.special import pdtr

    return float(pdtr(count, expected)), 1.0 if count < 1 else 1 - float(pdtr(count - 1, expected))
