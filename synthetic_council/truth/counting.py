"""Truths counted: for every indicator, window, level and unit, [numerator, denominator, not known, value]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from reporting.lists import LISTS, by_belief
from synthetic_council.council import COUNTY_WIDE, NO_DISTRICT, Council, MadeUpTeam
from synthetic_council.days import NEVER, age_on, month_start, months_before
from synthetic_council.faults.effects import Effect, changed
from synthetic_council.history import History
from synthetic_council.truth import front_door, in_care, need_and_protection
from synthetic_council.truth.facts import facts_of
from synthetic_council.truth.model import COUNT, PERCENT, RATE, TRUTHS, Question, Truth

STATED_IN = (front_door, need_and_protection, in_care)
_ONLY_IN_LATER_LAYOUT = frozenset({"last_contact", "personal_adviser", "last_pathway"})
_OTHER_AGES = "other ages"
_AGE_GROUPS = (("17-18", 17, 18), ("19-21", 19, 21), ("22-25", 22, 25))
_TEAM_OF_CHILD = {name: LISTS[name].ends for name in by_belief(LISTS) if LISTS[name].tells_team}
_MONTHS = {"six_months": 6, "twelve_months": 12, "as_at": 0}

Counted = list[float | int | None]
Counts = dict[str, dict[str, dict[str, dict[str, Counted]]]]
Undated = dict[str, dict[str, dict[str, dict[str, int]]]]
"""For each indicator, window, level and unit, how many."""
Grid = dict[str, tuple[list[str], np.ndarray]]
"""For each level its units, and the place among them of every row."""


def truths(history: History, day: int, layout: str, effects: Sequence[Effect] = ()) -> Counts:
    """Every indicator's truth for one list date, with what faults did to what can be known."""
    facts, guarded = changed(facts_of(history, day, layout), effects)
    council = history.council
    grids = {name: _grid(council, facts, name, day) for name in facts}
    counts: Counts = {}
    for name, stated in TRUTHS.items():
        counts[name] = {}
        for window in stated.windows:
            after, until = _span(day, window)
            asked = Question(facts, day, after, until, council.working, council.limits_on(day), guarded)
            absent = layout != "later" and bool(_ONLY_IN_LATER_LAYOUT & set(stated.columns))
            counts[name][window] = _count(stated, asked, grids[stated.list], council, window, absent=absent)
    return counts


def without_a_date(history: History, day: int, layout: str, effects: Sequence[Effect] = ()) -> Undated:
    """How many of those whose answer is known, yes or no, have no date, where the answer is given without one."""
    facts, guarded = changed(facts_of(history, day, layout), effects)
    grids = {name: _grid(history.council, facts, name, day) for name in facts}
    found: Undated = {}
    for name, stated in TRUTHS.items():
        if not stated.undated or (layout != "later" and stated.undated in _ONLY_IN_LATER_LAYOUT):
            continue
        found[name] = {}
        for window in stated.windows:
            asked = Question(
                facts, day, *_span(day, window), history.council.working, history.council.limits_on(day), guarded
            )
            cohort, answers = _answers(stated, asked)
            blank = facts[stated.list][stated.undated].to_numpy() >= NEVER
            among = cohort & blank & ~np.isnan(answers)
            found[name][window] = {
                level: dict(zip(units, np.bincount(places[among], minlength=len(units)).tolist(), strict=True))
                for level, (units, places) in grids[stated.list].items()
                if level != "age_group" or stated.by_age
            }
    return found


def _span(day: int, window: str) -> tuple[int, int]:
    """The days of a window: after < event <= until."""
    if window == "month":
        return int(month_start(np.array([day]))[0]) - 1, int(month_start(np.array([day]), 1)[0]) - 1
    return int(months_before(np.array([day]), _MONTHS[window])[0]), day


