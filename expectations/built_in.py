"""What a list's schema can say by itself, said as Great Expectations says it: one class for each built-in expectation.

Each states its column and nothing of Great Expectations but the name (which takes seconds to import): `suites.py` makes
the expectation of it, and `execution_engine.py` answers it. Called with rows, it says in plain pandas which of them
break it: tests hold the two answers, and that of Great Expectations' own pandas engine, against each other.

`docs/great-expectations.md` has what each costs. Uniqueness is not here, because it costs more than it tells: of rows
that share a key a copy is one fault (P03), a row that says something else is another (P04), and the first is none; a
built-in points at all three, and the named expectations would be wanted besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

import pandas as pd

from expectations.extract import Rows
from reporting.lists.schema import ListSchema

RECEIVED = "_received"


def received(key: str) -> str:
    """What a batch calls the column as it came."""
    return f"{key}{RECEIVED}"


@dataclass(frozen=True)
class Parameter:
    """A day that differs from extract to extract: the list date, or so many months before it."""

    months_before: int = 0

    @property
    def name(self) -> str:
        """Its name among the suite's parameters."""
        return f"list_date_less_{self.months_before}_months" if self.months_before else "list_date"

    def of(self, rows: Rows) -> pd.Timestamp:
        """The day, in the extract of these rows."""
        return rows.months_ago(self.months_before) if self.months_before else rows.list_date


LIST_DATE = Parameter()


class CellForm(StrEnum):
    """What of a cell is looked at: its text as received, the value read from it, or that value where text came."""

    RECEIVED = "received"
    READ = "read"
    READ_WHERE_RECEIVED = "read_where_received"


@dataclass(frozen=True)
class ColumnValuesToNotBeNull:
    """The cell is filled; or it could be read, of all cells or of those that are filled."""

    column: str
    side: CellForm = CellForm.RECEIVED

    expectation: ClassVar[str] = "ExpectColumnValuesToNotBeNull"

    def __call__(self, rows: Rows) -> pd.Series:
        """One answer a row, in the list's order: it breaks the expectation."""
        match self.side:
            case CellForm.RECEIVED:
                return rows.blank(self.column)
            case CellForm.READ:
                return rows[self.column].isna()
            case CellForm.READ_WHERE_RECEIVED:
                return rows.unreadable(self.column)

    def kwargs(self, schema: ListSchema) -> Mapping[str, Any]:
        """What the expectation is made with, but for the row condition."""
        return {"column": received(self.column) if self.side is CellForm.RECEIVED else self.column}

    @property
    def filled(self) -> str:
        """The column that must be filled for a row to be looked at; "" where all rows are."""
        return received(self.column) if self.side is CellForm.READ_WHERE_RECEIVED else ""


@dataclass(frozen=True)
class ColumnValuesToBeInSet:
    """The answer is one of the code set's codes. In a batch an answer that is none of them stands in its own words."""

    column: str

    expectation: ClassVar[str] = "ExpectColumnValuesToBeInSet"
    filled: ClassVar[str] = ""

    def __call__(self, rows: Rows) -> pd.Series:
        """One answer a row, in the list's order: it breaks the expectation."""
        return rows.unreadable(self.column)

    def kwargs(self, schema: ListSchema) -> Mapping[str, Any]:
        """What the expectation is made with. A column without a code set is a ``ValueError``."""
        codes = schema.column(self.column).code_set
        if codes is None:
            raise ValueError(f"{schema.name}.{self.column} has no code set")
        return {"column": self.column, "value_set": list(codes.names)}


