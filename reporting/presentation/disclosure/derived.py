"""What a derived figure gives away of the figures it is made from, and they of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

import pandas as pd

from reporting.model.measures import DerivedMeasure, Form

_PLACE = ["period", "basis", "window", "level", "unit"]


class OfAList(Protocol):
    """Something counted, and the list it is counted from; "" where it is from none."""

    @property
    def list(self) -> str:
        """The list whose rows are counted."""


def subject_of_list(counted: Mapping[str, OfAList]) -> Callable[[str], str]:
    """Whom the rows of a list are: a list is one subject, and so are two that a measure is derived from together.

    Two columns of one subject that agree everywhere are the same children, so that the count of one list which stands
    in a share is known for the count that it is. What is of no list is a subject of its own name.
    """
    above: dict[str, str] = {}

    def subject(of: str) -> str:
        while of in above:
            of = above[of]
        return of

    for name, one in counted.items():
        for parent in one.of if isinstance(one, DerivedMeasure) else ():
            ours, theirs = subject(one.list or name), subject(counted[parent].list or parent)
            if ours != theirs:
                above[theirs] = ours
    return subject


def subjects_of(counted: Mapping[str, OfAList]) -> Mapping[str, str]:
    """Whom each measure counts, by its name."""
    subject = subject_of_list(counted)
    return {name: subject(one.list or name) for name, one in counted.items()}


def rows_of_differences(figures: pd.DataFrame, counted: Mapping[str, OfAList]) -> Iterator[tuple[int, ...]]:
    """The rows of each difference with those it is between: of any two of them the third can be worked out."""
    differences = {
        name: one.of for name, one in counted.items() if isinstance(one, DerivedMeasure) and one.form is Form.DIFFERENCE
    }
    if not differences:
        return
    keys = figures[["indicator", *_PLACE]].itertuples(index=False, name=None)
    rows = {key: row for row, key in zip(figures.index, keys, strict=True)}
    for (name, *place), row in rows.items():
        if name in differences:
            found = [rows.get((parent, *place)) for parent in differences[name]]
            yield (row, *(other for other in found if other is not None))
