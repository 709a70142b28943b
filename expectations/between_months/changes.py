"""What may not change between one extract and the next: the rules, each with the rows that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from expectations.between_months.beside import Beside
from reporting.lists import LISTS
from reporting.lists.schema import RowKind
from reporting.model.calendar import months_before
from reporting.model.quality import Rule, Scope, Severity

Breaks = Callable[[Beside], pd.Series | np.ndarray]


@dataclass(frozen=True)
class RowChange:
    """A rule and the rows that break it: positions of this extract, or of the one before for rows that are ``gone``."""

    rule: Rule
    breaks: Breaks
    gone: bool = False
    mends_once: bool = False  # a child may break it on several lists, and one of them is to be put right


@dataclass(frozen=True)
class BetweenMonths:
    """A rule in words, and the lists it is asked of with the columns it compares there, one check for each."""

    id: str
    severity: Severity
    columns: Mapping[str, tuple[str, ...]]
    says: str
    do: str
    scope: Scope = Scope.ROW


OPEN_CASES = tuple(name for name, schema in LISTS.items() if schema.row_kind is not RowKind.EVENT)
VISITS_AND_REVIEWS = {name: schema.recurring for name, schema in LISTS.items() if schema.recurring}
STARTS = {name: (schema.starts,) for name, schema in LISTS.items() if schema.starts}
ENDS = {name: (schema.ends,) for name, schema in LISTS.items() if schema.ends} | {
    "section_47_enquiries": ("icpc_date",)
}

VANISHED = BetweenMonths(
    "M01",
    Severity.WARNING,
    {name: (LISTS[name].ends or LISTS[name].starts or LISTS[name].key[0],) for name in OPEN_CASES},
    "A case that was open when the lists were last run is still on the list, or has been closed with a date.",
    "Find the record: close it with its date, or ask why the report no longer picks it up.",
)
START_MOVED = BetweenMonths(
    "M02",
    Severity.WARNING,
    STARTS,
    "The day on which an episode began is the same as when the lists were last run.",
    "Check the first day against the case record; trends and timescales rest on it.",
)
REOPENED = BetweenMonths(
    "M03",
    Severity.WARNING,
    {name: columns for name, columns in ENDS.items() if name != "section_47_enquiries"},
    "An episode that had ended stays ended: if the case opens again it has a new first day.",
    "Enter the end again, or open a new episode with its own first day.",
)
PERSON_CHANGED = BetweenMonths(
    "M04",
    Severity.WARNING,
    {name: tuple(key for key in ("dob", "gender") if key in schema.keys) for name, schema in LISTS.items()},
    "A person's date of birth and gender are what they were when the lists were last run.",
    "Check them against the birth certificate or the health record. If they were put right, nothing is to be done.",
)
WENT_BACK = BetweenMonths(
    "M05",
    Severity.WARNING,
    VISITS_AND_REVIEWS,
    "The date of the last visit, review or check does not move back.",
    "Check whether the later visit or review was deleted, and enter it again if it took place.",
)
FEWER = BetweenMonths(
    "M06",
    Severity.INFORMATION,
    {"child_protection_plans": ("previous_cpps",), "children_looked_after": ("placements_12m",)},
    "A count of what has happened does not fall while everything it counts is still inside its twelve months.",
    "Check the count against the case record.",
)
ENTERED_LATE = BetweenMonths(
    "M07",
    Severity.INFORMATION,
    STARTS,
    "What happened before the lists were last run was on them.",
    "Nothing to mend if the date is right: it was entered late, and figures already reported did not have it.",
)
ROWS_MOVED = BetweenMonths(
    "F18",
    Severity.WARNING,
    dict.fromkeys(LISTS, ()),
    "A list is about as long as it was when the lists were last run: not 30% longer or shorter.",
    "Ask whether the report was run in full, for the same teams and dates, and send the list again if it was not.",
    Scope.LIST,
)
RULES = (VANISHED, START_MOVED, REOPENED, PERSON_CHANGED, WENT_BACK, FEWER, ENTERED_LATE, ROWS_MOVED)


def vanished(beside: Beside) -> np.ndarray:
    """Rows before: open then, gone now, and no end seen on this list or on another.

    List 9 has no end: nobody is missed there but the young people under 18, whom no council may have let go.
    """
    gone: np.ndarray = beside.gone & beside.open_before.to_numpy(dtype=bool)
    if beside.schema.name == "care_leavers":
        adult = beside.before["dob"] + pd.DateOffset(years=18)
        gone &= (adult > beside.now.list_date).to_numpy(dtype=bool)
    if beside.schema.name == "children_in_need":
        gone &= ~_assessed_and_not_in_need(beside)
    return gone


def _assessed_and_not_in_need(beside: Beside) -> np.ndarray:
    """Rows before of children whose assessment has ended with no support needed: the case ended with it."""
    if "assessments" not in beside.now.extract.tables:
        return np.zeros(len(beside.before), dtype=bool)
    assessed = beside.now.other("assessments")
    no_support = assessed.has("support_needed", "N")
    ended = assessed["assessment_end"][no_support].groupby(assessed["child_id"][no_support]).max()
    last = pd.Series(ended.reindex(beside.before["child_id"]).to_numpy(), index=beside.before.none().index)
    in_need = beside.before.has("case_status", "ASSESS", "CIN")
    return (in_need & (last >= beside.before["cin_start"])).to_numpy(dtype=bool)


def start_moved(beside: Beside, key: str) -> pd.Series:
    """Rows now of which the same episode began on another day before. One that was blank has been filled in."""
    was = beside.of_before(key, beside.moved)
    return beside.now[key].notna() & was.notna() & (beside.now[key] != was)


def reopened(beside: Beside, key: str) -> pd.Series:
    """Rows now that are open, and had ended before with the same start."""
    return beside.now.open() & (beside.of_before(key, beside.same) <= beside.before.list_date)


def went_back(beside: Beside, key: str) -> pd.Series:
    """Rows now of the same episode whose date is earlier than it was. A date that lay in the future was no visit."""
    was = beside.of_before(key, beside.same)
    return (beside.now[key] < was) & (was <= beside.before.list_date)


def entered_late(beside: Beside, key: str) -> pd.Series:
    """Rows now that were not there before, of events up to the day the lists were last run."""
    return (beside.now[key] <= beside.before.list_date) & beside.new


def ended_late(beside: Beside, key: str) -> pd.Series:
    """Rows now that were there before without an end, and have ended on or before the day the lists were last run."""
    was_open = pd.Series(beside.same >= 0, index=beside.now.none().index) & beside.of_before(key, beside.same).isna()
    return was_open & (beside.now[key] <= beside.before.list_date)


def person_changed(beside: Beside, key: str) -> pd.Series:
    """Rows now whose child had another date of birth, or gender, on this list before; what was unsaid does not count.

    An unborn child's date is the expected one, and changes at birth.
    """
    ours, theirs = beside.child
    now, before = beside.now[key], beside.before[key]
    if key == "dob":
        said = before.notna() & beside.before.born & (before <= beside.before.list_date)
    else:
        now, before = now.astype("str").mask(now == "U"), before.astype("str").mask(before == "U")
        said = before.notna()
    told = pd.DataFrame({"child": theirs, "value": before})[said.to_numpy(dtype=bool) & (theirs >= 0)].drop_duplicates()
    asked = pd.DataFrame({"child": ours, "value": now})
    agrees = asked.merge(told.assign(agrees=True), how="left", on=["child", "value"])["agrees"].notna()
    return now.notna() & np.isin(ours, told["child"]) & ~agrees.set_axis(now.index)


def fewer_plans(beside: Beside, key: str) -> pd.Series:
    """Rows now with fewer earlier plans than before, though the plan is the same or a later one."""
    fell = beside.now[key] < beside.of_before(key, beside.childs)
    return fell & ~(beside.now["cpp_start"] < beside.of_before("cpp_start", beside.childs))


def fewer_placements(beside: Beside, key: str) -> pd.Series:
    """Rows now with fewer placements than before, though none can have left the twelve months.

    That is sure where the only period of care began inside the twelve months up to now.
    """
    since = pd.Timestamp(months_before(beside.now.list_date.date(), 12))
    whole = (beside.now["cla_start"] >= since) & beside.now.has("second_period_12m", "N")
    return whole & (beside.now[key] < beside.of_before(key, beside.same))


def _checks() -> Iterator[RowChange]:
    for name, columns in VANISHED.columns.items():
        yield RowChange(_rule(VANISHED, name, columns), vanished, gone=True)
    for stated, breaks in (
        (START_MOVED, start_moved),
        (REOPENED, reopened),
        (PERSON_CHANGED, person_changed),
        (WENT_BACK, went_back),
        (ENTERED_LATE, entered_late),
    ):
        for name, keys in stated.columns.items():
            for key in keys:
                yield RowChange(
                    _rule(stated, name, (key,)), _asked_of(breaks, key), mends_once=stated is PERSON_CHANGED
                )
    for name, keys in ENDS.items():
        yield RowChange(_rule(ENTERED_LATE, name, keys), _asked_of(ended_late, keys[0]))
    for (name, keys), breaks in zip(FEWER.columns.items(), (fewer_plans, fewer_placements), strict=True):
        yield RowChange(_rule(FEWER, name, keys), _asked_of(breaks, keys[0]))


def _asked_of(breaks: Callable[[Beside, str], pd.Series], key: str) -> Breaks:
    return lambda beside: breaks(beside, key)


def _rule(stated: BetweenMonths, name: str, columns: tuple[str, ...]) -> Rule:
    return Rule(stated.id, name, stated.severity, columns, stated.says, stated.do, stated.scope)


CHANGES = tuple(_checks())
