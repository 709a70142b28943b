"""Whether the team on a row is one that the council's register knows, on that day and in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from expectations.check import Check, Named, RulesOf
from expectations.extract import Rows
from reporting.lists.schema import ListSchema
from reporting.measures.units import at_work, has_teams, in_two_places, is_one_of
from reporting.model.quality import Scope
from reporting.model.settings import Team


def rules_about_teams(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    """The rules of the team hierarchy. Capitals and spacing of a team's name do not matter."""
    if not has_teams(schema.name):
        return
    yield on.warning(
        "T01",
        "team",
        "Every team is in the council's register of teams.",
        "Correct the team on the case record, or add the team to teams.csv.",
        lambda rows: rows.filled("team") & ~is_one_of(rows["team"], rows.extract.teams),
        council="teams",
        named=Named.TEAM_REGISTERED,
    )
    yield on.warning(
        "T02",
        "team",
        "Every team is at work on the day the lists were run: it has begun, and has not ended.",
        "Move the case to the team that has taken over, or correct the team's dates in teams.csv.",
        lambda rows: is_one_of(rows["team"], rows.extract.teams) & ~is_one_of(rows["team"], at_work(*_register(rows))),
        council="teams",
        named=Named.TEAM_REGISTERED,
    )
    yield on.warning(
        "T03",
        "team",
        "The register of teams has each team in one place at a time.",
        "Correct the team's dates or places in teams.csv; until then its rows have no known place.",
        lambda rows: is_one_of(rows["team"], in_two_places(*_register(rows))),
        council="teams",
        named=Named.TEAM_REGISTERED,
        scope=Scope.LIST,
    )


def _register(rows: Rows) -> tuple[Iterable[Team], date]:
    """The register of teams, and the day on which it is asked."""
    return rows.extract.teams, rows.list_date.date()
