"""Every rule between two extracts asked of every list that both have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from expectations.between_months.beside import Beside
from expectations.between_months.changes import CHANGES, ROWS_MOVED, VANISHED, RowChange
from expectations.contradictions import BELIEVED_FIRST
from expectations.extract import Extract
from reporting.intake.conform.faults import counted, named
from reporting.lists import LISTS
from reporting.model.calendar import months_before
from reporting.model.quality import Rule

NOTHING_EARLIER = "There is no earlier extract to compare with."
MOST_MOVED = 0.3
FEWEST_ROWS = 20  # of a shorter list, a few rows more or less say nothing
STRANGERS = 0.5


@dataclass(frozen=True)
class Compared:
    """What one check found, and where. ``says`` is the rule's own where there is nothing to add.

    ``places`` are positions of this extract, or of the one before where the rule is about rows that have ``gone``;
    ``to_mend`` says which of them are to be put right. ``failed`` is for a list as a whole, of which no row is named.
    """

    rule: Rule
    checked: int = 0
    failed: int = 0
    places: tuple[int, ...] = ()
    to_mend: tuple[bool, ...] = ()
    gone: bool = False
    says: str = ""
    errored: bool = False
    not_run: str = ""


def compare(extract: Extract) -> tuple[Compared, ...]:
    """What changed between the earlier extract and this one that should not have."""
    found = [compared for name in extract.sent for compared in _list(name, extract)]
    return tuple(_mended_once(found, extract))


def _list(name: str, extract: Extract) -> list[Compared]:
    changes = [change for change in CHANGES if change.rule.list == name]
    moved = Rule(ROWS_MOVED.id, name, ROWS_MOVED.severity, (), ROWS_MOVED.says, ROWS_MOVED.do, ROWS_MOVED.scope)
    why_not = _why_no_list(name, extract)
    if why_not or extract.earlier is None:
        return [Compared(rule, not_run=why_not) for rule in (*(change.rule for change in changes), moved)]
    beside = Beside(extract.rows(name), extract.earlier.rows(name))
    return [*_asked(changes, beside), _rows_moved(moved, beside)]


def _why_no_list(name: str, extract: Extract) -> str:
    """Why the list cannot be compared, in words; "" when it can be."""
    if extract.earlier is None:
        return NOTHING_EARLIER
    if name in extract.withheld:
        return extract.withheld[name]
    if name not in extract.earlier.tables or name in extract.earlier.withheld:
        return f"{_when(extract.earlier)}: {extract.earlier.withheld.get(name, LISTS[name].not_sent)}"
    return ""


def _when(extract: Extract) -> str:
    day = extract.list_date
    return f"In the extract of {day.day} {day:%B %Y}"


def _asked(changes: list[RowChange], beside: Beside) -> Iterator[Compared]:
    strangers: str | None = None
    for change in changes:
        why_not = _why_not(change, beside)
        if why_not:
            yield Compared(change.rule, not_run=why_not)
            continue
        try:
            strangers = _strangers(beside) if strangers is None else strangers
            yield _of_strangers(change, beside, strangers) if strangers else _answered(change, beside)
        except Exception:  # what went wrong is told to nobody: the message could quote a cell
            yield Compared(change.rule, errored=True)


def _why_not(change: RowChange, beside: Beside) -> str:
    """Why a rule has nothing to look at in two lists that are both there."""
    schema = beside.schema
    keys = dict.fromkeys(key for key in (schema.key[0], schema.starts, *change.rule.columns) if key)
    for extract in (beside.now.extract, beside.before.extract):
        for key in keys:
            if key in extract.absent.get(schema.name, frozenset()):
                lacks = f'{schema.called} has no column "{schema.column(key).header}".'
                return lacks if extract is beside.now.extract else f"{_when(extract)}, {lacks}"
    since = months_before(beside.now.list_date.date(), schema.months_back)
    if change.gone and schema.months_back and beside.before.list_date.date() < since:
        day = beside.before.list_date
        return (
            f"The extract of {day.day} {day:%B %Y} is from before the months that {named(schema)} covers: a case may "
            "have ended since and left it."
        )
    return ""


def _strangers(beside: Beside) -> str:
    """In words, that this is hardly the list of the extract before; "" when it is."""
    due = beside.due.to_numpy(dtype=bool) & (beside.child[1] >= 0)
    if due.sum() < FEWEST_ROWS or beside.gone.sum() <= STRANGERS * due.sum():
        return ""
    rows = counted(int(beside.gone.sum()), "row")
    return (
        f"{rows} of {int(due.sum()):,} that should still be in {named(beside.schema)} cannot be found. Its ids have "
        "been changed, or it was cut off: rows were not compared one by one."
    )


def _of_strangers(change: RowChange, beside: Beside, says: str) -> Compared:
    if change.rule.id != VANISHED.id:
        return Compared(change.rule, not_run=says)
    due = beside.due.to_numpy(dtype=bool) & (beside.child[1] >= 0)
    return Compared(change.rule, checked=int(due.sum()), failed=int(beside.gone.sum()), says=says)


def _answered(change: RowChange, beside: Beside) -> Compared:
    rows = beside.before if change.gone else beside.now
    broken = pd.Series(change.breaks(beside), index=rows.none().index).fillna(False).to_numpy(dtype=bool)
    places = tuple(np.flatnonzero(broken).tolist())
    checked = int(beside.open_before.sum()) if change.gone else len(rows)
    return Compared(change.rule, checked, 0, places, (True,) * len(places), gone=change.gone)


def _rows_moved(rule: Rule, beside: Beside) -> Compared:
    now, before = len(beside.now), len(beside.before)
    if max(now, before) < FEWEST_ROWS or abs(now - before) <= MOST_MOVED * before:
        return Compared(rule, checked=now)
    day = beside.before.list_date
    says = (
        f"{named(beside.schema)} has {counted(now, 'row')}; in the extract of {day.day} {day:%B %Y} it had {before:,}."
    )
    return Compared(rule, checked=now, failed=abs(now - before), says=says)


def _mended_once(found: list[Compared], extract: Extract) -> Iterator[Compared]:
    """Of a child who has changed on several lists, the first row of the list most believed is the one to put right."""
    once = {change.rule.key for change in CHANGES if change.mends_once}
    taken: Mapping[str, set[int]] = {"dob": set(), "gender": set()}
    mend: dict[str, tuple[bool, ...]] = {}
    for one in sorted(
        (one for one in found if one.rule.key in once and one.places and one.rule.list in BELIEVED_FIRST),
        key=lambda one: BELIEVED_FIRST.index(one.rule.list),
    ):
        seen = taken[one.rule.columns[0]]
        child = pd.Series(extract.children[one.rule.list][list(one.places)])
        mend[one.rule.key] = tuple((~child.duplicated() & ~child.isin(seen)).tolist())
        seen.update(child.tolist())
    for one in found:
        yield replace(one, to_mend=mend[one.rule.key]) if one.rule.key in mend else one
