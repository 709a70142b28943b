"""One authority's month, from its extract to the boards' reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run

from flows.artifact import state_of
from flows.lock import council_lock
from reporting.model.periods import Cadence
from tasks.record.keeping import Record
from tasks.redaction import redacted
from tasks.stages.check import check_lists
from tasks.stages.conform import conform_lists
from tasks.stages.count import count_figures
from tasks.stages.ending import CycleSummary
from tasks.stages.follow_up import follow_up
from tasks.stages.print_jobs import jobs_for
from tasks.stages.print_pool import print_pool, start_printing, what_was_printed
from tasks.stages.request import period_of, resolve_request, workspace_for
from tasks.stages.site import write_site
from tasks.stages.summary import cycle_summary, failure_noted
from tasks.stages.take_in import take_in


def _name_of_run() -> str:
    asked = flow_run.parameters
    return f"{asked['authority']} {period_of(asked.get('period'), Cadence.MONTHLY)}"


@flow(name="reporting cycle", flow_run_name=_name_of_run, persist_result=False)
def reporting_cycle(
    authority: str, period: str | None = None, extract: Path | None = None, list_date: date | None = None
) -> State[CycleSummary]:
    """Take the extract in, check it, count it, follow its faults up, and print a report for each board.

    ``period`` is the last finished month when none is given. What a board was told before is never changed, and
    a stage whose inputs have not changed since it was finished is passed over.
    """
    with redacted("reporting cycle", 1):
        cycle = resolve_request(authority, period, extract, list_date)
        with council_lock(authority), print_pool() as room:
            at = workspace_for(cycle, Record())
            with failure_noted(at):
                taken = take_in(at)
                conformed = conform_lists(at, taken)
                checked = check_lists(at, conformed)
                counted = count_figures(at, conformed, checked)
                followed = follow_up(at, conformed, checked, counted)
                jobs = jobs_for(at, conformed, checked, counted, followed)
                printed, failed = what_was_printed(start_printing(at, jobs, room))
                shown = write_site(at, checked, counted, followed)
                stages = (taken, conformed, checked, counted, followed, shown)
                return state_of(cycle_summary(at, stages, printed, failed))
