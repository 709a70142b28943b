"""Where each row is counted."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from reporting.measures.examples import LIST_DATE
from reporting.measures.units import at_work, first_days_in_two_places, grid, in_two_places, is_one_of, place
from reporting.model.figures import Level
from reporting.model.settings import Team
from tests.reporting.council import COUNCIL, TEAMS, extract

NOWHERE = ("no district recorded",) * 3
ASH, BEECH, CEDAR = (
    ("Ash Town Assessment", "Ash", "North"),
    ("Beech Safeguarding", "Beech", "North"),
    ("Cedar Safeguarding", "Cedar", "South"),
)


def places(list_name, list_date=LIST_DATE, **lists):
    placed = place(extract(**lists).tables, TEAMS, list_date)[list_name]
    return list(placed[["team", "district", "locality"]].itertuples(index=False, name=None))


def test_a_row_goes_where_its_team_works():
    assert places(
        "referrals",
        referrals="""
        child_id | team
        a        | Ash Town Assessment
        b        | Cedar Safeguarding
        c        |
        d        | A Team Nobody Knows""",
    ) == [ASH, CEDAR, NOWHERE, NOWHERE]


def test_a_teams_name_is_known_however_it_is_spaced_or_capitalised():
    assert places("referrals", referrals="child_id | team\na | ASH  town assessment") == [ASH]


def test_a_county_wide_team_keeps_its_name_and_has_no_district():
    leavers = "child_id | team\na | Leaving Care"
    assert places("care_leavers", care_leavers=leavers) == [("Leaving Care", "county-wide", "county-wide")]


@pytest.mark.parametrize(
    ("list_date", "expected"),
    [(date(2023, 12, 31), ("Moved Team", "Beech", "North")), (date(2024, 1, 1), ("Moved Team", "Cedar", "South"))],
)
def test_a_team_that_moves_takes_its_children_along_from_that_day(list_date, expected):
    assert places("referrals", list_date, referrals="child_id | team\na | Moved Team") == [expected]


def test_a_team_that_has_closed_is_no_longer_a_place():
    assert places("referrals", referrals="child_id | team\na | Closed Team") == [NOWHERE]


DOUBLED = (
    *TEAMS,
    Team("Two Places", "Ash", "North", date(2018, 4, 1), None),
    Team("Two places", "Cedar", "South", date(2026, 10, 1), date(2026, 10, 31)),
    Team("Said Twice", "Beech", "North", date(2018, 4, 1), None),
    Team("Said Twice", "Beech", "North", date(2020, 4, 1), None),
)


@pytest.mark.parametrize(
    ("list_date", "expected"),
    [
        (date(2026, 9, 30), ("Two Places", "Ash", "North")),
        (date(2026, 10, 1), NOWHERE),
        (date(2026, 10, 31), NOWHERE),
        (date(2026, 11, 1), ("Two Places", "Ash", "North")),
    ],
)
def test_a_team_in_two_places_has_no_known_place_on_those_days(list_date, expected):
    tables = extract(referrals="child_id | team\na | Two Places\nb | Said Twice").tables
    rows = place(tables, DOUBLED, list_date)["referrals"]
    assert [tuple(row) for row in rows.to_numpy()] == [expected, ("Said Twice", "Beech", "North")]
    units = grid(replace(COUNCIL, teams=DOUBLED), list_date)[Level.TEAM]
    assert ("Two Places" in units) is (expected != NOWHERE)


def test_the_teams_in_two_places_are_named_with_both_and_with_their_first_day():
    assert [team.district for team in in_two_places(DOUBLED, LIST_DATE)] == ["Ash", "Cedar"]
    assert in_two_places(DOUBLED, date(2026, 11, 1)) == ()
    assert set(first_days_in_two_places(DOUBLED).values()) == {date(2026, 10, 1)}
    assert first_days_in_two_places(TEAMS) == {}


def test_who_names_a_team_of_the_register():
    said = pd.Series(["ash  TOWN assessment", None, "Nobody Knows", "Closed Team"], dtype="str")
    assert list(is_one_of(said, TEAMS)) == [True, False, False, True]
    assert list(is_one_of(said, at_work(TEAMS, LIST_DATE))) == [True, False, False, False]
    assert list(is_one_of(said, ())) == [False] * 4


CONTACT = "child_id | contact_date\na | 2026-10-05"
IN_CARE = "child_id | ceased_date | team\na | {} | Ash Town Assessment"
ON_A_PLAN = "child_id | cpp_end | team\na | | Beech Safeguarding"
IN_NEED = "child_id | cin_end | team\na | | Cedar Safeguarding"


def test_a_contact_goes_where_the_child_is_looked_after_before_anything_else():
    lists = {
        "children_looked_after": IN_CARE.format("2026-09-01"),
        "child_protection_plans": ON_A_PLAN,
        "children_in_need": IN_NEED,
    }
    assert places("contacts", contacts=CONTACT, **lists) == [ASH]
    del lists["children_looked_after"]
    assert places("contacts", contacts=CONTACT, **lists) == [BEECH]
    del lists["child_protection_plans"]
    assert places("contacts", contacts=CONTACT, **lists) == [CEDAR]
    assert places("contacts", contacts=CONTACT) == [NOWHERE]


def test_inside_a_list_an_open_row_comes_before_the_latest_closed():
    rows = """
        child_id | ceased_date | team
        a        | 2026-09-01  | Ash Town Assessment
        a        |             | Beech Safeguarding
        b        | 2026-08-01  | Ash Town Assessment
        b        | 2026-09-01  | Cedar Safeguarding
        c        | 2026-11-05  | Ash Town Assessment
        c        | 2026-10-01  | Beech Safeguarding"""
    contacts = "child_id | contact_date\na | 2026-10-05\nb | 2026-10-05\nc | 2026-10-05"
    assert places("contacts", contacts=contacts, children_looked_after=rows) == [BEECH, CEDAR, ASH]


def test_a_row_with_a_blank_team_is_passed_over_but_an_unknown_team_is_not():
    blank = "child_id | ceased_date | team\na | |"
    assert places("contacts", contacts=CONTACT, children_looked_after=blank, children_in_need=IN_NEED) == [CEDAR]
    unknown = "child_id | ceased_date | team\na | | A Team Nobody Knows"
    assert places("contacts", contacts=CONTACT, children_looked_after=unknown, children_in_need=IN_NEED) == [NOWHERE]


def test_an_adopter_goes_where_the_childs_family_is():
    lists = {
        "prospective_adopters": "adopter_id | family_id\nx | f1\ny | f2\nz |",
        "adoption": "child_id | family_id\na | f1",
        "children_looked_after": IN_CARE.format(""),
    }
    assert places("prospective_adopters", **lists) == [ASH, NOWHERE, NOWHERE]


def test_without_the_lists_that_name_teams_nobody_has_a_place():
    tables = {name: table for name, table in extract(contacts=CONTACT).tables.items() if name == "contacts"}
    assert list(place(tables, TEAMS, LIST_DATE)["contacts"]["district"]) == ["no district recorded"]


def test_the_grid_is_full_and_ends_with_the_remainders():
    units = grid(COUNCIL, LIST_DATE)
    assert units[Level.COUNTY] == ("Treeshire",)
    assert units[Level.LOCALITY] == ("North", "South", "county-wide", "no district recorded")
    assert units[Level.DISTRICT] == ("Ash", "Beech", "Cedar", "county-wide", "no district recorded")
    assert "Closed Team" not in units[Level.TEAM]
    assert units[Level.TEAM].count("Moved Team") == 1
    assert units[Level.TEAM][-1] == "no district recorded"
    assert units[Level.AGE_GROUP] == ("17-18", "19-21", "22-25", "other ages")
