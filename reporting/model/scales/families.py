"""The kinds of scale: counts, shares, rates, means, amounts and ratios."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

from reporting.model.chance import Interval, count_interval, count_tails, share_interval, share_tails
from reporting.model.numbers import counted, percentage, whole
from reporting.model.periods import Window
from reporting.model.scales.scale import Scale

_YEARLY = (Window.SIX_MONTHS, Window.TWELVE_MONTHS)


class HowMany(Scale):
    """How many are yes."""

    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """The number itself."""
        return numerator

    def interval(self, numerator: float, denominator: float, value: float) -> Interval:
        """That of a Poisson count."""
        return count_interval(numerator)


class OutOf(Scale):
    """Yes out of yes and no, 0 to 100."""

    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """Per cent."""
        return 100 * numerator / denominator

    def bare(self, value: float) -> str:
        """One decimal place, and never 100.0 for less than all."""
        return percentage(value)

    def made_of(self, numerator: float, denominator: float, window: Window) -> str:
        """ "688 of 739"."""
        return f"{whole(numerator)} of {whole(denominator)}"

    def worked(self, total: float, known: int, not_known: int) -> str:
        """ "2 of 3, 1 not known"."""
        return f"{int(total)} of {known}, {not_known} not known"

    def least_span(self, values: Sequence[float]) -> float:
        """Ten percentage points: a chart of shares never makes a mountain of less."""
        return 10.0

    def interval(self, numerator: float, denominator: float, value: float) -> Interval:
        """Wilson's, in per cent."""
        low, high = share_interval(numerator, denominator)
        return low * 100, high * 100

    def tails(self, numerator: float, denominator: float, rate: float) -> tuple[float, float]:
        """Those of so many draws, each as likely."""
        return share_tails(int(numerator), int(denominator), rate)


class PerHead(Scale):
    """How many for every 10,000 children who live there; over six months, made a rate for a year."""

    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """For every 10,000, in a year where the window is longer than a month."""
        return numerator * 10_000 * times_a_year / denominator

    def unit_beside(self, window: Window) -> str:
        """Per 10,000, and of a longer window what that makes in a year."""
        return f"{self.beside} a year" if window in _YEARLY else self.beside

    def made_of(self, numerator: float, denominator: float, window: Window) -> str:
        """ "212 for 256,087 children aged 0 to 17"."""
        yearly = ", times 365 over the days" if window is Window.SIX_MONTHS else ""
        return f"{whole(numerator)} for {whole(denominator)} children aged 0 to 17{yearly}"

    def interval(self, numerator: float, denominator: float, value: float) -> Interval:
        """That of the count, at as much a head."""
        low, high = count_interval(numerator)
        each = value / numerator if numerator else 10_000 / denominator
        return low * each, high * each

    def tails(self, numerator: float, denominator: float, rate: float) -> tuple[float, float]:
        """Those of so many events among so many children."""
        return count_tails(int(numerator), int(denominator) * rate)


class Averaged(Scale):
    """A sum over how many it was added up over."""

    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """The mean."""
        return numerator / denominator

    def made_of(self, numerator: float, denominator: float, window: Window) -> str:
        """ "The mean of nine children"."""
        return f"The mean of {counted(int(denominator), *self.each)}"

    def worked(self, total: float, known: int, not_known: int) -> str:
        """ "20 days on average over 2, 1 not known"."""
        mean = total / known if known else nan
        return f"{mean:g}{self.unit} on average over {known}, {not_known} not known"


class Amount(Scale):
    """A sum that stands as it is: of pounds, posts or days."""

    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """The amount itself."""
        return numerator

    def worked(self, total: float, known: int, not_known: int) -> str:
        """ "£1,200 in all from 2, 1 not known"."""
        return f"{self.with_unit(total)} in all from {known}, {not_known} not known"


class OneToAnother(Scale):
    """So many of one thing to one of another."""

    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """How many of the one to each of the other."""
        return numerator / denominator

    def made_of(self, numerator: float, denominator: float, window: Window) -> str:
        """ "312 to 24"."""
        return f"{whole(numerator)} to {whole(denominator)}"
