"""One extract under check: each list's rows, and the questions rules ask of them and of other lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from expectations.contradictions import Statements, ways_of_writing
from reporting.lists import LISTS, in_order
from reporting.model.calendar import Calendar, months_before
from reporting.model.received import Conformed
from reporting.model.settings import Team

Days = int | np.ndarray
FAR_APART = 1_000_000  # days: more than any two dates can be apart, so that child and day fit in one number


class Rows:
    """The rows of one list. Every answer is one value a row, in the list's order."""

    def __init__(self, name: str, extract: Extract) -> None:
        self.schema = LISTS[name]
        self.extract = extract
        self.list_date = extract.list_date
        self._typed = extract.tables[name]
        self._received = extract.received[name]

    def __len__(self) -> int:
        return len(self._typed)

    def __getitem__(self, key: str) -> pd.Series:
        """The column as typed."""
        return self._typed[key]

    def received(self, key: str) -> pd.Series:
        """The column as it came."""
        return self._received[key]

    def filled(self, key: str) -> pd.Series:
        """Something came, whether or not it could be read."""
        return self.received(key).notna()

    def blank(self, key: str) -> pd.Series:
        """Nothing came."""
        return self.received(key).isna()

    def unreadable(self, key: str) -> pd.Series:
        """Something came and it could not be read."""
        return self.filled(key) & self[key].isna()

    def has(self, key: str, *codes: str) -> pd.Series:
        """The code is one of these."""
        return self[key].isin(codes)

    def worded(self, key: str, pattern: str) -> pd.Series:
        """What came matches the pattern somewhere. Each wording is looked at once, however many rows have it."""
        numbers, wordings = pd.factorize(self.received(key))
        found = np.array([*(re.search(pattern, wording) is not None for wording in wordings), False])  # -1: a blank
        return pd.Series(found[numbers], index=self._typed.index)

    def none(self) -> pd.Series:
        """No row at all."""
        return pd.Series(False, index=self._typed.index)

    def open(self) -> pd.Series:
        """Not ended by the list date. An end that cannot be read is neither open nor closed."""
        end = self.schema.ends
        return self.blank(end) | (self[end] > self.list_date)

    def closed(self) -> pd.Series:
        """Ended by the list date."""
        return self[self.schema.ends] <= self.list_date

    def months_ago(self, months: int) -> pd.Timestamp:
        """The day so many calendar months before the list date."""
        return pd.Timestamp(months_before(self.list_date.date(), months))

    def days(self, start: str, end: str = "") -> pd.Series:
        """Days from one column to another, or to the list date."""
        return ((self[end] if end else self.list_date) - self[start]).dt.days

    def working_days(self, start: str, end: str = "") -> pd.Series:
        """Working days from one column to another, or to the list date."""
        until = self[end] if end else self.list_date.date()
        return self.extract.calendar.working_days(self[start], until)

    def on_a_working_day(self, key: str) -> pd.Series:
        """The date is a working day; unknown dates are not."""
        day_before = self[key] - pd.Timedelta(days=1)
        return self.extract.calendar.working_days(day_before, self[key]).eq(1).fillna(False).astype(bool)

    def age(self, on: str = "", shift_days: int = 0) -> pd.Series:
        """Whole years from date of birth to a column's day, or to the list date."""
        born = self["dob"].dt
        if on:
            day = (self[on] + pd.Timedelta(days=shift_days)).dt
            then: pd.Series = day.year - born.year - (day.month * 100 + day.day < born.month * 100 + born.day)
            return then
        today = self.list_date + pd.Timedelta(days=shift_days)
        now: pd.Series = today.year - born.year - (born.month * 100 + born.day > today.month * 100 + today.day)
        return now

    @cached_property
    def born(self) -> pd.Series:
        """Not known to be unborn: an age of -1 says so, and so does a date of birth still to come with no age."""
        expected = self["dob"] > self.list_date
        return ~(self["age"].eq(-1).fillna(False).astype(bool) | (expected & self.blank("age")))

    def other(self, name: str) -> Rows:
        """Another list of the same extract."""
        return self.extract.rows(name)

    @cached_property
    def child(self) -> np.ndarray:
        """Each row's child as a number, the same on every list; -1 where the id is blank."""
        return self.extract.children[self.schema.name]

    def ids(self, key: str) -> np.ndarray:
        """Each row's id as a number, the same on every list; -1 where it is blank."""
        return self.extract.numbered(key)[0][self.schema.name]

    @cached_property
    def key(self) -> tuple[np.ndarray, np.ndarray]:
        """Each row's key as a number, the same for the same key, and whether every part of the key is known."""
        whole, known = np.zeros(len(self), dtype="int64"), np.ones(len(self), dtype=bool)
        for part in self.schema.key:
            numbers = self.ids(part) if part == self.schema.key[0] else pd.factorize(self[part])[0]
            whole = whole * (numbers.max(initial=-1) + 2) + numbers + 1
            known &= numbers >= 0
        return whole, known

    @cached_property
    def copies(self) -> pd.Series:
        """The second and later copies of a row. Only rows that share a key need be compared."""
        sharing = pd.Series(self.key[0]).duplicated(keep=False).to_numpy()
        whole = pd.DataFrame({column: self.received(column)[sharing] for column in self.schema.keys})
        return whole.duplicated().reindex(self._typed.index, fill_value=False)

    def noticed(self, rule: str, key: str) -> pd.Series:
        """Conforming noticed the cell under this rule."""
        found = self.none()
        found.iloc[self.extract.noticed.get((self.schema.name, rule, key), [])] = True
        return found

    def child_in(self, name: str, where: pd.Series | None = None) -> pd.Series:
        """The same child is on the other list (in a row of which ``where`` is true)."""
        theirs = self.other(name).child
        there = np.zeros(self.extract.number_of_children + 1, dtype=bool)
        there[theirs if where is None else theirs[where.to_numpy(dtype=bool)]] = True
        there[-1] = False
        return pd.Series(there[self.child], index=self._typed.index)

    def child_has(
        self, name: str, key: str, of: str, days: tuple[Days, Days], where: pd.Series | None = None
    ) -> pd.Series:
        """The same child has the other list's date ``key`` so many days after this row's date ``of``, from and to."""
        there = self.other(name)
        theirs = _child_and_day(there.child, there[key])
        theirs = np.sort(theirs[(theirs >= 0) & (True if where is None else where.to_numpy(dtype=bool))])
        ours = _child_and_day(self.child, self[of])
        first = np.searchsorted(theirs, ours + np.asarray(days[0]), side="left")
        last = np.searchsorted(theirs, ours + np.asarray(days[1]), side="right")
        return pd.Series((last > first) & (ours >= 0), index=self._typed.index)

    def latest(self, name: str, key: str, where: pd.Series | None = None) -> pd.Series:
        """The latest date ``key`` that the same child has on the other list."""
        there = self.other(name)
        known = (there.child >= 0) & (True if where is None else where.to_numpy(dtype=bool))
        latest = there[key][known].groupby(there.child[known]).max()
        return pd.Series(latest.reindex(self.child).to_numpy(), index=self._typed.index)

    def each_child(self, counted: pd.Series) -> pd.Series:
        """How many rows of the same child are counted."""
        return counted.groupby(self.child).transform("sum").where(self.child >= 0, 0)

    def earlier(self, key: str) -> pd.Series:
        """How many other days before this row's date the same child has in the same column."""
        every = pd.DataFrame({"child": self.child, "day": self[key]})
        days = every[(every["child"] >= 0) & every["day"].notna()].drop_duplicates().sort_values(["child", "day"])
        placed = days.assign(before=days.groupby("child").cumcount().astype("Int64"))
        return every.merge(placed, how="left", on=["child", "day"], validate="many_to_one")["before"]

    def before(self, key: str) -> tuple[Rows, ...]:
        """This list in every earlier extract that has it with the column ``key``, the latest first."""
        return self.extract.before(self.schema.name, key)

    def differs_elsewhere(self, key: str, ignoring: tuple[str, ...] = ()) -> pd.Series:
        """The same child has another value of ``key`` on some list."""
        return pd.Series(self.extract.told(key, ignoring).two_ways[self.child], index=self._typed.index)

    def dissents(self, key: str, ignoring: tuple[str, ...] = ()) -> pd.Series:
        """The child is told two ways, and this row's ``key`` is not the one to believe."""
        return pd.Series(self.extract.told(key, ignoring).dissenting(self.schema.name), index=self._typed.index)


