"""A figure made from others gives away no count of theirs that may not be printed, and they none of its."""

from dataclasses import replace

import pandas as pd
import pytest

from reporting.measures.grading import grade
from reporting.measures.indicators import INDICATORS
from reporting.measures.registry import registry
from reporting.model.measures import Form
from reporting.model.periods import Month, Window
from reporting.model.scales import Scale
from reporting.presentation.disclosure import disclose
from reporting.presentation.disclosure.derived import subjects_of
from tests.reporting.measures.test_registry import derived, returned
from tests.reporting.presentation.disclosure.test_figures import BOARD, LANCASHIRE, LIST_DATE, ample, rows

PART, WHOLE = INDICATORS["section_47_enquiries"], INDICATORS["referrals_received"]
DISTRICTS = ("county", "district")


def made(form, scale):
    return derived("made", "ZZ01", scale, form, (PART.name, WHOLE.name), levels=DISTRICTS, windows=(Window.MONTH,))


def hidden(measure, part, whole):
    """Which of Lancaster's three figures are hidden, by measure."""
    council = replace(LANCASHIRE, definitions=registry([PART, WHOLE, measure]))
    results = pd.concat([rows(PART.name, part, window="month"), rows(WHOLE.name, whole, window="month")])
    figures = grade(results, authority=council, period=Month(2026, 10), list_date=LIST_DATE).assign(basis="reported")
    told = disclose(figures, BOARD, authority=council)
    ours = told[(told["unit"] == "Lancaster") & told["suppressed"]]
    return set(ours["indicator"])


@pytest.mark.parametrize(
    "measure",
    [made(Form.SHARE, Scale.PERCENT), made(Form.RATIO, Scale.RATIO), made(Form.DIFFERENCE, Scale.COUNT)],
    ids=["share", "ratio", "difference"],
)
def test_a_small_count_is_hidden_in_what_is_made_from_it_too(measure):
    assert hidden(measure, ample(3), ample(80)) >= {PART.name, "made"}
    assert hidden(measure, ample(20), ample(80)) == set()


def test_a_share_that_all_but_a_few_have_is_not_given_away_by_its_part_and_its_whole():
    """78 of 80 says that two have not, and so do 78 and 80 apart."""
    gone = hidden(made(Form.SHARE, Scale.PERCENT), ample(78), [80, *ample(200)[1:]])
    assert "made" in gone and gone & {PART.name, WHOLE.name}


def test_lists_that_a_measure_brings_together_are_one_subject_and_others_stay_apart():
    apart = subjects_of(registry([PART, WHOLE, INDICATORS["contacts_received"]]))
    assert len(set(apart.values())) == 3
    share = made(Form.SHARE, Scale.PERCENT)
    brought = subjects_of(registry([PART, WHOLE, INDICATORS["contacts_received"], share]))
    assert brought[PART.name] == brought[WHOLE.name] == brought["made"] != brought["contacts_received"]


def test_measures_that_are_returned_are_each_a_subject_of_their_own():
    assert len(set(subjects_of(registry([returned(), returned("staff", "WF02")])).values())) == 2
