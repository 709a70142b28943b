"""One cycle for one authority and period: everything it was asked for, settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tasks.inputs import code_content, hash_of
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

    def work(self, stage: str, *inputs: str) -> Work:
        """A stage of this cycle, made from these inputs and from what every stage is made from."""
        made_from = hash_of(code_content(), self.settings, self.list_date.isoformat(), *inputs)
        return Work(self.run, self.authority, self.period, stage, made_from)
