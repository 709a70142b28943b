"""What falls due: what will pass its limit within five and within ten working days, for every team and worker.

The indicators say when something is late, and they are asked again for each of the days to come: the day before the
first on which they would say so is the day on which it falls due. What no indicator asks of everybody (conferences, and
the health of children in their first year of care) is said here, as the rules have it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from reporting.lists import LISTS
from reporting.measures.cohorts import looked_after
from reporting.measures.indicators import INDICATORS
from reporting.measures.indicators.model import Asked
from reporting.measures.tables import age_on, open_on
from reporting.model.calendar import Calendar, months_before
from reporting.model.periods import Month, Span, Window
from reporting.model.received import Tables
from reporting.model.timescales import (
    CONFERENCE_WORKING_DAYS,
    FIRST_HEALTH_WORKING_DAYS,
    HEALTH_MONTHS,
    HEALTH_MONTHS_UNDER_FIVE,
)

DUE_COLUMNS = (
    "list",
    "position",
    "row",
    "what",  # the obligation, for example assessment
    "due",  # the last day on which it is still within its limit, as YYYY-MM-DD
    "working_days",  # working days from the list date to that day: 0 to 10
    "team",
    "district",
    "locality",
    "worker",
)
WITHIN = (5, 10)

Late = Callable[[Tables, Asked], pd.Series]
"""Whether each row is past its limit on the day asked for, by position; only rows that can be late need be there."""

LimitsOn = Callable[[date], Mapping[str, int]]
"""The council's own limits in force on a day, by name."""


@dataclass(frozen=True)
class Obligation:
    """Something that must be done for a child by a day. ``told_by`` is the column without which nobody can say.

    A limit ``in_working_days`` ends on a working day, any other on the day of the calendar that it comes to.
    """

    what: str
    list: str
    told_by: str
    late: Late
    limits: tuple[str, ...] = ()
    in_working_days: bool = False


def falls_due(
    tables: Tables,
    owners: Mapping[str, pd.DataFrame],
    *,
    calendar: Calendar,
    limits_on: LimitsOn,
    list_date: date,
) -> pd.DataFrame:
    """Every open row that will pass a limit, with its last day in time, from the list date to ten working days on.

    What is late already is not among them: the rules speak of it. ``tables`` are the typed lists, ``owners`` whose
    each row is, ``limits_on`` the council's own on each of those days. Columns are ``DUE_COLUMNS``: position, row and
    working_days whole numbers, the others text; the soonest first, with an index that counts from 0.
    """
    days = (list_date, *_days_after(list_date, calendar))
    held_throughout = set.intersection(*(set(limits_on(day)) for day in days))
    opened = {name: _open(name, table, list_date) for name, table in tables.items()}
    found = [
        _described(obligation, last_days, opened, owners, calendar, list_date)
        for obligation in OBLIGATIONS
        if _can_be_told(obligation, tables, held_throughout)
        for last_days in [_last_days(obligation, opened, calendar, limits_on, list_date)]
        if len(last_days)
    ]
    if not found:
        return pd.DataFrame(columns=list(DUE_COLUMNS))
    together = pd.concat(found, ignore_index=True)
    return together.sort_values("due", kind="stable", ignore_index=True)[list(DUE_COLUMNS)]


def _open(name: str, table: pd.DataFrame, day: date) -> pd.DataFrame:
    """Only rows open on the list date fall due. A list without an end has no closed rows."""
    schema = LISTS[name]
    if schema.ends:
        return open_on(table, schema.starts, schema.ends, day)
    return table[~(table[schema.starts] > pd.Timestamp(day))] if schema.starts else table


def _can_be_told(obligation: Obligation, tables: Tables, limits: Collection[str]) -> bool:
    """A list or a limit that is not there tells nothing, and nor does a column in which nobody has anything."""
    table = tables.get(obligation.list)
    limited = all(limit in limits for limit in obligation.limits)
    return limited and table is not None and bool(table[obligation.told_by].notna().any())


def _last_days(
    obligation: Obligation, tables: Tables, calendar: Calendar, limits_on: LimitsOn, list_date: date
) -> pd.Series:
    """The last day in time of each row that is in time on the list date and will not be ten working days later."""
    late_before = _late(obligation, tables, calendar, limits_on, list_date)
    last_days = pd.Series(pd.NaT, index=late_before.index, dtype="datetime64[us]")
    for day in _days_after(list_date, calendar):
        late = _late(obligation, tables, calendar, limits_on, day)
        last_days[late & ~late_before] = pd.Timestamp(day - timedelta(days=1))
        late_before |= late
    due = last_days.dropna()
    return due.map(lambda day: _working(day, list_date, calendar)) if obligation.in_working_days else due


def _working(day: pd.Timestamp, list_date: date, calendar: Calendar) -> pd.Timestamp:
    """The last working day up to ``day``, but not before the list date: a weekend after it adds nothing."""
    last = day.date()
    while last > list_date and not calendar.is_working_day(last):
        last -= timedelta(days=1)
    return pd.Timestamp(last)


def _late(obligation: Obligation, tables: Tables, calendar: Calendar, limits_on: LimitsOn, day: date) -> pd.Series:
    asked = Asked(Month.holding(day), Window.AS_AT, Span(None, day), day, calendar, limits_on(day))
    answers = obligation.late(tables, asked).fillna(False).astype(bool)
    return answers.reindex(tables[obligation.list].index, fill_value=False)


