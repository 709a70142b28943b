"""What stands around every page: whose it is, as at which day, where one is, and where one can go."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.presentation.site.addresses import DEFINITIONS, OVERVIEW, RULES, TEAMS
from reporting.presentation.site.context import NavigationLink, Page
from reporting.presentation.site.inputs import SiteInputs
from reporting.presentation.views.leaves import Link
from reporting.presentation.views.parts import PagePart
from reporting.presentation.words import day_name

MARKING = "OFFICIAL-SENSITIVE"
NOTICE = "Made-up data: no real child is counted here."
FOOTER = (
    "Counts of records, and nothing about any one child. Which records they are stands in the restricted worklists of "
    "each team. This site works without a network."
)
PLACES = (
    ("Overview", OVERVIEW),
    ("Rules", RULES),
    ("Lists", f"{OVERVIEW}#lists"),
    ("Districts", f"{OVERVIEW}#districts"),
    ("Teams", TEAMS),
    ("Definitions", DEFINITIONS),
)


def page(
    told: SiteInputs,
    path: str,
    *,
    kind: str,
    heading: str,
    message: str,
    blocks: Sequence[PagePart],
    trail: Sequence[Link] = (),
) -> Page:
    """One page in its frame."""
    return Page(
        path=path,
        root="../" * path.count("/"),
        title=f"{heading} – Data quality – {told.authority.name}",
        kind=kind,
        heading=heading,
        message=message,
        navigation=tuple(NavigationLink(words, to, to == path) for words, to in PLACES),
        trail=tuple(trail),
        blocks=tuple(blocks),
        marking=MARKING,
        council=told.authority.name,
        as_at=as_at(told),
        notice=NOTICE if told.synthetic else "",
        footer=FOOTER,
    )


def as_at(told: SiteInputs) -> str:
    """The period, and the day the lists were run."""
    return f"{told.now.period.words}, lists as at {day_name(told.now.list_date)}"


def this_time(told: SiteInputs) -> str:
    """This month, or this week."""
    return f"this {told.now.period.called}"


HOME = Link("Overview", OVERVIEW)
