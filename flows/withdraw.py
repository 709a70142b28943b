"""A run taken back: what was reported by mistake counts no more, and the record keeps that it was."""

from __future__ import annotations

from reporting.model.periods import CYCLED, NotAPeriod, period_named
from tasks.configuration import folder_of
from tasks.errors import UsageProblem
from tasks.record.keeping import Record
from tasks.record.location import exclusive_lock
from tasks.record.reports import as_reported, withdraw


def take_back(authority: str, period: str, *, reason: str, role: str) -> None:
    """Take back the run that now stands for a period, and say what stands after it."""
    try:
        asked = str(period_named(period, CYCLED))
    except NotAPeriod as problem:
        raise UsageProblem(str(problem)) from None
    for option, text in (("reason", reason), ("role", role)):
        if not text.strip():
            raise UsageProblem(f"Say why and in which role: --{option} is empty.")
    folder_of(authority)  # an unknown council is said at once
    record = Record.to_read()
    with exclusive_lock(record.folder, authority):
        left = withdraw(record, authority, asked, reason=reason.strip(), role=role.strip())
        known_by = as_reported(record, authority, asked)
    print(f"The last run of {authority} for {asked} is taken back, and the record keeps that it was and why.")
    if left:
        print(f"What stands now was run on the lists of {left.list_date.isoformat()}.")
    if left and not known_by:
        print(f"No run on lists of the whole of {asked} stands, so later reports show nothing as reported for it.")
    print("Reports that were laid out stay where they are until the period is run again on the right lists.")
