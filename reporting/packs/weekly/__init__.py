"""What managers are told every week: how right the lists are, where, and what to mend first."""

from reporting.packs.weekly.compose import Measured, compose_week
from reporting.packs.weekly.series import MOST_WEEKS
from reporting.packs.weekly.told import MARKING, AWeek

__all__ = ["MARKING", "MOST_WEEKS", "AWeek", "Measured", "compose_week"]
