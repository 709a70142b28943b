"""Where things are: districts in print order, the localities they lie in, and the remainders."""

from __future__ import annotations

from itertools import groupby

from reporting.measures.units import has_teams
from reporting.model.figures import COUNTY_WIDE, NO_DISTRICT
from reporting.model.measures import DefinedMeasure
from reporting.model.settings import Authority
from reporting.presentation.views.heat import HeatGroup

REMAINDERS = (COUNTY_WIDE, NO_DISTRICT)
BORROWED = (
    "Contacts, early help assessments and adoptions have no team of their own: they are placed only where the child is "
    "also in need, on a plan or looked after. Their districts show children already known, and are not compared with "
    "the county."
)


def units_of(authority: Authority) -> tuple[str, ...]:
    """Districts, locality by locality, and both remainders."""
    return (*(unit for _, unit in _places(authority)), *REMAINDERS)


def groups_of(authority: Authority) -> tuple[HeatGroup, ...]:
    """The localities, each with how many districts it spans."""
    grouped = groupby(_places(authority), key=lambda pair: pair[0])
    return tuple(HeatGroup(name, str(len(list(places)))) for name, places in grouped)


def has_its_own_team(indicator: DefinedMeasure) -> bool:
    """Whether the list says which team holds each row, so that a row's district has nothing to do with its answer.

    What is returned for a district is its own.
    """
    return not indicator.list or has_teams(indicator.list)


def has_people(authority: Authority, indicator: DefinedMeasure) -> bool:
    """A rate needs a population for the districts, and where there is none no district could ever have a value."""
    people_of = {population.unit for population in authority.populations}
    return not indicator.scale.needs_population or bool(people_of & set(authority.districts))


def _places(authority: Authority) -> list[tuple[str, str]]:
    """Each district with its locality, in print order."""
    localities = {team.district: team.locality for team in authority.teams}
    placed = [(localities.get(district, ""), district) for district in authority.districts]
    order = {locality: place for place, locality in enumerate(authority.localities)}
    return sorted(placed, key=lambda pair: order.get(pair[0], len(order)))
