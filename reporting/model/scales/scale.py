"""What every scale can be asked: how its values are worked out, written, compared and disclosed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import ClassVar

from reporting.model.chance import Interval, NoComparison, difference_interval
from reporting.model.numbers import rounded
from reporting.model.periods import Window
from reporting.model.scales.composition import Composition, CountPart


class UnknownScale(ValueError):
    """No scale is called that."""

    def __init__(self, name: str) -> None:
        super().__init__(f'"{name}" is not a scale. Write one of: {", ".join(one.name for one in Scale.ALL)}.')


@dataclass(frozen=True, kw_only=True)
class Scale(ABC):
    """One unit of values.

    A value comes of a numerator and a denominator (unknown, ``nan``, where there is none). ``before`` and ``sign`` are
    written on the number wherever it is printed, ``unit`` after it in a sentence, ``beside`` beside a large figure, and
    ``note`` beside the name of a measure in a narrow table. ``out_of_something``: there is no value where there is
    nobody to be out of. ``needs_population``: it is out of the children who live in a place. ``printed_counts`` are
    printed beside a value. ``no_interval`` says why a value has no 95% interval. ``each`` is what a
    mean is the mean of, one and many.
    """

    name: str
    given_as: str
    composition: Composition
    out_of_something: bool = True
    needs_population: bool = False
    printed_counts: tuple[str, ...] = ()
    places: int = 1
    before: str = ""
    sign: str = ""
    unit: str = ""
    beside: str = ""
    of_difference: str = ""
    note: str = ""
    no_interval: NoComparison = NoComparison.NONE
    each: tuple[str, str] = ("child", "children")

    COUNT: ClassVar[Scale]
    PERCENT: ClassVar[Scale]
    PER_10000: ClassVar[Scale]
    MEAN_DAYS: ClassVar[Scale]
    POUNDS: ClassVar[Scale]
    FTE: ClassVar[Scale]
    DAYS: ClassVar[Scale]
    SCORE: ClassVar[Scale]
    RATIO: ClassVar[Scale]
    ALL: ClassVar[tuple[Scale, ...]]  # in the order in which measures are printed

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def named(name: str) -> Scale:
        """The scale that a file calls ``name``. Raises ``UnknownScale``."""
        found = next((one for one in Scale.ALL if one.name == name), None)
        if found is None:
            raise UnknownScale(name)
        return found

    # What it is.

    @property
    def place(self) -> int:
        """Where it comes in print: numbers first, then shares, rates and days, then what is not counted from lists."""
        return Scale.ALL.index(self)

    @property
    def adds_up(self) -> bool:
        """Whether its values may be added and taken away: numbers and amounts may, shares, rates and means may not."""
        return not self.out_of_something and not self.needs_population

    @property
    def counts_children(self) -> bool:
        """Whether a value is itself a number of children."""
        return self.adds_up and CountPart.YES in self.composition.of_children

    # How it is worked out.

    @abstractmethod
    def value(self, numerator: float, denominator: float, times_a_year: float = 1.0) -> float:
        """The value, unrounded. ``times_a_year`` makes what is given as a rate for a year one."""

    def denominator(self, yes: float, no: float) -> float:
        """What the yeses are out of, from the counts; ``nan`` where they are out of nothing that was counted."""
        return self.composition.known(yes, no) if self.out_of_something else nan

    # How it is written.

    def bare(self, value: float) -> str:
        """A value without its unit, as a table column prints it."""
        return f"{rounded(value, self.places) + 0:,f}".replace("-", "−")

    def in_print(self, value: float) -> str:
        """A value as a table or a large figure prints it: with its sign, and no other unit."""
        shown = self.bare(value)
        return f"−{self.before}{shown[1:]}{self.sign}" if shown[0] == "−" else f"{self.before}{shown}{self.sign}"

    def with_unit(self, value: float) -> str:
        """A value as a sentence prints it, and as it is read aloud."""
        return f"{self.in_print(value)}{self.unit}"

    def as_set(self, value: float) -> str:
        """A number that somebody chose, without a nought after the point: 80%."""
        return self.with_unit(value).replace(".0", "", 1) if value == int(value) else self.with_unit(value)

    def unit_beside(self, window: Window) -> str:
        """The unit that stands beside a large figure for the window."""
        return self.beside

    def difference(self, amount: float) -> str:
        """The size of a movement, without its sign: "2.3 points"."""
        return f"{self._size(amount)}{self.of_difference}"

    def difference_between(self, low: float, high: float) -> str:
        """The two ends of a range of movements, without their unit."""
        return f"{self._size(low)} to {self._size(high)}"

    def _size(self, amount: float) -> str:
        least = rounded(10.0**-self.places, self.places)
        if self.places and rounded(amount, self.places) == 0:
            return f"under {self.before}{least}"
        return f"{self.before}{rounded(abs(amount), self.places):,f}"

    def made_of(self, numerator: float, denominator: float, window: Window) -> str:
        """What a value was made of, in words: "688 of 739"; "" where nothing more can be said."""
        return ""

    def worked(self, total: float, known: int, not_known: int) -> str:
        """The answer of a worked example, from the sum of its answers and how many there are."""
        return f"{int(total)} counted, {not_known} not known"

    def least_span(self, values: Sequence[float]) -> float:
        """How much a chart's axis covers at the least: a fifth of the largest value."""
        return max(values) / 5

    # What chance explains of it.

    def interval(self, numerator: float, denominator: float, value: float) -> Interval | None:
        """The 95% interval of one value; nothing where ``no_interval`` says why."""
        return None

    def interval_of_difference(
        self, later: tuple[float, float, float], earlier: tuple[float, float, float]
    ) -> Interval | None:
        """The 95% interval of a difference between two values, each given as numerator, denominator and value."""
        of_later, of_earlier = self.interval(*later), self.interval(*earlier)
        if of_later is None or of_earlier is None:
            return None
        return difference_interval(later[2], of_later, earlier[2], of_earlier)

    def tails(self, numerator: float, denominator: float, rate: float) -> tuple[float, float] | None:
        """The chance of a numerator as small and as large as this at so much a head; nothing where chance has no say.

        ``rate`` is a numerator over a denominator.
        """
        return None
