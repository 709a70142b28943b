"""What conforming noticed of single cells, as rules of rows: its own findings count them, these say which rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

import pandas as pd

from expectations.check import Check, RulesOf
from expectations.extract import Rows
from reporting.intake.conform.faults import RULES
from reporting.lists import LISTS
from reporting.lists.schema import Kind

TWO_WAYS = "P02"
ASKED_OF: Mapping[str, Kind] = MappingProxyType(
    {TWO_WAYS: Kind.ID, "P22": Kind.CODE, "P25": Kind.DATE, "P28": Kind.DATE}
)
"""The rules that point at cells, and the kind of column each is asked of."""


def _of_list(name: str) -> Iterator[Check]:
    on = RulesOf(name)
    for id, kind in ASKED_OF.items():
        for key in (column.key for column in LISTS[name].columns if column.kind is kind):
            yield on.warning(
                id,
                key,
                RULES[id].says,
                RULES[id].do,
                partial(Rows.noticed, rule=id, key=key),
                to_mend=partial(_another_way, key=key) if id == TWO_WAYS else None,
            )


def _another_way(rows: Rows, key: str) -> pd.Series:
    """Not the way that most lists write the id; of all of them, where the lists at hand write it in one way."""
    written, name = rows.extract.written(key), rows.schema.name
    return pd.Series(written.dissenting(name) | ~written.disputed(name), index=rows[key].index)


NOTICED: tuple[Check, ...] = tuple(check for name in LISTS for check in _of_list(name))
