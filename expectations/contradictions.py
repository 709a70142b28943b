"""Of whom the lists tell two stories, and which story is believed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from reporting.intake.conform.identities import one_spelling
from reporting.lists import LISTS, by_belief
from reporting.model.received import Tables

BELIEVED_FIRST = by_belief(name for name, schema in LISTS.items() if schema.believed)
"""In a tie: the lists whose children are looked at most closely, then the rest."""
FAR_BACK = 1_000_000  # days: no date is so long before 1970


class Statements:
    """What every list says of one thing about each child: ``key``, leaving out the answers that say nothing.

    ``children`` gives each list's children as numbers below ``how_many``, with -1 for a blank id.
    """

    def __init__(
        self, tables: Tables, children: Mapping[str, np.ndarray], how_many: int, key: str, ignoring: tuple[str, ...]
    ) -> None:
        in_turn = dict.fromkeys((*BELIEVED_FIRST, *children))
        self._lists = [name for name in in_turn if name in children and key in tables[name]]
        ends = np.cumsum([len(tables[name]) for name in self._lists])
        self._rows = {
            name: slice(end - len(tables[name]), end) for name, end in zip(self._lists, ends.tolist(), strict=True)
        }
        self._child = np.concatenate([children[name] for name in self._lists])
        self._said = _as_numbers([tables[name][key] for name in self._lists], ignoring)
        self._how_many = how_many

    @cached_property
    def two_ways(self) -> np.ndarray:
        """Which children are told two ways, by number; the last place is for blank ids, and no."""
        told = (self._child >= 0) & (self._said >= 0)
        least, most = np.full(self._how_many + 1, np.iinfo("int64").max), np.full(self._how_many + 1, -1)
        np.minimum.at(least, self._child[told], self._said[told])
        np.maximum.at(most, self._child[told], self._said[told])
        return least < most

    @cached_property
    def _believed(self) -> np.ndarray:
        """By child told two ways, what most lists say, or in a tie the list that is believed first."""
        of_them = self.two_ways[self._child] & (self._said >= 0)
        place = np.repeat(np.arange(len(self._lists)), [rows.stop - rows.start for rows in self._rows.values()])
        said = pd.DataFrame({"child": self._child, "said": self._said, "place": place})[of_them]
        stories = said.groupby(["child", "said"])["place"].agg(["nunique", "min", "size"]).reset_index()
        # one list may itself tell two stories: then the one of more rows, and at last any one, the same each time
        ranked = stories.sort_values(["nunique", "min", "size", "said"], ascending=[False, True, False, True])
        first = ranked.drop_duplicates("child")
        believed = np.full(self._how_many + 1, -1)
        believed[first["child"].to_numpy()] = first["said"].to_numpy()
        return believed

    def disputed(self, name: str) -> np.ndarray:
        """Which rows of a list are of a child told two ways."""
        disputed: np.ndarray = self.two_ways[self._child[self._rows[name]]]
        return disputed

    def dissenting(self, name: str) -> np.ndarray:
        """Which rows of a list say something else than what is believed of the child."""
        child, said = self._child[self._rows[name]], self._said[self._rows[name]]
        dissenting: np.ndarray = self.two_ways[child] & (said >= 0) & (said != self._believed[child])
        return dissenting


def ways_of_writing(tables: Tables, key: str) -> Statements:
    """How every list that has the ids ``key`` writes them: those that differ in nothing but writing are one id."""
    lists = [name for name in tables if key in tables[name]]
    ids = pd.Categorical(pd.concat([tables[name][key] for name in lists], ignore_index=True))
    numbers, spellings = pd.factorize(one_spelling(pd.Series(ids.categories, dtype="str")))
    ends = np.cumsum([len(tables[name]) for name in lists])
    written = {
        name: pd.DataFrame({key: ids[end - len(tables[name]) : end]})
        for name, end in zip(lists, ends.tolist(), strict=True)
    }
    whose = dict(zip(lists, np.split(np.append(numbers, -1)[ids.codes], ends[:-1]), strict=True))
    return Statements(written, whose, len(spellings), key, ())


def _as_numbers(columns: list[pd.Series], ignoring: tuple[str, ...]) -> np.ndarray:
    """The same number for the same answer; -1 where there is none."""
    if all(isinstance(column.dtype, pd.CategoricalDtype) for column in columns):
        answers = union_categoricals(columns)
        codes = answers.codes.astype("int64")
        nothing = answers.categories.get_indexer(pd.Index(ignoring, dtype="str"))
        return np.where(np.isin(codes, nothing), -1, codes)
    days = np.concatenate([column.to_numpy().astype("datetime64[D]") for column in columns])
    return np.where(np.isnat(days), -1, days.astype("int64") + FAR_BACK)
