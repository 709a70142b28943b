"""How Great Expectations looks at a list: its pandas engine, with the whole extract beside the batch.

Great Expectations asks, resolves and judges every expectation; this engine is where it gets its answers, as it gets
them from a database through another. It differs from the pandas engine in four things, each for a reason that was
measured (`docs/great-expectations.md` has the table):

- It reads the columns that an expectation names, and no others. The pandas engine copies the whole batch several
  times for each.
- It keeps the positions of the rows that break an expectation, so that results are asked for as BOOLEAN_ONLY: they
  hold no cell value, and cost half of what those cost that list rows.
- It answers *between*, *in set* and *matches* for a whole column at once, and for each wording once. The pandas engine
  calls Python for each date.
- It asks the rules behind the named expectations of the extract, where the other lists are.
"""

from __future__ import annotations

import os

os.environ["GX_ANALYTICS_ENABLED"] = "false"

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.column_map_metric_provider import (
    ColumnMapMetricProvider,
)
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.validator.metric_configuration import MetricConfiguration

from expectations.batch import Positions, positions
from expectations.named import BROKEN_ROWS

Broken = Callable[[str], Positions]
NAMED_COLUMNS = ("column", "column_A", "column_B")
TOLD_APART_BY = (*NAMED_COLUMNS, "rule", "min_value", "max_value", "regex")


class RuleWentWrong(Exception):
    """A rule could not be asked. Which, and nothing more: what went wrong could quote a cell."""


class ListExecutionEngine(PandasExecutionEngine):
    """Answers expectations of one list. ``broken`` gives the positions at which the rule of that key is broken."""

    def __init__(self, broken: Broken) -> None:
        super().__init__()
        self.broken = broken
        self._positions: dict[frozenset[tuple[str, str]], Positions] = {}

    def get_domain_records(self, domain_kwargs: dict[str, Any]) -> pd.DataFrame:
        """The rows an expectation looks at, indexed by position: the columns it names, as the batch has them."""
        whole: pd.DataFrame = self.dataframe
        named = [str(domain_kwargs[name]) for name in NAMED_COLUMNS if domain_kwargs.get(name)]
        if not named:
            return whole
        columns: pd.DataFrame = whole[named]
        if condition := domain_kwargs.get("row_condition"):
            filled = condition["column"]["name"] if isinstance(condition, dict) else condition.column.name
            columns = columns[whole[filled].notna()]
        return columns.dropna() if domain_kwargs.get("ignore_row_if") == "either_value_is_missing" else columns

    def resolve_metrics(
        self,
        metrics_to_resolve: Iterable[MetricConfiguration],
        metrics: dict[Any, Any] | None = None,
        runtime_configuration: dict[str, Any] | None = None,
    ) -> dict[Any, Any]:
        """What Great Expectations asks for; the positions of the rows that break an expectation are kept beside it."""
        asked = list(metrics_to_resolve)
        resolved: dict[Any, Any] = super().resolve_metrics(asked, metrics, runtime_configuration)
        for metric in asked:
            if metric.metric_name.endswith(".condition"):
                self._positions[_asked(metric.metric_name.removesuffix(".condition"), metric)] = positions(
                    resolved[metric.id][0]
                )
            elif metric.metric_name == BROKEN_ROWS:
                self._positions[_asked(BROKEN_ROWS, metric)] = resolved[metric.id]
        return resolved

    def positions_that_break(self, metric: str, kwargs: Mapping[str, Any]) -> Positions | None:
        """Where an expectation of this metric, made with these, was broken; None where it has not been answered."""
        return self._positions.get(_told_apart(metric, kwargs))


def _asked(name: str, metric: MetricConfiguration) -> frozenset[tuple[str, str]]:
    return _told_apart(name, {**metric.metric_domain_kwargs, **metric.metric_value_kwargs})


def _told_apart(name: str, kwargs: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    told = {key: str(kwargs[key]) for key in TOLD_APART_BY if kwargs.get(key) is not None}
    return frozenset({("metric", name), ("of all rows", str(not kwargs.get("row_condition"))), *told.items()})


class CodesInSet(ColumnMapMetricProvider):
    """In a category each code is looked up once. A blank breaks nothing."""

    condition_metric_name = "column_values.in_set"
    condition_value_keys = ("value_set",)
    filter_column_isnull = False

    @column_condition_partial(engine=ListExecutionEngine)
    def _list(cls, column: pd.Series, value_set: list[str], **_: object) -> pd.Series:  # noqa: N805
        known = np.append(column.cat.categories.isin(value_set), True)
        return pd.Series(known[column.cat.codes.to_numpy()], index=column.index)


class ValuesBetween(ColumnMapMetricProvider):
    """The whole column is compared at once. A blank breaks nothing."""

    condition_metric_name = "column_values.between"
    condition_value_keys = ("min_value", "max_value", "strict_min", "strict_max")
    filter_column_isnull = False

    @column_condition_partial(engine=ListExecutionEngine)
    def _list(cls, column: pd.Series, min_value: Any = None, max_value: Any = None, **_: object) -> pd.Series:  # noqa: N805
        broken = pd.Series(False, index=column.index)
        if min_value is not None:
            broken |= (column < min_value).fillna(False).astype(bool)
        if max_value is not None:
            broken |= (column > max_value).fillna(False).astype(bool)
        return ~broken


class WordingMatches(ColumnMapMetricProvider):
    """Each wording is looked at once, however many rows have it. A blank breaks nothing."""

    condition_metric_name = "column_values.match_regex"
    condition_value_keys = ("regex",)
    filter_column_isnull = False

    @column_condition_partial(engine=ListExecutionEngine)
    def _list(cls, column: pd.Series, regex: str, **_: object) -> pd.Series:  # noqa: N805
        return _worded(column, regex, of_a_blank=True)


class WordingDoesNotMatch(ColumnMapMetricProvider):
    """Each wording is looked at once, however many rows have it. A blank breaks nothing."""

    condition_metric_name = "column_values.not_match_regex"
    condition_value_keys = ("regex",)
    filter_column_isnull = False

    @column_condition_partial(engine=ListExecutionEngine)
    def _list(cls, column: pd.Series, regex: str, **_: object) -> pd.Series:  # noqa: N805
        return ~_worded(column, regex, of_a_blank=False)


def _worded(column: pd.Series, regex: str, *, of_a_blank: bool) -> pd.Series:
    numbers, wordings = pd.factorize(column)
    found = np.array([*(re.search(regex, wording) is not None for wording in wordings), of_a_blank])
    return pd.Series(found[numbers], index=column.index)


class RowsThatBreakARule(TableMetricProvider):
    """The positions of the rows that break the rule of a named expectation, in its list."""

    metric_name = BROKEN_ROWS
    value_keys = ("rule",)

    @metric_value(engine=ListExecutionEngine)
    def _list(
        cls,  # noqa: N805
        execution_engine: ListExecutionEngine,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        **_: object,
    ) -> Positions:
        rule = metric_value_kwargs["rule"]
        try:
            return execution_engine.broken(rule)
        except Exception:
            raise RuleWentWrong(rule) from None
