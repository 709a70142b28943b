"""The Annex A heat map by team: every list's records right, the faults to mend, what falls due, and where to begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

import pandas as pd

from reporting.assurance.due import WITHIN
from reporting.assurance.ledger import CONFIRMED
from reporting.assurance.owners import NO_TEAM
from reporting.assurance.withholding import FOR_NONE
from reporting.lists import LISTS, POSITION
from reporting.measures.units import at_work, grid
from reporting.model.figures import COUNTY_WIDE, NO_DISTRICT, Level
from reporting.model.periods import Week
from reporting.model.quality import Severity
from reporting.presentation.blocks.teams.view import TeamGroup, TeamMap, TeamRow
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import AS_AT, key_for, number, share_cell
from reporting.presentation.briefing.faults import FaultCount, counts_by
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.places import units_of
from reporting.presentation.views.leaves import Pair, Printed
from reporting.presentation.words import counted, sentence, whole
from reporting.presentation.worklists import NOBODYS
from reporting.presentation.worklists.names import file_names

_FAULTS = (("faults_new", "New"), ("faults_put_right", "Put right"), ("faults_open", "Open"))
NOTHING = "–"
_NOTES = (
    "A fault is one record that fails one rule; the team that can put it right owns it. Open counts all that stand, "
    "the new among them. Faults are about records and not about children, so they are counted as they are; records "
    "right and what falls due are suppressed where they would tell of five children or fewer. “Withholding”: these "
    "faults keep a figure from being printed, so they come first.",
)
_WORKLISTS = (
    "Every row to put right is on the team’s worklist, for the roles that its manifest names: the workbook of the "
    "team’s name, “{example}” and so on; rows without a team are in “{nobodys}.xlsx”."
)


@block(Need.FAULTS, Need.ACCURACY, Need.DUE, speaks_of=(Week,))
def teams(told: Briefing) -> TeamMap:
    """Every team, under its district."""
    groups = _groups(told)
    cells = tuple(cell for group in groups for row in group.rows for cell in (*row.lists, *row.due))
    return TeamMap(
        title="Annex A heat map by team",
        message=_message(groups),
        lists=tuple(Pair(LISTS[name].code, LISTS[name].short_name) for name in told.authority.lists),
        faults=tuple(words for _, words in _FAULTS),
        due=tuple(f"{days} days" for days in WITHIN),
        groups=groups,
        key=key_for(cells),
        notes=(*_NOTES, _WORKLISTS.format(example=_a_worklist(groups), nobodys=NOBODYS)),
    )


def _groups(told: Briefing) -> tuple[TeamGroup, ...]:
    by_team, by_district = counts_by(told.now, "team"), counts_by(told.now, "district")
    units = grid(told.authority, told.list_date)[Level.TEAM]
    teams = [team for team in at_work(told.authority.teams, told.list_date) if team.name in units]
    known = {team.name for team in teams}
    gone = sorted({team for (team,) in by_team} - known - {NO_TEAM})  # it has faults, and has left the register
    files = {NO_TEAM: f"{NOBODYS}.xlsx", **file_names([NOBODYS, *_in_the_register(units), *gone])}
    first = _where_to_begin(told.now.ledger)

    def row(team: str, unit: str) -> TeamRow:
        return _team_row(told, team, unit, by_team.get((team,), FaultCount()), first.get(team, NOTHING), files[team])

    order = {unit: place for place, unit in enumerate(units_of(told.authority))}
    groups = []
    for district, here in groupby(
        sorted(teams, key=lambda one: order.get(one.district, 99)), key=lambda one: one.district
    ):
        members = list(here)
        together = _together(told, district, members[0].locality, by_district.get((district,), FaultCount()))
        groups.append(TeamGroup((together, *(row(team.name, team.name) for team in members))))
    return (*groups, TeamGroup((*(row(team, team) for team in gone), row(NO_TEAM, NO_DISTRICT))))


def _in_the_register(units: tuple[str, ...]) -> list[str]:
    """The teams of the register, without the remainder."""
    return [unit for unit in units if unit != NO_DISTRICT]


def _together(told: Briefing, district: str, locality: str, faults: FaultCount) -> TeamRow:
    name = sentence(district) if district == COUNTY_WIDE else f"{district} ({locality})" if locality else district
    return _row(told, name, "together", Level.DISTRICT.value, district, faults)


def _team_row(told: Briefing, team: str, unit: str, faults: FaultCount, begin: str, file: str) -> TeamRow:
    """One team. ``unit`` is what figures call it, ``team`` what the ledger does."""

    def said(what: str, words: str, value: str) -> Printed:
        return number(what, words, value, told_of=told.period, level=Level.TEAM.value, unit=unit)

    row = _row(told, sentence(team), "team", Level.TEAM.value, unit, faults)
    worklist = said("worklist", "Worklist", file)
    return replace(row, first=said("begin_with", "Begin with", begin), worklist=worklist)


def _row(told: Briefing, name: str, style: str, level: str, unit: str, faults: FaultCount) -> TeamRow:
    def of(what: str, words: str, value: str, window: str = "week") -> Printed:
        return number(what, words, value, told_of=told.period, level=level, unit=unit, window=window)

    soon, later = told.due.at(level, unit)
    lists = tuple(
        share_cell(told, told.shares.at(key, level, unit, told.period), beside=told.shares.whole(key, told.period))
        for key in told.authority.lists
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


def _a_worklist(groups: tuple[TeamGroup, ...]) -> str:
    """The name of the first worklist there is."""
    return next(row.worklist.value for group in groups for row in group.rows if row.worklist)


def _where_to_begin(ledger: pd.DataFrame) -> Mapping[str, str]:
    """For each team, the list with most of its weightiest faults; never the rule, which may tell of one child."""
    standing = ledger[ledger["state"] != CONFIRMED]
    graver = standing["severity"].map({Severity.ERROR.value: 0, Severity.WARNING.value: 1}).fillna(2).astype("int64")
    keyed = standing.assign(weight=standing["weight"].clip(upper=FOR_NONE), graver=graver)
    keys = ["team", "weight", "graver", "severity", "mends"]
    tallied = keyed.groupby(keys, sort=False, observed=True).size().rename("faults").reset_index()
    tallied = tallied.assign(place=tallied["mends"].map(POSITION))
    tallied = tallied.sort_values(["weight", "graver", "faults", "place"], ascending=[True, True, False, True])
    worst = tallied.drop_duplicates("team")
    return {
        str(row["team"]): _begin(str(row["mends"]), row["weight"], row["severity"], row["faults"])
        for row in worst.to_dict("records")
    }


def _begin(name: str, weight: int, severity: str, faults: int) -> str:
    what = _kind(severity, faults) if weight >= FOR_NONE else "withholding"
    return f"{LISTS[name].called}: {whole(faults)} {what}"


def _kind(severity: str, faults: int) -> str:
    """The kind of fault, one or many."""
    if severity == Severity.INFORMATION:
        return "to look at"
    return severity if faults == 1 else f"{severity}s"


def _message(groups: tuple[TeamGroup, ...]) -> str:
    """Which teams hold most faults, how many hold none, and how many belong to nobody who can be traced."""
    rows = [row for group in groups for row in group.rows if row.style == "team"]
    held = {row.name: int(row.faults[-1].value.replace(",", "")) for row in rows}
    lost = held.pop(sentence(NO_TEAM))
    if not any(held.values()):
        return "No team has a fault to put right."
    most = sorted((name for name, count in held.items() if count), key=lambda name: -held[name])[:3]
    named = ", ".join(f"{name} ({whole(held[name])})" for name in most)
    said = [f"What to do this week: of {whole(sum(held.values()))} open faults most are with {named}."]
    none = sum(count == 0 for count in held.values())
    said += [f"{sentence(counted(none, 'team has', 'teams have'))} none."] if none else []
    said += [f"{whole(lost)} more belong to no team that can be traced."] if lost else []
    return " ".join(said)
