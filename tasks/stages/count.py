"""Check the lists, and count what they support."""

from __future__ import annotations

import logging
from collections.abc import Iterable

import pandas as pd

from tasks.record.keeping import Done, Record
from tasks.record.store import Loose
from tasks.record.tables import checked_files, frame, read_checked, read_conformed, words
from tasks.stages.cycle import Cycle
from tasks.stages.stage import stage

_TALKATIVE = "great_expectations.data_context.types.base"  # it sets its own level, and tells of folders it makes


@stage("check the lists")
def check_lists(cycle: Cycle, conformed: Done) -> Done:
    """Ask of every list what must be true of it."""
    record = Record()
    return record.once(cycle.work("check", conformed.content), lambda: _checked(record, cycle, conformed))


def _checked(record: Record, cycle: Cycle, conformed: Done) -> Iterable[Loose]:
    from tasks.checks import check
    from tasks.configuration import load_authority, load_calendar

    logging.getLogger(_TALKATIVE).addFilter(_is_grave)
    lists = read_conformed(record.store, conformed)
    authority, calendar = load_authority(cycle.authority), load_calendar()
    return checked_files(check(lists, authority=authority, calendar=calendar, list_date=cycle.list_date))


@stage("count the figures")
def count_figures(cycle: Cycle, conformed: Done, checked: Done) -> Done:
    """Count every indicator for the period, and what this upload now says of the months before."""
    record = Record()
    work = cycle.work("count", cycle.period, conformed.content, checked.content)
    done = record.once(work, lambda: _figures(record, cycle, conformed, checked))
    record.report(work, cycle.list_date)
    return done


def _figures(record: Record, cycle: Cycle, conformed: Done, checked: Done) -> Iterable[Loose]:
    from reporting.counting import count, rebuild
    from reporting.grading import grade
    from reporting.periods import Period
    from tasks.configuration import load_authority, load_calendar

    lists, found = read_conformed(record.store, conformed), read_checked(record.store, checked)
    authority, period = load_authority(cycle.authority), Period.parse(cycle.period)
    asked = {"authority": authority, "calendar": load_calendar(), "period": period, "list_date": cycle.list_date}
    as_at = {"authority": authority, "list_date": cycle.list_date}
    rebuilt = [
        grade(results.drop(columns="period"), period=Period.parse(month), **as_at)
        for month, results in rebuild(lists, found, **asked).groupby("period")
    ]
    yield words("made from", {"conformed": conformed.inputs, "checked": checked.inputs})
    counted = count(lists, found, **asked)
    yield frame("figures", grade(counted, period=period, **as_at))
    yield frame("rebuilt", pd.concat(rebuilt, ignore_index=True) if rebuilt else pd.DataFrame())


def _is_grave(told: logging.LogRecord) -> bool:
    return told.levelno >= logging.WARNING
