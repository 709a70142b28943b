"""Which weeks the weekly report shows beside its own, and under which marking it may go out."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reporting.model.periods import Cadence, Week
from tasks.configuration import load_authority
from tasks.errors import SettingsProblem
from tasks.record.follow_ups import FOLLOW_UP, note_follow_up
from tasks.record.keeping import Record, Work
from tasks.stages.cycle import Cycle
from tasks.stages.weekly_composing import refuse_without_marking
from tasks.stages.weekly_report import weeks_before

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
    shown = [found.period for found in weeks_before(record, cycle)]
    assert shown == [str(WEEK.earlier(back)) for back in range(11, 0, -1)]


def test_a_week_told_again_is_not_shown_beside_weeks_that_came_later(record):
    again = WEEK.earlier(13)
    cycle = Cycle("run", "northmere", str(again), Path(), again.last_day, synthetic=True, settings="")
    assert [found.period for found in weeks_before(record, cycle)] == [str(WEEK.earlier(14))]


@pytest.mark.parametrize("council", ["lancashire", "blackpool"])
def test_every_council_has_the_marking_and_one_without_it_is_told_what_to_add(council):
    authority = load_authority(council)
    refuse_without_marking(authority)
    with pytest.raises(SettingsProblem, match=r"Add \[markings.official_sensitive\]"):
        refuse_without_marking(replace(authority, markings={}))
