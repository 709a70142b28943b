"""The ledger of faults: every row that fails a rule, whose it is to mend, since when, and whether it is still open."""

from __future__ import annotations

FAULT_COLUMNS = (
    "fault",  # 16 hex digits: the same fault (rule and record) in every extract, whatever row it stands in
    "reference",  # 10 letters and digits: the same fault with the same value; what a worklist prints
    "list",
    "position",  # in the conformed table of ``list``; of the extract before, where ``vanished``
    "row",  # its row number in the source
    "rule",  # the check's key
    "id",  # the rule's id
    "severity",
    "mends",  # the one list to put right
    "team",
    "district",
    "locality",
    "worker",
    "since",  # the list date, as YYYY-MM-DD, of the first extract of this cadence that had the fault
    "state",  # new, open or confirmed
    "weight",  # 0: a figure for the whole county is withheld for want of such rows; 1: a unit's figure; 2: none
    "vanished",  # the row was in the extract before and is no longer there
)
PUT_RIGHT_COLUMNS = ("list", "id", "severity", "team", "district", "locality", "faults")

NEW, OPEN, CONFIRMED = "new", "open", "confirmed"