def _child_and_day(child: np.ndarray, day: pd.Series) -> np.ndarray:
    """Child and day in one number; negative where either is unknown."""
    days = day.to_numpy().astype("datetime64[D]").astype("int64")
    known = (child >= 0) & day.notna().to_numpy()
    return np.where(known, child * FAR_APART + days + FAR_APART // 2, -FAR_APART)


class Extract:
    """The lists of one extract that can be checked, with what rules need beside them.

    ``earlier`` is the extract before it, of the same cadence, which may in turn have one before it; ``teams``, ``name``
    and ``postcode_areas`` are the council's own.
    """

    def __init__(
        self,
        conformed: Conformed,
        withheld: Mapping[str, str],
        *,
        list_date: date,
        calendar: Calendar,
        limits: Mapping[str, int],
        earlier: Extract | None = None,
        teams: tuple[Team, ...] = (),
        name: str = "",
        postcode_areas: frozenset[str] = frozenset(),
    ) -> None:
        self.tables = {name: table for name, table in conformed.tables.items() if name not in conformed.missing}
        self.sent = in_order(conformed.sent)
        self.received = conformed.received
        self.absent = conformed.absent
        self.layout = conformed.layout
        self.withheld = withheld
        self.list_date = pd.Timestamp(list_date)
        self.calendar = calendar
        self.limits = limits
        self.earlier = earlier
        self.teams = teams
        self.name = name
        self.postcode_areas = postcode_areas
        places = conformed.noticed.groupby(["list", "rule", "column"], observed=True)["position"]
        self.noticed = {cell: positions.to_numpy() for cell, positions in places}
        self._rows: dict[str, Rows] = {}
        self._numbered: dict[str, tuple[Mapping[str, np.ndarray], int]] = {}
        self._told: dict[tuple[str, tuple[str, ...]], Statements] = {}
        self._written: dict[str, Statements] = {}

    def rows(self, name: str) -> Rows:
        """One list of this extract."""
        if name not in self._rows:
            self._rows[name] = Rows(name, self)
        return self._rows[name]

    def before(self, name: str, key: str) -> tuple[Rows, ...]:
        """The list ``name`` in every earlier extract that has it with the column ``key``, the latest first."""
        if self.earlier is None:
            return ()
        there = name in self.earlier.tables and key not in self.earlier.absent.get(name, frozenset())
        return (*((self.earlier.rows(name),) if there else ()), *self.earlier.before(name, key))

    def numbered(self, key: str) -> tuple[Mapping[str, np.ndarray], int]:
        """Each list's ids as numbers, the same on every list and -1 for a blank, and how many ids there are."""
        if key not in self._numbered:
            lists = [name for name in self.tables if key in LISTS[name].keys]
            numbers, ids = pd.factorize(pd.concat([self.tables[name][key] for name in lists], ignore_index=True))
            ends = np.cumsum([len(self.tables[name]) for name in lists])
            self._numbered[key] = dict(zip(lists, np.split(numbers, ends[:-1]), strict=True)), len(ids)
        return self._numbered[key]

    @property
    def children(self) -> Mapping[str, np.ndarray]:
        """Each list's children as numbers."""
        return self.numbered("child_id")[0]

    @property
    def number_of_children(self) -> int:
        """How many children's ids there are over all lists."""
        return self.numbered("child_id")[1]

    def told(self, key: str, ignoring: tuple[str, ...]) -> Statements:
        """What all lists say of ``key``, leaving out the answers that say nothing."""
        if (key, ignoring) not in self._told:
            self._told[key, ignoring] = Statements(self.tables, self.children, self.number_of_children, key, ignoring)
        return self._told[key, ignoring]

    def written(self, key: str) -> Statements:
        """How all lists write the ids of ``key``."""
        if key not in self._written:
            self._written[key] = ways_of_writing(self.tables, key)
        return self._written[key]
