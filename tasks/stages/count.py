"""Check the lists, and count what they support."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from reporting.model.periods import Cadence, Month, Window
from reporting.model.quality import Checked
from reporting.model.received import Conformed
from tasks.record.follow_ups import follow_up_before, outputs_of
from tasks.record.keeping import Done, Record, Work
from tasks.record.store import Loose
from tasks.record.tables import checked_files, frame, read_checked, read_conformed, read_words, words
from tasks.stages.cycle import Cycle
from tasks.stages.stage import stage

_TALKATIVE = "great_expectations.data_context.types.base"  # it sets its own level, and tells of folders it makes


@stage("check the lists")
def check_lists(cycle: Cycle, conformed: Done) -> Done:
    """Ask of every list what must be true of it, and of what changed since the extract before."""
    record = Record()
    earlier = _earlier(record, cycle)
    before = (f"{earlier[0].content} {earlier[1]}",) if earlier else ()
    work = cycle.work("check", conformed.content, *before)
    return record.once(work, lambda: _checked(record, cycle, conformed, earlier))


def _checked(record: Record, cycle: Cycle, conformed: Done, earlier: tuple[Done, date] | None) -> Iterable[Loose]:
    from expectations.validation import check
    from tasks.configuration import load_authority, load_calendar

    logging.getLogger(_TALKATIVE).addFilter(_is_grave)
    asked = {"authority": load_authority(cycle.authority), "calendar": load_calendar(), "list_date": cycle.list_date}
    if earlier:
        done, day = earlier
        asked |= {"earlier": read_conformed(record.store, done), "earlier_list_date": day}
    return checked_files(check(read_conformed(record.store, conformed), **asked))


def _earlier(record: Record, cycle: Cycle) -> tuple[Done, date] | None:
    """The conformed lists of the extract before, of the same cadence, and the day they were run."""
    followed = follow_up_before(record, cycle.authority, cycle.period, cycle.list_date)
    if followed is None:
        return None
    made_from = read_words(record.store, outputs_of(record, cycle.authority, followed), "made from")
    done = record.done(Work(cycle.run, cycle.authority, followed.period, "conform", str(made_from["conformed"])))
    return (done, followed.list_date) if done else None


@stage("count the figures")
def count_figures(cycle: Cycle, conformed: Done, checked: Done) -> Done:
    """Count every indicator for the period, and what this upload now says of the months before.

    A month's figures are entered as reported. A week's are for the weekly report alone: no history has a week in it.
    """
    record = Record()
    work = cycle.work("count", cycle.period, conformed.content, checked.content)
    done = record.once(work, lambda: _figures(record, cycle, conformed, checked))
    if cycle.cadence is Cadence.MONTHLY:
        record.report(work, cycle.list_date)
    return done


def _figures(record: Record, cycle: Cycle, conformed: Done, checked: Done) -> Iterable[Loose]:
    from reporting.measures.counting import count
    from reporting.measures.grading import grade
    from tasks.configuration import load_authority, load_calendar

    lists, found = read_conformed(record.store, conformed), read_checked(record.store, checked)
    authority = load_authority(cycle.authority)
    as_at = {"authority": authority, "list_date": cycle.list_date}
    asked = {**as_at, "calendar": load_calendar(), "period": cycle.month}
    monthly = cycle.cadence is Cadence.MONTHLY
    windows = [window for window in Window if monthly or window is not Window.MONTH]
    counted = count(lists, found, windows=windows, **asked)
    yield words("made from", {"conformed": conformed.inputs, "checked": checked.inputs})
    yield frame("figures", grade(counted, period=cycle.month, **as_at).assign(period=cycle.period))
    if monthly:
        yield frame("rebuilt", _rebuilt(lists, found, asked, as_at))


def _rebuilt(lists: Conformed, found: Checked, asked: dict[str, Any], as_at: dict[str, Any]) -> pd.DataFrame:
    """The months before, as this upload now tells them."""
    from reporting.measures.counting import rebuild
    from reporting.measures.grading import grade

    rebuilt = [
        grade(results.drop(columns="period"), period=Month.parse(month), **as_at)
        for month, results in rebuild(lists, found, **asked).groupby("period")
    ]
    return pd.concat(rebuilt, ignore_index=True) if rebuilt else pd.DataFrame()


def _is_grave(told: logging.LogRecord) -> bool:
    return told.levelno >= logging.WARNING
