"""The worked example in a definition: read as the lists it stands for, and answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import Kind, ListSchema
from reporting.measures.indicators.model import Asked, Indicator
from reporting.model.calendar import Calendar
from reporting.model.periods import Month, span_of
from reporting.model.received import Tables

PERIOD = Month(2026, 10)
LIST_DATE = date(2026, 10, 31)
LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "child_protection_visit_working_days": 15,
        "child_in_need_seen_working_days": 30,
        "looked_after_visit_days": 42,
        "looked_after_visit_long_term_months": 3,
    }
)


def read_example(indicator: Indicator) -> Tables:
    """The lists of an example. A line such as "referrals:" names the list below it; the first needs no name."""
    written: dict[str, list[str]] = {indicator.list: []}
    name = indicator.list
    for line in (line.strip() for line in indicator.example.strip().splitlines()):
        if line.endswith(":") and "|" not in line:
            name = line.removesuffix(":")
            written.setdefault(name, [])
        elif line:
            written[name].append(line)
    return {name: typed(schema, cells(written.get(name, []))) for name, schema in LISTS.items()}


def cells(lines: list[str]) -> dict[str, list[str | None]]:
    """The columns of a table written with bars between its cells; an empty cell is blank."""
    if not lines:
        return {}
    heading, *rows = [[cell.strip() or None for cell in line.split("|")] for line in lines]
    return {str(key): [row[place] for row in rows] for place, key in enumerate(heading)}


def typed(schema: ListSchema, cells: Mapping[str, list[str | None]]) -> pd.DataFrame:
    """A list as conforming would leave it, from columns of text (ISO dates; blanks are ``None``).

    Columns that are not given are wholly unknown.
    """
    rows = len(next(iter(cells.values()), []))
    columns = {
        column.key: pd.Series(cells.get(column.key, [None] * rows), dtype="object").pipe(
            _as_kind, column.kind, column.code_set.names if column.code_set else ()
        )
        for column in schema.columns
    }
    return pd.DataFrame({"row": range(2, rows + 2), **columns}, index=pd.RangeIndex(rows))


def worked(indicator: Indicator, tables: Tables, calendar: Calendar) -> str:
    """What the indicator makes of an example, as its ``expect`` is written."""
    window = indicator.windows[0]
    span = span_of(window, PERIOD, LIST_DATE)
    answers = indicator.function(tables, Asked(PERIOD, window, span, LIST_DATE, calendar, LIMITS))
    known = answers.dropna()
    return indicator.scale.worked(float(known.sum()), len(known), len(answers) - len(known))


def _as_kind(column: pd.Series, kind: Kind, codes: tuple[str, ...]) -> pd.Series:
    if kind is Kind.DATE:
        return pd.to_datetime(column, format="%Y-%m-%d").astype("datetime64[us]")
    if kind is Kind.WHOLE_NUMBER:
        return column.map(int, na_action="ignore").astype("Int64")
    if kind is Kind.CODE:
        return column.astype(pd.CategoricalDtype(list(codes)))
    return column.astype("str")
