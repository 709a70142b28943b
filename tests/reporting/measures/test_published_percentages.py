"""Our sums on the counts that the Department for Education publishes give the percentages and rates it prints.

Every authority and every year held, to the printed decimal. The tables are read where they lie, when they are there.
"""

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from reporting.measures.examples import LIST_DATE, PERIOD
from reporting.measures.grading import grade
from reporting.model.figures import RESULT_COLUMNS
from reporting.model.settings import Population
from tests.reporting.council import COUNCIL

ROOT = Path(__file__).parents[3]
PUBLISHED = ROOT.parent / "shared" / "real" / "dfe"
REFERRALS = "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv"
NEED = "b1_children_in_need_2013_to_2024.csv"
PLANS = "d1_child_protection_plans_2013_to_2024.csv"
ENQUIRIES = "c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv"
held = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published tables are not on this machine")

PERCENTAGES = [
    ("referrals_repeat_within_12_months", "month", REFERRALS, "Re_referrals_child", "Referrals_child"),
    ("referrals_no_further_action", "month", REFERRALS, "No_Further_Action", "Referrals"),
    (
        "child_protection_plans_repeat",
        "month",
        "d3_cpps_subsequent_plan_2013_to_2024.csv",
        "CPP_subsequent",
        "CPP_start",
    ),
    (
        "child_protection_reviews_in_timescale",
        "as_at",
        "d6_cpps_reviewed_within_timescales_2013_to_2024.csv",
        "Reviewed_within_timescales",
        "CPP_At31_3Months",
    ),
    (
        "child_protection_plans_open_over_2_years",
        "as_at",
        "d5_cpps_at31march_by_duration_2013_to_2024.csv",
        "2_years_or_more",
        "CPP_At31",
    ),
    (
        "child_protection_plans_ended_after_2_years",
        "month",
        "d7_cpps_ending_by_duration_2013_to_2024.csv",
        "2_years_or_more",
        "CPP_End",
    ),
]
RATES = [
    ("referrals_per_10000", "referrals_received", "month", REFERRALS, "Referrals"),
    ("section_47_per_10000", "section_47_enquiries", "month", ENQUIRIES, "Section47"),
    (
        "children_in_need_per_10000",
        "children_in_need_open",
        "as_at",
        "b1_children_in_need_2013_to_2024.csv",
        "At31_episodes",
    ),
    ("child_protection_plans_per_10000", "child_protection_plans_open", "as_at", PLANS, "CPP_At31"),
]


def authorities(file):
    """The rows of single authorities: their counts are exact, where those of regions are rounded to ten."""
    with (PUBLISHED / file).open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["geographic_level"] == "Local authority"]


def number(text):
    """A published number; None where it is suppressed or not held."""
    return float(text) if text.replace(".", "", 1).isdigit() else None


def graded(indicator, window, yes_and_no, authority=COUNCIL, of=None):
    """The values of our figures, for units whose yes and no are given; of the measure ``of`` where that is derived."""
    counts = pd.DataFrame(
        [
            (indicator, window, "county", unit, float(yes), float(no), 0, 0, int(yes + no), 0.0, "printed", "", "", "")
            for unit, yes, no in yes_and_no
        ],
        columns=list(RESULT_COLUMNS),
    )
    figures = grade(counts, authority=authority, period=PERIOD, list_date=LIST_DATE)
    figures = figures[figures["indicator"] == (of or indicator)]
    return dict(zip(figures["unit"], figures["value"], strict=True))


@held
@pytest.mark.parametrize(("indicator", "window", "file", "part", "whole"), PERCENTAGES, ids=[p[0] for p in PERCENTAGES])
def test_a_published_percentage_is_ours_to_its_last_decimal(indicator, window, file, part, whole):
    printed, counts = {}, []
    for row in authorities(file):
        yes, out_of, percent = number(row[part]), number(row[whole]), number(row[f"{part}_percent"])
        if None not in (yes, out_of, percent) and out_of:
            unit = f"{row['new_la_code']} {row['time_period']}"
            printed[unit] = percent
            counts.append((unit, yes, out_of - yes))
    ours = graded(indicator, window, counts)
    assert len(printed) > 1000
    assert [unit for unit, percent in printed.items() if abs(ours[unit] - percent) > 0.0500001] == []


@held
@pytest.mark.parametrize(("rate", "indicator", "window", "file", "part"), RATES, ids=[stated[0] for stated in RATES])
def test_a_published_rate_is_ours_to_its_last_decimal(rate, indicator, window, file, part):
    """DfE divides a year to 31 March by the children counted in the middle of the year before."""
    children = {
        (row["new_la_code"], int(row["time_period"]) + 1): int(row["population_estimate"])
        for row in authorities("ons_mid-year_population_estimates_2012_to_2023.csv")
        if number(row["population_estimate"])
    }
    printed, counts, populations = {}, [], []
    for row in authorities(file):
        place, year = row["new_la_code"], int(row["time_period"])
        yes, published = number(row[part]), number(row[f"{part}_rate"])
        if None not in (yes, published) and (place, year) in children:
            unit = f"{place} {year}"
            printed[unit] = published
            counts.append((unit, yes, 0))
            populations.append(Population(unit, children[place, year], year - 1, "Office for National Statistics"))
    ours = graded(indicator, window, counts, replace(COUNCIL, populations=tuple(populations)), of=rate)
    assert len(printed) > 1000
    assert [unit for unit, published in printed.items() if abs(ours[unit] - published) > 0.0500001] == []


def bands(row, *columns):
    found = [number(row[column]) for column in columns]
    return None if None in found else sum(found)


@held
@pytest.mark.parametrize(
    ("indicator", "file", "in_time", "late"),
    [
        (
            "conferences_within_15_working_days",
            ENQUIRIES,
            ("Duration_0-10_days", "Duration_11-15_days"),
            ("Duration_16-20_days", "Duration_21+_days"),
        ),
        (
            "assessments_within_45_working_days",
            "c2_children_in_need_assessments_duration_2014_to_2024.csv",
            ("Same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days"),
            ("46-50_days", "51-60_days", "61+_days"),
        ),
    ],
    ids=["conferences", "assessments"],
)
def test_our_comparators_are_what_our_own_sums_make_of_the_published_bands(indicator, file, in_time, late):
    comparators = ROOT / "data" / "reference" / "comparators.csv"
    with comparators.open(encoding="utf-8", newline="") as lines:
        wanted = {
            (row["ons_code"], row["year"]): float(row["value"])
            for row in csv.DictReader(lines)
            if row["indicator"] == indicator
        }
    counts = [
        (f"{row['new_la_code']} {row['time_period']}", bands(row, *in_time), bands(row, *late))
        for row in authorities(file)
        if (row["new_la_code"], row["time_period"]) in wanted
    ]
    ours = graded(indicator, "month", counts)
    assert {"E10000017 2024", "E06000009 2024"} <= set(ours)
    for unit, value in ours.items():
        assert value == pytest.approx(wanted[tuple(unit.split())], abs=0.051)
