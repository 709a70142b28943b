"""A council is its folder of data: read whole, and refused in plain words when it is wrong."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest

from reporting.lists import ANNEX_A, LISTS
from reporting.model.agreements import Reach
from reporting.model.figures import COUNTY_WIDE
from tasks.configuration import (
    DATA,
    ConfigurationProblem,
    authority_keys,
    check_authority,
    load_authority,
    load_calendar,
)

TODAY = date(2026, 11, 27)
EVERY_COUNCIL = pytest.mark.parametrize("key", authority_keys())


@pytest.fixture
def data(tmp_path):
    """A copy of the data that may be spoilt."""
    for folder in ("authorities", "measures", "reference"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    return tmp_path / "data"


def spoil(data, name, old, new, key="lancashire"):
    path = data / "authorities" / key / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaint(data, key="lancashire"):
    with pytest.raises(ConfigurationProblem) as problem:
        load_authority(key, data)
    assert problem.value.exit_code == 4
    return str(problem.value)


def test_there_are_two_councils():
    assert authority_keys() == ("blackpool", "lancashire")


@EVERY_COUNCIL
def test_every_council_is_whole(key):
    council = load_authority(key)
    needed = {limit for measure in council.definitions.values() for limit in measure.limits}
    assert needed <= set(council.limits)
    assert set(council.measures) <= set(council.definitions)
    assert {team.district for team in council.teams} == {*council.districts, COUNTY_WIDE}
    assert {team.locality for team in council.teams} == {*council.localities, COUNTY_WIDE}
    assert council.populations[-1].year == 2023
    assert council.comparators
    assert council.roles["releases"]


@EVERY_COUNCIL
def test_everything_that_could_be_argued_with_has_a_source(key):
    council = load_authority(key)
    of_measures = (one for measure in council.measures.values() for one in (measure.bands, measure.target))
    agreed = (*council.limits.values(), *council.cut_offs.values(), *council.comparators, *of_measures)
    held = [value for one in agreed for value in one.values]
    assert all(value.source and value.set_by and value.reach for value in held)
    assert {value.reach for value in held} == set(Reach)
    assert all(population.source for population in council.populations)


@EVERY_COUNCIL
def test_comparators_stand_beside_windows_that_are_counted(key):
    council = load_authority(key)
    for held in council.on(TODAY).comparators:
        assert held.window in council.definitions[held.indicator].windows


@EVERY_COUNCIL
def test_every_district_has_a_team_and_lies_in_one_locality(key):
    council = load_authority(key)
    localities = {}
    for team in council.teams:
        if team.district != COUNTY_WIDE:
            localities.setdefault(team.district, set()).add(team.locality)
    assert set(localities) == set(council.districts)
    several = {district: found for district, found in localities.items() if len(found) > 1}
    assert not several, f"districts in more than one locality: {several}"
    assert {locality for found in localities.values() for locality in found} == set(council.localities)


@EVERY_COUNCIL
def test_the_whole_area_is_one_that_populations_know(key):
    council = load_authority(key)
    assert council.ons_code
    assert council.county_unit in {population.unit for population in council.populations}


def test_limits_that_no_source_gives_are_marked_as_assumed():
    limits = load_authority("lancashire").on(TODAY).limits
    assumed = {name: limit.value.value for name, limit in limits.items() if limit.value.assumed}
    assert assumed == {"child_protection_visit_working_days": 15, "child_in_need_seen_working_days": 30}


def test_only_what_the_board_printed_has_thresholds():
    lancashire = load_authority("lancashire")
    assert {name for name, measure in lancashire.measures.items() if measure.bands.values} == {
        "care_leavers_contact_within_3_months",
        "care_leavers_eet",
        "care_leavers_suitable_accommodation",
        "care_leavers_with_personal_adviser",
    }
    begins = {held.valid_from for measure in lancashire.measures.values() for held in measure.bands.values}
    assert begins == {date(2016, 7, 1)}
    blackpool = load_authority("blackpool").measures.values()
    assert not any(measure.bands.values or measure.target.values for measure in blackpool)


@pytest.mark.parametrize(
    ("indicator", "operator", "value", "window"),
    [
        ("contacts_leading_to_referral", ">", 30, "month"),
        ("referrals_per_10000", "<", 46, "month"),
        ("assessments_within_45_working_days", ">=", 85, "month"),
        ("child_protection_plans_repeat", "<", 20, "month"),
        ("children_looked_after_per_10000", "<", 64, "as_at"),
        ("looked_after_three_or_more_placements", "<", 10, "as_at"),
        ("looked_after_placed_with_parents", "<=", 6, "as_at"),
        ("looked_after_foster_placements", ">=", 80.5, "as_at"),
        ("care_leavers_suitable_accommodation", ">=", 80, "as_at"),
        ("care_leavers_eet", ">=", 45, "as_at"),
        ("care_leavers_contact_within_3_months", ">=", 90, "as_at"),
    ],
)
def test_targets_are_the_ones_the_plans_print(indicator, operator, value, window):
    measure = load_authority("lancashire").on(TODAY).measures[indicator]
    assert (measure.target.operator, measure.target.value, measure.window) == (operator, value, window)


def test_markings_suppress_one_to_five_by_default():
    markings = load_authority("lancashire").markings
    assert {(marking.lowest, marking.highest) for marking in markings.values()} == {(1, 5)}
    assert "county" in markings["official"].levels
    assert "county" not in markings["official_sensitive"].levels


def test_the_schedule_is_in_the_councils_own_time():
    schedule = load_authority("lancashire").schedule
    assert (schedule.working_day, schedule.at, schedule.timezone) == (5, time(7), "Europe/London")


def test_a_council_says_where_its_extracts_are_put():
    assert load_authority("blackpool").extract == "data/samples/blackpool/{period}/extract.xlsx"


def test_the_calendar_knows_england():
    calendar = load_calendar()
    assert all(calendar.covers(date(year, 6, 1)) for year in range(2018, 2029))
    special = [date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)]
    assert not any(calendar.is_working_day(day) for day in (*special, date(2026, 12, 28), date(2027, 12, 28)))
    assert all(calendar.is_working_day(day) for day in (date(2020, 5, 4), date(2022, 5, 30), date(2026, 12, 29)))


@pytest.mark.parametrize("year", range(2018, 2029))
def test_every_year_has_its_bank_holidays(year):
    """Eight a year, all on working weekdays, and the extra ones of 2022 and 2023."""
    days = [day for day in load_calendar().holidays if day.year == year]
    assert len(days) == 8 + {2022: 2, 2023: 1}.get(year, 0)
    assert all(day.weekday() < 5 for day in days)


def test_a_change_of_settings_is_a_change_of_content(data):
    before = load_authority("lancashire", data).content
    assert before == load_authority("lancashire", data).content
    spoil(data, "authority.toml", "tolerance = 0.05", "tolerance = 0.06")
    assert load_authority("lancashire", data).content != before


def test_a_change_of_reference_tables_is_a_change_of_content(data):
    before = load_authority("lancashire", data).content
    holidays = data / "reference" / "bank_holidays.csv"
    holidays.write_text(holidays.read_text(encoding="utf-8") + "2029-01-01,New Year's Day,x\n", encoding="utf-8")
    assert load_authority("lancashire", data).content != before


def test_another_council_is_a_folder_and_no_code(data):
    shutil.copytree(data / "authorities" / "blackpool", data / "authorities" / "elsewhere")
    spoil(data, "authority.toml", 'name = "Blackpool"', 'name = "Elsewhere"', key="elsewhere")
    assert authority_keys(data) == ("blackpool", "elsewhere", "lancashire")
    assert load_authority("elsewhere", data).name == "Elsewhere"


def test_an_unknown_council_is_named_with_those_that_are_known(data):
    assert 'there is no council called "narnia". Known: blackpool, lancashire.' in complaint(data, "narnia")


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("authority.toml", "tolerance =", "tolerence =", "tolerence is not a setting; did you mean tolerance?"),
        ("authority.toml", "tolerance = 0.05", "", "tolerance is missing"),
        ("authority.toml", "tolerance = 0.05", 'tolerance = "5%"', "tolerance should be a number"),
        ("authority.toml", "tolerance = 0.05", "tolerance = 5", "tolerance"),
        ("authority.toml", "tolerance = 0.05", "tolerance = ", "cannot be read as TOML"),
        (
            "authority.toml",
            "smallest_graded = 10",
            "smallest_graded = 10.5",
            "smallest_graded should be a whole number",
        ),
        ("authority.toml", "assumed = true", 'assumed = "yes"', "assumed should be true or false"),
        ("authority.toml", "/{period}/", "/month/", "extract.location"),
        ("authority.toml", "working_day = 5", "working_day = 0", "schedule.working_day"),
        ("authority.toml", "Europe/London", "Europe/Preston", 'schedule.timezone: "Europe/Preston" is not known'),
        ("authority.toml", "confirmed_empty = []", 'confirmed_empty = ["adoptions"]', '"adoptions" is not a list'),
        ("authority.toml", '"Fylde", "Wyre"', '"Fylde", "Fylde"', "districts names something twice"),
        ("authority.toml", '"district", "team"', '"ward", "team"', "markings.official.levels"),
        ("authority.toml", "highest = 5", "highest = 0", "markings.official.highest"),
        ("indicators.toml", "[referrals_no_further_action]", "[referrals_nfa]", "referrals_nfa is not an indicator"),
        ("indicators.toml", 'window = "month"', 'window = "as_at"', "contacts_leading_to_referral.window: it is not"),
        ("indicators.toml", 'good = "80-95%"', 'good = "80 to 95"', '.bands: "80 to 95" is not a band'),
        ("indicators.toml", 'good = "80-95%"', "", "care_leavers_suitable_accommodation.bands.good is missing"),
        ("indicators.toml", 'operator = ">"', 'operator = "about"', "contacts_leading_to_referral.target.operator"),
        ("columns.toml", "[headings]", '[headings.contacts]\n"When" = "date"', '"date" is not one of'),
        ("columns.toml", "[headings]", '[headings.visits]\n"When" = "date"', '"visits" is not one of'),
        ("columns.toml", "[values]", '[values.placement_type]\n"attic" = "U9"', '"U9" is not one of'),
        ("columns.toml", "[values]", '[values.blank]\n"n/a" = "U1"', '"U1" is not one of'),
        ("teams.csv", ",Lancaster,North,", ",Lancastor,North,", 'line 2, district: "Lancastor" is not one of'),
        ("teams.csv", ",Lancaster,North,", ",Lancaster,South,", 'line 2, locality: "South" is not one of'),
        ("teams.csv", ",Lancaster,North,", ",Lancaster,East,", "Lancaster is put in East and in North"),
        ("teams.csv", ",Lancaster,North,", ",Lancaster,county-wide,", "county-wide is so in district and in locality"),
        ("teams.csv", "2018-04-01", "01/04/2018", 'line 2, starts: "01/04/2018" is not a date'),
        ("teams.csv", "2018-04-01,", "2018-04-01,2017-01-01", "comes before the team starts"),
        ("teams.csv", "2018-04-01,", "2018-04-01", "line 2 has 4 values, not 5"),
        ("teams.csv", "team,district", "team,area", "its columns should be team, district"),
        ("teams.csv", "Lancaster Assessment and Safeguarding 1", "", "a team needs a name of its own"),
    ],
)
def test_what_is_wrong_is_said_with_its_file_and_its_key(data, name, old, new, says):
    spoil(data, name, old, new)
    said = complaint(data)
    assert said.startswith(f"authorities/lancashire/{name}: ")
    assert says in said
    assert str(data) not in said


def test_a_missing_file_is_said(data):
    (data / "authorities" / "lancashire" / "teams.csv").unlink()
    assert complaint(data) == "authorities/lancashire/teams.csv: the file is missing."


def test_a_team_may_move_from_one_day_to_the_next(data):
    spoil(
        data,
        "teams.csv",
        "Lancaster Assessment and Safeguarding 1,Lancaster,North,2018-04-01,",
        "Lancaster Assessment and Safeguarding 1,Lancaster,North,2018-04-01,2024-03-31\n"
        "Lancaster Assessment and Safeguarding 1,Wyre,North,2024-04-01,",
    )
    moved = [team for team in load_authority("lancashire", data).teams if team.name.endswith("Safeguarding 1")][:2]
    assert [(team.district, team.ends) for team in moved] == [("Lancaster", date(2024, 3, 31)), ("Wyre", None)]


def test_a_team_in_two_places_at_once_is_said_and_stops_nothing(data):
    spoil(
        data,
        "teams.csv",
        "Lancaster Assessment and Safeguarding 1,Lancaster,North,2018-04-01,",
        "Lancaster Assessment and Safeguarding 1,Lancaster,North,2018-04-01,2024-03-31\n"
        "Lancaster Assessment and Safeguarding 1,Wyre,North,2024-03-01,",
    )
    teams = load_authority("lancashire", data).teams
    assert sum(team.name == "Lancaster Assessment and Safeguarding 1" for team in teams) == 2
    (said,) = [words for words in check_authority("lancashire", TODAY, data) if words.startswith("teams.csv")]
    assert said.startswith(
        "teams.csv: Lancaster Assessment and Safeguarding 1 is in two places at once from 2024-03-01, so from then on "
        "its rows have no known place."
    )


def test_a_council_sends_annex_a_unless_it_says_otherwise(data):
    assert load_authority("lancashire", data).lists == tuple(ANNEX_A)
    spoil(data, "authority.toml", 'name = "', 'lists = ["workers", "referrals", "contacts"]\nname = "')
    assert load_authority("lancashire", data).lists == ("contacts", "referrals", "workers")


@pytest.mark.parametrize(
    ("lists", "says"),
    [
        ('["contacts", "reviews"]', 'lists: "reviews" is not a list. Lists: contacts, '),
        ('["contacts", "contacts"]', "lists names something twice"),
        ("[]", "lists"),
    ],
)
def test_what_a_council_sends_must_be_lists(data, lists, says):
    spoil(data, "authority.toml", 'name = "', f'lists = {lists}\nname = "')
    assert says in complaint(data)


def test_headings_and_values_of_a_councils_own_are_read(data):
    column = next(column for column in LISTS["children_looked_after"].columns if column.code_set)
    code = column.code_set.names[0]
    spoil(data, "columns.toml", "[headings]", f'[headings.children_looked_after]\n"Own Heading" = "{column.key}"')
    spoil(
        data,
        "columns.toml",
        "[values]",
        f'[values.{column.code_set.name}]\n"Own Value" = "{code}"\n[values.blank]\n"N/A" = ""',
    )
    lancashire = load_authority("lancashire", data)
    assert lancashire.headings["children_looked_after"] == {"Own Heading": column.key}
    assert lancashire.values[column.code_set.name] == {"own value": code}
    assert lancashire.values["blank"] == {"n/a": ""}


def test_statistical_neighbours_need_a_source(data):
    assert load_authority("lancashire", data).on(TODAY).neighbours == ()
    path = data / "authorities" / "lancashire" / "neighbours.csv"
    columns = "authority,ons_code,source,set_by,reach,valid_from,valid_until\n"
    rows = "Derbyshire,E10000007,LAIT 2024,DfE,national,,\nKent,E10000016,LAIT 2020,DfE,national,,2024-10-31\n"
    path.write_text(columns + rows, encoding="utf-8")
    assert load_authority("lancashire", data).on(TODAY).neighbours == ("Derbyshire",)
    assert load_authority("lancashire", data).on(date(2024, 10, 31)).neighbours == ("Derbyshire", "Kent")
    path.write_text(columns + rows.replace("LAIT 2024", ""), encoding="utf-8")
    assert complaint(data).endswith("neighbours.csv: line 2, source: it is empty.")
    path.write_text(columns + rows.replace("national", "regional", 1), encoding="utf-8")
    assert 'line 2, reach: "regional" is not one of national, local.' in complaint(data)


def test_what_is_missing_is_said_in_words():
    said, council = check_authority("lancashire", TODAY), load_authority("lancashire")
    agreed = council.measures
    bare = [name for name in council.definitions if not (name in agreed and agreed[name].bands.values)]
    assert "neighbours.csv: statistical neighbours are not set." in said
    assert any("limits.child_protection_visit_working_days (15 working days) is assumed" in words for words in said)
    assert (
        f"indicators.toml: {len(bare)} of {len(council.definitions)} indicators have no thresholds set by a board."
        in said
    )
    assert any("no population for 15 localities and districts" in words for words in said)
    assert any("cut_offs.records_right is not set" in words for words in said)


def test_a_limit_that_is_not_set_is_missed(data):
    text = (data / "authorities" / "lancashire" / "authority.toml").read_text(encoding="utf-8")
    start, end = (
        text.index("[[limits.looked_after_visit_days]]"),
        text.index("[[limits.looked_after_visit_long_term_months]]"),
    )
    Path(data / "authorities" / "lancashire" / "authority.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    assert any(
        "limits.looked_after_visit_days is not set" in words for words in check_authority("lancashire", TODAY, data)
    )


def test_a_council_without_packs_says_so():
    assert "packs: there are none, so no board report will be printed." in check_authority("blackpool", TODAY)
