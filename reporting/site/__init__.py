"""The place to look: what every page of the quality site says, in finished words. Counts only, and no child."""

from __future__ import annotations

from reporting.site.context import Page, Site
from reporting.site.definitions import definitions
from reporting.site.every_rule import every_rule
from reporting.site.one_district import one_district
from reporting.site.one_list import one_list
from reporting.site.one_rule import one_rule
from reporting.site.overview import overview
from reporting.site.teams import teams
from reporting.site.told import Extract, Told

__all__ = ["Extract", "Page", "Site", "Told", "site_of"]


def site_of(told: Told) -> Site:
    """Every page: the overview, one a list, one a rule, one a district, the teams and the definitions."""
    return Site(
        (
            overview(told),
            every_rule(told),
            *(one_list(told, name) for name in told.lists),
            *(one_rule(told, rule) for rule in told.rules),
            *(one_district(told, name) for name in told.districts),
            teams(told),
            definitions(told),
        )
    )
