"""Teams, what each has to put right, what falls due, and the name of its worklist."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.assurance.due import WITHIN
from reporting.assurance.ledger import NEW
from reporting.presentation.site.addresses import team_anchor
from reporting.presentation.site.inputs import SiteInputs
from reporting.presentation.site.parts import BY_SEVERITY, by_severity
from reporting.presentation.site.phrases import number
from reporting.presentation.views.parts import Cell, ColumnHead, Table
from reporting.presentation.words import sentence


def team_table(
    told: SiteInputs, teams: Sequence[tuple[str, str]], *, lead: str, heading: str = "Teams", anchor: str = "teams"
) -> Table:
    """One row a team. ``teams`` are names and districts."""
    rows = tuple(_row(told, name) for name, _ in teams)
    head = (
        ColumnHead("Team"),
        *BY_SEVERITY,
        ColumnHead("New", "number"),
        ColumnHead("Put right", "number"),
        *(ColumnHead(f"Due within {days} working days", "number") for days in WITHIN),
        ColumnHead("Worklist"),
    )
    return Table(anchor, heading, lead, head, rows, "No team of the register works here.")


def _row(told: SiteInputs, team: str) -> tuple[Cell, ...]:
    ours = told.now.to_put_right.where(team=team)
    days = told.due.loc[told.due["team"].astype(str) == team, "working_days"]
    return (
        Cell(sentence(team), anchor=team_anchor(team)),
        *by_severity(ours),
        Cell(number(ours.where(state=NEW).total), "number"),
        Cell(number(told.mended("team", team)), "number"),
        *(Cell(number(int((days <= most).sum())), "number") for most in WITHIN),
        Cell(told.worklists[team], "file"),
    )
