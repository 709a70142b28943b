"""Great Expectations runs one expectation a rule, and finds the rows that the rule itself finds."""

import great_expectations.expectations as gxe
import numpy as np
import pytest

from expectations import CHECKS, named
from expectations.batch import batch_of
from expectations.built_in import ColumnValuesToBeBetween
from expectations.check import Check, Named
from expectations.suites import (
    SEVERITIES,
    expectation_of,
    parameters_of,
    positions_that_break,
    suite_of,
    throwaway_context,
)
from reporting.model.quality import Rule, Severity
from tests.expectations.broken_twins import derived, written
from tests.expectations.small_council import CLEAN, changed, extract
from tests.expectations.test_every_rule import beside_clean

every_list = pytest.mark.parametrize("name", list(CLEAN))
COMPLETE = {"result_format": "COMPLETE", "return_unexpected_index_query": False, "partial_unexpected_count": 0}


@pytest.fixture(scope="module")
def context():
    return throwaway_context()


def spoilt(name):
    """The clean rows of one list, and after them one row for each way in which a rule can be broken."""
    return beside_clean(name, [*derived(name), *written(name)])


def broken_by_the_rules(checks, lists):
    return {check.rule.key: np.flatnonzero(~check.held_by(lists)).tolist() for check in checks}


def alone(name):
    """The rules of a list that need no other list and no extract before."""
    return tuple(check for check in CHECKS[name] if not check.needs and not check.earlier and name in CLEAN)


@every_list
def test_a_suite_has_every_rule_once_with_its_severity_and_words(name):
    said = {
        expectation.meta["rule"]: (expectation.severity, expectation.notes, expectation.meta["do"])
        for expectation in suite_of(name, CHECKS[name]).expectations
    }
    rules = [check.rule for check in CHECKS[name]]
    assert said == {rule.key: (SEVERITIES[rule.severity], rule.says, rule.do) for rule in rules}


@every_list
def test_great_expectations_finds_what_the_rules_themselves_find(name, context):
    lists, checks = extract(spoilt(name)), alone(name)
    found = positions_that_break(context, name, checks, lists)
    assert {key: places.tolist() for key, places in found.items()} == broken_by_the_rules(checks, lists)
    assert sum(map(len, found.values())) > len(CLEAN[name])


@every_list
def test_built_in_expectations_find_the_same_rows_with_great_expectations_own_engine(name, context):
    lists = extract(spoilt(name))
    checks = tuple(check for check in alone(name) if check.built_in is not None)
    asset = context.data_sources.add_pandas(name).add_dataframe_asset(name)
    batch = asset.add_batch_definition_whole_dataframe(name).get_batch({"dataframe": batch_of(lists.rows(name))})
    results = batch.validate(
        suite_of(name, checks), result_format=COMPLETE, expectation_parameters=dict(parameters_of(lists))
    ).results
    found = {one.expectation_config.meta["rule"]: one.result.get("unexpected_index_list") for one in results}
    assert found == broken_by_the_rules(checks, lists)


def test_what_lists_say_of_each_other_is_found_too(context):
    lists = extract(changed("children_looked_after", 0, "dob=2011-11-11"), earlier=CLEAN)
    checks = tuple(check for check in CHECKS["children_looked_after"] if check.needs or check.named is Named.ONE_STORY)
    found = positions_that_break(context, "children_looked_after", checks, lists)
    assert {key: places.tolist() for key, places in found.items()} == broken_by_the_rules(checks, lists)
    assert found["children_looked_after:P17:dob"].tolist() == [0]


def test_an_empty_list_breaks_nothing(context):
    found = positions_that_break(context, "adoption", alone("adoption"), extract({"adoption": ()}))
    assert set(map(len, found.values())) == {0} and len(found) == len(alone("adoption"))


def a_check(breaks):
    return Check(Rule("X1", "contacts", Severity.ERROR, ("contact_date",), "Says.", "Do."), breaks)


@pytest.mark.parametrize(
    "breaks",
    [lambda rows: rows["no such column"] > 1, ColumnValuesToBeBetween("child_id", max_value=5)],
    ids=["named", "built in"],
)
def test_a_rule_that_goes_wrong_has_no_positions_and_takes_none_with_it(breaks, context):
    checks = (*alone("contacts")[:3], a_check(breaks))
    found = positions_that_break(context, "contacts", checks, extract())
    assert set(found) == {check.rule.key for check in checks[:3]}


def test_every_kind_of_expectation_is_a_class_and_is_used():
    used = {check.named for checks in CHECKS.values() for check in checks if check.built_in is None}
    assert used == set(Named)
    for kind in Named:
        assert getattr(named, kind).__doc__


def test_what_a_schema_says_is_built_in():
    stated = {check.built_in.expectation for checks in CHECKS.values() for check in checks if check.built_in}
    assert stated >= {
        "ExpectColumnValuesToNotBeNull",
        "ExpectColumnValuesToBeInSet",
        "ExpectColumnValuesToBeBetween",
        "ExpectColumnPairValuesAToBeGreaterThanB",
        "ExpectColumnValuesToMatchRegex",
    }
    by_schema = {"P01", "P05", "P14", "P23", "P24", "P26", "P27", "P36", "P37", "P38"}
    for check in (check for checks in CHECKS.values() for check in checks if check.rule.id in by_schema):
        assert check.built_in is not None, check.rule.key
        assert isinstance(expectation_of(check), getattr(gxe, check.built_in.expectation))
