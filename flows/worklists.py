"""Worklists on request: written from what the record knows, without running a cycle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from reporting.model.periods import CYCLED, NotAPeriod, period_named
from reporting.presentation.words import counted, joined
from tasks.configuration import folder_of
from tasks.errors import RecordProblem, UsageProblem
from tasks.record.follow_ups import FollowUp, follow_up_of, outputs_of
from tasks.record.keeping import Record
from tasks.record.location import exclusive_lock
from tasks.stages.cycle import Cycle
from tasks.stages.request import workspace_for
from tasks.stages.worklist_files import (
    MANIFEST,
    WorklistEntry,
    WorklistManifest,
    folder_of_worklists,
    keep_worklists,
    read_worklist_manifest,
)

_WIDTH_OF_A_LOG = 140
_Count = Literal["rows", "new", "keep_a_figure_back", "put_right", "confirmed", "due_within_5", "due_within_10"]
_COUNTS: Mapping[str, _Count] = {
    "to put right": "rows",
    "new": "new",
    "keeps a figure back": "keep_a_figure_back",
    "put right": "put_right",
    "confirmed": "confirmed",
    "due in 5 days": "due_within_5",
    "in 10": "due_within_10",
}


def write(authority: str, period: str) -> None:
    """The worklists of a period whose lists have been checked, and what was written where."""
    try:
        asked = str(period_named(period, CYCLED))
    except NotAPeriod as problem:
        raise UsageProblem(str(problem)) from None
    folder_of(authority)  # an unknown council is said at once
    record = Record.to_read()
    with exclusive_lock(record.folder, authority):
        found = follow_up_of(record, authority, asked)
        if found is None:
            raise _not_checked_yet(record.folder, authority, asked)
        at = workspace_for(_as_a_cycle(authority, found), record)
        done = keep_worklists(at, outputs_of(record, authority, found))
    manifest = read_worklist_manifest(record.store, done)
    _say(manifest, folder_of_worklists(record, authority, asked), passed_over=done.passed_over)


def _not_checked_yet(folder: Path, authority: str, period: str) -> RecordProblem:
    asked = period_named(period)
    return RecordProblem(
        f"The lists of {authority} for {period} have not been checked yet: the record at {folder} has nothing of them "
        "to put on a worklist. "
        f"Run: lineofsight cycle {asked.cadence} --authority {authority} --{asked.option} {period}"
    )


def _as_a_cycle(authority: str, found: FollowUp) -> Cycle:
    """The follow-up's own cycle, as far as worklists need one: it reads no extract."""
    return Cycle(
        run=f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{uuid4().hex[:8]}",
        authority=authority,
        period=found.period,
        extract=Path(),
        list_date=found.list_date,
        synthetic=False,
        settings="",
    )


def _say(manifest: WorklistManifest, folder: Path, *, passed_over: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = _WIDTH_OF_A_LOG
    entries = manifest.worklists
    how = "were written before and are unchanged" if passed_over else "were written"
    console.print(f"[bold]{manifest.authority} {manifest.period}[/bold]: {counted(len(entries), 'worklist')} {how}.")
    console.print(_teams(entries))
    console.print(f"  {escape(str(folder))}")
    console.print(f"  {escape(str(folder / MANIFEST))}: which role may have which")
    for roles in dict.fromkeys(tuple(entry["may_have"]) for entry in entries):
        files = sum(tuple(entry["may_have"]) == roles for entry in entries)
        console.print(f"  {counted(files, 'workbook')} for: {escape(joined(roles) or 'nobody, until a role is set')}")
    console.print("They name children. Give each only to the roles that may have it.")


def _teams(entries: Iterable[WorklistEntry]) -> Table:
    table = Table(title="What each team has to do", title_justify="left", box=None, pad_edge=True)
    table.add_column("team")
    for heading in _COUNTS:
        table.add_column(heading, justify="right")
    for entry in entries:
        table.add_row(escape(str(entry["team"])), *(f"{entry[count]:,}" for count in _COUNTS.values()))
    return table
