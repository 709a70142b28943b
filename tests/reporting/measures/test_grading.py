"""Results become figures: values in their own unit, grades only where a board printed thresholds."""

from dataclasses import replace
from datetime import date
from math import isnan

import pandas as pd
import pytest
from scipy.stats import binom, poisson

from reporting.measures.grading import comparators_beside, grade, outside_funnel, target_status
from reporting.measures.verdicts import Side, TargetStatus
from reporting.model.figures import FIGURE_COLUMNS, RESULT_COLUMNS
from reporting.model.periods import Month
from reporting.model.reasons import BandNote, ReasonCode
from reporting.model.scales import Scale
from reporting.model.settings import Target
from tasks.configuration import load_authority

NO_REASON = dict.fromkeys(["reason", "reason_code", "reason_about"], "")
OCTOBER, LIST_DATE = Month(2026, 10), date(2026, 10, 31)


@pytest.fixture(scope="module")
def lancashire():
    return load_authority("lancashire")


def result(indicator, yes, no=0, **other):
    base = {"indicator": indicator, "window": "as_at", "level": "county", "unit": "Lancashire", "yes": yes, "no": no}
    counts = {"unknown": 0, "undated": 0, "cohort": yes + no, "affected": 0.0, "status": "printed", **NO_REASON}
    return {**base, **counts, **other}


def figure(authority, *results, period=OCTOBER, list_date=LIST_DATE, of=None):
    """The figure of the last result; of the measure ``of`` where that is derived from it."""
    graded = grade(
        pd.DataFrame(results, columns=list(RESULT_COLUMNS)), authority=authority, period=period, list_date=list_date
    )
    assert tuple(graded.columns) == FIGURE_COLUMNS
    return graded[graded["indicator"] == (of or results[-1]["indicator"])].iloc[-1]


def test_a_share_is_out_of_those_whose_answer_is_known(lancashire):
    found = figure(lancashire, result("care_leavers_eet", 30, 70, unknown=5, cohort=105))
    assert (found["numerator"], found["denominator"], found["value"], found["unknown"]) == (30, 100, 30.0, 5)
    assert (found["authority"], found["period"]) == ("lancashire", "2026-10")


def test_a_count_has_no_denominator(lancashire):
    found = figure(lancashire, result("children_looked_after", 2106))
    assert found["value"] == 2106
    assert isnan(found["denominator"])


def test_a_mean_is_the_days_over_how_many_were_averaged(lancashire):
    found = figure(lancashire, result("adoption_days_entering_care_to_placed", 4310.0, 10.0, window="twelve_months"))
    assert (found["value"], found["denominator"]) == (431.0, 10)


@pytest.mark.parametrize(
    ("window", "list_date", "value"),
    [
        ("as_at", LIST_DATE, 25.77249),
        ("month", LIST_DATE, 25.77249),
        ("six_months", LIST_DATE, 25.77249 * 365 / 184),  # 30 April to 31 October
        ("six_months", date(2026, 8, 31), 25.77249 * 365 / 184),  # 28 February, clamped, to 31 August
        ("six_months", date(2027, 2, 28), 25.77249 * 365 / 184),
        ("six_months", date(2026, 9, 30), 25.77249 * 365 / 183 * 183 / 184),
    ],
)
def test_a_rate_over_half_a_year_is_made_a_rate_for_a_year(lancashire, window, list_date, value):
    count = "children_looked_after" if window == "as_at" else "referrals_received"
    rate = "children_looked_after_per_10000" if window == "as_at" else "referrals_per_10000"
    found = figure(lancashire, result(count, 660, window=window), list_date=list_date, of=rate)
    assert found["denominator"] == 256087
    assert found["value"] == pytest.approx(value, abs=1e-4)


def test_a_rate_takes_the_newest_population_that_is_not_of_a_later_year(lancashire):
    found = figure(
        lancashire,
        result("children_looked_after", 2106),
        period=Month(2020, 12),
        of="children_looked_after_per_10000",
    )
    assert found["denominator"] == 249415


