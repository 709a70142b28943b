"""Whether a list can be counted at all: it is there, once, with rows, and of the right time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from reporting.calendar import months_before
from reporting.lists import LISTS
from reporting.lists.schema import Kind, ListSchema
from reporting.received import Conformed

FEW = 0.05  # of a list's rows: fewer than this dated within its months, and it is a list of another time
MOST = 0.5


def withheld(conformed: Conformed, confirmed_empty: frozenset[str], list_date: date) -> Mapping[str, str]:
    """The lists that cannot be counted, each with the reason in words."""
    reasons = {name: _why_not(schema, conformed, confirmed_empty, list_date) for name, schema in LISTS.items()}
    return {name: reason for name, reason in reasons.items() if reason}


def _why_not(schema: ListSchema, conformed: Conformed, confirmed_empty: frozenset[str], list_date: date) -> str:
    called = f"List {schema.number} ({schema.title})"
    if schema.name in conformed.missing:
        return conformed.missing[schema.name]
    if schema.name not in conformed.tables:
        return f"{called} was not found."
    table = conformed.tables[schema.name]
    if table.empty:
        confirmed = schema.name in confirmed_empty
        return "" if confirmed else f"{called} has no rows, and nobody has confirmed that there were none."
    return _of_another_time(schema, table, list_date, called)


def _of_another_time(schema: ListSchema, table: pd.DataFrame, list_date: date, called: str) -> str:
    """A list run long before the list date, or after it. A list without event dates is judged by its ages."""
    events = [column.key for column in schema.columns if column.kind is Kind.DATE and column.key != "dob"]
    dates = table[[key for key in events if table[key].notna().any()]]
    if dates.empty:
        return _of_another_age(table, list_date, called)
    months = schema.months_back or 6
    past = dates.where(dates <= pd.Timestamp(list_date)).max(axis=1)
    recent = (past > pd.Timestamp(months_before(list_date, months))).mean()
    to_come = (dates.max(axis=1) > pd.Timestamp(list_date)).mean()
    day = f"{list_date:%d %B %Y}".lstrip("0")
    if to_come > MOST:
        return f"{called} was run later than {day}: most of its rows have dates after that day."
    if recent < FEW:
        return f"{called} is of another time: hardly any of its rows has a date in the {months} months to {day}."
    return ""


def _of_another_age(table: pd.DataFrame, list_date: date, called: str) -> str:
    """Most people are older by now than the list says, and hardly anyone is younger."""
    if not {"dob", "age"} <= set(table.columns):
        return ""
    known = table[["dob", "age"]].dropna()
    years = (pd.Timestamp(list_date) - known["dob"]).dt.days / 365.25 - known["age"].astype("float64")
    if len(known) and ((years > 1.01).mean() > MOST and (years < -0.01).mean() < FEW):
        return f"{called} was run long before {list_date.year}: most of the ages in it are too low by now."
    return ""
