"""What the weekly report says of small weeks that can be worked out by hand."""

import csv
import io
import re

import pandas as pd
import pytest

from reporting.assurance.withholding import FOR_NONE, FOR_THE_COUNTY
from reporting.presentation.briefing.faults import FaultCount, counts_by, every
from tasks.print_pack import render_html
from tests.reporting.presentation.weekly.made_up_weeks import (
    RULE,
    a_week,
    accuracy,
    block,
    composed,
    cut_offs,
    due,
    faults,
    ledger,
    put_right,
    row_of,
    with_cut_offs,
)


def team(report, name):
    rows = [row for group in block(report, "teams").groups for row in group.rows if row.name == name]
    assert len(rows) == 1, name
    return rows[0]


def values(cells):
    return [cell.value for cell in cells]


def test_the_first_page_says_the_week_in_one_message():
    assert block(composed(), "week_cover").message == (
        "95.0% of 11,000 records are right, up 1.0 points on last week. 6 faults were put right and 3 are new; "
        "14 are open. No figure for Northmere is withheld, as last week."
    )


def test_the_tiles_stand_beside_last_week():
    tiles = block(composed(), "week_cover").tiles
    assert [(tile.count.value, tile.words, tile.before.value) for tile in tiles] == [
        ("95.0", "% of records right", "94.0"),
        ("3", "New", "0"),
        ("6", "Put right", "6"),
        ("14", "Open", "10"),
        ("1", "Confirmed", "0"),
    ]


def test_faults_are_counted_once_and_confirmed_ones_apart():
    week = a_week()
    assert every(week) == FaultCount(open=14, new=3, put_right=6, confirmed=1)
    assert counts_by(week, "team")["Harbour Care",] == FaultCount(open=7, new=3, put_right=6)
    assert counts_by(week, "team")["Moor Care",] == FaultCount(open=2, confirmed=1)


def test_every_team_has_a_row_under_its_district_and_the_untraced_come_last():
    groups = block(composed(), "teams").groups
    assert [[row.name for row in group.rows] for group in groups] == [
        ["Harbour (West)", "Harbour Care", "Harbour Duty"],
        ["Moor (East)", "Moor Care"],
        ["County-wide", "Night Team"],
        ["No team can be traced"],
    ]


def test_a_team_sees_its_faults_where_to_begin_and_its_worklist():
    report = composed()
    care = team(report, "Harbour Care")
    assert values(care.faults) == ["3", "6", "7"]
    assert care.first.value == "List 8: 3 withholding"
    assert care.worklist.value == "Harbour Care.xlsx"
    assert values(team(report, "Harbour (West)").faults) == ["3", "6", "7"]
    assert team(report, "Moor Care").first.value == "List 6: 2 warnings"
    assert team(report, "Night Team").first.value == "–"
    assert team(report, "No team can be traced").worklist.value == "Rows without a team.xlsx"


def test_a_team_that_has_left_the_register_keeps_its_faults_in_sight():
    old = faults("Closed Team", 2)
    report = composed(now=a_week(of_faults=ledger(old)))
    assert values(team(report, "Closed Team").faults) == ["0", "0", "2"]


def test_what_falls_due_is_counted_within_five_days_and_within_ten():
    soon = [("Harbour Care", 2)] * 6 + [("Harbour Care", 5)] + [("Harbour Care", 6)] * 8
    report = composed(falls_due=due(*soon, *[("Moor Care", 10)] * 7, *[("Moor Care", 0)] * 9))
    assert values(team(report, "Harbour Care").due) == ["7", "15"]
    assert values(team(report, "Moor Care").due) == ["9", "16"]
    assert values(team(report, "Night Team").due) == ["0", "0"]
    lead = [decision for decision in block(report, "week_cover").to_do if decision.lead == "See to what falls due"]
    assert lead[0].rest.startswith(": 16 within 5 working days, 31 within 10.")


@pytest.mark.parametrize("later", [3, 12])
def test_a_handful_that_falls_due_is_suppressed_and_so_is_what_would_give_it_away(later):
    few = [("Harbour Care", 1)] * 20 + [("Harbour Care", 8)] * later + [("Harbour Duty", 1)] * 9
    many = [("Moor Care", 1)] * 30 + [("Moor Care", 9)] * 30
    report = composed(falls_due=due(*few, *[("Harbour Duty", 9)] * 4, *many))
    assert values(team(report, "Harbour Duty").due) == ["[c]", "[c]"]  # four after the fifth day: 13 less 9
    assert values(team(report, "Harbour Care").due) == ["[c]", "[c]"]  # or the district less it would be the four


