"""Ids as written, and the spelling under which those that are one id meet."""

from __future__ import annotations

import pandas as pd


def one_spelling(ids: pd.Series) -> pd.Series:
    """The ids without capitals, spaces, leading noughts or a spreadsheet's ".0". Only ever used to compare."""
    return ids.str.casefold().str.replace(r"\s+|\.0+$", "", regex=True).str.lstrip("0")