@dataclass(frozen=True)
class ColumnValuesToBeBetween:
    """The value is no smaller, and no larger, than it can be. A bound may be a day that differs by extract."""

    column: str
    min_value: Parameter | datetime | int | None = None
    max_value: Parameter | datetime | int | None = None

    expectation: ClassVar[str] = "ExpectColumnValuesToBeBetween"
    filled: ClassVar[str] = ""

    def __call__(self, rows: Rows) -> pd.Series:
        """One answer a row, in the list's order: it breaks the expectation."""
        column, broken = rows[self.column], rows.none()
        if self.min_value is not None:
            broken |= (column < _in(self.min_value, rows)).fillna(False).astype(bool)
        if self.max_value is not None:
            broken |= (column > _in(self.max_value, rows)).fillna(False).astype(bool)
        return broken

    def kwargs(self, schema: ListSchema) -> Mapping[str, Any]:
        """What the expectation is made with."""
        bounds = {"min_value": self.min_value, "max_value": self.max_value}
        return {"column": self.column} | {name: _stated(bound) for name, bound in bounds.items() if bound is not None}

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The bounds that differ by extract."""
        return tuple(bound for bound in (self.min_value, self.max_value) if isinstance(bound, Parameter))


@dataclass(frozen=True)
class ColumnValuesToMatchRegex:
    """What was received is written in this form."""

    column: str
    regex: str

    expectation: ClassVar[str] = "ExpectColumnValuesToMatchRegex"
    filled: ClassVar[str] = ""

    def __call__(self, rows: Rows) -> pd.Series:
        """One answer a row, in the list's order: it breaks the expectation."""
        return rows.filled(self.column) & ~rows.worded(self.column, self.regex)

    def kwargs(self, schema: ListSchema) -> Mapping[str, Any]:
        """What the expectation is made with."""
        return {"column": received(self.column), "regex": self.regex}


@dataclass(frozen=True)
class ColumnValuesToNotMatchRegex:
    """What was received is not written in this form."""

    column: str
    regex: str

    expectation: ClassVar[str] = "ExpectColumnValuesToNotMatchRegex"
    filled: ClassVar[str] = ""

    def __call__(self, rows: Rows) -> pd.Series:
        """One answer a row, in the list's order: it breaks the expectation."""
        return rows.worded(self.column, self.regex)

    def kwargs(self, schema: ListSchema) -> Mapping[str, Any]:
        """What the expectation is made with."""
        return {"column": received(self.column), "regex": self.regex}


@dataclass(frozen=True)
class ColumnPairValuesAToBeGreaterThanB:
    """Of two dates that are known ``a`` is the later; they may fall on one day, unless the list's schema is strict."""

    a: str
    b: str

    expectation: ClassVar[str] = "ExpectColumnPairValuesAToBeGreaterThanB"
    filled: ClassVar[str] = ""

    def __call__(self, rows: Rows) -> pd.Series:
        """One answer a row, in the list's order: it breaks the expectation."""
        later, earlier = rows[self.a], rows[self.b]
        return later < earlier if self._on_one_day(rows.schema) else later <= earlier

    def kwargs(self, schema: ListSchema) -> Mapping[str, Any]:
        """What the expectation is made with."""
        return {
            "column_A": self.a,
            "column_B": self.b,
            "or_equal": self._on_one_day(schema),
            "ignore_row_if": "either_value_is_missing",
        }

    def _on_one_day(self, schema: ListSchema) -> bool:
        strict = {(order.before, order.after) for order in schema.date_orders if order.strict}
        return (self.b, self.a) not in strict


BuiltIn = (
    ColumnValuesToNotBeNull
    | ColumnValuesToBeInSet
    | ColumnValuesToBeBetween
    | ColumnValuesToMatchRegex
    | ColumnValuesToNotMatchRegex
    | ColumnPairValuesAToBeGreaterThanB
)


def _in(bound: Parameter | datetime | int, rows: Rows) -> datetime | int:
    return bound.of(rows) if isinstance(bound, Parameter) else bound


def _stated(bound: Parameter | datetime | int) -> object:
    """As a suite states it: a parameter by name, for Great Expectations to fill in."""
    return {"$PARAMETER": bound.name} if isinstance(bound, Parameter) else bound
