"""The suites can be taken to another Great Expectations context, and find the same there."""

import json
from datetime import datetime

import great_expectations as gx
import great_expectations.expectations as gxe
import pytest
from great_expectations.expectations.registry import get_expectation_impl

from expectations import CHECKS
from expectations.batch import batch_of
from expectations.check import Named
from flows.expectation_suites import export_suites
from tests.expectations.small_council import LIST_DATE, changed, extract

COMPLETE = {"result_format": "COMPLETE", "return_unexpected_index_query": False, "partial_unexpected_count": 0}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A project of Great Expectations' own, with the exported suites where it keeps suites."""
    project = tmp_path_factory.mktemp("project")
    gx.get_context(mode="file", project_root_dir=project)
    export_suites(project / "gx" / "expectations")
    return project


def stated(folder, name):
    return json.loads((folder / "gx" / "expectations" / f"{name}.json").read_text(encoding="utf-8"))["expectations"]


def test_each_list_has_a_suite_of_built_in_and_one_of_named_expectations(folder):
    written = {file.stem for file in (folder / "gx" / "expectations").glob("*.json")}
    assert written == {name for list_name in CHECKS for name in (list_name, f"{list_name}_named")}
    for name, checks in CHECKS.items():
        rules = {one["meta"]["rule"] for suite in (name, f"{name}_named") for one in stated(folder, suite)}
        assert rules >= {check.rule.key for check in checks}


def test_a_suite_of_built_in_expectations_needs_nothing_but_great_expectations(folder):
    for name in CHECKS:
        for one in stated(folder, name):
            assert get_expectation_impl(one["type"]).__module__.startswith("great_expectations."), one["type"]


def test_a_suite_of_named_expectations_is_of_the_kinds_that_this_package_names(folder):
    kinds = {get_expectation_impl(one["type"]).__name__ for name in CHECKS for one in stated(folder, f"{name}_named")}
    assert kinds == set(Named)


def test_suites_load_whole_in_a_file_context(folder):
    context = gx.get_context(mode="file", project_root_dir=folder)
    for name in CHECKS:
        for suite in (name, f"{name}_named"):
            assert len(context.suites.get(suite).expectations) == len(stated(folder, suite))


def test_an_exported_suite_finds_in_another_context_what_is_found_here(folder):
    lists = extract(
        changed("children_in_need", 0, "cin_end=2025-01-06 cin_start=2026-12-01 gender=Girl dob=31/02/2015")
    )
    context = gx.get_context(mode="file", project_root_dir=folder)
    asset = context.data_sources.add_pandas("council").add_dataframe_asset("children in need")
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch(
        {"dataframe": batch_of(lists.rows("children_in_need"))}
    )
    day = datetime.combine(LIST_DATE, datetime.min.time())
    results = batch.validate(
        context.suites.get("children_in_need"),
        result_format=COMPLETE,
        expectation_parameters={"list_date": day, "list_date_less_6_months": day.replace(month=4, day=30)},
    ).results
    found = {one.expectation_config.meta["rule"]: one.result.get("unexpected_index_list") for one in results}
    here = {check.rule.key: check.held_by(lists) for check in CHECKS["children_in_need"] if check.built_in}
    assert {rule: places for rule, places in found.items() if rule in here} == {
        rule: held.index[~held].tolist() for rule, held in here.items()
    }
    assert found["children_in_need:6.02:cin_start+cin_end"] == [0]


def test_an_exported_suite_says_that_a_column_is_wanting(folder):
    context = gx.get_context(mode="file", project_root_dir=folder)
    asset = context.data_sources.add_pandas("another council").add_dataframe_asset("contacts")
    frame = batch_of(extract().rows("contacts")).drop(columns="contact_source")
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
    wanting = [
        one.column
        for one in context.suites.get("contacts").expectations
        if isinstance(one, gxe.ExpectColumnToExist) and not batch.validate(one).success
    ]
    assert wanting == ["contact_source"]


def test_the_same_rules_give_the_same_bytes(folder, tmp_path):
    export_suites(tmp_path)
    for file in tmp_path.iterdir():
        assert file.read_bytes() == (folder / "gx" / "expectations" / file.name).read_bytes()