def test_a_share_out_of_a_handful_of_records_is_suppressed_but_its_faults_are_not():
    small = {
        ("list", "adoption", "county", "Northmere"): (104, 100),
        ("list", "adoption", "district", "Harbour"): (54, 52),
        ("list", "adoption", "district", "Moor"): (50, 48),
        ("list", "adoption", "team", "Harbour Care"): (50, 48),
        ("list", "adoption", "team", "Harbour Duty"): (4, 4),
        ("list", "adoption", "team", "Moor Care"): (50, 48),
    }
    report = composed(weeks=[accuracy(), accuracy(small)])
    adoption = 9
    assert team(report, "Harbour Duty").lists[adoption].value == "[c]"
    assert team(report, "Harbour Care").lists[adoption].value == "[c]"  # the district less it would be the four
    assert team(report, "Moor Care").lists[adoption].value == "96.0"
    assert "4" not in [row["value"] for row in as_rows(report) if row["indicator"] == "adoption.records_right"]


def test_a_list_that_did_not_come_is_withheld_everywhere_and_asked_for_first():
    missing = a_week(withheld_lists={"children_looked_after": "list 8 was not found"})
    report = composed(now=missing, weeks=[accuracy(), accuracy(without=["children_looked_after"])])
    row = row_of(report, "annex_a", "8 Children in care: records right")
    assert {cell.value for cell in row.values()} == {"[w]"}
    first = block(report, "week_cover").to_do[0]
    assert (first.lead, first.rest) == ("Send list 8 (Children in care)", ": list 8 was not found.")
    line = block(report, "weekly_check").lists[7]
    assert (line.right.value, line.right_change, line.said) == ("[w]", "", "List 8 was not found")


def test_nothing_checked_is_a_dash_and_never_nought():
    report = composed(weeks=[accuracy(), accuracy(without=["adoption"])])
    assert {cell.value for cell in row_of(report, "annex_a", "10 Adoption (children): records right").values()} == {"–"}


def test_the_series_runs_week_by_week_with_the_cut_off_that_is_printed():
    report = composed(with_cut_offs(cut_offs("team_hierarchy", 90, 90)), weeks=SERIES)
    hierarchy = block(report, "week_cover").series[0]
    assert hierarchy.name == "Team hierarchy"
    assert values(hierarchy.cells) == ["30.0", "60.0", "89.9", "90.0"]
    assert [cell.letter for cell in hierarchy.cells] == ["", "", "", "G"]
    assert hierarchy.change == "+0.1"
    assert "stroke-dasharray" in hierarchy.chart
    assert "4 Oct 30.0%, 11 Oct 60.0%, 18 Oct 89.9%, 25 Oct 90.0%" in hierarchy.chart
    assert "stroke-dasharray" not in block(report, "week_cover").series[1].chart
    assert [(week.label, week.text) for week in block(report, "week_cover").weeks][:2] == [("4", "Oct"), ("11", "Oct")]


def of_hierarchy(right: int) -> pd.DataFrame:
    places = (("county", "Northmere"), ("district", "Harbour"))
    return accuracy({("information", "team_hierarchy", *place): (1000, right) for place in places})


SERIES = [of_hierarchy(right) for right in (300, 600, 899, 900)]


def test_no_more_than_twelve_weeks_are_shown():
    report = composed(weeks=[accuracy() for _ in range(15)])
    assert len(block(report, "week_cover").weeks) == 12
    assert {len(row.cells) for row in block(report, "week_cover").series} == {12}


def test_a_line_is_broken_where_a_week_has_no_share():
    gap = [accuracy(), accuracy(), accuracy(without=["contact"]), accuracy(), accuracy()]
    contact = block(composed(weeks=gap), "week_cover").series[5]
    assert contact.chart.count("<polyline") == 2
    assert values(contact.cells)[2] == "–"


def test_one_week_alone_promises_no_change_and_draws_no_line():
    report = composed(weeks=[accuracy()])
    cover = block(report, "week_cover")
    assert "this is the first week" in cover.message
    assert not cover.has_lines
    assert not [row for row in cover.series if row.chart or row.change]
    assert not [tile for tile in cover.tiles if tile.before]
    assert not [cell for row in block(report, "accuracy_by_district").rows for cell in row.cells if cell.chart]
    check = block(report, "weekly_check")
    assert not [line for line in check.lists if line.rows_change or line.right_change]
    assert "than last week" not in check.message
    defined = "Last week means the last weekly extract before this one in the record."
    page = render_html(report)
    assert defined in page
    assert "last week" not in page.replace(defined, "")


def test_rules_that_withhold_a_figure_come_first_with_this_week_beside_the_last():
    check = block(composed(), "weekly_check")
    assert [group.title for group in check.groups] == [
        "Withholding a figure for a district, locality or team",
        "Warnings",
        "About a list as a whole, for the data team",
    ]
    line = check.groups[0].rules[0]
    assert (line.rule, line.now.value, line.before.value, line.change) == ("8.31", "12", "10", "+2")
    assert (line.new.value, line.put_right.value) == ("3", "6")
    assert check.groups[2].rules[0].now.value == "7"