def test_a_unit_without_a_population_has_no_rate(lancashire):
    found = figure(
        lancashire,
        result("referrals_received", 66, window="month", level="district", unit="Wyre"),
        of="referrals_per_10000",
    )
    assert (found["status"], found["reason"], found["numerator"]) == ("not_computable", "no population", 66)
    assert found["reason_code"] == ReasonCode.NO_POPULATION
    assert isnan(found["value"])


def test_nobody_to_count_is_not_nought_per_cent(lancashire):
    found = figure(lancashire, result("care_leavers_eet", 0, 0))
    assert (found["status"], found["reason"]) == ("not_computable", "nobody to count")
    assert isnan(found["value"])


def test_a_withheld_figure_keeps_its_value_and_has_no_grade(lancashire):
    found = figure(lancashire, result("care_leavers_eet", 50, 50, status="withheld", reason="7% of rows fail"))
    assert (found["value"], found["band"], found["band_note"], found["status"]) == (50.0, "", "", "withheld")


def test_what_could_not_be_counted_stays_so(lancashire):
    found = figure(
        lancashire,
        result(
            "care_leavers_eet", float("nan"), float("nan"), cohort=0, status="not_computable", reason="column absent"
        ),
    )
    assert (found["reason"], found["status"]) == ("column absent", "not_computable")
    assert isnan(found["value"])


# The dashboard's own months (2016), as shares of a thousand.
@pytest.mark.parametrize(
    ("indicator", "value", "band"),
    [
        ("care_leavers_suitable_accommodation", 83.6, "good"),
        ("care_leavers_suitable_accommodation", 90.0, "good"),
        ("care_leavers_suitable_accommodation", 87.3, "good"),
        ("care_leavers_eet", 41.2, "requires_improvement"),
        ("care_leavers_eet", 48.3, "good"),
        ("care_leavers_eet", 48.2, "good"),
        ("care_leavers_contact_within_3_months", 85.6, "requires_improvement"),
        ("care_leavers_contact_within_3_months", 95.2, "good"),
        ("care_leavers_contact_within_3_months", 91.7, "good"),
        ("care_leavers_with_personal_adviser", 100.0, "outstanding"),
        ("care_leavers_with_personal_adviser", 98.6, "good"),
    ],
)
def test_lancashires_printed_figures_are_graded_as_the_board_graded_them(lancashire, indicator, value, band):
    yes = round(value * 10)
    found = figure(lancashire, result(indicator, yes, 1000 - yes), period=Month(2016, 9), list_date=date(2016, 9, 30))
    assert (found["band"], found["band_note"]) == (band, "")


def test_the_unrounded_value_is_graded(lancashire):
    found = figure(lancashire, result("care_leavers_with_personal_adviser", 9999, 1))
    assert (found["band"], found["band_note"]) == ("good", "between printed bands")
    exactly = figure(lancashire, result("care_leavers_suitable_accommodation", 40, 10))
    assert exactly["band"] == "good"


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"indicator": "care_leavers_in_touch"}, "threshold not set by the board"),
        ({"indicator": "children_looked_after"}, "threshold not set by the board"),
        ({"yes": 4, "no": 5}, "fewer than 10 to grade"),
        ({"level": "age_group", "unit": "19-21"}, "the board's thresholds are for all ages together"),
        ({"window": "month"}, "the board's thresholds are for another window"),
    ],
)
def test_a_figure_without_thresholds_of_its_own_is_not_graded(lancashire, changes, note):
    found = figure(lancashire, {**result("care_leavers_eet", 50, 50), **changes})
    assert (found["band"], found["band_note"]) == ("", note)


def test_no_population_is_the_reason_whatever_else_was_wrong(lancashire):
    of_wyre = {"window": "month", "level": "district", "unit": "Wyre", "status": "withheld"}
    said = {"reason": "month not finished", "reason_code": "month_not_finished"}
    found = figure(lancashire, result("referrals_per_10000", 66, **of_wyre, **said))
    assert (found["reason"], found["reason_code"]) == ("no population", "no_population")


def test_nobody_to_count_stands_behind_a_reason_that_was_given_already(lancashire):
    said = {"status": "withheld", "reason": "month not finished", "reason_code": "month_not_finished"}
    found = figure(lancashire, result("care_leavers_eet", 0, 0, **said))
    assert (found["status"], found["reason_code"]) == ("not_computable", "month_not_finished")


