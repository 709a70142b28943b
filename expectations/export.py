"""The suites as Great Expectations' own file context stores them, to be taken into another context.

Two a list. `contacts.json` has what its schema says, in built-in expectations only: it loads anywhere, and can be asked
of any table with the list's columns, ``key`` as read and ``key_received`` as it came. `contacts_named.json` has the
named expectations: it loads where `expectations.named` has been imported, and says what else is asked of the list.
(Great Expectations drops an expectation it does not know without an error, so the two are kept apart.)
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from great_expectations import ExpectationSuite
from great_expectations.core.expectation_suite import expectationSuiteSchema
from great_expectations.expectations.core.expect_column_to_exist import ExpectColumnToExist
from great_expectations.expectations.expectation import BatchExpectation

from expectations import CHECKS
from expectations.suites import expectation_of
from reporting.lists import LISTS


def exported() -> Mapping[str, str]:
    """Every suite as JSON, by the name of its file. The same rules give the same bytes."""
    return {f"{suite.name}.json": _as_stored(suite) for name in CHECKS for suite in suites_of(name)}


def suites_of(name: str) -> tuple[ExpectationSuite, ExpectationSuite]:
    """The built-in and the named expectations of one list; of the built-in first that each of its columns is there."""
    checks = CHECKS[name]
    built_in = [*_columns(name), *(expectation_of(check) for check in checks if check.built_in is not None)]
    named = [expectation_of(check) for check in checks if check.built_in is None]
    return _suite(name, built_in), _suite(f"{name}_named", named)


def _columns(name: str) -> Iterator[BatchExpectation]:
    schema = LISTS[name]
    for column in schema.columns:
        says = f'{schema.title} has the column "{column.header}".'
        yield ExpectColumnToExist(column=column.key, notes=says, meta={"rule": f"{name}:column:{column.key}"})


def _suite(name: str, expectations: list[BatchExpectation]) -> ExpectationSuite:
    """With ids that are the same each time, as a store wants them."""
    suite = ExpectationSuite(name=name, expectations=expectations, id=_id(name))
    for expectation in suite.expectations:
        expectation.id = _id(f"{name}:{(expectation.meta or {})['rule']}")
    return suite


def _id(of: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"lineofsight:{of}"))


def _as_stored(suite: ExpectationSuite) -> str:
    return json.dumps(expectationSuiteSchema.dump(suite), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
