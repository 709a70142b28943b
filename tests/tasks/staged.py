"""The stages of a cycle run one after another, without Prefect and without printing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reporting.model.periods import Cadence
from tasks.record.keeping import Done, Record
from tasks.stages.check import check_lists
from tasks.stages.conform import conform_lists
from tasks.stages.count import count_figures
from tasks.stages.follow_up import follow_up
from tasks.stages.request import resolve_request, workspace_for
from tasks.stages.take_in import take_in
from tasks.stages.workspace import Workspace


@dataclass(frozen=True)
class Staged:
    """What the stages before the reports put out."""

    at: Workspace
    taken: Done
    conformed: Done
    checked: Done
    counted: Done
    followed: Done

    @property
    def all(self) -> tuple[Done, ...]:
        return (self.taken, self.conformed, self.checked, self.counted, self.followed)


def staged(
    period: str,
    extract: Path,
    cadence: Cadence = Cadence.MONTHLY,
    *,
    record: Record | None = None,
    authority: str = "lancashire",
    list_date: date | None = None,
) -> Staged:
    """One extract taken in, conformed, checked, counted and followed up in a record."""
    at = workspace_for(resolve_request(authority, period, extract, list_date, cadence), record or Record())
    taken = take_in.fn(at)
    conformed = conform_lists.fn(at, taken)
    checked = check_lists.fn(at, conformed)
    counted = count_figures.fn(at, conformed, checked)
    return Staged(at, taken, conformed, checked, counted, follow_up.fn(at, conformed, checked, counted))