def test_a_rule_put_right_since_last_week_is_still_shown():
    mended = a_week(of_faults=ledger(), mended=put_right(("Harbour Care", 10)))
    line = block(composed(now=mended), "weekly_check").groups[0].rules[0]
    assert (line.now.value, line.before.value, line.change, line.put_right.value) == ("0", "10", "−10", "10")


def test_the_first_thing_to_do_is_what_withholds_a_figure_for_the_county():
    week = a_week(of_faults=ledger(faults("Harbour Care", 30), faults("Moor Care", 2, weight=FOR_THE_COUNTY)))
    to_do = block(composed(now=week), "week_cover").to_do
    assert to_do[0].lead == "Put right 2 records on list 8"
    assert (to_do[1].lead, to_do[1].rest) == ("Begin with Moor Care (2)", ", of 2 faults that withhold a figure.")


def test_when_nothing_is_withheld_the_commonest_error_comes_first():
    week = a_week(of_faults=ledger(faults("Harbour Care", 30, weight=FOR_NONE)))
    to_do = block(composed(now=week), "week_cover").to_do
    assert to_do[0].lead == "Put right 30 records on list 8"
    assert to_do[0].rest == f": {RULE.says} No figure is withheld for it."


def test_a_type_that_is_not_green_is_on_the_first_page_with_where_it_is_lowest():
    report = composed(with_cut_offs(cut_offs("team_hierarchy", 96, 96)))
    found = [decision for decision in block(report, "week_cover").to_do if "team hierarchy" in decision.lead]
    assert (found[0].lead, found[0].rest) == (
        "Bring team hierarchy to 96%",
        ": it is 95.0%, lowest in Harbour at 95.0%.",
    )


def test_the_heat_maps_say_what_annex_a_cannot_tell():
    report = composed()
    assert "how many families are supported" in " ".join(block(report, "early_help").notes)
    assert "foster carers" in " ".join(block(report, "fostering_and_adoption").notes)
    assert row_of(report, "early_help", "Contacts")["Moor"].value == "600"
    assert row_of(report, "fostering_and_adoption", "Foster placements")["Harbour"].value == "66.7"


def test_all_eleven_lists_are_on_the_heat_maps():
    report = composed()
    firsts = [theme.rows[0].measure for theme in block(report, "annex_a").themes]
    assert [words.split(" ")[0] for words in firsts] == ["All", *(str(number) for number in range(1, 12))]
    assert [pair.label for pair in block(report, "teams").lists] == [str(number) for number in range(1, 12)]


def as_rows(report):
    return list(csv.DictReader(io.StringIO(report.csv)))


def test_the_csv_holds_what_is_printed_and_nothing_else():
    report = composed()
    page = re.sub(r"<[^>]+>", " ", render_html(report))
    printed = set(re.findall(r"[^\s]+", page.replace("%", " ").replace(",", "").replace(".xlsx", "")))
    for row in as_rows(report):
        if row["indicator"] not in ("worklist", "begin_with"):
            assert row["value"].replace(",", "") in printed, row
    keys = [tuple(row[name] for name in ("indicator", "window", "level", "unit", "period")) for row in as_rows(report)]
    assert len(set(keys)) == len(keys)


def test_the_csv_has_the_county_each_district_each_team_and_each_week():
    rows = as_rows(composed())
    assert {row["level"] for row in rows} == {"county", "district", "team"}
    assert {row["period"] for row in rows} == {"2026-W42", "2026-W43"}
    hierarchy = {
        row["period"]: row["value"]
        for row in rows
        if row["indicator"] == "team_hierarchy.records_right" and row["level"] == "county"
    }
    assert hierarchy == {"2026-W42": "94.0", "2026-W43": "95.0"}


def test_the_same_week_gives_the_same_words():
    assert composed() == composed()


def test_the_page_names_no_child_and_no_worker():
    named = ledger(
        faults("Harbour Care", 3).assign(worker="Wanda Workworth", fault="C000123456789abc", reference="CANARY7777")
    )
    page = render_html(composed(now=a_week(of_faults=named)))
    assert not [word for word in ("Wanda", "C000123", "CANARY") if word in page]


def test_a_week_that_could_not_be_checked_at_all_still_composes():
    nothing = accuracy().iloc[:0]
    week = a_week(of_faults=ledger(), mended=put_right())
    report = composed(now=week, weeks=[nothing], synthetic=False)
    assert block(report, "week_cover").message == "No records could be checked this week."
    assert block(report, "week_cover").nothing_to_do
    assert report.notice == ""
    assert render_html(report)
