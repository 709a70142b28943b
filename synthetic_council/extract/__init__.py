"""What the council's system would print on a list date: only what had been entered by then."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from importlib import import_module

import pandas as pd

from reporting.lists import LISTS
from synthetic_council.extract.known import Known
from synthetic_council.history import History


def _makers() -> Mapping[str, Callable[[Known], pd.DataFrame]]:
    """What makes each list: the function of the list's name, in whichever module of this folder it stands."""
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    stated = [
        (name, getattr(module, name), module.__name__) for module in modules for name in LISTS if hasattr(module, name)
    ]
    return {name: make for name, make, where in stated if getattr(make, "__module__", "") == where}


_MAKERS = _makers()


def extract(history: History, list_date: int, layout: str) -> dict[str, pd.DataFrame]:
    """Every list the council sends, as at a day: codes and day numbers, and ``entity``, the event behind each row.

    Columns are entity and the list's own, by key: days, numbers and entity int64, the others text; the index counts
    from 0.
    """
    known = Known(history, list_date, layout)
    lists = {}
    for name in history.council.lists:
        schema, rows = LISTS[name], _MAKERS[name](known)
        columns = [c.key for c in schema.columns if layout == "later" or not c.later_layout_only]
        lists[name] = rows[["entity", *columns]].reset_index(drop=True)
    return lists
