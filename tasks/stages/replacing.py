"""Which report a later one of the same period takes the place of, and why the two differ."""

from __future__ import annotations

from reporting.assurance.restatement import Restatement, RowChanges, restated, row_changes, why_restated
from tasks.record.causes import causes_of
from tasks.record.reports import FIGURES, Reported, last_reported, replaced_by_the_last
from tasks.record.tables import read_conformed, read_frame, read_made_from
from tasks.stages.defined import CONFORM, COUNT
from tasks.stages.print_job import Replaced
from tasks.stages.workspace import Workspace


def replaced_report(at: Workspace) -> Replaced | None:
    """The report of the period that the one now standing replaces, if there was one before it."""
    record, cycle = at.record, at.cycle
    before = replaced_by_the_last(record, cycle.authority, cycle.period)
    now = last_reported(record, cycle.authority, cycle.period)
    if before is None or now is None:
        return None
    return Replaced(before.list_date.isoformat(), before.withdrawn, _why(at, before, now))


def _why(at: Workspace, before: Reported, now: Reported) -> tuple[Restatement, ...]:
    """The causes of what differs; none where no figure does."""
    record, authority = at.record, at.cycle.authority
    counts = [record.made(authority, COUNT.key, one.inputs) for one in (before, now)]
    differing = restated(*(read_frame(record.store, done, FIGURES) for done in counts))
    if differing.empty:
        return ()
    first, last = (causes_of(record, authority, COUNT.key, one.inputs) for one in (before, now))
    return why_restated(first, last, _rows(at, before, now), differing["indicator"].unique().tolist())


def _rows(at: Workspace, before: Reported, now: Reported) -> RowChanges | None:
    """How the rows of the two extracts differ, where both are still whole."""
    record, authority = at.record, at.cycle.authority
    lists = []
    for one in (before, now):
        counted = record.made(authority, COUNT.key, one.inputs)
        inputs = read_made_from(record.store, counted)["conformed"]
        conformed = record.made(authority, CONFORM.key, inputs)
        if not conformed.files or not all(record.store.holds(kept) for kept in conformed.files.values()):
            return None
        lists.append(read_conformed(record.store, conformed))
    return row_changes(lists[0], lists[1], days=(before.list_date, now.list_date))
