"""Print the weekly report: a PDF for people, and what it prints as CSV for machines."""

from __future__ import annotations

from reporting.model.periods import Cadence
from reporting.presentation.packs.weekly import MOST_WEEKS
from tasks.errors import PackProblem
from tasks.record.follow_ups import FollowUp, follow_ups, outputs_of
from tasks.record.keeping import Done, Record
from tasks.record.store import Loose
from tasks.stages.cycle import Cycle
from tasks.stages.print_pool import PrintPool, print_pool
from tasks.stages.print_worker import WEEKLY_REPORT, WeeklyPrintJob
from tasks.stages.stage import stage


@stage("print the weekly report", exit_code=PackProblem.exit_code)
def print_weekly(
    cycle: Cycle, conformed: Done, checked: Done, counted: Done, followed: Done, room: PrintPool | None = None
) -> Done:
    """Compose the week's report beside the weeks before it, print it, and lay it out under the week's folder."""
    record = Record()
    earlier = weeks_before(record, cycle)
    order = WeeklyPrintJob(cycle, conformed, checked, counted, followed, earlier)
    made = (conformed, checked, counted, followed, *(outputs_of(record, cycle.authority, one) for one in earlier))
    work = cycle.work(f"print {WEEKLY_REPORT}", cycle.period, *(f"{done.inputs} {done.content}" for done in made))
    done = record.once(work, lambda: _printed(order, room))
    folder = record.folder / cycle.authority / cycle.period
    for kind in ("pdf", "csv"):
        record.store.lay_out(done.files[kind], folder / f"{WEEKLY_REPORT}.{kind}")
    return done


def weeks_before(record: Record, cycle: Cycle) -> tuple[FollowUp, ...]:
    """The weeks that the report shows beside this one, oldest first: up to eleven."""
    found = follow_ups(record, cycle.authority, Cadence.WEEKLY, before=cycle.list_date)
    return tuple(one for one in found if one.period != cycle.period)[-(MOST_WEEKS - 1) :]


def _printed(order: WeeklyPrintJob, room: PrintPool | None) -> list[Loose]:
    if room is not None:
        return room.print(order)
    with print_pool() as own:
        return own.print(order)
