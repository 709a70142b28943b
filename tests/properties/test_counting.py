"""What is always so of counting, whatever the extract."""

import random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.measures.counting import count
from reporting.measures.indicators import INDICATORS
from reporting.model.figures import Status
from reporting.model.periods import Month
from reporting.model.reasons import ReasonCode
from reporting.model.scales import CountPart
from tests.oracle.made_up import LIST_DATES, made_up_extract, made_up_failures
from tests.reporting.council import ALL_WELL, CALENDAR, COUNCIL, conformed

few = settings(max_examples=4, deadline=None)
seeds, list_dates = st.integers(0, 10**6), st.sampled_from(LIST_DATES)
SUMS = ["yes", "no", "unknown", "undated", "cohort"]


def counted(extract, list_date, found=ALL_WELL):
    return count(
        extract,
        found,
        authority=COUNCIL,
        calendar=CALENDAR,
        period=Month.holding(list_date),
        list_date=list_date,
    )


@few
@given(seed=seeds, list_date=list_dates)
def test_yes_and_no_and_not_known_are_the_cohort_and_parts_sum_to_the_whole(seed, list_date):
    draws = random.Random(seed)
    extract = made_up_extract(draws, list_date, rows=30)
    results = counted(extract, list_date, made_up_failures(draws, rows=30)[0])
    of_days = results["indicator"].map(lambda name: CountPart.YES not in INDICATORS[name].scale.composition.of_children)
    there = results["yes"].notna()
    whole = results["no"] + results["unknown"] + results["yes"].where(~of_days, 0)
    assert (whole == results["cohort"])[there].all()
    assert (results["undated"] <= results["cohort"] - results["unknown"])[there].all()
    assert results["affected"].between(0, 1).all()
    levels = results[there].groupby(["indicator", "window", "level"])[SUMS].sum()
    for _, parts in levels.groupby(["indicator", "window"]):
        assert (parts == parts.iloc[0]).all(axis=None)


@few
@given(seed=seeds, list_date=list_dates)
def test_every_figure_that_is_not_printed_says_why(seed, list_date):
    draws = random.Random(seed)
    results = counted(made_up_extract(draws, list_date), list_date, made_up_failures(draws)[0])
    assert ((results["status"] == Status.PRINTED) == (results["reason"] == "")).all()
    assert ((results["reason"] == "") == (results["reason_code"] == ReasonCode.NONE)).all()
    over = results["affected"] > COUNCIL.on(list_date).tolerance
    assert (results.loc[over, "status"] != Status.PRINTED).all()


@few
@given(seed=seeds, list_date=list_dates)
def test_the_order_of_rows_never_changes_a_figure(seed, list_date):
    """But for ties: where a child has two referrals on a day, or two teams at once, the last or first is taken."""
    draws = random.Random(seed)
    extract = made_up_extract(draws, list_date, rows=20)
    one_row_a_child = {name: _first_of_each_child(table) for name, table in extract.tables.items()}
    shuffled = {
        name: table.sample(frac=1, random_state=seed).reset_index(drop=True) for name, table in one_row_a_child.items()
    }
    pd.testing.assert_frame_equal(
        counted(conformed(one_row_a_child), list_date), counted(conformed(shuffled), list_date)
    )


@few
@given(seed=seeds, list_date=list_dates)
def test_a_failing_row_never_adds_a_yes_and_never_leaves_the_cohort(seed, list_date):
    draws = random.Random(seed)
    extract = made_up_extract(draws, list_date, rows=20)
    sound, doubtful = counted(extract, list_date), counted(extract, list_date, made_up_failures(draws, rows=20)[0])
    of_days = sound["indicator"].map(lambda name: CountPart.YES not in INDICATORS[name].scale.composition.of_children)
    there = sound["yes"].notna() & ~of_days  # a sum of days may fall when a wait is negative
    assert (doubtful["yes"] <= sound["yes"])[there].all()
    assert (doubtful["no"] <= sound["no"])[there].all()
    assert (doubtful["cohort"] == sound["cohort"]).all()


def _first_of_each_child(table):
    key = "child_id" if "child_id" in table else "adopter_id"
    return table[table[key].notna()].drop_duplicates(key).reset_index(drop=True)
