"""A colour comes from the council's cut-offs or the board's bands, and from nowhere else."""

from dataclasses import replace
from datetime import date

import pytest

from reporting.model.agreements import Agreements, always
from reporting.model.settings import Measure
from reporting.presentation.briefing.rating import NOT_RATED, rag, rating_of
from tests.reporting.presentation.weekly.made_up_weeks import (
    COUNCIL,
    USUAL,
    a_week,
    accuracy,
    band,
    block,
    composed,
    cut_offs,
    figure,
    figures,
    row_of,
    with_cut_offs,
)

RIGHT = "8 Children in care: records right"


@pytest.mark.parametrize(
    ("value", "colour"), [(100, "Green"), (90, "Green"), (89.999, "Amber"), (80, "Amber"), (79.999, "Red"), (0, "Red")]
)
def test_higher_is_better_changes_colour_exactly_at_the_cut_off(value, colour):
    assert rag(value, cut_offs("records_right", 90, 80)).words == colour


@pytest.mark.parametrize(
    ("value", "colour"), [(0, "Green"), (10, "Green"), (10.001, "Amber"), (20, "Amber"), (20.001, "Red"), (100, "Red")]
)
def test_lower_is_better_turns_both_round(value, colour):
    assert rag(value, cut_offs("x", 10, 20, lower_is_better=True)).words == colour


def test_one_printed_cut_off_has_no_amber():
    only = cut_offs("team_hierarchy", 90, 90)
    assert [rag(value, only).words for value in (90, 89.9)] == ["Green", "Red"]


def test_cut_offs_hold_from_their_day():
    held = with_cut_offs(cut_offs("records_right", 90, 80), since=date(2026, 10, 26))
    assert "records_right" not in held.on(date(2026, 10, 25)).cut_offs
    assert "records_right" in held.on(date(2026, 10, 26)).cut_offs


def test_cut_offs_come_before_bands_and_a_handful_is_not_rated():
    held = cut_offs("x", 90, 80)
    assert rating_of(95, 100, "good", held, 10).words == "Green"
    assert rating_of(95, 100, "good", None, 10).words == "Good"
    assert rating_of(95, 9, "good", held, 10) == NOT_RATED
    assert rating_of(None, 100, "", held, 10) == NOT_RATED


def test_no_two_ratings_share_a_letter():
    from reporting.presentation.briefing.rating import BANDED, RAG

    letters = [rating.letter for rating in (*RAG.values(), *BANDED.values())]
    assert len(set(letters)) == len(letters)


def test_without_cut_offs_or_bands_every_cell_is_grey():
    report = composed()
    assert {cell.grade for theme in block(report, "annex_a").themes for row in theme.rows for cell in row.cells} == {""}
    row = row_of(report, "annex_a", RIGHT)
    assert {row[unit].style for unit in ("Northmere", "Harbour", "Moor")} == {"plain"}
    assert "none is rated" in block(report, "annex_a").message


def test_records_right_take_their_colour_and_letter_from_the_council():
    places = {("list", "children_looked_after", "district", unit): (500, right) for unit, right in ROWS.items()}
    report = composed(with_cut_offs(cut_offs("records_right", 95, 90)), weeks=[accuracy(), accuracy(places)])
    row = row_of(report, "annex_a", RIGHT)
    assert [(row[unit].value, row[unit].letter, row[unit].style) for unit in ("Northmere", *ROWS)] == [
        ("95.0", "G", "green"),
        ("94.8", "A", "amber"),
        ("89.8", "R", "red"),
    ]


ROWS = {"Harbour": 474, "Moor": 449}


def test_a_measure_with_printed_bands_has_the_boards_own_word():
    bands = (band("inadequate", None, 90), band("good", 90, None))
    agreed = Measure("looked_after_visits_within_limit", always(bands), Agreements(), "", "as_at")
    council = replace(COUNCIL, measures={agreed.indicator: agreed})
    graded = USUAL.copy()
    visits = graded["indicator"] == agreed.indicator
    graded.loc[visits, "band"] = ["inadequate", "inadequate", "good"]
    row = row_of(composed(council, now=a_week(of_figures=graded)), "annex_a", "Looked-after visits in time")
    assert [(row[unit].letter, row[unit].grade) for unit in ("Northmere", "Harbour", "Moor")] == [
        ("In", "Inadequate"),
        ("In", "Inadequate"),
        ("Gd", "Good"),
    ]


def test_a_measure_rated_by_cut_offs_where_low_is_good():
    council = with_cut_offs(cut_offs("looked_after_placed_with_parents", 10, 12, lower_is_better=True))
    name = "looked_after_placed_with_parents"
    rows = [
        figure(name, "county", "Northmere", 60, 500),
        figure(name, "district", "Harbour", 30, 300),
        figure(name, "district", "Moor", 30, 200),
    ]
    row = row_of(composed(council, now=a_week(of_figures=figures(*rows))), "annex_a", "Placed with parents")
    assert [row[unit].letter for unit in ("Northmere", "Harbour", "Moor")] == ["A", "G", "R"]


def test_what_is_withheld_has_its_sign_and_no_colour():
    kept_back = USUAL.copy()
    visits = kept_back["indicator"] == "looked_after_visits_within_limit"
    kept_back.loc[visits & (kept_back["unit"] != "Moor"), ["status", "reason"]] = ["withheld", "7% of its rows fail"]
    council = with_cut_offs(cut_offs("looked_after_visits_within_limit", 90, 80))
    report = composed(council, now=a_week(of_figures=kept_back))
    row = row_of(report, "annex_a", "Looked-after visits in time")
    assert [(row[unit].value, row[unit].letter) for unit in ("Northmere", "Harbour", "Moor")] == [
        ("[w]", ""),
        ("[w]", ""),
        ("95.0", "G"),
    ]
    assert "One figure for Northmere is withheld" in block(report, "week_cover").message
    assert "7% of its rows fail." in block(report, "weekly_check").withheld[0].text
