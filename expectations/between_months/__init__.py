"""What one extract says of the one before it: rows that vanished, days that moved, events entered late (M01 to M07)."""

from expectations.between_months.changes import CHANGES, RULES, BetweenMonths
from expectations.between_months.comparing import NOTHING_EARLIER, Compared, compare

__all__ = ["CHANGES", "NOTHING_EARLIER", "RULES", "BetweenMonths", "Compared", "compare"]
