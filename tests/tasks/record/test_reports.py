"""A period is known by its first whole run that was not taken back, and every later report knows what it replaces."""

from datetime import date

import pandas as pd
import pytest

from reporting.model.figures import FIGURE_COLUMNS
from reporting.model.periods import Cadence
from tasks.errors import RecordProblem
from tasks.record.follow_ups import FOLLOW_UP, follow_up_before, follow_up_of, note_follow_up
from tasks.record.keeping import MADE_FROM, Record, Work
from tasks.record.reports import (
    as_reported,
    as_reported_before,
    every_report,
    last_reported,
    replaced_by_the_last,
    report,
    withdraw,
)
from tasks.record.tables import frame, words
from tasks.record.withdrawals import withdrawals

REHEARSAL, OCTOBER, LATER = date(2026, 10, 28), date(2026, 10, 31), date(2026, 11, 5)
WHY = {"reason": "last month's lists", "role": "Head of data"}
COUNCIL = "lancashire"


@pytest.fixture
def record(tmp_path):
    return Record(tmp_path)


def counted(record, run, value, day=OCTOBER, period="2026-10", code="as it was"):
    """A run that counts one figure, reports it and follows its faults up."""
    row = dict.fromkeys(FIGURE_COLUMNS, "") | {"indicator": "children_in_need_open", "unit": "Lancashire"}
    figures = pd.DataFrame([row | {"value": value, "window": "as_at", "level": "county"}])
    inputs = f"{value} {day} {period} {code}"
    work = Work(run, COUNCIL, period, "count", inputs)
    record.once(work, lambda: [frame("figures", figures), words(MADE_FROM, {"conformed": "", "checked": code})])
    report(record, work, day)
    followed = Work(run, COUNCIL, period, FOLLOW_UP, f"followed {inputs}")
    record.once(followed, lambda: [words(MADE_FROM, {"counted": inputs})])
    note_follow_up(record, followed, Cadence.MONTHLY, day)
    return inputs


def test_a_rehearsal_is_not_what_a_month_is_known_by(record):
    rehearsed = counted(record, "rehearsal", 0.0, REHEARSAL)
    assert as_reported(record, COUNCIL, "2026-10") is None
    assert as_reported_before(record, COUNCIL, "2026-11") == ()
    assert last_reported(record, COUNCIL, "2026-10").inputs == rehearsed
    whole = counted(record, "whole", 4.0)
    assert [one.inputs for one in as_reported_before(record, COUNCIL, "2026-11")] == [whole]


def test_the_first_whole_run_stays_what_a_month_is_known_by(record):
    first = counted(record, "first", 4.0)
    counted(record, "corrected", 5.0, LATER)
    assert as_reported(record, COUNCIL, "2026-10").inputs == first
    assert last_reported(record, COUNCIL, "2026-10").run == "corrected"


def test_figures_are_reported_again_only_when_one_of_them_differs(record):
    counted(record, "first", 4.0)
    counted(record, "other code, same figures", 4.0, code="changed")
    assert [one.run for one in every_report(record, COUNCIL, "2026-10")] == ["first"]
    counted(record, "other figures", 5.0, code="changed")
    counted(record, "as at another day", 5.0, LATER, code="changed")
    assert [one.run for one in every_report(record, COUNCIL, "2026-10")] == [
        "first",
        "other figures",
        "as at another day",
    ]


def test_going_back_to_earlier_figures_makes_them_the_last_again(record):
    first = counted(record, "first", 4.0)
    counted(record, "second", 5.0)
    counted(record, "third", 4.0)
    assert last_reported(record, COUNCIL, "2026-10").inputs == first
    assert len(every_report(record, COUNCIL, "2026-10")) == 3


def test_a_report_knows_the_one_it_replaces(record):
    counted(record, "rehearsal", 0.0, REHEARSAL)
    assert replaced_by_the_last(record, COUNCIL, "2026-10") is None
    counted(record, "whole", 4.0)
    replaced = replaced_by_the_last(record, COUNCIL, "2026-10")
    assert (replaced.run, replaced.list_date, replaced.withdrawn) == ("rehearsal", REHEARSAL, False)


def test_a_run_taken_back_counts_no_more_and_the_one_before_it_stands(record):
    first = counted(record, "first", 4.0)
    counted(record, "wrong lists", 9.0, LATER)
    left = withdraw(record, COUNCIL, "2026-10", **WHY)
    assert left.inputs == first == last_reported(record, COUNCIL, "2026-10").inputs
    assert follow_up_of(record, COUNCIL, "2026-10").inputs == f"followed {first}"
    assert follow_up_before(record, COUNCIL, "2026-11", date(2026, 11, 30)).inputs == f"followed {first}"
    (taken,) = withdrawals(record, COUNCIL)
    assert (taken.run, taken.period, taken.reason, taken.role) == ("wrong lists", "2026-10", *WHY.values())


def test_after_the_first_whole_run_is_taken_back_a_later_one_is_what_the_month_is_known_by(record):
    counted(record, "wrong lists", 9.0)
    assert withdraw(record, COUNCIL, "2026-10", **WHY) is None
    assert as_reported_before(record, COUNCIL, "2026-11") == ()
    right = counted(record, "right lists", 4.0)
    assert as_reported(record, COUNCIL, "2026-10").inputs == right
    replaced = replaced_by_the_last(record, COUNCIL, "2026-10")
    assert (replaced.run, replaced.withdrawn) == ("wrong lists", True)


def test_the_faults_followed_up_on_the_same_figures_go_with_them(record):
    counted(record, "wrong lists", 9.0)
    counted(record, "other code, same figures", 9.0, code="changed")
    withdraw(record, COUNCIL, "2026-10", **WHY)
    assert follow_up_of(record, COUNCIL, "2026-10") is None
    assert {one.run for one in withdrawals(record, COUNCIL)} == {"wrong lists", "other code, same figures"}


def test_the_same_lists_run_again_after_that_are_reported_anew_and_say_what_they_replace(record):
    counted(record, "wrong lists", 9.0)
    withdraw(record, COUNCIL, "2026-10", **WHY)
    counted(record, "again", 9.0)
    assert last_reported(record, COUNCIL, "2026-10").run == "again"
    assert replaced_by_the_last(record, COUNCIL, "2026-10").withdrawn


def test_another_months_runs_stay(record):
    september = counted(record, "september", 3.0, date(2026, 9, 30), "2026-09")
    counted(record, "october", 9.0)
    withdraw(record, COUNCIL, "2026-10", **WHY)
    assert as_reported(record, COUNCIL, "2026-09").inputs == september


def test_a_week_can_be_taken_back_too(record):
    for run in ("first", "second"):
        note_follow_up(record, Work(run, COUNCIL, "2026-W43", FOLLOW_UP, run), Cadence.WEEKLY, date(2026, 10, 25))
    withdraw(record, COUNCIL, "2026-W43", **WHY)
    assert follow_up_of(record, COUNCIL, "2026-W43").inputs == "first"


def test_with_nothing_to_take_back_it_says_so(record):
    with pytest.raises(RecordProblem, match="no run of lancashire for 2026-10 that stands"):
        withdraw(record, COUNCIL, "2026-10", **WHY)
    counted(record, "first", 4.0)
    withdraw(record, COUNCIL, "2026-10", **WHY)
    with pytest.raises(RecordProblem, match="no run of lancashire for 2026-W43 that stands"):
        withdraw(record, COUNCIL, "2026-W43", **WHY)
