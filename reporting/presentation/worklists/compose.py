"""One worklist a team, and one for the rows of nobody, from the follow-up of an extract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reporting.assurance.due import WITHIN
from reporting.assurance.ledger import CONFIRMED
from reporting.assurance.owners import NO_TEAM
from reporting.measures.units import grid
from reporting.model.figures import NO_DISTRICT, Level
from reporting.model.periods import Period
from reporting.model.settings import Authority
from reporting.presentation.worklists.followed import Followed
from reporting.presentation.worklists.names import file_names
from reporting.presentation.worklists.read_me import Counts, ReadMeLine, read_me
from reporting.presentation.worklists.tables import DUE_HEADINGS, MEND_HEADINGS, falling_due, of_whole_lists, to_mend

NOBODYS = "Rows without a team"
_DATA_TEAM, _TEAM = "prepares", "holds_team_worklist"


@dataclass(frozen=True)
class Worklist:
    """One workbook, in finished text. ``whole_lists`` is for the data team alone, and None in a team's own."""

    team: str
    file: str
    may_have: tuple[str, ...]  # roles
    may_confirm: tuple[str, ...]  # roles
    period: str
    counts: Counts
    read_me: tuple[ReadMeLine, ...]
    to_mend: pd.DataFrame  # MEND_HEADINGS
    due: pd.DataFrame  # DUE_HEADINGS
    whole_lists: pd.DataFrame | None = None  # LIST_HEADINGS


def worklists(followed: Followed, *, authority: Authority, period: Period, list_date: date) -> Iterator[Worklist]:
    """The worklists of every team that there is on the list date, and the one for rows without a team at the end.

    Every fault is on exactly one of them, but for those that are confirmed as correct: they are counted.
    """
    mend = _of_each_team(to_mend(followed, council=authority.county_unit, called=period.called))
    due = _of_each_team(falling_due(followed))
    confirmed = _counted(followed.faults[followed.faults["state"] == CONFIRMED].assign(faults=1))
    put_right = _counted(followed.put_right)
    teams = _teams(authority, list_date, {*mend, *due, *confirmed, *put_right})
    files = file_names([NOBODYS, *teams])
    for team in (*teams, NO_TEAM):
        own_mend = mend.get(team, pd.DataFrame(columns=[*MEND_HEADINGS, "first"]))
        own_due = due.get(team, pd.DataFrame(columns=list(DUE_HEADINGS)))
        counts = _counts(own_mend, own_due, confirmed.get(team, 0), put_right.get(team, 0))
        nobodys = team == NO_TEAM
        name = NOBODYS if nobodys else team
        may_have = _roles(authority, nobodys=nobodys)
        yield Worklist(
            team=name,
            file=files[name],
            may_have=may_have,
            may_confirm=authority.may_confirm,
            period=str(period),
            counts=counts,
            read_me=read_me(name, may_have, counts, authority, period, list_date, nobodys=nobodys),
            to_mend=own_mend[list(MEND_HEADINGS)],
            due=own_due[list(DUE_HEADINGS)],
            whole_lists=of_whole_lists(followed) if nobodys else None,
        )


def _teams(authority: Authority, list_date: date, named: set[str]) -> tuple[str, ...]:
    """The teams that there are, in the register's order, and then any other that has something on its list."""
    ours = [team for team in grid(authority, list_date)[Level.TEAM] if team != NO_DISTRICT]
    return (*ours, *sorted(named - {*ours, NO_TEAM}))


def _roles(authority: Authority, *, nobodys: bool) -> tuple[str, ...]:
    """A team's own is for the team's role and the data team; what is nobody's, for the data team alone."""
    roles = authority.roles
    named = (roles.get(_DATA_TEAM, ""),) if nobodys else (roles.get(_TEAM, ""), roles.get(_DATA_TEAM, ""))
    return tuple(role for role in dict.fromkeys(named) if role)


def _of_each_team(rows: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    return {str(team): own for team, own in rows.groupby("team")}


def _counted(faults: pd.DataFrame) -> Mapping[str, int]:
    """How many, by team."""
    return {str(team): int(count) for team, count in faults.groupby("team")["faults"].sum().items()}


def _counts(mend: pd.DataFrame, due: pd.DataFrame, confirmed: int, put_right: int) -> Counts:
    new = int(mend["New or open"].ne("Still open").sum())
    soon = int(due["Within"].eq(f"{WITHIN[0]} working days").sum())
    first = int(mend["first"].astype(bool).sum())
    return Counts(len(mend), new, len(mend) - new, first, put_right, confirmed, soon, len(due))
