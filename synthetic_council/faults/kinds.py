"""What a kind of fault is, and the ways of writing a cell wrongly that every list shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import Kind as CellKind
from synthetic_council.council import Council
from synthetic_council.days import NEVER, months_before
from synthetic_council.faults.effects import Effect, Fact
from synthetic_council.workbook import Cell


@dataclass(frozen=True)
class FaultSite:
    """What faults are put into: every list as codes and day numbers, on a list date, in a layout.

    ``lists`` have ``person`` beside their columns: a number for each child or adopter, the same on every list.
    ``ended_teams`` are those that once worked and no longer do.
    """

    lists: Mapping[str, pd.DataFrame]
    day: int
    layout: str
    ended_teams: tuple[str, ...] = ()

    @classmethod
    def of(cls, lists: Mapping[str, pd.DataFrame], day: int, layout: str, council: Council) -> FaultSite:
        """The ground of one extract."""
        keys = {name: "child_id" if "child_id" in rows else "adopter_id" for name, rows in lists.items()}
        everybody = np.concatenate([rows[keys[name]].to_numpy(dtype=object) for name, rows in lists.items()])
        numbers = pd.factorize(everybody)[0]
        ends = np.cumsum([len(rows) for rows in lists.values()])[:-1]
        told = dict(zip(lists, np.split(numbers, ends), strict=True))
        ended = tuple(team.name for team in council.teams if team.ends is not None and team.ends < day)
        return cls({name: rows.assign(person=told[name]) for name, rows in lists.items()}, day, layout, ended)

    @cached_property
    def people(self) -> int:
        """How many persons there are over all lists."""
        return 1 + max(int(rows["person"].max()) if len(rows) else 0 for rows in self.lists.values())

    def months_ago(self, months: int) -> int:
        """The list date less so many months."""
        return int(months_before(np.array([self.day]), months)[0])

    def on(self, rows: pd.DataFrame, name: str, where: pd.Series[bool] | None = None) -> pd.Series[bool]:
        """Whether the person of each row is on another list (in a row of which ``where`` is true)."""
        others = self.lists[name]["person"].to_numpy()
        there = np.zeros(self.people, dtype=bool)
        there[others if where is None else others[where.to_numpy(dtype=bool)]] = True
        return pd.Series(there[rows["person"].to_numpy()], index=rows.index)


Row = Mapping[str, object]
Pick = Callable[[pd.DataFrame, FaultSite], "pd.Series[bool]"]


@dataclass(frozen=True)
class RowFault:
    """One fault in one row: cells as they are printed, and what that does to the facts."""

    cells: Mapping[str, Cell] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    guards: tuple[str, ...] = ()
    copied: bool = False
    copy_cells: Mapping[str, Cell] = field(default_factory=dict)
    copy_guards: tuple[str, ...] = ()
    copy_facts: Mapping[str, Fact] = field(default_factory=dict)
    removed: bool = False
    elsewhere: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class FaultKind:
    """A kind of fault. ``cannot_be_found`` says why no rule can see it, and is empty for all others.

    ``mends`` is the list to put right, where it is another. ``shows`` is given where only the extract before can tell:
    whether it does, from a cell of the row as written then (``None``: the row was not there) and as written now.
    """

    name: str
    rule: str
    list: str
    column: str
    rate: float
    pick: Pick
    change: Callable[[Row, FaultSite], RowFault]
    cannot_be_found: str = ""
    mends: str = ""
    shows: Callable[[object, object], bool] | None = None


def anywhere(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    """Any row."""
    return pd.Series(True, index=rows.index)


def filled(column: str) -> Pick:
    """Rows whose date or code is given."""
    return lambda rows, ground: (rows[column] < NEVER) if rows[column].dtype.kind in "iu" else (rows[column] != "")


def lost(list_name: str, column: str) -> Fact:
    """What is left of a value that cannot be read: no day, no number, no code."""
    kind = LISTS[list_name].column(column).kind
    return {CellKind.DATE: NEVER, CellKind.WHOLE_NUMBER: np.nan}.get(kind, "")


def unreadable(
    list_name: str, column: str, rate: float, pick: Pick | None = None, text: str = "31/02/2026"
) -> FaultKind:
    """A date that exists in no calendar."""
    change = RowFault({column: text}, {column: lost(list_name, column)}, (column,))
    return FaultKind(
        "date_not_in_calendar", "P24", list_name, column, rate, pick or filled(column), lambda row, ground: change
    )


def future(list_name: str, column: str, rate: float, pick: Pick | None = None) -> FaultKind:
    """A past event with the year typed one too high, so that it lies ahead."""
    held = pick or filled(column)

    def change(row: Row, ground: FaultSite) -> RowFault:
        day = int(str(row[column])) + 366
        return RowFault({column: day}, {column: day}, (column,))

    def lately(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
        return held(rows, ground) & rows[column].between(ground.day - 280, NEVER - 1)

    return FaultKind("future_date", "P26", list_name, column, rate, lately, change)


def blank(
    list_name: str, column: str, rule: str, rate: float, pick: Pick | None = None, guards: tuple[str, ...] = (),
    name: str = "blank",
) -> FaultKind:  # fmt: skip
    """A cell left empty. ``guards`` are filled where the rule is an error."""
    change = RowFault({column: ""}, {column: lost(list_name, column)}, guards)
    return FaultKind(
        f"{name}_{column}", rule, list_name, column, rate, pick or filled(column), lambda row, ground: change
    )


def written(
    list_name: str, column: str, rule: str, rate: float, text: str, guards: tuple[str, ...] = (), *,
    loses: bool = False, tells: Fact | None = None, name: str = "", pick: Pick | None = None,
) -> FaultKind:  # fmt: skip
    """A cell that says something it may not say: it ``loses`` what was known, or ``tells`` something else."""
    facts = {column: lost(list_name, column)} if loses else {} if tells is None else {column: tells}
    change = RowFault({column: text}, facts, guards)
    name = name or f"wrong_{column}"
    return FaultKind(name, rule, list_name, column, rate, pick or anywhere, lambda row, ground: change)


def coded(
    list_name: str,
    column: str,
    rule: str,
    rate: float,
    code: str,
    pick: Pick,
    guards: tuple[str, ...] = (),
    name: str = "",
) -> FaultKind:
    """Another code of the list's own, where it does not belong."""
    code_set = LISTS[list_name].column(column).code_set
    words = {held.code: held.printed for held in code_set.codes} if code_set else {}
    change = RowFault({column: words[code]}, {column: code}, guards)
    return FaultKind(name or f"{column}_{code}", rule, list_name, column, rate, pick, lambda row, ground: change)


