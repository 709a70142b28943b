"""What a ledger of faults holds, column by column."""

from __future__ import annotations

FAULT_COLUMNS = (
    "fault",  # 16 hex digits: the same fault (rule and record) in every extract, whatever row it stands in
    "reference",  # 10 letters and digits: the same fault with the same value; what a worklist prints
    "list",
    "position",  # in the conformed table of ``list``; of the extract before, where ``vanished``; -1: in neither
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
    "vanished",  # the row was in an extract before and is no longer there
)
PUT_RIGHT_COLUMNS = ("list", "id", "severity", "team", "district", "locality", "faults")
REMEMBERED_COLUMNS = (
    "fault",  # of a row that is not in this extract: it has vanished, or its list did not come
    "person",  # the child's id (on list 11 the adopter's), as last received
)

NEW, OPEN, CONFIRMED = "new", "open", "confirmed"
NOT_HERE = -1
