"""The Annex A heat map by team: every list's records right, the faults to mend, what falls due, and where to begin."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

import pandas as pd

from reporting.due import WITHIN
from reporting.figures import COUNTY_WIDE, NO_DISTRICT, Level
from reporting.ledger import CONFIRMED
from reporting.lists import LISTS
from reporting.owners import NO_TEAM
from reporting.packs.context import Pair, Printed
from reporting.packs.heat_map import units_of
from reporting.packs.weekly.context import TeamGroup, TeamMap, TeamRow
from reporting.packs.weekly.faults import Count, counts_by
from reporting.packs.weekly.heat_maps import key_for
from reporting.packs.weekly.told import AS_AT, Told, number
from reporting.quality import Severity
from reporting.settings import Team
from reporting.units import at_work, grid
from reporting.withholding import FOR_NONE
from reporting.words import counted, sentence, some_of, whole

_FAULTS = (("faults_new", "New"), ("faults_put_right", "Put right"), ("faults_open", "Open"))
_NOTES = (
    "A fault is one record that fails one rule; it belongs to the team that can put it right. Open counts every fault "
    "that stands, the new ones among them. How many faults there are is a fact about records and not about children, "
    "so it is not suppressed; records right and what falls due are, where they would tell of five children or fewer. "
    "The exact numbers are on the team’s own worklist.",
    "Each team’s worklist is the workbook of its own name in the week’s folder of worklists, which only the roles in "
    "its manifest may open. Begin with the column on the right: what withholds a figure comes first.",
)


def team_map(told: Told) -> TeamMap:
    """Every team, under its district."""
    groups = _groups(told)
    cells = tuple(cell for group in groups for row in group.rows for cell in (*row.lists, *row.due))
    return TeamMap(
        template="blocks/week_teams.html.j2",
        anchor="teams",
        title="Annex A heat map by team: what to do this week",
        message=_message(groups),
        lists=tuple(Pair(str(schema.number), schema.title) for schema in LISTS.values()),
        faults=tuple(words for _, words in _FAULTS),
        due=tuple(f"{days} days" for days in WITHIN),
        groups=groups,
        key=key_for(cells),
        notes=_NOTES,
    )


def _groups(told: Told) -> tuple[TeamGroup, ...]:
    by_team, by_district = counts_by(told.now, "team"), counts_by(told.now, "district")
    first = _where_to_begin(told.now.ledger)
    units = grid(told.authority, told.now.list_date)[Level.TEAM]
    teams = [team for team in at_work(told.authority.teams, told.now.list_date) if team.name in units]
    order = {unit: place for place, unit in enumerate(units_of(told.authority))}
    ordered = sorted(teams, key=lambda team: order.get(team.district, len(order)))
    groups = []
    for district, here in groupby(ordered, key=lambda team: team.district):
        members = list({team.name: team for team in here}.values())
        rows = tuple(_team_row(told, team.name, team.name, by_team, first) for team in members)
        groups.append(TeamGroup((_together(told, district, members, by_district), *rows)))
    lost = _team_row(told, NO_TEAM, NO_DISTRICT, by_team, first)
    return (*groups, TeamGroup((lost,)))


def _together(told: Told, district: str, teams: list[Team], faults: Mapping[tuple[str, ...], Count]) -> TeamRow:
    locality = teams[0].locality
    name = sentence(district) if district == COUNTY_WIDE else f"{district} ({locality})" if locality else district
    return _row(told, name, "together", Level.DISTRICT.value, district, faults.get((district,), Count()))


def _team_row(
    told: Told, team: str, unit: str, faults: Mapping[tuple[str, ...], Count], first: Mapping[str, str]
) -> TeamRow:
    """One team. ``unit`` is what figures call it, ``team`` what the ledger does."""
    row = _row(told, sentence(team), "team", Level.TEAM.value, unit, faults.get((team,), Count()))
    begin = number(
        "begin_with", "Begin with", first.get(team, "–"), told_of=told.week, level=Level.TEAM.value, unit=team
    )
    named = told.worklists.get(team, "")
    worklist = number("worklist", "Worklist", named, told_of=told.week, level=Level.TEAM.value, unit=team)
    return TeamRow(row.name, row.style, row.lists, row.faults, row.due, begin, worklist if named else None)


def _row(told: Told, name: str, style: str, level: str, unit: str, faults: Count) -> TeamRow:
    def of(what: str, words: str, value: str, window: str = "week") -> Printed:
        return number(what, words, value, told_of=told.week, level=level, unit=unit, window=window)

    soon, later = told.due.at(level, unit)
    lists = tuple(
        told.share_cell(told.shares.at(key, level, unit, told.week), beside=told.shares.whole(key, told.week))
        for key in LISTS
    )
    counts = zip(_FAULTS, (faults.new, faults.put_right, faults.open), strict=True)
    return TeamRow(
        name=name,
        style=style,
        lists=lists,
        faults=tuple(of(what, f"Faults: {words.lower()}", whole(count)) for (what, words), count in counts),
        due=tuple(
            of(f"due_within_{days}", f"Falls due within {days} working days", count, AS_AT)
            for days, count in zip(WITHIN, (soon, later), strict=True)
        ),
        first=None,
        worklist=None,
    )


def _where_to_begin(ledger: pd.DataFrame) -> Mapping[str, str]:
    """For each team, the list with most of its weightiest faults; never the rule, which may tell of one child."""
    standing = ledger[ledger["state"] != CONFIRMED]
    graver = standing["severity"].map({Severity.ERROR.value: 0, Severity.WARNING.value: 1}).fillna(2).astype("int64")
    keyed = standing.assign(weight=standing["weight"].clip(upper=FOR_NONE), graver=graver)
    keys = ["team", "weight", "graver", "severity", "mends"]
    tallied = keyed.groupby(keys, sort=False, observed=True).size().rename("faults").reset_index()
    number_of = tallied["mends"].map({name: schema.number for name, schema in LISTS.items()})
    tallied = tallied.assign(list_number=number_of)
    tallied = tallied.sort_values(["weight", "graver", "faults", "list_number"], ascending=[True, True, False, True])
    worst = tallied.drop_duplicates("team")
    return {
        str(row["team"]): _begin(row["list_number"], row["weight"], row["severity"], row["faults"])
        for row in worst.to_dict("records")
    }


def _begin(list_number: int, weight: int, severity: str, faults: int) -> str:
    what = "withholding" if weight < FOR_NONE else counted_plain(severity, faults)
    return f"List {list_number}: {whole(faults)} {what}"


def counted_plain(severity: str, faults: int) -> str:
    """The kind of fault, one or many."""
    if severity == Severity.INFORMATION:
        return "to look at"
    return severity if faults == 1 else f"{severity}s"


def _message(groups: tuple[TeamGroup, ...]) -> str:
    """Which teams hold most faults, and how many hold none."""
    teams = [row for group in groups for row in group.rows if row.style == "team"]
    held = {row.name: int(row.faults[2].value.replace(",", "")) for row in teams}
    total = sum(held.values())
    if not total:
        return "No team has a fault to put right."
    most = sorted(held, key=lambda name: -held[name])[:3]
    share = sum(held[name] for name in most)
    none = sum(count == 0 for count in held.values())
    clear = f" {sentence(counted(none, 'team has', 'teams have'))} none." if none else ""
    return f"{some_of(most)} hold {whole(share)} of {whole(total)} open faults.{clear}"
