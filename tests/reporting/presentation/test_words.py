"""Dates, windows and targets in plain English."""

from datetime import date

import pytest

from reporting.model.agreements import Agreement, Reach
from reporting.model.periods import Month, Window
from reporting.model.scales import Scale
from reporting.model.settings import Limit, Target
from reporting.presentation.words import (
    day_name,
    joined,
    limit_named,
    limit_words,
    some_of,
    target_words,
    window_words,
)

OCTOBER = Month(2026, 10)


def test_lists_are_sentences():
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
    assert target_words(Target(">=", 80.5, "2020-03", ""), Scale.PERCENT) == "at least 80.5% by March 2020"
    assert target_words(Target("<", 10, "", ""), Scale.PERCENT) == "below 10%"
    assert target_words(Target("<", 100, "", ""), Scale.PERCENT) == "below 100%"
    limit = Limit("child_protection_visit_working_days", 15, "working days", True)
    assert limit_named(limit) == "child protection visit, 15 working days"
    assert limit_words(Agreement(limit, "", "Nobody", Reach.LOCAL)) == "15 working days (assumed: no source gives it)"
