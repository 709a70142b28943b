"""Ask of every list what must be true of it before it is counted."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date

from reporting.model.causes import Cause, StageInput
from tasks.record.follow_ups import follow_up_before, outputs_of
from tasks.record.keeping import Done, Work
from tasks.record.store import Loose
from tasks.record.tables import checked_files, read_conformed, read_made_from
from tasks.stages.defined import CHECK, CONFORM
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace

_TALKATIVE = "great_expectations.data_context.types.base"  # it sets its own level, and tells of folders it makes


@stage(CHECK)
def check_lists(at: Workspace, conformed: Done) -> Done:
    """Ask of every list what must be true of it, and of what changed since the extract before."""
    earlier = _earlier(at)
    before = [StageInput(Cause.UPSTREAM, "before", f"{earlier[0].content} {earlier[1]}")] if earlier else []
    return at.record.once(at.work(CHECK, (conformed,), *before), lambda: _checked(at, conformed, earlier))


def _checked(at: Workspace, conformed: Done, earlier: tuple[Done, date] | None) -> Iterable[Loose]:
    from expectations.validation import check

    logging.getLogger(_TALKATIVE).addFilter(_is_grave)
    store = at.record.store
    done, day = earlier or (None, None)
    found = check(
        read_conformed(store, conformed),
        authority=at.settings(CHECK),
        calendar=at.calendar,
        list_date=at.cycle.list_date,
        earlier=read_conformed(store, done) if done else None,
        earlier_list_date=day,
    )
    return checked_files(found)


def _earlier(at: Workspace) -> tuple[Done, date] | None:
    """The conformed lists of the extract before, of the same cadence, and the day they were run."""
    record, cycle = at.record, at.cycle
    followed = follow_up_before(record, cycle.authority, cycle.period, cycle.list_date)
    if followed is None:
        return None
    made_from = read_made_from(record.store, outputs_of(record, cycle.authority, followed))
    work = Work(cycle.run, cycle.authority, followed.period, CONFORM.key, made_from["conformed"])
    done = record.done(work)
    return (done, followed.list_date) if done else None


def _is_grave(told: logging.LogRecord) -> bool:
    return told.levelno >= logging.WARNING
