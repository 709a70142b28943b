"""Which reports the cycle of a period prints, and what each is made from."""

from __future__ import annotations

from reporting.model.periods import period_named
from reporting.presentation.briefing.inputs import MOST_PERIODS
from reporting.presentation.briefing.needs import Need
from reporting.presentation.packs import needs_of
from tasks.configuration import ConfigurationProblem
from tasks.packs import load_pack, packs_due
from tasks.record.follow_ups import FollowUp, follow_ups, outputs_of
from tasks.record.keeping import Done, Record
from tasks.record.reports import as_reported_before
from tasks.record.tables import read_made_from
from tasks.stages.cycle import Cycle
from tasks.stages.defined import CHECK, CONFORM, COUNT, PRINT
from tasks.stages.print_job import PeriodBefore, PrintJob
from tasks.stages.replacing import replaced_report
from tasks.stages.workspace import Workspace

_FOLLOWED = {Need.FAULTS, Need.ACCURACY, Need.DUE}


def jobs_for(at: Workspace, conformed: Done, checked: Done, counted: Done, followed: Done) -> tuple[PrintJob, ...]:
    """One job for each report that is due, with the periods before it as far as its blocks need them."""
    stated = {board: _stated(at, board) for board in packs_due(at.settings(PRINT), period_named(at.cycle.period))}
    needed = frozenset().union(*(needs for needs, _ in stated.values()))
    history = _history(at) if Need.HISTORY in needed else ()
    earlier = _earlier(at) if needed & {Need.FAULTS, Need.ACCURACY} else ()
    replaced = replaced_report(at)
    return tuple(
        PrintJob(
            record=at.record.folder,
            cycle=at.cycle,
            board=board,
            needs=needs,
            conformed=conformed,
            checked=checked,
            counted=counted,
            followed=followed if needs & _FOLLOWED else None,
            history=history if Need.HISTORY in needs else (),
            earlier=earlier if needs & {Need.FAULTS, Need.ACCURACY} else (),
            replaced=replaced,
            csv=csv,
        )
        for board, (needs, csv) in stated.items()
    )


def periods_before(record: Record, cycle: Cycle) -> tuple[FollowUp, ...]:
    """The periods of the same cadence that a report shows beside this one, oldest first: up to eleven."""
    found = follow_ups(record, cycle.authority, cycle.cadence, before=cycle.list_date)
    return tuple(one for one in found if one.period != cycle.period)[-(MOST_PERIODS - 1) :]


def _stated(at: Workspace, board: str) -> tuple[frozenset[Need], bool]:
    """What a pack needs, and whether its figures are laid out beside it; one with a mistake in it says so in print."""
    try:
        pack = load_pack(board, at.settings(PRINT))
    except ConfigurationProblem:
        return frozenset(), False
    return needs_of(pack), pack.csv


def _history(at: Workspace) -> tuple[Done, ...]:
    """The figures of the months before, as they were reported."""
    record, authority = at.record, at.cycle.authority
    reported = as_reported_before(record, authority, at.cycle.period)
    return tuple(record.made(authority, COUNT.key, one.inputs) for one in reported)


def _earlier(at: Workspace) -> tuple[PeriodBefore, ...]:
    """The periods before, each with what its follow-up was made from."""
    record, authority = at.record, at.cycle.authority
    return tuple(_with_what_it_was_made_from(record, authority, one) for one in periods_before(record, at.cycle))


def _with_what_it_was_made_from(record: Record, authority: str, found: FollowUp) -> PeriodBefore:
    followed = outputs_of(record, authority, found)
    made_from = read_made_from(record.store, followed)
    stages = {CONFORM: "conformed", CHECK: "checked", COUNT: "counted"}
    made = (record.made(authority, stage.key, made_from[of]) for stage, of in stages.items())
    return PeriodBefore(found, followed, *made)
