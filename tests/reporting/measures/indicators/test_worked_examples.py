"""Every indicator agrees with the example printed in its own definition, however the example is laid out."""

import pandas as pd
import pytest

from reporting.lists import ANNEX_A
from reporting.measures.examples import read_example, typed, worked
from reporting.measures.indicators import INDICATORS
from tests.reporting.council import CALENDAR

every_indicator = pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS)


@every_indicator
def test_an_indicator_measures_its_own_worked_example(indicator):
    assert worked(indicator, read_example(indicator), CALENDAR) == indicator.expect


@every_indicator
def test_the_order_of_the_extract_never_changes_the_answer(indicator):
    turned = {name: table.iloc[::-1].reset_index(drop=True) for name, table in read_example(indicator).items()}
    assert worked(indicator, turned, CALENDAR) == indicator.expect


@every_indicator
def test_a_child_on_other_lists_never_changes_the_answer(indicator):
    tables = dict(read_example(indicator))
    for name, schema in ANNEX_A.items():
        if name not in indicator.lists:
            key = "adopter_id" if name == "prospective_adopters" else "child_id"
            tables[name] = typed(schema, {key: ["a", "b", "z"]})
    assert worked(indicator, tables, CALENDAR) == indicator.expect


@every_indicator
def test_a_child_whose_case_ended_long_ago_never_changes_the_answer(indicator):
    tables, schema = dict(read_example(indicator)), ANNEX_A[indicator.list]
    long_ago = {column.key: ["2001-01-01"] for column in schema.columns if column.kind == "date"}
    not_eligible = {"eligibility": ["QUALIFYING"]} if indicator.list == "care_leavers" else {}
    child = typed(schema, {"child_id": ["long gone"], **long_ago, **not_eligible})
    tables[indicator.list] = pd.concat([tables[indicator.list], child], ignore_index=True)
    assert worked(indicator, tables, CALENDAR) == indicator.expect


@every_indicator
def test_a_column_too_many_never_changes_the_answer(indicator):
    twice = {name: table.assign(**{f"{name}_2": table.iloc[:, -1]}) for name, table in read_example(indicator).items()}
    assert worked(indicator, twice, CALENDAR) == indicator.expect


@every_indicator
def test_only_the_columns_it_names_decide(indicator):
    """Every other column may be empty: so the checks on the named columns guard the whole answer."""
    tables = dict(read_example(indicator))
    for name, table in tables.items():
        named = {column.split(".")[1] for column in indicator.columns if column.split(".")[0] == name}
        others = [column for column in table.columns if column not in named | {"row"}]
        tables[name] = table.assign(
            **{other: pd.Series(pd.NA, index=table.index).astype(table[other].dtype) for other in others}
        )
    assert worked(indicator, tables, CALENDAR) == indicator.expect


def test_an_example_that_is_wrong_is_caught():
    indicator = INDICATORS["contacts_received"]
    fewer = {name: table.iloc[:1] for name, table in read_example(indicator).items()}
    assert worked(indicator, fewer, CALENDAR) != indicator.expect
