"""The Fostering and Adoption heat map: placements, adoption and adopters in every district."""

from __future__ import annotations

from reporting.lists.schema import Service
from reporting.model.periods import Week
from reporting.presentation.blocks.fostering_and_adoption.view import FosteringAndAdoption
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.heat_maps import district_heat, rated_message, themes_of
from reporting.presentation.briefing.needs import Need

_NOT_IN_FOSTERING = (
    "Annex A does not hold foster carers, enquiries, approvals or vacancies, hard-to-find placements, or placements "
    "found in house: those need the council’s own returns. The adoption scorecard’s own indicators are not listed "
    "anywhere, so they are not graded here. List 11 holds adopters and not children; no measure is agreed on it yet."
)


@block(Need.EVERY_MEASURE, Need.FAULTS, Need.ACCURACY, speaks_of=(Week,))
def fostering_and_adoption(told: Briefing) -> FosteringAndAdoption:
    """Placements, adoption and adopters in every district."""
    themes = themes_of(told, Service.FOSTERING_AND_ADOPTION)
    return district_heat(
        FosteringAndAdoption,
        told,
        themes,
        title="Fostering and Adoption heat map",
        message=rated_message(themes),
        notes=(_NOT_IN_FOSTERING,),
    )
