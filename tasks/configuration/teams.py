"""A council's teams: where each works, and between which days."""

from __future__ import annotations

from pathlib import Path

from reporting.model.figures import COUNTY_WIDE, NO_DISTRICT
from reporting.model.settings import Team
from tasks.configuration.files import ConfigurationProblem, day_of, read_rows
from tasks.configuration.shapes import AuthorityFile

_COLUMNS = ("team", "district", "locality", "starts", "ends")


def read_teams(path: Path, settings: AuthorityFile) -> tuple[Team, ...]:
    """Every team in the order written. A team may have several rows, one after another.

    Rows that put it in two places at once are a finding of the checks (T03), and no reason to count nothing at all.
    """
    teams = [_team(path, line, row, settings) for line, row in read_rows(path, _COLUMNS)]
    _check_districts(path, teams)
    return tuple(teams)


def _team(path: Path, line: int, row: dict[str, str], settings: AuthorityFile) -> Team:
    if not row["team"] or row["team"] == NO_DISTRICT:
        raise ConfigurationProblem(path, f"line {line}, team: a team needs a name of its own.")
    _check_place(path, line, "district", row["district"], settings.districts)
    _check_place(path, line, "locality", row["locality"], settings.localities)
    if (row["district"] == COUNTY_WIDE) != (row["locality"] == COUNTY_WIDE):
        raise ConfigurationProblem(path, f"line {line}: a team that is county-wide is so in district and in locality.")
    starts = day_of(path, line, "starts", row["starts"])
    ends = day_of(path, line, "ends", row["ends"]) if row["ends"] else None
    if ends and ends < starts:
        raise ConfigurationProblem(path, f"line {line}, ends: {ends} comes before the team starts, {starts}.")
    return Team(row["team"], row["district"], row["locality"], starts, ends)


def _check_place(path: Path, line: int, key: str, place: str, known: list[str]) -> None:
    if place not in (*known, COUNTY_WIDE):
        listed = ", ".join((*known, COUNTY_WIDE))
        raise ConfigurationProblem(path, f'line {line}, {key}: "{place}" is not one of {listed}.')


def _check_districts(path: Path, teams: list[Team]) -> None:
    localities: dict[str, str] = {}
    for team in teams:
        locality = localities.setdefault(team.district, team.locality)
        if locality != team.locality:
            raise ConfigurationProblem(path, f"{team.district} is put in {locality} and in {team.locality}.")
