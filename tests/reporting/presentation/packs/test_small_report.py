"""What the blocks of a small report say, and what they keep to themselves."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from markupsafe import Markup

from tests.print.small_report import small_report

REPORT = small_report()


def block(anchor):
    return next(found for found in REPORT.blocks if found.anchor == anchor)


def leaves(thing):
    if isinstance(thing, tuple):
        for part in thing:
            yield from leaves(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from leaves(getattr(thing, field.name))
    else:
        yield thing


def test_a_report_is_finished_text_all_the_way_down():
    assert {type(leaf) for leaf in leaves(REPORT)} <= {str, Markup, type(None)}
    with pytest.raises(FrozenInstanceError):
        REPORT.title = "another"


def test_the_cover_says_how_many_measures_have_a_threshold_and_what_moved():
    cover = block("cover")
    assert cover.message == "1 of 2 measures has a threshold: one is Good. One has none set."
    assert [tile.count for tile in cover.tiles] == ["0", "0", "1", "0", "1"]
    assert [moved.long for moved in cover.moved] == ["up from 72.8% to 85.3%, which is better."]
    assert cover.moved_note == "One measure shows no clear change since September."


def test_decisions_come_from_facts_alone():
    assert [decision.lead for decision in block("cover").decisions] == [
        "Set thresholds for one measure",
        "Confirm one local limit",
    ]


def test_a_movement_that_could_be_chance_is_not_named():
    groups = {group.title: [row.measure for row in group.rows] for group in block("what_changed").groups}
    assert groups == {"Clearly better": ["Visits in time"], "No clear change": ["Arrivals"]}


def test_a_month_that_was_never_reported_is_shown_as_rebuilt_and_marked():
    months = block("dashboard").themes[0].rows[0].months
    assert [(cell.value, cell.letter, cell.basis) for cell in months] == [
        ("70.0%", "r", "rebuilt"),
        ("72.8%", "R", "reported"),
        ("85.3%", "G", "reported"),
    ]


def test_a_measure_without_bands_prints_no_threshold_and_no_grade():
    arrivals = block("dashboard").themes[0].rows[1]
    assert arrivals.thresholds == ()
    assert arrivals.no_threshold == "threshold not set by the board"
    assert arrivals.status is None


def test_a_small_district_takes_another_with_it_and_neither_keeps_a_colour():
    visits = block("heat_map").themes[0].rows[0].cells
    cells = {cell.unit: (cell.value, cell.letter, cell.style) for cell in visits}
    assert cells["Northmere"] == ("85.3", "G", "good")
    assert cells["no district recorded"] == ("[c]", "", "suppressed")
    assert [value for value, _, _ in cells.values()].count("[c]") >= 2
    assert cells["county-wide"] == ("[x]", "", "not_computable")


def test_a_card_says_what_the_figure_was_made_of():
    card = block("cards").themes[0].rows[0].cards[0]
    assert card.counted == "341 of 400, 7 not known."
    assert card.beside == ("Target at least 85% by December 2026: met.", "◇ England 81.5% (year to March 2024)")
    assert card.cautions == ("Limit: 42 days (assumed: no source gives it).",)
    assert "August 2026 70.0% (rebuilt), September 2026 72.8%, October 2026 85.3%" in card.trend


def test_the_quality_statement_counts_records_and_not_children():
    quality = block("data_quality")
    assert quality.message == (
        "97.0% of 400 records have no error that a check can find; "
        "for Northmere as a whole every figure could be printed."
    )
    assert [(row.rows, row.errors, row.right) for row in quality.lists] == [("400", "12", "97.0%")]
    assert quality.rules[0].failed == "12 of 400"


def test_blocks_that_have_nothing_to_say_are_left_out():
    assert "age_groups" not in [found.anchor for found in REPORT.blocks]


def test_made_up_data_says_so():
    assert REPORT.notice.startswith("Made-up data")


def test_statistical_neighbours_that_are_not_set_are_said_to_be():
    assert any("Statistical neighbours: not set" in line for line in block("definitions").reading)
