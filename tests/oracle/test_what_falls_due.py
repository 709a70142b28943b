"""What falls due is what plain loops over days find, on crowded made-up rows and on a made-up council."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.assurance.due import OBLIGATIONS, WITHIN, falls_due
from reporting.assurance.owners import owners
from reporting.intake.conform import conform
from reporting.measures.examples import LIMITS
from synthetic_council.sample import write_sample
from tasks.configuration import load_authority
from tasks.intake import read_extract
from tests.oracle.days import Days
from tests.oracle.made_up import LIST_DATES, made_up_extract
from tests.oracle.obligations import QUESTIONS, all_that_falls_due
from tests.oracle.sums import rows_of
from tests.reporting.council import CALENDAR, TEAMS

DAYS = Days(CALENDAR.holidays)
CHRISTMAS = date(2025, 12, 22)


def by_the_engine(tables, teams, list_date):
    asked = {"calendar": CALENDAR, "limits_on": lambda day: LIMITS, "list_date": list_date}
    found = falls_due(tables, owners(tables, teams, list_date), **asked)
    return {(row.what, row.list, row.position, row.due, row.working_days) for row in found.itertuples()}


def test_the_loops_know_every_obligation():
    assert [(one.what, one.list) for one in OBLIGATIONS] == [question[:2] for question in QUESTIONS]
    assert max(WITHIN) == 10


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6), list_date=st.sampled_from((*LIST_DATES, CHRISTMAS)))
def test_on_crowded_rows(seed, list_date):
    tables = made_up_extract(random.Random(seed), list_date, rows=150).tables
    assert by_the_engine(tables, TEAMS, list_date) == all_that_falls_due(rows_of(tables), DAYS, LIMITS, list_date)


@pytest.mark.parametrize("list_date", (*LIST_DATES, CHRISTMAS), ids=str)
def test_on_many_crowded_rows_hardly_an_obligation_falls_due_for_nobody(list_date):
    tables = made_up_extract(random.Random(3), list_date, rows=800).tables
    found = by_the_engine(tables, TEAMS, list_date)
    assert found == all_that_falls_due(rows_of(tables), DAYS, LIMITS, list_date)
    assert len({one[0] for one in found}) >= len(OBLIGATIONS) - 1


def test_on_a_made_up_council(tmp_path):
    list_date = date(2026, 10, 31)
    write_sample("lancashire", tmp_path, 1, 4, 0.03, "later", list_date, faults=True)
    authority = load_authority("lancashire")
    words = {"headings": authority.headings, "values": authority.values}
    tables = conform(read_extract(tmp_path / "2026-10" / "csv"), **words, list_date=list_date).tables
    found = by_the_engine(tables, authority.teams, list_date)
    assert found == all_that_falls_due(rows_of(tables), DAYS, LIMITS, list_date)
    assert len({one[0] for one in found}) >= 6
