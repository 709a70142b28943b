"""Print the weekly report: a PDF for people, and what it prints as CSV for machines."""

from __future__ import annotations

from reporting.model.causes import Cause, StageInput
from reporting.model.periods import Cadence
from reporting.presentation.packs.weekly import MOST_WEEKS
from tasks.errors import PackProblem
from tasks.record.follow_ups import FollowUp, follow_ups, outputs_of
from tasks.record.keeping import MADE_FROM, Done, Record
from tasks.record.store import Loose
from tasks.record.tables import read_words
from tasks.stages.cycle import Cycle
from tasks.stages.defined import CHECK, CONFORM, COUNT, PRINT_WEEKLY
from tasks.stages.print_job import WEEKLY_REPORT, WeekBefore, WeeklyPrintJob
from tasks.stages.print_pool import PrintPool, print_pool
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace


@stage(PRINT_WEEKLY, exit_code=PackProblem.exit_code)
def print_weekly(
    at: Workspace, conformed: Done, checked: Done, counted: Done, followed: Done, room: PrintPool | None = None
) -> Done:
    """Compose the week's report beside the weeks before it, print it, and lay it out under the week's folder."""
    record, cycle = at.record, at.cycle
    earlier = tuple(_with_what_it_was_made_from(record, cycle.authority, one) for one in weeks_before(record, cycle))
    job = WeeklyPrintJob(record.folder, cycle, conformed, checked, counted, followed, earlier)
    work = at.work(
        PRINT_WEEKLY, (conformed, checked, counted, followed), at.of_period(), at.of_data(), *map(_given, earlier)
    )
    done = record.once(work, lambda: _printed(job, room))
    folder = record.folder / cycle.authority / cycle.period
    for kind in ("pdf", "csv"):
        record.store.lay_out(done.files[kind], folder / f"{WEEKLY_REPORT}.{kind}")
    return done


def weeks_before(record: Record, cycle: Cycle) -> tuple[FollowUp, ...]:
    """The weeks that the report shows beside this one, oldest first: up to eleven."""
    found = follow_ups(record, cycle.authority, Cadence.WEEKLY, before=cycle.list_date)
    return tuple(one for one in found if one.period != cycle.period)[-(MOST_WEEKS - 1) :]


def _with_what_it_was_made_from(record: Record, authority: str, found: FollowUp) -> WeekBefore:
    followed = outputs_of(record, authority, found)
    made_from = read_words(record.store, followed, MADE_FROM)
    stages = {CONFORM: "conformed", CHECK: "checked", COUNT: "counted"}
    made = (record.made(authority, stage.key, str(made_from[of])) for stage, of in stages.items())
    return WeekBefore(found, followed, *made)


def _given(week: WeekBefore) -> StageInput:
    """A week before, as something that the report is made from."""
    return StageInput(Cause.UPSTREAM, f"before, {week.found.period}", f"{week.found.list_date} {week.followed.content}")


def _printed(job: WeeklyPrintJob, room: PrintPool | None) -> list[Loose]:
    if room is not None:
        return room.print(job)
    with print_pool() as own:
        return own.print(job)
