"""What falls due: what will pass its limit within five and within ten working days, for every team and worker."""

from __future__ import annotations

DUE_COLUMNS = (
    "list",
    "position",
    "row",
    "what",  # the obligation, for example assessment
    "due",  # the last day on which it is still within its limit, as YYYY-MM-DD
    "working_days",  # working days from the list date to that day: 0 to 10
    "team",
    "district",
    "locality",
    "worker",
)
WITHIN = (5, 10)
