"""The suites: each list's expectations as Great Expectations has them, built in where one can be, named where not."""

from __future__ import annotations

import os

os.environ["GX_ANALYTICS_ENABLED"] = "false"

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

import great_expectations.expectations as built_in_expectations
import numpy as np
from great_expectations import ExpectationSuite, get_context
from great_expectations.core.batch import Batch
from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.execution_engine.pandas_batch_data import PandasBatchData
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.row_conditions import Column
from great_expectations.validator.validator import Validator

from expectations import CHECKS, named
from expectations.batch import Positions, batch_of
from expectations.built_in import LIST_DATE, BuiltIn, ColumnValuesToBeBetween
from expectations.check import Check
from expectations.execution_engine import ListExecutionEngine
from expectations.extract import Extract
from reporting.lists import LISTS
from reporting.model.quality import Severity

SEVERITIES = {
    Severity.ERROR: FailureSeverity.CRITICAL,
    Severity.WARNING: FailureSeverity.WARNING,
    Severity.INFORMATION: FailureSeverity.INFO,
}
NO_CELL_VALUES = {"result_format": "BOOLEAN_ONLY"}
PARAMETERS = tuple(
    dict.fromkeys(
        [LIST_DATE]
        + [
            parameter
            for checks in CHECKS.values()
            for check in checks
            if isinstance(check.breaks, ColumnValuesToBeBetween)
            for parameter in check.breaks.parameters
        ]
    )
)


def suite_of(name: str, checks: Iterable[Check], *, told_in_full: bool = True) -> ExpectationSuite:
    """The checks of one list as a suite. Days that differ by extract stand in it as parameters."""
    return ExpectationSuite(
        name=name, expectations=[expectation_of(check, told_in_full=told_in_full) for check in checks]
    )


def expectation_of(check: Check, *, told_in_full: bool = True) -> BatchExpectation:
    """The expectation that asks a rule; ``notes`` has what must be true.

    ``meta`` has the rule's key; told in full, its id, severity, sentence and what to do too. Great Expectations writes
    them out a hundred times a rule when it asks one.
    """
    rule = check.rule
    full = {"id": rule.id, "severity": rule.severity.value, "says": rule.says, "do": rule.do}
    told: dict[str, Any] = {
        "severity": SEVERITIES[rule.severity],
        "notes": rule.says,
        "meta": {"rule": rule.key} | (full if told_in_full else {}),
    }
    if check.built_in is not None:
        return _built_in(check.built_in, rule.list, told)
    kind: Callable[..., BatchExpectation] = getattr(named, check.named)
    return kind(
        rule=rule.key,
        columns=list(rule.columns),
        other_columns=list(check.needs),
        settings=[*check.limits, *check.council],
        **told,
    )


def _built_in(stated: BuiltIn, name: str, told: Mapping[str, Any]) -> BatchExpectation:
    kind: Callable[..., BatchExpectation] = getattr(built_in_expectations, stated.expectation)
    where = {"row_condition": Column(stated.filled).is_not_null()} if stated.filled else {}
    return kind(**stated.kwargs(LISTS[name]), **where, **told)


def parameters_of(extract: Extract) -> Mapping[str, datetime]:
    """The days that suites leave open, in this extract."""
    rows = extract.rows(next(iter(extract.tables)))
    return {parameter.name: parameter.of(rows).to_pydatetime() for parameter in PARAMETERS}


def throwaway_context() -> EphemeralDataContext:
    """A context that lives in memory only: no site of documents, no progress bars, no telemetry."""
    settings = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars=ProgressBarsConfig(globally=False),
        analytics_enabled=False,
    )
    context: EphemeralDataContext = get_context(mode="ephemeral", project_config=settings)
    return context


def positions_that_break(
    context: EphemeralDataContext, name: str, checks: tuple[Check, ...], extract: Extract
) -> Mapping[str, Positions]:
    """Where each rule is broken in one list, by the rule's key. A rule that could not be asked is not among them."""
    by_key = {check.rule.key: check for check in checks}
    engine = ListExecutionEngine(lambda key: _broken(by_key[key], extract))
    rows: Any = PandasBatchData(engine, batch_of(extract.rows(name)))
    # A data source would take a fingerprint of every cell, twice: a quarter of the time that all rules take.
    validator = Validator(execution_engine=engine, data_context=context, batches=[Batch(data=rows)])
    asked = validator.process_expectations_for_validation(
        suite_of(name, checks, told_in_full=False).expectation_configurations, dict(parameters_of(extract))
    )
    found = validator.graph_validate(asked, runtime_configuration={"result_format": NO_CELL_VALUES})
    places = {}
    for result in found:
        asked_with: Any = result.expectation_config
        check = by_key[asked_with.meta["rule"]]
        where = engine.positions_that_break(_metric(check), asked_with.kwargs)
        if where is not None and bool(result.success) == (len(where) == 0):
            places[check.rule.key] = where
    return places


def _metric(check: Check) -> str:
    """What the engine is asked for, so that the expectation can be judged."""
    if check.built_in is None:
        return named.BROKEN_ROWS
    return str(getattr(built_in_expectations, check.built_in.expectation).map_metric)


def _broken(check: Check, extract: Extract) -> Positions:
    held = check.held_by(extract).to_numpy(dtype=bool)
    return np.flatnonzero(~held).astype("int64")