def test_districts_and_teams_take_the_boards_thresholds_from_ten_upwards(lancashire):
    found = figure(lancashire, result("care_leavers_eet", 5, 5, level="team", unit="Leaving Care East"))
    assert found["band"] == "good"


def test_thresholds_grade_nothing_before_they_were_set(lancashire):
    found = figure(lancashire, result("care_leavers_eet", 50, 50), period=Month(2016, 6), list_date=date(2016, 6, 30))
    assert (found["band"], found["band_note"]) == ("", "the board's thresholds are in force from 1 July 2016")
    assert found["band_note_code"] == BandNote.FROM_A_DAY


def test_blackpool_has_no_thresholds():
    found = figure(load_authority("blackpool"), result("care_leavers_eet", 50, 50, unit="Blackpool"))
    assert found["band_note"] == "threshold not set by the board"


@pytest.mark.parametrize(
    ("operator", "value", "status"),
    [
        ("<", 64, TargetStatus.NOT_MET),
        ("<", 63.999, TargetStatus.MET),
        ("<=", 64, TargetStatus.MET),
        (">", 64, TargetStatus.NOT_MET),
        (">=", 64, TargetStatus.MET),
        ("=", 64, TargetStatus.MET),
    ],
)
def test_a_strict_target_is_kept_strictly(operator, value, status):
    assert target_status(value, Target(operator, 64, "", "")) == status


def test_a_target_that_was_met_before_anybody_set_out_is_no_progress(lancashire):
    target = lancashire.on(date(2026, 10, 31)).measures["care_leavers_suitable_accommodation"].target
    assert target_status(88.0, target) == TargetStatus.MET_AT_BASELINE
    assert target_status(79.9, target) == TargetStatus.NOT_MET
    assert target_status(88.0, replace(target, baseline=None)) == TargetStatus.MET
    assert target_status(float("nan"), target) == target_status(50.0, None) == TargetStatus.NOT_SAID


def test_comparators_stand_beside_the_window_they_fit_and_no_other(lancashire):
    agreed = lancashire.on(date(2026, 10, 31))
    beside = comparators_beside(agreed, "referrals_per_10000", "six_months")
    assert [(held.area, held.value) for held in beside] == [
        ("Lancashire", 250.7),
        ("North West", 512.4),
        ("England", 518.3),
    ]
    assert comparators_beside(agreed, "referrals_per_10000", "month") == ()


def whole(numerator, denominator):
    return {"numerator": float(numerator), "denominator": float(denominator)}


@pytest.mark.parametrize(("county", "size"), [((700, 1000), 60), ((182, 828), 40), ((5, 400), 35), ((828, 828), 20)])
def test_the_funnel_is_the_exact_range_of_chance_at_the_countys_share(county, size):
    for yes in range(size + 1):
        side = outside_funnel(whole(yes, size), whole(*county), Scale.PERCENT)
        share = county[0] / county[1]
        above, below = binom.sf(yes - 1, size, share) < 0.025, binom.cdf(yes, size, share) < 0.025
        assert side == (Side.ABOVE if above else Side.BELOW if below else Side.WITHIN)


def test_the_funnel_of_a_rate_is_the_exact_range_of_a_count():
    for seen in range(80):
        side = outside_funnel(whole(seen, 20_000), whole(512, 256_000), Scale.PER_10000)
        above, below = poisson.sf(seen - 1, 40) < 0.025, poisson.cdf(seen, 40) < 0.025
        assert side == (Side.ABOVE if above else Side.BELOW if below else Side.WITHIN)


def test_counts_days_and_missing_figures_have_no_funnel():
    assert outside_funnel(whole(900, 1), whole(1, 1), Scale.COUNT) == Side.WITHIN
    assert outside_funnel(whole(900, 1), whole(1, 1), Scale.MEAN_DAYS) == Side.WITHIN
    assert outside_funnel(whole(9, float("nan")), whole(1, 2), Scale.PERCENT) == Side.WITHIN
    assert outside_funnel(whole(0, 0), whole(1, 2), Scale.PERCENT) == Side.WITHIN
