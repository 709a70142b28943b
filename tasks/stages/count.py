"""Count what the lists support."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from reporting.measures.counting import count, rebuild
from reporting.measures.grading import grade
from reporting.measures.returned import returned_results
from reporting.model.periods import Cadence, Month, Window
from reporting.model.quality import Checked
from reporting.model.received import Conformed
from tasks.record.keeping import MADE_FROM, Done
from tasks.record.reports import FIGURES, report
from tasks.record.store import Loose
from tasks.record.tables import frame, read_checked, read_conformed, words
from tasks.stages.defined import COUNT
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace


@stage(COUNT)
def count_figures(at: Workspace, conformed: Done, checked: Done) -> Done:
    """Count every indicator for the period, and what this upload now says of the months before.

    A month's figures are entered as reported. A week's are for the weekly report alone: no history has a week in it.
    """
    work = at.work(COUNT, (conformed, checked), at.of_period())
    done = at.record.once(work, lambda: _figures(at, conformed, checked))
    if at.cycle.cadence is Cadence.MONTHLY:
        report(at.record, work, at.cycle.list_date)
    return done


def _figures(at: Workspace, conformed: Done, checked: Done) -> Iterable[Loose]:
    lists, found = read_conformed(at.record.store, conformed), read_checked(at.record.store, checked)
    agreed, cycle = at.settings(COUNT), at.cycle
    monthly = cycle.cadence is Cadence.MONTHLY
    windows = [window for window in Window if monthly or window is not Window.MONTH]
    results = count(
        lists,
        found,
        windows=windows,
        authority=agreed,
        list_date=cycle.list_date,
        calendar=at.calendar,
        period=cycle.month,
    )
    if monthly and len(returned := returned_results(agreed, cycle.month)):
        results = pd.concat([results, returned], ignore_index=True)
    figures = grade(results, period=cycle.month, authority=agreed, list_date=cycle.list_date)
    yield words(MADE_FROM, {"conformed": conformed.inputs, "checked": checked.inputs})
    yield frame(FIGURES, figures.assign(period=cycle.period))
    if monthly:
        yield frame("rebuilt", _rebuilt(at, lists, found))


def _rebuilt(at: Workspace, lists: Conformed, found: Checked) -> pd.DataFrame:
    """The months before, as this upload now tells them: a frame like the figures', empty where it tells none."""
    agreed, day = at.settings(COUNT), at.cycle.list_date
    results = rebuild(lists, found, authority=agreed, list_date=day, calendar=at.calendar, period=at.cycle.month)
    rebuilt = [
        grade(of_month.drop(columns="period"), period=Month.parse(str(month)), authority=agreed, list_date=day)
        for month, of_month in results.groupby("period")
    ]
    return pd.concat(rebuilt, ignore_index=True) if rebuilt else pd.DataFrame()
