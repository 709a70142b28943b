"""How Great Expectations runs a rule: one expectation, which looks at one prepared column of a list's batch."""

from __future__ import annotations

import os

os.environ["GX_ANALYTICS_ENABLED"] = "false"

from collections.abc import Mapping

import numpy as np
import pandas as pd
from great_expectations import ExpectationSuite, get_context
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.data_context import EphemeralDataContext
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider

from expectations.check import Check
from reporting.model.quality import Severity

SEVERITIES = {
    Severity.ERROR: FailureSeverity.CRITICAL,
    Severity.WARNING: FailureSeverity.WARNING,
    Severity.INFORMATION: FailureSeverity.INFO,
}

COUNTS_AND_POSITIONS = {
    "result_format": "COMPLETE",
    "return_unexpected_index_query": False,
    "partial_unexpected_count": 0,
}


class RowsThatBreakARule(TableMetricProvider):
    """The positions of the rows for which the rule's column is not true."""

    metric_name = "table.rows_that_break_a_rule"
    value_keys = ("rule",)

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(cls, execution_engine, metric_domain_kwargs, metric_value_kwargs, **_):  # noqa: N805
        batch, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, MetricDomainTypes.TABLE)
        return np.flatnonzero(~batch[metric_value_kwargs["rule"]].to_numpy(dtype=bool)).tolist()


class ExpectRuleToHold(BatchExpectation):
    """Every row keeps the rule. A rule whose column is not in the batch raises: it was not checked."""

    rule: str

    metric_dependencies = (RowsThatBreakARule.metric_name,)
    success_keys = ("rule",)

    def _validate(self, metrics, runtime_configuration=None, execution_engine=None):
        broken = metrics[RowsThatBreakARule.metric_name]
        return {"success": not broken, "result": {"unexpected_count": len(broken), "unexpected_index_list": broken}}


def suite_of(name: str, checks: tuple[Check, ...]) -> ExpectationSuite:
    """The checks of one list as a Great Expectations suite."""
    return ExpectationSuite(
        name=name,
        expectations=[
            ExpectRuleToHold(rule=check.rule.key, severity=SEVERITIES[check.rule.severity], notes=check.rule.says)
            for check in checks
        ],
    )


def throwaway_context() -> EphemeralDataContext:
    """A context that lives in memory only: no site of documents, no progress bars, no telemetry."""
    settings = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars=ProgressBarsConfig(globally=False),
        analytics_enabled=False,
    )
    return get_context(mode="ephemeral", project_config=settings)


def validated(
    context: EphemeralDataContext, suite: ExpectationSuite, batch: pd.DataFrame
) -> Mapping[str, ExpectationValidationResult]:
    """What the suite found in one batch, by rule."""
    frames = context.data_sources.add_pandas(suite.name).add_dataframe_asset(suite.name)
    whole = frames.add_batch_definition_whole_dataframe(suite.name).get_batch({"dataframe": batch})
    found = whole.validate(suite, result_format=COUNTS_AND_POSITIONS).results
    return {result.expectation_config.kwargs["rule"]: result for result in found}
