"""One cycle for one authority and one month or week: everything it was asked for, settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reporting.model.periods import Cadence, Month, period_named
from tasks.fingerprints import code_content, hash_of
from tasks.record.keeping import Work


@dataclass(frozen=True)
class Cycle:
    """What a run was asked for. ``settings`` is the hash of the authority's folder of data."""

    run: str
    authority: str
    period: str
    extract: Path
    list_date: date
    synthetic: bool
    settings: str

    @property
    def cadence(self) -> Cadence:
        """How often a cycle like this runs."""
        return period_named(self.period).cadence

    @property
    def month(self) -> Month:
        """The month that figures are counted for: the one reported on, or the one in which a week's lists were run."""
        return Month.holding(min(self.list_date, period_named(self.period).last_day))

    def work(self, stage: str, *inputs: str) -> Work:
        """A stage of this cycle, made from these inputs and from what every stage is made from."""
        made_from = hash_of(code_content(), self.settings, self.list_date.isoformat(), *inputs)
        return Work(self.run, self.authority, self.period, stage, made_from)
