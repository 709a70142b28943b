"""What a cycle is asked for: a month or a week, its extract, and the day its lists were run."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reporting.model.periods import Cadence, Month, Week
from tasks.configuration import load_authority
from tasks.errors import UsageProblem
from tasks.record.location import REPOSITORY
from tasks.stages.request import period_of, resolve_request, usual_extract


@pytest.fixture
def extract(tmp_path):
    """A folder that says on which day its lists were run."""

    def run_on(day):
        said = {"authority": "lancashire", "list_date": day, "synthetic": True}
        (tmp_path / "manifest.json").write_text(json.dumps(said))
        return tmp_path

    return run_on


@pytest.mark.parametrize("day", ["2026-10-19", "2026-10-25"])
def test_the_lists_of_a_week_are_run_from_its_monday_to_its_sunday(extract, day):
    cycle = resolve_request("lancashire", "2026-W43", extract(day), None, Cadence.WEEKLY)
    assert (cycle.period, cycle.cadence, cycle.list_date) == ("2026-W43", Cadence.WEEKLY, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-10-18", "before 2026-W43 began, so they cannot speak of it. Give an extract of that week"),
        ("2026-10-26", "after 2026-W43 had ended: that is in 2026-W44."),
    ],
)
def test_lists_run_in_another_week_are_refused(extract, day, says):
    with pytest.raises(UsageProblem, match="--week") as refused:
        resolve_request("lancashire", "2026-W43", extract(day), None, Cadence.WEEKLY)
    assert says in str(refused.value)


def test_a_months_lists_may_be_run_after_it_has_ended(extract):
    cycle = resolve_request("lancashire", "2026-10", extract("2026-11-03"), None)
    assert (cycle.cadence, cycle.month) == (Cadence.MONTHLY, Month(2026, 10))


def test_a_week_is_counted_for_the_month_in_which_its_lists_were_run(extract):
    across = resolve_request("lancashire", "2026-W44", extract("2026-11-01"), None, Cadence.WEEKLY)
    assert across.month == Month(2026, 11)


@pytest.mark.parametrize(("text", "cadence"), [("2026-W43", Cadence.MONTHLY), ("2026-10", Cadence.WEEKLY)])
def test_a_week_is_no_month_and_a_month_no_week(text, cadence):
    with pytest.raises(UsageProblem, match=f'"{text}" is not a'):
        period_of(text, cadence)


def test_without_a_period_it_is_the_last_finished_one():
    today = datetime.now(ZoneInfo("Europe/London")).date()
    week, month = period_of(None, Cadence.WEEKLY), period_of(None, Cadence.MONTHLY)
    assert isinstance(week, Week)
    assert 0 < (today - week.last_day).days <= 7
    assert isinstance(month, Month)
    assert 0 < (today - month.last_day).days <= 31


def test_the_usual_extract_of_a_week_and_of_a_month():
    council = load_authority("lancashire")
    week = usual_extract(council, Week(2026, 43))
    assert week == REPOSITORY / "data/samples/lancashire/weekly/2026-W43/extract.xlsx"
    assert usual_extract(council, Month(2026, 10)) == REPOSITORY / "data/samples/lancashire/2026-10/extract.xlsx"
