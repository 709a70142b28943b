"""What a printer needs to know to make one report: references into the record, and no figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reporting.assurance.restatement import Restatement
from reporting.presentation.briefing.needs import Need
from tasks.record.follow_ups import FollowUp
from tasks.record.keeping import Done
from tasks.stages.cycle import Cycle


@dataclass(frozen=True)
class Replaced:
    """The report that this one takes the place of: as at which day, whether it was taken back, why it differs."""

    list_date: str
    withdrawn: bool
    why: tuple[Restatement, ...]


@dataclass(frozen=True)
class PeriodBefore:
    """One period before the one that is reported: its follow-up, and what that was made from."""

    found: FollowUp
    followed: Done
    conformed: Done
    checked: Done
    counted: Done


@dataclass(frozen=True)
class PrintJob:
    """One report, and what its blocks need. What they do not need is neither read nor an input of the printing.

    ``history`` are the figures of the months before, as they were reported; ``earlier`` the periods before whose faults
    were followed up, oldest first. ``csv`` says that the figures are laid out beside the report for machines too.
    """

    record: Path
    cycle: Cycle
    board: str
    needs: frozenset[Need]
    conformed: Done
    checked: Done
    counted: Done
    followed: Done | None = None
    history: tuple[Done, ...] = ()
    earlier: tuple[PeriodBefore, ...] = ()
    replaced: Replaced | None = None
    csv: bool = False

    @property
    def made_from(self) -> tuple[Done, ...]:
        """What the stages before put out and the report is made from."""
        lists = (self.conformed, self.checked) if self.needs & {Need.CHECKED, Need.FAULTS} else ()
        return (*lists, self.counted, *((self.followed,) if self.followed else ()))
