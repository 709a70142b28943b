"""What managers are told every week: how right the lists are, where, and what to mend first."""

from reporting.presentation.packs.weekly.compose import Measured, compose_week
from reporting.presentation.packs.weekly.inputs import MARKING, AWeek
from reporting.presentation.packs.weekly.series import MOST_WEEKS

__all__ = ["MARKING", "MOST_WEEKS", "AWeek", "Measured", "compose_week"]