def _count(
    stated: Truth, asked: Question, grid: Grid, council: Council, window: str, *, absent: bool
) -> dict[str, dict[str, Counted]]:
    """One indicator's truth in one window, for every unit of every level it is given at."""
    cohort, answers = _answers(stated, asked)
    per_year = 365 / (asked.until - asked.after) if window == "six_months" else 1.0
    levels = [level for level in grid if level != "age_group" or stated.by_age]
    levels = [level for level in levels if level != "team" or stated.scale != RATE]
    counted: dict[str, dict[str, Counted]] = {}
    for level in levels:
        units, places = grid[level]
        sums = np.bincount(places[cohort], np.nan_to_num(answers[cohort]), len(units))
        known = np.bincount(places[cohort], ~np.isnan(answers[cohort]), len(units))
        unknown = np.bincount(places[cohort], np.isnan(answers[cohort]), len(units))
        counted[level] = {
            unit: [None, None, 0, None]
            if absent
            else _figure(stated.scale, figures, council.populations.get(unit), per_year)
            for unit, *figures in zip(units, sums, known, unknown, strict=True)
        }
    return counted


def _answers(stated: Truth, asked: Question) -> tuple[np.ndarray, np.ndarray]:
    """Who is asked about, and of every row of the list its answer, NaN where it is not known."""
    rows, told = stated.answer(asked)
    answers = told.to_numpy(dtype=float).copy()
    for place, columns in asked.guarded[stated.list].items():
        if columns & set(stated.columns):
            answers[place] = np.nan
    return rows.to_numpy(dtype=bool), answers


def _figure(scale: str, figures: list[float], children: int | None, per_year: float) -> Counted:
    """Numerator, denominator, not known and value, as a scale gives them."""
    yes, known, unknown = (int(number) for number in figures)
    if scale == COUNT:
        return [yes, None, unknown, yes]
    if scale == RATE:
        return [yes, children, unknown, yes * 10_000 * per_year / children if children else None]
    value = (100.0 if scale == PERCENT else 1.0) * yes / known if known else None
    return [yes, known, unknown, value]


def _grid(council: Council, facts: Mapping[str, pd.DataFrame], name: str, day: int) -> Grid:
    """Every unit there is, and where each row of a list belongs."""
    rows = facts[name]
    team = rows["team"] if "team" in rows else rows["child"].map(_teams_of_children(facts)).fillna("")
    works = {held.name: held for held in council.teams_on(day)}
    named = [works.get(name) for name in team]
    localities = [held.locality if held.district != COUNTY_WIDE else COUNTY_WIDE for held in works.values()]
    units = {
        "county": [council.county_unit],
        "locality": _units(localities),
        "district": _units([held.district for held in works.values()]),
        "team": [*works, NO_DISTRICT],
    }
    places = {
        "county": [council.county_unit] * len(rows),
        "locality": [_locality(held) for held in named],
        "district": [held.district if held else NO_DISTRICT for held in named],
        "team": [held.name if held else NO_DISTRICT for held in named],
    }
    if name == "care_leavers":
        units["age_group"] = [*(group for group, _, _ in _AGE_GROUPS), _OTHER_AGES]
        places["age_group"] = _age_groups(rows["dob"].to_numpy(), day)
    return {level: (units[level], pd.Index(units[level]).get_indexer(pd.Index(places[level]))) for level in units}


def _locality(team: MadeUpTeam | None) -> str:
    if team is None:
        return NO_DISTRICT
    return COUNTY_WIDE if team.district == COUNTY_WIDE else team.locality


def _units(names: list[str]) -> list[str]:
    """Units in the order the council's teams give them, with both remainders last."""
    return [*dict.fromkeys(name for name in names if name != COUNTY_WIDE), COUNTY_WIDE, NO_DISTRICT]


def _age_groups(born: np.ndarray, day: int) -> list[str]:
    ages = np.where(born < NEVER, age_on(np.where(born < NEVER, born, 0), day), -1)
    return [next((group for group, low, high in _AGE_GROUPS if low <= age <= high), _OTHER_AGES) for age in ages]


def _teams_of_children(facts: Mapping[str, pd.DataFrame]) -> dict[int, str]:
    """The team a child is known to: from lists 8, 7 and 6 in turn, open rows before the latest closed."""
    teams: dict[int, str] = {}
    for name, end in _TEAM_OF_CHILD.items():
        rows = facts[name].sort_values(end, ascending=False, kind="stable")
        for child, team in zip(rows["child"], rows["team"], strict=True):
            if team and child not in teams:
                teams[child] = team
    return teams
