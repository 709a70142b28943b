"""The named expectations: what no built-in one can say, because it looks beyond one column or one list.

Each names the rule it asks, the columns of its list that the rule looks at, and the columns of other lists and the
settings of the council that it needs beside them. What it looks for is the condition stated under that rule in the
suite of its list; the engine has the whole extract to hold it against. So a suite with named expectations can be read
wherever this module is imported, and asked only of an extract, with `execution_engine.ListExecutionEngine`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from great_expectations.compatibility import pydantic
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine.execution_engine import ExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

BROKEN_ROWS = "table.rows_that_break_a_rule"


class _NamedExpectation(BatchExpectation):
    """What every named expectation has. A rule that went wrong raises: it was not asked."""

    rule: str
    columns: list[str] = []  # noqa: RUF012  (a field, of which each expectation has its own)
    other_columns: list[str] = []  # noqa: RUF012
    settings: list[str] = []  # noqa: RUF012

    domain_type: ClassVar[MetricDomainTypes] = MetricDomainTypes.TABLE
    metric_dependencies: ClassVar[tuple[str, ...]] = (BROKEN_ROWS,)
    success_keys: ClassVar[tuple[str, ...]] = ("rule",)

    _stated: ExpectationConfiguration | None = pydantic.PrivateAttr(None)

    @property
    def configuration(self) -> ExpectationConfiguration:
        """What the expectation was made with, written out once: Great Expectations asks for it twenty times a rule."""
        if self._stated is None:
            self._stated = super().configuration
        return self._stated

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: ExecutionEngine[Any] | None = None,
    ) -> dict[str, Any]:
        broken = len(metrics[BROKEN_ROWS])
        return {"success": not broken, "result": {"unexpected_count": broken}}


class ExpectAnswersOfARowToAgree(_NamedExpectation):
    """The answers of one row fit each other: what is closed has a reason, an age is the one that a birthday makes."""


class ExpectWorkToBeInTime(_NamedExpectation):
    """A visit, review, plan or decision is no later than the statutory or local limit on the list date."""


class ExpectRowsOfAListToAgree(_NamedExpectation):
    """The rows of one list fit each other: no copies, one open episode a child, counts that add up."""


class ExpectShareOfAListToBeLikely(_NamedExpectation):
    """A list as a whole looks as such a list does: no more "other" or "not stated" than is usual, and no empty days."""


class ExpectChildOnAnotherList(_NamedExpectation):
    """The child is, or is not, on another list as this row says: looked after, on a plan, being assessed, adopted."""


class ExpectDateOnAnotherList(_NamedExpectation):
    """A date of this row is the same on another list."""


class ExpectEventFollowed(_NamedExpectation):
    """An event has the one that should go before it or come after it on another list, within its days."""


class ExpectOneStoryAcrossLists(_NamedExpectation):
    """Every list tells the same of a child: date of birth, gender, ethnicity, disability."""


class ExpectTeamInTheRegister(_NamedExpectation):
    """The team is in the council's register of teams, at work on the list date, and in one place."""


class ExpectEarlierExtractToAgree(_NamedExpectation):
    """What earlier extracts said of the child fits what this one says."""
