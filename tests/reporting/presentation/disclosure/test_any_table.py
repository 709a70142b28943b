"""Any table of counts is disclosed, not figures alone: what a row is made of is the table's to say."""

from dataclasses import replace
from datetime import date
from math import ceil, floor, inf

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from reporting.model.settings import Marking, Team
from reporting.presentation.disclosure import CountTable, Makeup, suppressed
from tests.print.small_report import AUTHORITY

DISTRICTS = ("Harbour", "Moor", "Dale", "Fell")
COUNCIL = replace(
    AUTHORITY,
    districts=DISTRICTS,
    teams=tuple(Team(f"{name} Team", name, "West", date(2018, 4, 1), None) for name in DISTRICTS),
)
BOARD = Marking("board", "", 1, 5, frozenset({"district"}))
OUTCOMES = Makeup(
    ("founded", "unfounded", "pending", "every"),
    answers=frozenset({"founded", "unfounded", "pending"}),
    children=frozenset({"founded", "unfounded", "pending", "every"}),
    sums=(("every", "founded", "unfounded", "pending"),),
)
POUNDS = Makeup(("pounds",), answers=frozenset({"pounds"}), children=frozenset())
PEOPLE = Makeup(("people",), answers=frozenset({"people"}), children=frozenset({"people"}))
COUNTS = ("founded", "unfounded", "pending")


def table(name, makeup, columns, *, subject="", shown=True, period="2026-10"):
    """Counts by district, made up into the county."""
    rows = pd.DataFrame(columns, index=range(len(DISTRICTS))).astype("float64")
    rows.loc[len(rows)] = rows.sum()
    units = [*DISTRICTS, COUNCIL.county_unit]
    levels = ["district"] * len(DISTRICTS) + ["county"]
    keys = {"period": period, "basis": "reported", "window": "as_at", "name": name, "subject": subject or name}
    return CountTable(rows.assign(**keys, level=levels, unit=units, shown=shown), {name: makeup})


def outcomes(founded, unfounded, pending):
    columns = dict(zip(COUNTS, (founded, unfounded, pending), strict=True))
    every = [sum(row) for row in zip(founded, unfounded, pending, strict=True)]
    return table("allegations", OUTCOMES, {**columns, "every": every})


def hidden(mask, told):
    return set(told.rows.loc[mask, "unit"])


def test_a_row_of_three_answers_goes_with_another_to_hide_in():
    told = outcomes([20, 30, 40, 50], [3, 30, 40, 50], [20, 9, 40, 50])
    (mask,) = suppressed([told], BOARD, COUNCIL)
    assert hidden(mask, told) == {"Harbour", "Moor"}


def test_a_count_that_is_not_of_children_hides_nothing():
    told = table("placement_cost", POUNDS, {"pounds": [3, 4, 500, 900]})
    (mask,) = suppressed([told], BOARD, COUNCIL)
    assert not mask.any()


def test_two_tables_that_count_the_same_children_are_decided_together():
    """What one table hides, the other may not print, although it would have printed it by itself."""
    people = [3, 40, 50, 60]
    one = table("visited", PEOPLE, {"people": people}, subject="homes")
    other = table("homes_checked", PEOPLE, {"people": people}, subject="homes", shown=[True] * 5)
    apart = table("something_else", PEOPLE, {"people": [70, 80, 90, 95]}, subject="homes")
    masks = suppressed([one, other, apart], BOARD, COUNCIL)
    assert [hidden(mask, told) for mask, told in zip(masks, (one, other, apart), strict=True)] == [
        {"Harbour", "Moor"},
        {"Harbour", "Moor"},
        set(),
    ]


def test_rows_that_a_table_says_add_up_do_not_give_each_other_away():
    parts = [table("calls", PEOPLE, {"people": [size, 0, 0, 0]}, period=period) for size, period in MONTHS]
    rows = pd.concat([part.rows.query("level == 'county'") for part in parts], ignore_index=True)
    told = CountTable(rows, {"calls": PEOPLE}, further=((3, (0, 1, 2)),))
    (mask,) = suppressed([told], replace(BOARD, levels=frozenset({"county"})), COUNCIL)
    assert list(rows.loc[mask, "period"]) == ["2026-07", "2026-08"]
    (alone,) = suppressed([replace(told, further=())], replace(BOARD, levels=frozenset({"county"})), COUNCIL)
    assert list(rows.loc[alone, "period"]) == ["2026-08"]


MONTHS = ((20, "2026-07"), (4, "2026-08"), (35, "2026-09"), (59, "2026-10"))


def test_a_table_without_rows_is_no_hindrance():
    empty = CountTable(outcomes([9] * 4, [9] * 4, [9] * 4).rows.iloc[:0], {"allegations": OUTCOMES})
    told = table("visited", PEOPLE, {"people": [3, 40, 50, 60]})
    masks = suppressed([empty, told, empty], BOARD, COUNCIL)
    assert [len(mask) for mask in masks] == [0, 5, 0]
    assert [len(mask) for mask in suppressed([empty], BOARD, COUNCIL)] == [0]


def reach(told, mask, wanted):
    """How low and how high one count of a district may be, to somebody who knows the sums and all that is printed."""
    cells = [(row, count) for row in told.rows.index for count in OUTCOMES.counts]
    place = {cell: at for at, cell in enumerate(cells)}
    equations, totals = [], []

    def say(terms, total):
        equation = np.zeros(len(cells))
        for cell, sign in terms:
            equation[place[cell]] += sign
        equations.append(equation)
        totals.append(total)

    county = len(DISTRICTS)
    for row, count in cells:
        if not mask[row]:
            say([((row, count), 1)], told.rows.loc[row, count])
    for row in told.rows.index:
        say([((row, "every"), 1), *(((row, count), -1) for count in COUNTS)], 0)
    for count in OUTCOMES.counts:
        say([((county, count), 1), *(((row, count), -1) for row in range(county))], 0)
    ends = []
    for sign in (1, -1):
        aim = np.zeros(len(cells))
        aim[place[wanted]] = sign
        answer = linprog(aim, A_eq=np.array(equations), b_eq=np.array(totals), bounds=(0, None))
        ends.append(sign * answer.fun if answer.status == 0 else inf)
    return ceil(ends[0] - 1e-6), ends[1] if ends[1] == inf else floor(ends[1] + 1e-6)


COLUMN = st.lists(st.one_of(st.integers(0, 9), st.integers(10, 90)), min_size=4, max_size=4)


@settings(max_examples=25, deadline=None)
@given(founded=COLUMN, unfounded=COLUMN, pending=COLUMN)
def test_nobody_can_work_out_a_hidden_answer(founded, unfounded, pending):
    told = outcomes(founded, unfounded, pending)
    (mask,) = suppressed([told], BOARD, COUNCIL)
    small = told.rows[list(COUNTS)].isin(range(1, 6)).any(axis=1) & (told.rows["level"] == "district")
    assert mask[small].all()
    for row in np.flatnonzero(mask):
        for count in COUNTS:
            true = told.rows.loc[row, count]
            if true > 0:
                low, high = reach(told, mask, (row, count))
                assert low <= true <= high
                assert low < high, f"{told.rows.loc[row, 'unit']}: {count} can be worked out"


@pytest.mark.parametrize("low", [4, 6])
def test_the_marking_says_which_counts_are_small(low):
    told = table("visited", PEOPLE, {"people": [low, 40, 50, 60]})
    (mask,) = suppressed([told], BOARD, COUNCIL)
    assert mask.any() == (low < 6)
