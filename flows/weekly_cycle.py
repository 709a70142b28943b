"""One authority's week: how good its data are, what each team has to put right, and what falls due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow
from prefect.runtime import flow_run
from prefect.states import State

from flows.artifact import state_of
from flows.lock import council_lock
from reporting.model.periods import Cadence
from tasks.redaction import redacted
from tasks.stages.count import check_lists, count_figures
from tasks.stages.follow_up import follow_up
from tasks.stages.print_pool import print_pool, what_was_printed
from tasks.stages.print_worker import WEEKLY_REPORT
from tasks.stages.request import period_of, resolve_request
from tasks.stages.site import write_site
from tasks.stages.summary import CycleSummary, cycle_summary, failure_noted
from tasks.stages.take_in import conform_lists, take_in
from tasks.stages.weekly_report import print_weekly
from tasks.stages.worklists import write_worklists


def _name_of_run() -> str:
    asked = flow_run.parameters
    return f"{asked['authority']} {period_of(asked.get('week'), Cadence.WEEKLY)}"


@flow(name="weekly cycle", flow_run_name=_name_of_run, persist_result=False)
def weekly_cycle(
    authority: str, week: str | None = None, extract: Path | None = None, list_date: date | None = None
) -> State[CycleSummary]:
    """Take the extract in, check it, follow its faults up, tell every team what is its own to put right, and report.

    ``week`` is the last finished week when none is given. A stage whose inputs have not changed since it was
    finished is passed over.
    """
    with redacted("weekly cycle", 1):
        cycle = resolve_request(authority, week, extract, list_date, Cadence.WEEKLY)
        with council_lock(authority), print_pool(printers=1) as room, failure_noted(cycle):
            taken = take_in(cycle)
            conformed = conform_lists(cycle, taken)
            checked = check_lists(cycle, conformed)
            counted = count_figures(cycle, conformed, checked)
            followed = follow_up(cycle, conformed, checked, counted)
            listed = write_worklists(cycle, followed)
            printing = print_weekly.submit(cycle, conformed, checked, counted, followed, room)
            shown = write_site(cycle, checked, counted, followed)
            printed, failed = what_was_printed({WEEKLY_REPORT: printing})
            stages = (taken, conformed, checked, counted, followed, listed, shown)
            return state_of(cycle_summary(cycle, stages, printed, failed))
