"""One list beside the same list of the extract before: which row was which, whatever became of its id or its start."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType

import numpy as np
import pandas as pd

from expectations.extract import FAR_APART, Rows
from reporting.intake.conform.identities import one_spelling
from reporting.lists.schema import Kind

NOWHERE = -1
SHOWN_BY = MappingProxyType(  # what begins a new episode, on which list, and how many days before it at most
    {
        "children_in_need": ("referrals", "referral_date", 15),
        "child_protection_plans": ("section_47_enquiries", "icpc_date", 15),
    }
)


class Beside:
    """The rows ``now`` and the rows ``before``. A row's place on the other side is a position there, or -1."""

    def __init__(self, now: Rows, before: Rows) -> None:
        self.now = now
        self.before = before
        self.schema = now.schema
        self.one_row_a_child = len(self.schema.key) == 1

    @cached_property
    def same(self) -> np.ndarray:
        """For each row now, the row before of the same child that began on the same day."""
        ours, theirs = (_event(rows, ids) for rows, ids in self._sides)
        return _paired(ours, theirs)

    @cached_property
    def moved(self) -> np.ndarray:
        """For each row now, the row before of the same child and episode that began on another day, or on none.

        Of one and the same episode at least a day is shared. One that began after the lists were last run is another.
        """
        if not self.schema.starts:
            return np.full(len(self.now), NOWHERE)
        ours, theirs = (ids.copy() for _, ids in self._sides)
        began = self.now[self.schema.starts]
        ours[(self.same >= 0) | (began > self.before.list_date).to_numpy(dtype=bool)] = NOWHERE
        theirs[_reached(self.same, len(theirs)) | ~self.due.to_numpy(dtype=bool)] = NOWHERE
        for coded in (key for key in self.schema.key if self.schema.column(key).kind is Kind.CODE):
            ours, theirs = self._with_code(coded, ours, theirs)
        places = _paired(ours, theirs, _days(self.now, self.schema.starts), _days(self.before, self.schema.starts))
        return np.where(self._share_a_day(places) & ~self._begun_anew(places), places, NOWHERE)

    @cached_property
    def renamed(self) -> np.ndarray:
        """For each row left over now, one left over before, of another id: born, and begun, on the same days."""
        if "dob" not in self.schema.keys:
            return np.full(len(self.now), NOWHERE)
        ours, theirs = (_person(rows) for rows, _ in self._sides)
        known = np.maximum(self.same, self.moved)
        ours[known >= 0] = NOWHERE
        theirs[_reached(known, len(theirs))] = NOWHERE
        return _paired(ours, theirs)

    @cached_property
    def known(self) -> np.ndarray:
        """For each row now, where it was before, by whatever it is known."""
        known: np.ndarray = np.maximum(np.maximum(self.same, self.moved), self.renamed)
        return known

    @cached_property
    def childs(self) -> np.ndarray:
        """For each row now of a list with one row a child, the child's row before."""
        return _paired(*self.child)

    @cached_property
    def new(self) -> np.ndarray:
        """The rows now whose event was not there before. The copy of a row is nothing new."""
        ours, theirs = (_event(rows, ids) for rows, ids in self._sides)
        return (ours >= 0) & (self.known < 0) & ~np.isin(ours, theirs)

    @cached_property
    def gone(self) -> np.ndarray:
        """The rows before that should still be on the list, and are not. The copy of a row leaves no gap."""
        ours, theirs = (_event(rows, ids) for rows, ids in self._sides)
        there = _reached(self.known, len(self.before)) | (np.isin(theirs, ours) & (theirs >= 0))
        gone: np.ndarray = ~there & (self.child[1] >= 0) & self.due.to_numpy(dtype=bool) & ~self._followed
        return gone

    @cached_property
    def due(self) -> pd.Series:
        """The rows before that should still be on the list: open then, or ended inside the months it covers now."""
        name, before = self.schema.name, self.before
        since = self.now.months_ago(self.schema.months_back)
        if name == "adoption":
            ended = before["adoption_order"].fillna(before["reversed_date"])
            return self.open_before | (ended > since)
        if self.schema.ends:
            return self.open_before | (before[self.schema.ends] > since)
        return before[self.schema.starts] > since if self.schema.starts else self.open_before

    @cached_property
    def open_before(self) -> pd.Series:
        """The rows that were open when the lists were last run."""
        before = self.before
        if self.schema.name == "adoption":
            return before.open() & before.blank("reversed_date")
        if self.schema.name == "prospective_adopters":
            return before.open() & before.blank("adoption_order")
        if self.schema.name == "section_47_enquiries":
            return before.blank("icpc_date") & ~before.has("icpc_unnecessary", "Y")
        return before.open() if self.schema.ends else ~before.none()

    def of_before(self, key: str, places: np.ndarray) -> pd.Series:
        """The column before, for each row now; unknown for a row that has no place there."""
        told = self.before[key].take(np.where(places >= 0, places, 0)) if len(self.before) else self.before[key]
        told = told.set_axis(self.now.none().index) if len(self.before) else told.reindex(self.now.none().index)
        return told.where(places >= 0)

    @cached_property
    def child(self) -> tuple[np.ndarray, np.ndarray]:
        """Each row's child as a number, now and before; -1 where the id is not known."""
        ids = [rows[self.schema.key[0]] for rows in (self.now, self.before)]
        raw, names = pd.factorize(pd.concat(ids, ignore_index=True))
        ours, theirs = np.split(raw, [len(self.now)])
        return _as_one(ours, theirs, pd.Series(names, dtype="str"))

    @property
    def _sides(self) -> tuple[tuple[Rows, np.ndarray], tuple[Rows, np.ndarray]]:
        return (self.now, self.child[0]), (self.before, self.child[1])

    @cached_property
    def _followed(self) -> np.ndarray:
        """The rows before whose child has a later row now, on a list that shows the latest alone."""
        if not (self.one_row_a_child and self.schema.starts):
            return np.zeros(len(self.before), dtype=bool)
        ours, theirs = self.child
        began = self.now[self.schema.starts].groupby(ours).max()
        latest = began.reindex(theirs).to_numpy()
        return (theirs >= 0) & (latest > self.before[self.schema.starts].to_numpy())

    def _share_a_day(self, places: np.ndarray) -> np.ndarray:
        ends = self.schema.ends
        if not ends:
            return places >= 0
        late = pd.Timestamp.max.as_unit("us")
        began, ended = self.now[self.schema.starts], self.now[ends].fillna(late)
        first, last = self.of_before(self.schema.starts, places), self.of_before(ends, places).fillna(late)
        apart = (began > last) | (ended < first)
        return (places >= 0) & ~apart.to_numpy(dtype=bool)

    def _begun_anew(self, places: np.ndarray) -> np.ndarray:
        """Rows now of another episode, as other columns or lists show: it and the end before it were entered late."""
        now, name = self.now, self.schema.name
        was = self.of_before(self.schema.starts, places)
        if name == "children_looked_after":
            anew = now.has("second_period_12m", "Y") & (now["cla_start"] > was)
            return anew.to_numpy(dtype=bool)
        if name not in SHOWN_BY or SHOWN_BY[name][0] not in now.extract.tables:
            return now.none().to_numpy()
        other, key, days = SHOWN_BY[name]
        since = (was - now[self.schema.starts]).dt.days.fillna(0).astype("int64").to_numpy() + 1
        return now.child_has(other, key, self.schema.starts, (np.maximum(-days, since), 0)).to_numpy(dtype=bool)

    def _with_code(self, key: str, ours: np.ndarray, theirs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        size = len(self.now[key].cat.categories) + 1
        now, before = (rows[key].cat.codes.to_numpy().astype("int64") + 1 for rows in (self.now, self.before))
        return (
            np.where(ours >= 0, ours * size + now, NOWHERE),
            np.where(theirs >= 0, theirs * size + before, NOWHERE),
        )


def _days(rows: Rows, key: str) -> np.ndarray:
    """The column as days since 1970; a day before all others where it is not known."""
    day = rows[key]
    days = day.to_numpy().astype("datetime64[D]").astype("int64")
    return np.where(day.notna().to_numpy(), days, -FAR_APART)


def _event(rows: Rows, child: np.ndarray) -> np.ndarray:
    """Child and first day in one number; -1 where either is unknown. A list without starts has one row a child."""
    starts = rows.schema.starts
    if not starts:
        return child
    known = (child >= 0) & rows[starts].notna().to_numpy()
    return np.where(known, child * FAR_APART + _days(rows, starts) + FAR_APART // 2, NOWHERE)


def _person(rows: Rows) -> np.ndarray:
    """Date of birth, gender and first day in one number; -1 where one of them is unknown."""
    born, gender, starts = _days(rows, "dob"), rows["gender"].cat.codes.to_numpy().astype("int64"), rows.schema.starts
    began = _days(rows, starts) if starts else np.zeros(len(rows), dtype="int64")
    known = (born > -FAR_APART) & (gender >= 0) & (began > -FAR_APART)
    return np.where(known, ((born + FAR_APART) * 100 + gender) * FAR_APART + began + FAR_APART // 2, NOWHERE)


def _as_one(ours: np.ndarray, theirs: np.ndarray, names: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Ids that one extract alone has are one with those that the other alone has, where only their spelling differs."""
    there = [_reached(side, len(names)) for side in (ours, theirs)]
    settled = np.append(np.arange(len(names)), NOWHERE)
    alone = np.flatnonzero(there[0] ^ there[1])
    told = pd.DataFrame({"name": alone, "spelling": one_spelling(names.iloc[alone]).to_numpy(), "now": there[0][alone]})
    told = told[~told.duplicated(["spelling", "now"], keep=False)]
    pairs = told[told["now"]].merge(told[~told["now"]], on="spelling", validate="one_to_one")
    settled[pairs["name_y"].to_numpy()] = pairs["name_x"].to_numpy()
    return settled[ours], settled[theirs]


def _paired(
    ours: np.ndarray, theirs: np.ndarray, our_order: np.ndarray | None = None, their_order: np.ndarray | None = None
) -> np.ndarray:
    """For each of ours the place of theirs with the same number: the first with the first, the second with the second.

    Negative numbers are nobody's.
    """
    left, right = _numbered(ours, our_order), _numbered(theirs, their_order)
    found = left.merge(right, how="inner", on=["number", "nth"], suffixes=("", "_there"))
    places = np.full(len(ours), NOWHERE)
    places[found["place"].to_numpy()] = found["place_there"].to_numpy()
    return places


def _numbered(numbers: np.ndarray, order: np.ndarray | None) -> pd.DataFrame:
    places = np.flatnonzero(numbers >= 0)
    if order is not None:
        places = places[np.argsort(order[places], kind="stable")]
    table = pd.DataFrame({"number": numbers[places], "place": places})
    return table.assign(nth=table.groupby("number").cumcount())


def _reached(places: np.ndarray, size: int) -> np.ndarray:
    reached = np.zeros(size, dtype=bool)
    reached[places[places >= 0]] = True
    return reached
