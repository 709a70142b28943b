"""The check finds the extract before in the record: of the same cadence, and through the faults followed up on it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from expectations.between_months import NOTHING_EARLIER
from reporting.model.periods import Week
from tasks.configuration import load_authority
from tasks.record.follow_ups import note_follow_up
from tasks.record.keeping import Record
from tasks.record.tables import conformed_files, read_checked, words
from tasks.stages.check import check_lists
from tasks.stages.cycle import Cycle
from tasks.stages.defined import CONFORM, FOLLOW_UP
from tasks.stages.request import workspace_for
from tests.expectations.small_council import CLEAN, LIST_DATE, changed, conformed

PLAN = "child_protection_plans"
BACK = changed(PLAN, 0, "last_stat_visit=2026-10-13")


@pytest.fixture
def record(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path))
    return Record(tmp_path)


def cycle(day: date, period: str = "") -> Cycle:
    settings = load_authority("lancashire").content
    return Cycle(f"run {day}", "lancashire", period or str(Week.holding(day)), Path("x"), day, True, settings)


def kept(record, asked, lists):
    return record.once(workspace_for(asked, record).work(CONFORM, ()), lambda: conformed_files(conformed(lists)))


def followed(record, asked, done):
    work = workspace_for(asked, record).work(FOLLOW_UP, (done,))
    record.once(work, lambda: [words("made from", {"conformed": done.inputs})])
    note_follow_up(record, work, asked.cadence, asked.list_date)


def checked(record, asked, lists):
    done = check_lists.fn(workspace_for(asked, record), kept(record, asked, lists))
    return done, {(one.rule, one.list): one for one in read_checked(record.store, done).findings}


def test_the_first_extract_has_nothing_to_be_compared_with(record):
    _, found = checked(record, cycle(LIST_DATE), BACK)
    assert found["M05", PLAN].not_run == NOTHING_EARLIER


def test_an_extract_is_compared_with_the_last_of_its_cadence(record):
    for days, lists in ((14, BACK), (7, CLEAN)):
        earlier = cycle(LIST_DATE - timedelta(days=days))
        followed(record, earlier, kept(record, earlier, lists))
    _, found = checked(record, cycle(LIST_DATE), BACK)
    assert (found["M05", PLAN].failed, found["M05", PLAN].not_run) == (1, "")


def test_a_month_is_not_compared_with_a_week(record):
    earlier = cycle(LIST_DATE - timedelta(days=7))
    followed(record, earlier, kept(record, earlier, CLEAN))
    _, found = checked(record, cycle(LIST_DATE, "2026-10"), BACK)
    assert found["M05", PLAN].not_run == NOTHING_EARLIER


def test_a_check_is_done_again_when_the_extract_before_it_is_another(record):
    earlier = cycle(LIST_DATE - timedelta(days=7))
    alone, _ = checked(record, cycle(LIST_DATE), BACK)
    followed(record, earlier, kept(record, earlier, CLEAN))
    beside, _ = checked(record, cycle(LIST_DATE), BACK)
    again, _ = checked(record, cycle(LIST_DATE), BACK)
    assert alone.inputs != beside.inputs == again.inputs
    assert (beside.passed_over, again.passed_over) == (False, True)
