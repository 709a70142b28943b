"""Numbers and dates in plain English."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.measures.indicators.model import Scale
from reporting.model.periods import Period, Window
from reporting.model.settings import Limit, Target
from reporting.presentation.words import (
    counted,
    day_name,
    difference,
    difference_between,
    in_print,
    joined,
    limit_named,
    limit_words,
    percentage,
    some_of,
    target_words,
    window_words,
    with_unit,
)

OCTOBER = Period(2026, 10)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (100.0, "100.0"),
        (99.99, ">99.9"),
        (99.95, ">99.9"),
        (99.94, "99.9"),
        (0.0, "0.0"),
        (0.04, "<0.1"),
        (0.05, "0.1"),
        (68.85, "68.9"),
        (21.25, "21.3"),
    ],
)
def test_a_percentage_is_rounded_half_up_and_never_to_all_or_nothing(value, words):
    assert percentage(value) == words


@given(st.floats(min_value=0, max_value=100, exclude_max=True))
def test_less_than_all_is_never_printed_as_all(value):
    assert percentage(value) != "100.0"


@given(st.floats(min_value=0, max_value=100, exclude_min=True))
def test_more_than_nothing_is_never_printed_as_nothing(value):
    assert percentage(value) != "0.0"


@pytest.mark.parametrize(
    ("value", "scale", "sentence", "cell"),
    [
        (2106.0, Scale.COUNT, "2,106", "2,106"),
        (81.44, Scale.PER_10000, "81.4 per 10,000", "81.4"),
        (412.5, Scale.MEAN_DAYS, "413 days", "413"),
        (68.9, Scale.PERCENT, "68.9%", "68.9%"),
    ],
)
def test_a_value_carries_its_unit_in_a_sentence_and_less_in_a_cell(value, scale, sentence, cell):
    assert with_unit(value, scale) == sentence
    assert in_print(value, scale) == cell


def test_a_movement_has_a_size_and_a_range():
    assert difference(-2.26, Scale.PERCENT) == "2.3 points"
    assert difference(0.01, Scale.PERCENT) == "under 0.1 points"
    assert difference(245.0, Scale.COUNT) == "245"
    assert difference_between(0.61, 6.7, Scale.PERCENT) == "0.6 to 6.7"


def test_small_counts_are_words_and_lists_are_sentences():
    assert counted(1, "measure") == "one measure"
    assert counted(15, "measure") == "15 measures"
    assert counted(2, "child", "children") == "two children"
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert some_of(["a", "b", "c", "d", "e"], 3) == "a, b, c and two others"


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window.AS_AT, "on 31 October 2026"),
        (Window.MONTH, "in October 2026"),
        (Window.SIX_MONTHS, "six months to 31 October 2026"),
        (Window.TWELVE_MONTHS, "twelve months to 31 October 2026"),
    ],
)
def test_a_window_says_its_days(window, words):
    assert window_words(window, OCTOBER, date(2026, 10, 31)) == words
    assert day_name(date(2026, 1, 2)) == "2 January 2026"


def test_a_target_and_a_limit_say_what_they_are():
    assert target_words(Target(">=", 80.5, "2020-03", "", ""), Scale.PERCENT) == "at least 80.5% by March 2020"
    assert target_words(Target("<", 10, "", "", ""), Scale.PERCENT) == "below 10%"
    assert target_words(Target("<", 100, "", "", ""), Scale.PERCENT) == "below 100%"
    limit = Limit("child_protection_visit_working_days", 15, "working days", "", True)
    assert limit_named(limit) == "child protection visit, 15 working days"
    assert limit_words(limit) == "15 working days (assumed: no source gives it)"
