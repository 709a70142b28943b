"""Ids as written, and the spelling under which those that are one id meet."""

from __future__ import annotations

import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import Kind
from reporting.model.received import Tables


def one_spelling(ids: pd.Series) -> pd.Series:
    """The ids without capitals, spaces, leading noughts or a spreadsheet's ".0". Only ever used to compare."""
    return ids.str.casefold().str.replace(r"\s+|\.0+$", "", regex=True).str.lstrip("0")


def ids_of(tables: Tables) -> pd.DataFrame:
    """Every id of every list: ``list``, ``position``, ``column`` and ``id``."""
    columns = [
        pd.DataFrame({"list": name, "column": column.key, "id": tables[name][column.key].dropna()})
        for name, schema in LISTS.items()
        if name in tables
        for column in schema.columns
        if column.kind is Kind.ID
    ]
    return pd.concat(columns).reset_index(names="position")


def written_two_ways(ids: pd.DataFrame) -> pd.DataFrame:
    """Those that are one id but for leading noughts, spaces, capitals or ".0". None is changed."""
    told = ids[["column", "id"]].drop_duplicates()
    alike = one_spelling(told["id"])
    ways = told.groupby(["column", alike.rename("alike")])["id"].transform("size")
    return ids.merge(told[ways > 1], on=["column", "id"], how="inner", validate="many_to_one")
