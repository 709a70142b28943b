"""A column as its different texts: each text is read once, however many rows it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

EXCEL_ERRORS = frozenset(
    [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#GETTING_DATA",
    ]
)
SPACES = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\t": " "})
OUTER_SPACES = " \t\r\n\u00a0\u2007\u202f\u200b\ufeff"
DASHES = "-‐‑‒–—―−﹘﹣－"  # as keyboards, Word, web pages and other alphabets write them
_STRAY = re.compile("^\\s|\\s$|[\t\r\n\u00a0\u2007\u202f\u200b\ufeff‘’‛“”]")


@dataclass(frozen=True)
class Distinct:
    """The different texts of a column as they came, and which of them stands in each row (-1: blank).

    ``tidy`` is the same texts without the spaces around them.
    """

    texts: tuple[str, ...]
    tidy: tuple[str, ...]
    places: np.ndarray

    @classmethod
    def of(cls, cells: pd.Series) -> Distinct:
        """The column's texts; a cell of spaces only is blank."""
        places, uniques = pd.factorize(cells)
        texts = tuple(uniques.tolist())
        tidy = tuple(_tidied(text) for text in texts)
        blank = np.array([not text for text in tidy] + [True])
        return cls(texts, tidy, np.where(blank[places], -1, places))

    @classmethod
    def nothing(cls, rows: int) -> Distinct:
        """A column of blanks."""
        return cls((), (), np.full(rows, -1, dtype="int64"))

    def without(self, texts: Sequence[bool]) -> Distinct:
        """The same column, blank where a text marked true stood."""
        gone = np.array([*texts, True])
        return Distinct(self.texts, self.tidy, np.where(gone[self.places], -1, self.places))

    @property
    def filled(self) -> np.ndarray:
        """Whether each row holds anything."""
        return np.asarray(self.places >= 0)

    @property
    def counts(self) -> np.ndarray:
        """In how many rows each text stands."""
        return np.bincount(self.places[self.filled], minlength=len(self.texts))

    def rows(self, wanted: np.ndarray) -> Distinct:
        """The same column, of some rows only."""
        return Distinct(self.texts, self.tidy, self.places[wanted])

    def holding(self, texts: Sequence[bool] | np.ndarray) -> np.ndarray:
        """Whether each row holds one of the texts marked true."""
        return np.asarray(np.append(np.asarray(texts, dtype=bool), False)[self.places])

    def as_received(self) -> pd.Series:
        """The texts back in their rows, blanks as NA."""
        return self.spread_text(self.texts)

    def spread_text(self, texts: Sequence[str | None]) -> pd.Series:
        """One text a row, in the order of ``texts``."""
        return pd.Series(pd.array([*texts, None], dtype="str").take(self.places))


def only_dashes(text: str) -> bool:
    """Whether a text that says something says nothing but dashes."""
    return bool(text) and not text.strip(DASHES + " ")


def stray(text: str) -> bool:
    """Whether a text holds what a person does not see: spaces around it, spaces that do not break, curled quotes."""
    return bool(_STRAY.search(text))


def _tidied(text: str) -> str:
    return text.strip() if text.isascii() else text.translate(SPACES).strip()
