"""One cycle for one authority and one month or week: everything it was asked for, settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reporting.model.periods import Cadence, Month, period_named
from tasks.record.keeping import Work


@dataclass(frozen=True)
class Cycle:
    """What a run was asked for. ``settings`` is the hash of the authority's folder of data.

    ``asked`` is a hash of the words it was asked in, by which the same request is known again; "" when nobody asked.
    """

    run: str
    authority: str
    period: str
    extract: Path
    list_date: date
    synthetic: bool
    settings: str
    asked: str = ""

    @property
    def cadence(self) -> Cadence:
        """How often a cycle like this runs."""
        return period_named(self.period).cadence

    @property
    def month(self) -> Month:
        """The month that figures are counted for: the one reported on, or the one in which a week's lists were run."""
        return Month.holding(min(self.list_date, period_named(self.period).last_day))

    @property
    def as_a_whole(self) -> Work:
        """The run itself, for the record to say how it ended."""
        return Work(self.run, self.authority, self.period, "cycle", "")
