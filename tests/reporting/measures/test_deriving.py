"""Figures made from other figures, by the few general forms there are."""

from dataclasses import replace
from datetime import date
from math import isnan

import pandas as pd
import pytest

from reporting.measures.examples import LIST_DATE, PERIOD
from reporting.measures.grading import grade
from reporting.measures.registry import registry
from reporting.model.figures import RESULT_COLUMNS
from reporting.model.measures import DerivedMeasure, Form
from reporting.model.periods import Window
from reporting.model.scales import Scale
from reporting.model.settings import Population
from tasks.configuration import authority_keys, load_authority
from tests.reporting.council import COUNCIL
from tests.reporting.measures.test_registry import derived, returned

COUNTY = COUNCIL.county_unit
EVERY_DERIVED = {
    f"{key}: {name}": (measure, load_authority(key).definitions)
    for key in authority_keys()
    for name, measure in load_authority(key).definitions.items()
    if isinstance(measure, DerivedMeasure)
}


def result(name, yes, no=0.0, **other):
    base = {"indicator": name, "window": "month", "level": "county", "unit": COUNTY, "yes": yes, "no": no}
    counts = {"unknown": 0, "undated": 0, "cohort": 0, "affected": 0.0, "status": "printed"}
    reason = {"reason": "", "reason_code": "", "reason_about": ""}
    return {**base, **counts, **reason, **other}


def figure(measures, *results, name="made", children=None, list_date=LIST_DATE):
    populations = (Population(COUNTY, children, 2023, "a test"),) if children else ()
    authority = replace(COUNCIL, definitions=measures, populations=populations)
    graded = grade(
        pd.DataFrame(results, columns=list(RESULT_COLUMNS)), authority=authority, period=PERIOD, list_date=list_date
    )
    [found] = graded[graded["indicator"] == name].to_dict("records")
    return found


@pytest.mark.parametrize(("measure", "measures"), EVERY_DERIVED.values(), ids=EVERY_DERIVED)
def test_a_derived_measure_agrees_with_its_own_worked_example(measure, measures):
    given = measure.example
    results = [result(parent, of, window=given.window.value) for parent, of in zip(measure.of, given.of, strict=True)]
    found = figure(measures, *results, name=measure.name, children=given.children)
    assert round(found["value"], 1) == given.value


def measures_of(form, scale, *parents):
    of = tuple(parent.name for parent in parents)
    return registry([*parents, derived("made", "WF09", scale, form, of)])


PART, WHOLE = returned("part", "WF01"), returned("whole", "WF02")
SHARE = measures_of(Form.SHARE, Scale.PERCENT, PART, WHOLE)
RATIO = measures_of(Form.RATIO, Scale.RATIO, PART, WHOLE)
LESS = measures_of(Form.DIFFERENCE, Scale.COUNT, PART, WHOLE)
RATE = measures_of(Form.RATE, Scale.PER_10000, PART)


def test_a_share_is_one_figure_out_of_another():
    found = figure(SHARE, result("part", 30), result("whole", 120, unknown=4))
    assert (found["value"], found["numerator"], found["denominator"]) == (25.0, 30, 120)
    assert (found["yes"], found["no"], found["unknown"]) == (30, 90, 4)


def test_a_part_that_is_more_than_its_whole_is_no_share():
    found = figure(SHARE, result("part", 121), result("whole", 120))
    assert (found["status"], found["reason"]) == ("not_computable", "the part is more than the whole")
    assert isnan(found["value"])


def test_a_share_of_nothing_has_no_value():
    found = figure(SHARE, result("part", 0), result("whole", 0))
    assert (found["status"], isnan(found["value"])) == ("not_computable", True)


def test_a_ratio_is_one_figure_for_each_one_of_another():
    found = figure(RATIO, result("part", 30), result("whole", 120))
    assert (found["value"], found["numerator"], found["denominator"]) == (0.25, 30, 120)


def test_a_difference_is_one_figure_less_another():
    assert figure(LESS, result("part", 30), result("whole", 120))["value"] == -90


def test_a_rate_is_for_every_ten_thousand_children_and_for_a_year():
    found = figure(RATE, result("part", 50), children=20_000)
    assert (found["value"], found["numerator"], found["denominator"]) == (25.0, 50, 20_000)
    yearly = registry([replace(PART, windows=(Window.SIX_MONTHS,)), six_monthly(RATE["made"])])
    half = figure(yearly, result("part", 50, window="six_months"), children=20_000, list_date=date(2026, 10, 31))
    assert half["value"] == pytest.approx(25.0 * 365 / 184)


def six_monthly(measure):
    example = replace(measure.example, window=Window.SIX_MONTHS)
    return replace(measure, windows=(Window.SIX_MONTHS,), example=example)


def test_a_derived_figure_is_no_better_than_the_worst_of_its_parents():
    printed, held = result("part", 30), result("whole", 120, status="withheld", reason="7% fail", affected=0.07)
    found = figure(SHARE, printed, held)
    assert (found["status"], found["reason"], found["affected"]) == ("withheld", "7% fail", 0.07)
    assert found["value"] == 25.0  # kept in the record, as any withheld figure is
    none = float("nan")
    lost = result("part", none, none, status="not_computable", reason="list 3 was not found")
    found = figure(SHARE, lost, held)
    assert (found["status"], found["reason"]) == ("not_computable", "list 3 was not found")
    assert isnan(found["value"])


def test_there_is_a_figure_only_where_every_parent_has_one():
    graded = grade(
        pd.DataFrame([result("part", 30)], columns=list(RESULT_COLUMNS)),
        authority=replace(COUNCIL, definitions=SHARE),
        period=PERIOD,
        list_date=LIST_DATE,
    )
    assert list(graded["indicator"]) == ["part"]


def test_a_measure_may_be_derived_from_a_derived_one():
    measures = registry([PART, WHOLE, LESS["made"], derived("again", "WF10", Scale.PER_10000, Form.RATE, ("made",))])
    found = figure(measures, result("part", 120), result("whole", 20), name="again", children=20_000)
    assert found["value"] == 50.0
