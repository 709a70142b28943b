"""An extract as received, and as conformed: the typed value and the words it came in, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from reporting.model.quality import Finding

Tables = Mapping[str, pd.DataFrame]
NOTICED_COLUMNS = ("list", "position", "rule", "column")


def nothing_noticed() -> pd.DataFrame:
    """No cell at all was noticed."""
    kinds = {"list": "str", "position": "int64", "rule": "str", "column": "str"}
    return pd.DataFrame({column: pd.Series(dtype=kinds[column]) for column in NOTICED_COLUMNS})


@dataclass(frozen=True)
class ReceivedTable:
    """One sheet or file as text: ``cells`` has every row and column found, in order, blanks as ``None``.

    ``rows`` gives each row its number in the source (1 is the first line), so that a finding can point at it.
    An Excel error stands in ``cells`` as its own text (#N/A). ``rounded`` gives the places (row, column, from 0)
    of numbers too long for Excel to hold, which it has already altered. ``filters`` is how many columns a filter is
    set on; ``hidden`` is 1 where the sheet itself is hidden.
    """

    source: str
    cells: pd.DataFrame
    rows: tuple[int, ...]
    notes: tuple[str, ...] = ()
    formulas: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    filters: int = 0
    hidden: int = 0
    rounded: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Conformed:
    """The lists of one extract.

    ``tables`` holds a typed frame per list (dtypes by ``Kind``) with a ``row`` column: the row's number in the
    source. ``received`` holds, at the same positions and under the same keys, the text as it came (blank is NA);
    a cell that is filled there and unknown in ``tables`` could not be read. A column the extract did not have is
    wholly unknown and named in ``absent``. ``missing`` names the lists that cannot be counted at all, and why in
    words: not found, found twice, pasted out of place, or of another year (the rows of the last two are kept in
    ``tables``; a list that was not found, or found twice, has an empty table there). ``findings`` is what the file
    itself got wrong (rules F01 to F21, and P02, P22, P25, P28, P32); ``understood`` what intake prints.
    ``noticed`` points at the cells that P02, P22, P25 and P28 were found in: ``list``, ``position`` in its table,
    ``rule`` (the id) and ``column``.
    """

    tables: Tables
    received: Tables
    absent: Mapping[str, frozenset[str]]
    missing: Mapping[str, str]
    layout: str  # "2019" or "later"
    findings: tuple[Finding, ...]
    understood: tuple[Mapping[str, object], ...]
    noticed: pd.DataFrame = field(default_factory=nothing_noticed)

    @property
    def sent(self) -> frozenset[str]:
        """The lists that the council sends: each has a table, or a reason why it cannot be counted."""
        return frozenset({*self.tables, *self.missing})
