"""The engine and the plain loops count the same, for every indicator, window, level and unit."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.measures.indicators import INDICATORS
from reporting.model.periods import Month
from tasks.configuration.measures import load_measures
from tests.oracle.comparison import differences
from tests.oracle.made_up import LIST_DATES, made_up_extract, made_up_failures
from tests.oracle.measures import MEASURES
from tests.reporting.council import ALL_WELL


def test_the_loops_know_every_indicator():
    """A derived measure needs none, but those that were once counted keep theirs."""
    assert set(INDICATORS) <= set(MEASURES) <= set(load_measures())


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6), list_date=st.sampled_from(LIST_DATES), back=st.integers(0, 2))
def test_on_small_made_up_extracts(seed, list_date, back):
    extract = made_up_extract(random.Random(seed), list_date, rows=40)
    period = Month.holding(list_date).earlier(back)
    assert differences(extract, ALL_WELL, [], period=period, list_date=list_date) == []


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6), list_date=st.sampled_from(LIST_DATES))
def test_on_small_extracts_with_failing_rows(seed, list_date):
    draws = random.Random(seed)
    extract = made_up_extract(draws, list_date, rows=40)
    found, failing = made_up_failures(draws, rows=40)
    period = Month.holding(list_date)
    assert differences(extract, found, failing, period=period, list_date=list_date) == []


@pytest.mark.parametrize("list_date", LIST_DATES, ids=str)
def test_on_a_larger_extract(list_date):
    extract = made_up_extract(random.Random(7), list_date, rows=150)
    period = Month.holding(list_date)
    assert differences(extract, ALL_WELL, [], period=period, list_date=list_date) == []