def moved(
    list_name: str, column: str, rule: str, rate: float, to: Callable[[Row, FaultSite], int], pick: Pick,
    guards: tuple[str, ...] = (), name: str = "", cannot_be_found: str = "",
    shows: Callable[[object, object], bool] | None = None,
) -> FaultKind:  # fmt: skip
    """A date put somewhere else."""

    def change(row: Row, ground: FaultSite) -> RowFault:
        day = int(to(row, ground))
        return RowFault({column: day}, {column: day}, guards)

    name = name or f"{column}_out_of_order"
    return FaultKind(name, rule, list_name, column, rate, pick, change, cannot_be_found, shows=shows)


def duplicate(list_name: str, rate: float, pick: Pick | None = None) -> FaultKind:
    """The whole row once more, further down."""
    change = RowFault(copied=True, copy_guards=("child_id",))
    return FaultKind("duplicate_row", "P03", list_name, "child_id", rate, pick or anywhere, lambda row, ground: change)


def key_again(list_name: str, rate: float, guards: tuple[str, ...], pick: Pick | None = None) -> FaultKind:
    """The list's key once more, with an age that differs."""

    def change(row: Row, ground: FaultSite) -> RowFault:
        return RowFault(guards=guards, copied=True, copy_cells={"age": int(str(row["age"])) + 1}, copy_guards=guards)

    return FaultKind("key_repeated", "P04", list_name, "child_id", rate, pick or anywhere, change)


def no_team(list_name: str, rate: float, pick: Pick | None = None) -> FaultKind:
    """No team on an open case: the row belongs to no district."""
    change = RowFault({"team": ""}, {"team": ""})
    return FaultKind("blank_team", "P30", list_name, "team", rate, pick or anywhere, lambda row, ground: change)


def open_rows(end: str, column: str = "", value: object = None) -> Pick:
    """Rows not ended, where a column says something when asked."""

    def pick(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
        held = rows[end] == NEVER
        return held & (rows[column] == value) if column else held

    return pick


def ended_rows(end: str) -> Pick:
    """Rows that have ended, of children old enough for dates to move."""
    return lambda rows, ground: (rows[end] < NEVER) & (rows["age"] >= 1)


def days_after(column: str, shift: int) -> Callable[[Row, FaultSite], int]:
    """So many days after another date of the row."""
    return lambda row, ground: int(str(row[column])) + shift


def entities_of(ground: FaultSite, name: str, person: object) -> list[int]:
    """The events behind a person's rows of a list."""
    rows = ground.lists[name]
    return [int(entity) for entity in rows["entity"].to_numpy()[rows["person"].to_numpy() == person]]
