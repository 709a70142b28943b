"""Which periods a report shows beside its own, and what a printing is made from."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reporting.model.periods import Cadence, Week, period_named
from reporting.presentation.briefing.needs import Need
from tasks.configuration import load_authority, load_calendar
from tasks.record.follow_ups import FOLLOW_UP, note_follow_up
from tasks.record.keeping import Done, Record, Work
from tasks.stages.cycle import Cycle
from tasks.stages.print_jobs import jobs_for, periods_before
from tasks.stages.workspace import Workspace

WEEK = Week(2026, 43)


@pytest.fixture
def record(tmp_path):
    """Fifteen weeks followed up, this one among them twice, and a month."""
    record = Record(tmp_path)
    for back in range(15):
        week = WEEK.earlier(back)
        followed(record, str(week), week.last_day, Cadence.WEEKLY, f"first {back}")
    followed(record, str(WEEK), WEEK.last_day - timedelta(days=1), Cadence.WEEKLY, "with another list date")
    followed(record, "2026-09", date(2026, 9, 30), Cadence.MONTHLY, "a month")
    return record


def followed(record, period, day, cadence, inputs):
    note_follow_up(record, Work("run", "northmere", period, FOLLOW_UP, inputs), cadence, day)


def test_eleven_weeks_stand_beside_this_one_oldest_first(record):
    cycle = Cycle("run", "northmere", str(WEEK), Path(), WEEK.last_day, synthetic=True, settings="")
    shown = [found.period for found in periods_before(record, cycle)]
    assert shown == [str(WEEK.earlier(back)) for back in range(11, 0, -1)]


def test_a_week_told_again_is_not_shown_beside_weeks_that_came_later(record):
    again = WEEK.earlier(13)
    cycle = Cycle("run", "northmere", str(again), Path(), again.last_day, synthetic=True, settings="")
    assert [found.period for found in periods_before(record, cycle)] == [str(WEEK.earlier(14))]


def done(stage):
    return Done(stage, f"{stage} inputs", {}, passed_over=False, seconds=0.0)


MADE = tuple(map(done, ("conform", "check", "count", "follow_up")))


def jobs(tmp_path, period):
    authority, day = load_authority("lancashire"), period_named(period).last_day
    cycle = Cycle("run", authority.key, period, Path(), day, synthetic=True, settings=authority.content)
    return {job.board: job for job in jobs_for(Workspace(Record(tmp_path), cycle, authority, load_calendar()), *MADE)}


def test_a_week_prints_the_packs_of_a_week_and_a_month_those_of_a_month(tmp_path):
    weekly, monthly = jobs(tmp_path, "2026-W43"), jobs(tmp_path, "2026-10")
    assert "weekly_report" in weekly
    assert not weekly.keys() & monthly.keys()
    assert {job.csv for job in monthly.values()} == {False}
    assert weekly["weekly_report"].csv


def test_a_report_is_made_from_what_its_blocks_need_and_from_nothing_else(tmp_path):
    stages = {name: [one.stage for one in job.made_from] for name, job in jobs(tmp_path, "2026-10").items()}
    assert all(made == ["conform", "check", "count"] for made in stages.values())
    weekly = jobs(tmp_path, "2026-W43")["weekly_report"]
    assert [one.stage for one in weekly.made_from] == ["conform", "check", "count", "follow_up"]
    figures_alone = replace(weekly, needs=frozenset({Need.MEASURES}), followed=None)
    assert [one.stage for one in figures_alone.made_from] == ["count"]
