"""The ledger of faults: every row that fails a rule, whose it is to mend, since when, and whether it is still open."""

from reporting.ledger.columns import (
    CONFIRMED,
    FAULT_COLUMNS,
    NEW,
    NOT_HERE,
    OPEN,
    PUT_RIGHT_COLUMNS,
    REMEMBERED_COLUMNS,
)
from reporting.ledger.following import NO_EXTRACT, Before, Ledger, follow
from reporting.ledger.standing import STILL_OPEN, without_confirmed

__all__ = [
    "CONFIRMED",
    "FAULT_COLUMNS",
    "NEW",
    "NOT_HERE",
    "NO_EXTRACT",
    "OPEN",
    "PUT_RIGHT_COLUMNS",
    "REMEMBERED_COLUMNS",
    "STILL_OPEN",
    "Before",
    "Ledger",
    "follow",
    "without_confirmed",
]
