"""The Early Help heat map: assessments, and the contacts that come before them, in every district."""

from __future__ import annotations

from reporting.lists.schema import Service
from reporting.model.periods import Week
from reporting.presentation.blocks.early_help.view import EarlyHelp
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.heat_maps import FOLLOWING, district_heat, rated_message, themes_of
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.places import BORROWED

_NOT_IN_EARLY_HELP = (
    "Annex A lists early help assessments that began in the last six months. It cannot tell how many families are "
    "supported, what integrated teams do in a district, whether step-downs end well, or 10% growth in assessments over "
    "twelve months: there is no baseline, and the list goes back six months. Those need an early help return."
)


@block(Need.EVERY_MEASURE, Need.FAULTS, Need.ACCURACY, speaks_of=(Week,))
def early_help(told: Briefing) -> EarlyHelp:
    """Early help assessments and the contacts that come before them, in every district."""
    themes = themes_of(told, Service.EARLY_HELP)
    return district_heat(
        EarlyHelp,
        told,
        themes,
        title="Early Help heat map",
        message=rated_message(themes),
        notes=(_NOT_IN_EARLY_HELP, BORROWED),
        style=FOLLOWING,
    )
