"""What a printer needs to know to make one report: references into the record, and no figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reporting.assurance.restatement import Restatement
from tasks.record.follow_ups import FollowUp
from tasks.record.keeping import Done
from tasks.stages.cycle import Cycle

WEEKLY_REPORT = "weekly_report"


@dataclass(frozen=True)
class Replaced:
    """The report that this one takes the place of: as at which day, whether it was taken back, why it differs."""

    list_date: str
    withdrawn: bool
    why: tuple[Restatement, ...]


@dataclass(frozen=True)
class PrintJob:
    """One board's pack; ``history`` are the figures of the months before, as they were reported."""

    record: Path
    cycle: Cycle
    board: str
    conformed: Done
    checked: Done
    counted: Done
    history: tuple[Done, ...]
    replaced: Replaced | None = None


@dataclass(frozen=True)
class WeekBefore:
    """One week before the one that is reported: its follow-up, and what that was made from."""

    found: FollowUp
    followed: Done
    conformed: Done
    checked: Done
    counted: Done


@dataclass(frozen=True)
class WeeklyPrintJob:
    """The weekly report; ``earlier`` are the weeks before, oldest first."""

    record: Path
    cycle: Cycle
    conformed: Done
    checked: Done
    counted: Done
    followed: Done
    earlier: tuple[WeekBefore, ...]

    board = WEEKLY_REPORT
