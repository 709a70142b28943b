"""Wrong answers that other tools were seen to give on Annex A, each on ten rows with the answer known."""

import csv
from datetime import date

import pandas as pd
import pytest

from reporting.intake.conform import conform
from reporting.lists import LISTS
from reporting.measures.counting import count
from reporting.measures.grading import grade
from reporting.model.periods import Month
from tasks.configuration import load_authority
from tasks.intake import read_extract
from tests.reporting.council import ALL_WELL, ASKED, extract


def percent(indicator, unit="Treeshire", window="as_at", asked=ASKED, **lists):
    """Yes, yes and no, and the percentage. Children looked after are on a full care order unless told otherwise."""
    if "children_looked_after" in lists:
        heading, *rows = lists["children_looked_after"].strip().splitlines()
        with_status = [f"{heading} | legal_status", *(f"{row} | C2" for row in rows)]
        lists["children_looked_after"] = "\n".join(with_status)
    results = count(extract(**lists), ALL_WELL, **asked)
    rows = results[(results["indicator"] == indicator) & (results["window"] == window) & (results["unit"] == unit)]
    yes, known = rows["yes"].iloc[0], rows["yes"].iloc[0] + rows["no"].iloc[0]
    return yes, known, 100 * yes / known


def test_health_is_not_always_a_hundred_percent():
    """The rival kept only the children who had an assessment, and gave every age six months."""
    rows = """
        child_id | dob        | cla_start  | last_health
        c01      | 2014-01-01 | 2020-01-01 | 2026-09-01
        c02      | 2014-01-01 | 2020-01-01 | 2026-01-05
        c03      | 2014-01-01 | 2020-01-01 | 2025-11-02
        c04      | 2014-01-01 | 2020-01-01 | 2025-10-30
        c05      | 2014-01-01 | 2020-01-01 |
        c06      | 2023-01-01 | 2023-06-01 | 2026-09-01
        c07      | 2023-01-01 | 2023-06-01 | 2026-01-05
        c08      | 2023-01-01 | 2023-06-01 |
        c09      | 2014-01-01 | 2026-06-01 | 2026-07-01
        c10      | 2014-01-01 | 2026-06-01 | """
    assert percent("looked_after_health_assessment_in_date", children_looked_after=rows) == (4, 8, 50.0)


def test_absent_is_not_always_nought():
    rows = "child_id | cla_start | absent_12m\n" + "\n".join(
        f"c{number:02d} | 2024-01-01 | {times}" for number, times in enumerate([0, 1, 0, 4, 0, 0, 2, 0, 0, 0])
    )
    assert percent("looked_after_absent", children_looked_after=rows) == (3, 10, 30.0)


LEAVERS = """
    child_id | dob        | eligibility | in_touch | suitability | activity
    c01      | 2008-05-01 | RELEVANT    | YES      | 1           | F1
    c02      | 2007-05-01 | FORMER      | NO       | 2           | G4
    c03      | 2006-05-01 | FORMER      | YES      | 1           | P2
    c04      | 2006-05-01 | FORMER      | YES      | 2           | G5
    c05      | 2005-12-01 | FORMER      | REFU     |             |
    c06      | 2004-05-01 | FORMER      | YES      | 1           | F5
    c07      | 2003-05-01 | FORMER      | YES      | 1           | G6
    c08      | 2002-05-01 | FORMER      | YES      | 1           | F4
    c09      | 2006-05-01 | QUALIFYING  | YES      | 1           | F1
    c10      | 2006-05-01 | FORMER      | DIED     |             | """


def test_suitable_accommodation_is_not_always_nought():
    assert percent("care_leavers_suitable_accommodation", care_leavers=LEAVERS)[:2] == (5, 7)


def test_not_everyone_is_in_education_employment_or_training():
    assert percent("care_leavers_eet", care_leavers=LEAVERS)[:2] == (4, 7)


def test_19_to_21_is_not_everyone():
    assert percent("care_leavers_in_touch", "19-21", care_leavers=LEAVERS)[:2] == (2, 4)
    assert percent("care_leavers_in_touch", care_leavers=LEAVERS)[:2] == (6, 8)


