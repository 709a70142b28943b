"""Numbers in plain English, rounded once and never to a lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.model.numbers import counted, percentage, rounded, spelled, whole


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


def test_a_half_goes_up_and_a_count_has_commas():
    assert str(rounded(0.25)) == "0.3"
    assert (whole(2105.5), whole(12.4)) == ("2,106", "12")


def test_small_counts_are_words():
    assert (spelled(0), spelled(9), spelled(1200)) == ("no", "nine", "1,200")
    assert counted(1, "measure") == "one measure"
    assert counted(15, "measure") == "15 measures"
    assert counted(2, "child", "children") == "two children"
