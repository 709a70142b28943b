"""The place to look: what every page of the quality site says, in finished words. Counts only, and no child."""

from __future__ import annotations

from reporting.presentation.site.context import Page, Site
from reporting.presentation.site.definitions import definitions
from reporting.presentation.site.every_rule import every_rule
from reporting.presentation.site.inputs import SiteExtract, SiteInputs
from reporting.presentation.site.one_district import one_district
from reporting.presentation.site.one_list import one_list
from reporting.presentation.site.one_rule import one_rule
from reporting.presentation.site.overview import overview
from reporting.presentation.site.teams import teams

__all__ = ["Page", "Site", "SiteExtract", "SiteInputs", "site_of"]


def site_of(told: SiteInputs) -> Site:
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