def test_a_rate_is_of_children_under_18_and_six_months_are_made_a_year():
    """The rival's population ran to 21, and its six months were not scaled to a year."""
    lancashire = load_authority("lancashire")
    asked = {**ASKED, "authority": lancashire, "period": Month(2026, 10), "list_date": date(2026, 10, 31)}
    rows = "child_id | referral_date\n" + "\n".join(f"c{number} | 2026-06-15" for number in range(10))
    results = count(extract(referrals=rows), ALL_WELL, **asked)
    figures = grade(results, authority=lancashire, period=asked["period"], list_date=asked["list_date"])
    rate = figures[
        (figures["indicator"] == "referrals_per_10000")
        & (figures["window"] == "six_months")
        & (figures["level"] == "county")
    ].iloc[0]
    whole = [population for population in lancashire.populations if population.unit == lancashire.county_unit]
    assert max(whole, key=lambda population: population.year).children == 256_087
    assert rate["value"] == pytest.approx(10 / 256_087 * 10_000 * 365 / 184)


def test_long_term_stability_leaves_out_children_not_long_in_care_and_those_of_16():
    rows = """
        child_id | dob        | cla_start  | placement_start
        c01      | 2014-01-01 | 2020-01-01 | 2021-01-01
        c02      | 2014-01-01 | 2020-01-01 | 2022-01-01
        c03      | 2014-01-01 | 2020-01-01 | 2025-06-01
        c04      | 2014-01-01 | 2020-01-01 | 2026-06-01
        c05      | 2014-01-01 | 2025-01-01 | 2025-01-01
        c06      | 2014-01-01 | 2024-06-01 | 2024-06-01
        c07      | 2014-01-01 | 2026-01-01 | 2026-01-01
        c08      | 2009-01-01 | 2015-01-01 | 2015-01-01
        c09      | 2010-01-01 | 2015-01-01 | 2015-01-01
        c10      | 2012-01-01 | 2018-01-01 | 2026-10-01"""
    assert percent("looked_after_long_term_stability", children_looked_after=rows) == (2, 5, 40.0)


def test_45_working_days_leave_out_bank_holidays_and_open_assessments():
    """From 3 August, 6 October is day 45 only because 31 August was a bank holiday."""
    rows = """
        child_id | assessment_start | assessment_end
        c01      | 2026-08-03       | 2026-10-06
        c02      | 2026-08-03       | 2026-10-06
        c03      | 2026-08-03       | 2026-10-06
        c04      | 2026-08-03       | 2026-10-07
        c05      | 2026-08-03       | 2026-10-07
        c06      | 2026-09-01       | 2026-10-01
        c07      | 2026-03-02       |
        c08      | 2026-10-01       |
        c09      | 2026-10-05       |
        c10      | 2026-08-03       | 2026-09-30"""
    assert percent("assessments_within_45_working_days", window="month", assessments=rows)[:2] == (4, 6)


def test_days_are_counted_to_the_list_date_and_not_to_the_first_of_the_month():
    """On 1 October every one of these visits would look made in time."""
    visits = ["2026-08-10", "2026-08-20", "2026-09-01", "2026-09-10", "2026-09-18", "2026-09-19", "2026-09-25"]
    visits += ["2026-10-01", "2026-10-15", "2026-10-30"]
    rows = "child_id | cla_start | placement_start | placement_type | last_sw_visit\n" + "\n".join(
        f"c{number:02d} | 2025-06-01 | 2026-01-05 | U6 | {visit}" for number, visit in enumerate(visits)
    )
    assert percent("looked_after_visits_within_limit", children_looked_after=rows) == (5, 10, 50.0)


def test_list_10_does_not_stand_in_for_list_1(tmp_path):
    """The rival asked whether a file's name contains "list_1"."""
    for name, file, rows in (("contacts", "list_1.csv", 10), ("adoption", "list_10.csv", 3)):
        with (tmp_path / file).open("w", newline="", encoding="utf-8") as lines:
            out = csv.DictWriter(lines, [column.header for column in LISTS[name].columns])
            out.writeheader()
            for number in range(rows):
                days = {column.header: "05/10/2026" for column in LISTS[name].columns if column.kind == "date"}
                out.writerow({LISTS[name].column("child_id").header: f"{name}{number}", **days})
    conformed = conform(read_extract(tmp_path), headings={}, values={}, list_date=date(2026, 10, 31))
    assert len(conformed.tables["contacts"]) == 10
    assert len(conformed.tables["adoption"]) == 3
    assert set(conformed.tables["contacts"]["child_id"].str[:8]) == {"contacts"}
    assert not {"contacts", "adoption"} & set(conformed.missing)
    assert pd.notna(conformed.tables["contacts"]["contact_date"]).all()
