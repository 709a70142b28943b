"""Weeks of a whole council, drawn by lot from a seed: every team with faults, every kind of cell, for print."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pandas as pd

from reporting.assurance.accuracy import ACCURACY_COLUMNS, Information
from reporting.assurance.due import DUE_COLUMNS
from reporting.assurance.ledger import CONFIRMED, FAULT_COLUMNS, NEW, OPEN, PUT_RIGHT_COLUMNS
from reporting.assurance.owners import NO_TEAM
from reporting.lists import ANNEX_A
from reporting.measures.units import grid
from reporting.model.figures import COUNTY_WIDE, NO_DISTRICT, Level
from reporting.model.periods import Week
from reporting.model.quality import Checked, Finding, Rule, Scope, Severity
from reporting.model.settings import Authority
from reporting.presentation.packs import FollowedPeriod, Measured, ReportInputs

WEEK = Week(2026, 44)  # its lists are those of the made-up month: 31 October is the Saturday
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
LEVELS = (Level.DISTRICT, Level.TEAM)


def whole_county(authority: Authority, figures: pd.DataFrame, weeks: int) -> ReportInputs:
    """What a weekly report is composed from, with the figures of a made-up month as this week's."""
    random = Random(7)
    named = [WEEK.earlier(back) for back in range(weeks - 1, -1, -1)]
    day = {week: week.last_day - timedelta(days=1) for week in named}
    rules = _rules()
    told = figures[figures["window"] != "month"].assign(period=str(WEEK), authority=authority.key)
    told = told[(told["level"] == "county") | told["unit"].isin([*authority.districts, COUNTY_WIDE, NO_DISTRICT])]
    told.loc[told["level"] == "county", "unit"] = authority.county_unit
    made = [_a_week(authority, week, told, rules, random) for week in named[-2:]]
    return ReportInputs(
        authority=authority,
        period=WEEK,
        list_date=day[WEEK],
        synthetic=True,
        figures=made[-1].figures,
        followed=made[-1],
        followed_before=made[0] if weeks > 1 else None,
        accuracy={week: Measured(day[week], _accuracy(authority, day[week], random)) for week in named},
        due=_due(authority, random),
    )


def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            f"{schema.code}.{place:02d}",
            name,
            SEVERITIES[place % 3],
            (schema.keys[0],),
            f"What is said on list {schema.code} in the column that rule {place} looks at can be true of a child.",
            "Correct it in the case system.",
            scope=Scope.LIST if place == 12 else Scope.ROW,
        )
        for name, schema in ANNEX_A.items()
        for place in range(13)
    )


def _a_week(
    authority: Authority, week: Week, figures: pd.DataFrame, rules: tuple[Rule, ...], random: Random
) -> FollowedPeriod:
    of_rows = [rule for rule in rules if rule.scope is Scope.ROW]
    places = [(team.name, team.district, team.locality) for team in authority.teams]
    places.append((NO_TEAM, NO_DISTRICT, NO_DISTRICT))
    faults = [
        _fault(number, random.choice(of_rows), places[int(random.random() ** 2 * len(places))], random)
        for number in range(2500)
    ]
    mended = [
        (rule.list, rule.id, rule.severity.value, *random.choice(places), random.randint(1, 9))
        for rule in random.sample(of_rows, 60)
    ]
    found = tuple(
        Finding(rule.id, rule.severity, rule.list, 900, random.randint(1, 90), rule.says, rule.do)
        for rule in rules
        if rule.scope is Scope.LIST
    )
    nothing = pd.DataFrame(columns=["list", "position", "rule", "mend"])
    checked = Checked(found, nothing, {rule.key: rule for rule in rules}, {})
    return FollowedPeriod(
        week,
        {name: random.randint(200, 9000) for name in ANNEX_A},
        figures.assign(period=str(week)),
        pd.DataFrame(faults, columns=list(FAULT_COLUMNS)).fillna(""),
        pd.DataFrame(mended, columns=list(PUT_RIGHT_COLUMNS)),
        checked,
        found,
    )


def _fault(number: int, rule: Rule, place: tuple[str, str, str], random: Random) -> dict[str, object]:
    severe = rule.severity is Severity.ERROR
    return {
        "fault": f"{number:016x}",
        "list": rule.list,
        "position": number,
        "rule": rule.key,
        "id": rule.id,
        "severity": rule.severity.value,
        "mends": rule.list,
        "team": place[0],
        "district": place[1],
        "locality": place[2],
        "state": random.choice((NEW, OPEN, OPEN, OPEN)) if severe else random.choice((OPEN, OPEN, CONFIRMED)),
        "weight": random.choice((0, 1, 2, 2, 2)) if severe and rule.id.endswith("03") else 2,
        "vanished": False,
    }


def _accuracy(authority: Authority, day, random: Random) -> pd.DataFrame:
    units = grid(authority, day)
    named = [("list", name, name) for name in ANNEX_A] + [("information", kind.value, "") for kind in Information]
    rows = []
    for measure, name, of in named:
        share = 0.7 + 0.3 * random.random()
        rows.append((measure, name, of, "county", authority.county_unit, *_seen(random, share, 9000)))
        for level in LEVELS:
            for unit in units[level]:
                size = 900 if measure == "information" else random.choice((0, 3, 40, 300))
                if size:
                    rows.append((measure, name, of, level.value, unit, *_seen(random, share, size)))
    return pd.DataFrame(rows, columns=list(ACCURACY_COLUMNS))


def _seen(random: Random, share: float, size: int) -> tuple[int, int]:
    return size, min(size, round(size * share * (0.97 + random.random() * 0.06)))


def _due(authority: Authority, random: Random) -> pd.DataFrame:
    rows = [
        (
            *("children_looked_after", place, place, "visit", "", random.randint(0, 10)),
            *((team := random.choice(authority.teams)).name, team.district, team.locality, ""),
        )
        for place in range(900)
    ]
    return pd.DataFrame(rows, columns=list(DUE_COLUMNS))