def _days_after(list_date: date, calendar: Calendar) -> Iterator[date]:
    """Every day until the last day in time would be more than ten working days on."""
    day = list_date
    while calendar.working_days_between(list_date, day) <= max(WITHIN):
        day += timedelta(days=1)
        yield day


def _described(
    obligation: Obligation,
    last_days: pd.Series,
    tables: Tables,
    owners: Mapping[str, pd.DataFrame],
    calendar: Calendar,
    list_date: date,
) -> pd.DataFrame:
    start = pd.Series(pd.Timestamp(list_date), index=last_days.index)
    own = owners[obligation.list].loc[last_days.index]
    return own[["team", "district", "locality", "worker"]].assign(
        list=obligation.list,
        position=last_days.index,
        row=tables[obligation.list].loc[last_days.index, "row"],
        what=obligation.what,
        due=last_days.dt.strftime("%Y-%m-%d"),
        working_days=calendar.working_days(start, last_days).astype("int64"),
    )


def _when(indicator: str, *, answer: bool = False, blank: str = "", filled: str = "") -> Late:
    """Late is what the indicator answers so, where one column is blank or another filled."""
    name = INDICATORS[indicator].list

    def late(tables: Tables, asked: Asked) -> pd.Series:
        answers: pd.Series = INDICATORS[indicator].function(tables, asked) == answer
        if blank:
            answers &= tables[name][blank].isna()
        if filled:
            answers &= tables[name][filled].notna()
        return answers

    return late


def _conference_late(tables: Tables, asked: Asked) -> pd.Series:
    """The enquiry has passed its limit, no conference has been held, and nobody has called one unnecessary."""
    enquiries = tables["section_47_enquiries"]
    held = enquiries["icpc_date"] <= pd.Timestamp(asked.list_date)
    needed = ~(held | enquiries["icpc_unnecessary"].eq("Y"))
    late: pd.Series = asked.calendar.working_days(enquiries["s47_start"], asked.list_date) > CONFERENCE_WORKING_DAYS
    return late & needed


def _first_health_assessment_late(tables: Tables, asked: Asked) -> pd.Series:
    """Nobody has seen to the child's health since care began (regulation 7, as rule 8.34 has it)."""
    children = looked_after(tables, asked.list_date)
    in_care = asked.calendar.working_days(children["cla_start"], asked.list_date)
    return children["last_health"].isna() & (in_care > FIRST_HEALTH_WORKING_DAYS)


def _health_assessment_late(tables: Tables, asked: Asked) -> pd.Series:
    """Six months have passed since the last assessment of a child under five, twelve of an older one.

    The indicator asks only about children who have been looked after for a year; the regulation about all of them.
    """
    children = looked_after(tables, asked.list_date)
    ages, last = age_on(children["dob"], asked.list_date), children["last_health"]
    half_a_year = last < pd.Timestamp(months_before(asked.list_date, HEALTH_MONTHS_UNDER_FIVE))
    a_year = last < pd.Timestamp(months_before(asked.list_date, HEALTH_MONTHS))
    return a_year.mask((ages < 5).fillna(False), half_a_year) & ages.notna()


OBLIGATIONS = (
    Obligation(
        "assessment",
        "assessments",
        "assessment_start",
        _when("assessments_open_over_45_working_days", answer=True),
        in_working_days=True,
    ),
    Obligation(
        "child protection conference", "section_47_enquiries", "s47_start", _conference_late, in_working_days=True
    ),
    Obligation(
        "child in need to be seen",
        "children_in_need",
        "last_seen",
        _when("children_in_need_seen_within_limit"),
        limits=("child_in_need_seen_working_days",),
        in_working_days=True,
    ),
    Obligation(
        "child protection visit",
        "child_protection_plans",
        "last_stat_visit",
        _when("child_protection_visits_within_limit"),
        limits=("child_protection_visit_working_days",),
        in_working_days=True,
    ),
    Obligation(
        "child protection review",
        "child_protection_plans",
        "last_review",
        _when("child_protection_reviews_in_timescale"),
    ),
    Obligation(
        "looked-after visit",
        "children_looked_after",
        "last_sw_visit",
        _when("looked_after_visits_within_limit"),
        limits=("looked_after_visit_days", "looked_after_visit_long_term_months"),
    ),
    Obligation(
        "first looked-after review",
        "children_looked_after",
        "last_review",
        _when("looked_after_reviews_in_timescale", blank="last_review"),
        in_working_days=True,
    ),
    Obligation(
        "looked-after review",
        "children_looked_after",
        "last_review",
        _when("looked_after_reviews_in_timescale", filled="last_review"),
    ),
    Obligation(
        "first health assessment",
        "children_looked_after",
        "last_health",
        _first_health_assessment_late,
        in_working_days=True,
    ),
    Obligation("health assessment", "children_looked_after", "last_health", _health_assessment_late),
    Obligation("dental check", "children_looked_after", "last_dental", _when("looked_after_dental_check_in_date")),
    Obligation("pathway plan review", "care_leavers", "last_pathway", _when("care_leavers_pathway_plan_in_date")),
)
"""In the order of the lists. ``what`` is printed as it stands."""
