"""A report prints the thresholds, limits and comparators of its own month, and says what is new or still to come."""

from dataclasses import replace
from datetime import date

import pytest

from reporting.model.agreements import Agreement, Reach, always, in_turn
from reporting.model.settings import Comparator, Limit, Measure, Target
from tests.print.small_report import AUTHORITY, BANDS, small_report

BEFORE = tuple(replace(band, printed=f"old {band.printed}") for band in BANDS)


def since(value, day=None, until=None):
    return Agreement(value, "Minutes", "The board", Reach.LOCAL, day, until)


def dashboard_of(*bands):
    agreed = Measure("visits", in_turn(bands), always(Target(">=", 85, "2026-12", "")), "")
    report = small_report(replace(AUTHORITY, measures={"visits": agreed}))
    (found,) = [block for block in report.blocks if block.anchor == "dashboard"]
    return report, found, found.themes[0].rows[0]


@pytest.mark.parametrize(
    ("first_day", "printed", "said"),
    [
        (date(2026, 8, 31), BANDS, ""),  # August is the first month shown
        (date(2026, 9, 1), BANDS, "from 1 September 2026"),
        (date(2026, 10, 31), BANDS, "from 31 October 2026"),
        (date(2026, 11, 1), BEFORE, ""),
    ],
)
def test_a_month_has_its_own_thresholds_and_is_told_when_they_are_new(first_day, printed, said):
    _, found, row = dashboard_of(since(BEFORE), since(BANDS, first_day))
    assert set(row.thresholds) == {band.printed for band in printed}
    new = [note for note in found.notes if "new within these months" in note]
    assert [said in note for note in new] == ([True] if said else [])


def test_thresholds_to_come_are_named_and_nobody_is_asked_to_set_them():
    report, _, row = dashboard_of(since(BANDS, date(2026, 11, 1)))
    assert row.thresholds == ()
    assert row.no_threshold == "thresholds in force from 1 November 2026"
    (cover,) = [block for block in report.blocks if block.anchor == "cover"]
    (asked,) = [decision for decision in cover.decisions if decision.lead.startswith("Set thresholds for")]
    assert asked.lead == "Set thresholds for one measure"  # the other one of the two


def test_thresholds_that_have_ended_are_thresholds_no_more():
    _, _, row = dashboard_of(since(BANDS, None, date(2026, 9, 30)))
    assert row.thresholds == ()
    assert row.no_threshold == "threshold not set by the board"


def test_limits_and_comparators_are_those_of_the_month():
    published = [Comparator("visits", "England", "as_at", value, 2024, "year to 31 March") for value in (81.5, 93.0)]
    limits = [Limit("visit_days", days, "days", True) for days in (42, 28)]
    november = date(2026, 11, 1)
    council = replace(
        AUTHORITY,
        comparators=(in_turn([since(published[0]), since(published[1], november)]),),
        limits={"visit_days": in_turn([since(limits[0]), since(limits[1], november)])},
    )
    text = str(small_report(council))
    assert "81.5" in text and "93.0" not in text
    assert "42 days" in text and "28 days" not in text
