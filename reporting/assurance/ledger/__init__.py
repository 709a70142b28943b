"""The ledger of faults: every row that fails a rule, whose it is to mend, since when, and whether it is still open."""

from reporting.assurance.ledger.columns import (
    CONFIRMED,
    FAULT_COLUMNS,
    NEW,
    NOT_HERE,
    OPEN,
    PUT_RIGHT_COLUMNS,
    REMEMBERED_COLUMNS,
)
from reporting.assurance.ledger.following import NO_EXTRACT, EarlierFollowUp, Ledger, follow
from reporting.assurance.ledger.standing import STILL_OPEN, without_confirmed

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
    "EarlierFollowUp",
    "Ledger",
    "follow",
    "without_confirmed",
]
