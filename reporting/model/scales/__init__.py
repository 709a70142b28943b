"""Every scale there is. A scale answers for itself: nothing else asks which one it is.

To add one, make it of a family in ``families``, name it on ``Scale`` and put it in its place among ``Scale.ALL``.
"""

from __future__ import annotations

from reporting.model.chance import NoComparison
from reporting.model.scales.composition import ADDED_UP, COUNTED, PAIRED, SHARED, Composition, CountPart
from reporting.model.scales.families import Amount, Averaged, HowMany, OneToAnother, OutOf, PerHead
from reporting.model.scales.scale import Scale, UnknownScale

__all__ = ["Composition", "CountPart", "Scale", "UnknownScale"]

Scale.COUNT = HowMany(
    name="count", given_as="a number", composition=COUNTED, out_of_something=False, places=0, note="number"
)
Scale.PERCENT = OutOf(
    name="percent",
    given_as="a percentage",
    composition=SHARED,
    printed_counts=("numerator", "denominator"),
    sign="%",
    of_difference=" points",
    note="%",
)
Scale.PER_10000 = PerHead(
    name="per_10000",
    given_as="a rate per 10,000 children aged 0 to 17",
    composition=COUNTED,
    out_of_something=False,
    needs_population=True,
    printed_counts=("numerator", "denominator"),
    unit=" per 10,000",
    beside="per 10,000",
    of_difference=" per 10,000",
)
Scale.MEAN_DAYS = Averaged(
    name="mean_days",
    given_as="a mean number of days",
    composition=ADDED_UP,
    printed_counts=("denominator",),
    places=0,
    unit=" days",
    beside="days",
    of_difference=" days",
    no_interval=NoComparison.SPREAD_OF_DAYS,
)
Scale.POUNDS = Amount(
    name="pounds",
    given_as="an amount in pounds",
    composition=ADDED_UP,
    out_of_something=False,
    places=0,
    before="£",
    note="£",
    no_interval=NoComparison.MONEY,
)
Scale.FTE = Amount(
    name="fte",
    given_as="a number of full-time equivalent posts",
    composition=ADDED_UP,
    out_of_something=False,
    unit=" FTE",
    beside="FTE",
    of_difference=" FTE",
    note="FTE",
    no_interval=NoComparison.POSTS,
)
Scale.DAYS = Amount(
    name="days",
    given_as="a number of days",
    composition=ADDED_UP,
    out_of_something=False,
    places=0,
    unit=" days",
    beside="days",
    of_difference=" days",
    note="days",
    no_interval=NoComparison.SPREAD_OF_DAYS,
)
Scale.SCORE = Averaged(
    name="score",
    given_as="a mean score",
    composition=ADDED_UP,
    printed_counts=("denominator",),
    note="score",
    each=("answer", "answers"),
    no_interval=NoComparison.SPREAD_OF_SCORES,
)
Scale.RATIO = OneToAnother(
    name="ratio",
    given_as="so many to one",
    composition=PAIRED,
    printed_counts=("numerator", "denominator"),
    unit=" to 1",
    beside="to 1",
    note="to 1",
    no_interval=NoComparison.RATIO,
)
Scale.ALL = (
    Scale.COUNT,
    Scale.PERCENT,
    Scale.PER_10000,
    Scale.MEAN_DAYS,
    Scale.POUNDS,
    Scale.FTE,
    Scale.DAYS,
    Scale.SCORE,
    Scale.RATIO,
)
