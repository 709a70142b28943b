"""A list as one batch: every column as read, and beside it as received."""

from __future__ import annotations

import numpy as np
import pandas as pd

from expectations.built_in import received
from expectations.extract import Rows
from reporting.lists.schema import Kind

Positions = np.ndarray[tuple[int], np.dtype[np.int64]]


def batch_of(rows: Rows) -> pd.DataFrame:
    """One row a row of the list, at its position (a RangeIndex from 0).

    For each column of the schema ``key``, as read: str, datetime64[us], Int64, or category, whose categories are the
    codes and, after them, whatever was received that is none of them; and ``key_received``, the text as it came (str).
    """
    columns = {}
    for column in rows.schema.columns:
        coded = column.kind is Kind.CODE
        columns[column.key] = _code_or_words(rows, column.key) if coded else rows[column.key]
        columns[received(column.key)] = rows.received(column.key)
    return pd.DataFrame(columns).reset_index(drop=True)


def _code_or_words(rows: Rows, key: str) -> pd.Series:
    """The code that was read, or the words in which nobody could read one; as a category, indexed as the list is."""
    codes, unread = rows[key], rows.unreadable(key).to_numpy(dtype=bool)
    if not unread.any():
        return codes
    numbers, words = pd.factorize(rows.received(key)[unread])
    known = codes.cat.categories
    told = [f"“{word}”" if word in known else str(word) for word in words]
    places = codes.cat.codes.to_numpy().astype("int64")
    places[unread] = len(known) + numbers
    return pd.Series(pd.Categorical.from_codes(places.tolist(), pd.Index([*known, *told])), index=codes.index)


def positions(broken: pd.Series) -> Positions:
    """The positions at which it is true, of a series indexed by position."""
    places: np.ndarray = broken.index.to_numpy()[broken.to_numpy(dtype=bool)]
    return places.astype("int64")
