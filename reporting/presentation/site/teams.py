"""The page of teams: whose worklist holds what, district by district."""

from __future__ import annotations

from reporting.assurance.owners import NO_TEAM
from reporting.presentation.site.addresses import TEAMS, slug
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import HOME, page
from reporting.presentation.site.inputs import SiteInputs
from reporting.presentation.site.parts import place_words
from reporting.presentation.site.team_table import team_table
from reporting.presentation.words import counted, sentence, whole


def teams(told: SiteInputs) -> Page:
    """Every team, under its district."""
    blocks = []
    for district in told.districts:
        here = [one for one in told.teams if one[1] == district]
        if here:
            words = place_words(told, district)
            blocks.append(team_table(told, here, lead="", heading=words, anchor=slug(district)))
    return page(
        told,
        TEAMS,
        kind="Teams",
        heading="Teams and their worklists",
        message=_message(told),
        blocks=blocks,
        trail=(HOME,),
    )


def _message(told: SiteInputs) -> str:
    ours = told.now.to_put_right.by("team")
    left = ours.get(NO_TEAM, 0)
    with_some = sum(name != NO_TEAM for name in ours)
    theirs = whole(sum(ours.values()) - left)
    said = f"{sentence(counted(with_some, 'team has', 'teams have'))} {theirs} faults to put right"
    stray = f", and {whole(left)} are in records that no team can be traced for" if left else ""
    holder = told.authority.roles.get("holds_team_worklist", "Team manager").lower()
    return f"{said}{stray}. Each worklist lies in the period’s restricted folder; its {holder} may have it."
