"""What the schema of a list demands by itself: values that can be read, keys, needed columns, dates that can be."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from expectations.built_in import (
    LIST_DATE,
    BuiltIn,
    CellForm,
    ColumnPairValuesAToBeGreaterThanB,
    ColumnValuesToBeBetween,
    ColumnValuesToBeInSet,
    ColumnValuesToNotBeNull,
    Parameter,
)
from expectations.check import Check, Named, RulesOf
from expectations.extract import Rows
from expectations.people import rules_about_people
from expectations.teams import rules_about_teams
from reporting.lists import LISTS
from reporting.lists.schema import Column, DateOrder, Kind, ListSchema, Needed

FIRST_LIKELY_DAY = pd.Timestamp(1990, 1, 1).to_pydatetime()


def suite(name: str, *own: Check) -> tuple[Check, ...]:
    """Everything that must be true of one list: what its schema demands, then the list's ``own`` rules.

    A blank, a date order or a window that an own rule speaks of is not stated twice.
    """
    on, schema = RulesOf(name), LISTS[name]
    spoken_of = {check.built_in for check in own if check.built_in is not None}
    return (
        *_keys(on, schema),
        *(check for column in schema.columns for check in _readable(on, column)),
        *rules_about_people(on, schema),
        *rules_about_teams(on, schema),
        *_needed(on, schema, spoken_of),
        *(check for column in schema.columns if column.kind is Kind.DATE for check in _likely_days(on, column)),
        *_orders(on, schema, spoken_of),
        *(_window(on, schema) if not any(check.rule.id == "P29" for check in own) else ()),
        *own,
    )


def _keys(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    identity = schema.key[0]
    yield on.error(
        "P01",
        identity,
        "Every row says whom it is about, in an id that can be read.",
        "Enter the id from the case record; without it the row cannot be joined to any other list.",
        ColumnValuesToNotBeNull(identity, CellForm.READ),
    )
    yield on.error(
        "P03",
        identity,
        "No row is an exact copy of another.",
        "Remove the copy, or find why the report produced it twice. The first copy is counted.",
        lambda rows: rows.copies,
        named=Named.ROWS_AGREE,
    )
    yield on.error(
        "P04",
        " ".join(schema.key),
        "One event has one row: no two rows share their key and differ in the rest.",
        "Find which of the rows is right and remove or correct the others.",
        _doubled,
        named=Named.ROWS_AGREE,
    )


def _doubled(rows: Rows) -> pd.Series:
    """Rows whose key is known and shared with a row that says something else."""
    key, known = rows.key
    originals = pd.Series(key[known & ~rows.copies.to_numpy(dtype=bool)])
    shared = originals[originals.duplicated()].unique()
    return pd.Series(known & np.isin(key, shared), index=rows.copies.index)


def _readable(on: RulesOf, column: Column) -> Iterator[Check]:
    least = min(column.minimum or 0, 0)
    readable, known = (
        ColumnValuesToNotBeNull(column.key, CellForm.READ_WHERE_RECEIVED),
        ColumnValuesToBeInSet(column.key),
    )
    if column.kind is Kind.DATE and column.key == "dob":
        yield on.error(
            "P05", column.key, "The date of birth can be read.", "Enter the date of birth as day/month/year.", readable
        )
    elif column.kind is Kind.DATE:
        yield on.error(
            "P24",
            column.key,
            "Every date can be read, and is a day that exists.",
            "Enter the date as day/month/year; there is no 31 February.",
            readable,
        )
    elif column.kind is Kind.CODE and column.key == "gender":
        yield on.error(
            "P14", column.key, "Gender is one of the known codes.", "Choose a gender from the list's codes.", known
        )
    elif column.kind is Kind.CODE and column.key != "ethnicity":
        yield on.error(
            "P23",
            column.key,
            "Every coded answer is one that the guidance allows.",
            "Choose an answer from the code list, or map the local wording in the council's settings.",
            known,
        )
    elif column.kind is Kind.WHOLE_NUMBER and column.key != "age":
        yield on.warning(
            "P33",
            column.key,
            "Every count is a whole number, nought or more.",
            "Enter a whole number in figures; use 0 for none.",
            lambda rows: rows.unreadable(column.key) | (rows[column.key] < least),
        )


def _needed(on: RulesOf, schema: ListSchema, spoken_of: set[BuiltIn]) -> Iterator[Check]:
    elsewhere = {"gender", "ethnicity", schema.key[0]}  # asked of people, and of keys
    for column in schema.columns:
        filled = ColumnValuesToNotBeNull(column.key)
        if column.needed is not Needed.ALWAYS or column.key in elsewhere or filled in spoken_of:
            continue
        yield on.warning(
            "P36",
            column.key,
            "Every column that the guidance always asks for is filled.",
            "Complete the missing answer in the case record.",
            filled,
        )


def _likely_days(on: RulesOf, column: Column) -> Iterator[Check]:
    key = column.key
    if key != "dob":
        yield on.error(
            "P26",
            key,
            "Nothing that has happened is dated after the day the lists were run.",
            "Correct the date; if it is a planned event it does not belong in this column.",
            ColumnValuesToBeBetween(key, max_value=LIST_DATE),
        )
    yield on.warning(
        "P27",
        key,
        "No date is so old that it looks like a system's default.",
        "Enter the real date, or leave the cell blank if it has not happened.",
        ColumnValuesToBeBetween(key, min_value=FIRST_LIKELY_DAY),
    )


def _orders(on: RulesOf, schema: ListSchema, spoken_of: set[BuiltIn]) -> Iterator[Check]:
    for order in schema.date_orders:
        if order.before == "dob":
            yield _before_birth(on, order)
        elif ColumnPairValuesAToBeGreaterThanB(order.after, order.before) not in spoken_of:
            state, id = (on.information, "P38") if order.soft else (on.warning, "P37")
            yield state(
                id,
                f"{order.before} {order.after}",
                "Dates follow one another in the order that is usual."
                if order.soft
                else "Dates follow one another in the order that the guidance gives.",
                "Check both dates against the case record and correct the wrong one.",
                ColumnPairValuesAToBeGreaterThanB(order.after, order.before),
            )


def _before_birth(on: RulesOf, order: DateOrder) -> Check:
    return on.error(
        "P34",
        f"dob {order.after}",
        "Nothing happens to a child more than forty weeks before birth.",
        "Check the date of birth first, then the date of the event.",
        lambda rows: rows[order.after] < rows["dob"] - pd.Timedelta(weeks=40),
    )


def _window(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    key = schema.ends or schema.starts
    if key:
        yield on.warning(
            "P29",
            key,
            "Every row belongs to the months that the list covers.",
            "Leave out rows that ended before the list's months begin, or correct the date.",
            ColumnValuesToBeBetween(key, min_value=Parameter(months_before=schema.months_back)),
        )
