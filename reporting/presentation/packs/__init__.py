"""What a board is told: a pack names its blocks, ``compose`` turns what is known into finished words and charts."""

from reporting.presentation.briefing.inputs import FollowedPeriod, Measured, ReportInputs
from reporting.presentation.briefing.pack import Item, Pack, Theme
from reporting.presentation.packs.compose import compose, needs_of
from reporting.presentation.packs.context import ReportContext

__all__ = [
    "FollowedPeriod",
    "Item",
    "Measured",
    "Pack",
    "ReportContext",
    "ReportInputs",
    "Theme",
    "compose",
    "needs_of",
]
