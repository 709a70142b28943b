"""A working day whose contacts are all missing from the extract, for as long as nobody runs the list again."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from synthetic_council.council import Council
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.files import line_of
from synthetic_council.faults.kinds import FaultSite
from synthetic_council.faults.living import began_on, chance_of, salt_of
from synthetic_council.printing import Sheet

CONTACTS = "contacts"
RATE = 0.1
_A_DAY = 6
"""Contacts a working day that a list must have for a day without any to be odd."""

HIDDEN = "A contact dated by mistake on the empty day hides that the day is missing."


def leave_a_day_out(
    seed: int, ground: FaultSite, council: Council, sheets: Mapping[str, Sheet], touched: np.ndarray
) -> tuple[int | None, list[Effect]]:
    """Take the contacts of one working day out of the list, for some weeks now and then: the day, and what it does."""
    rows = ground.lists[CONTACTS]
    salt = salt_of(seed, "day without contacts")
    missing = int(council.working.on_or_after(np.array([began_on(salt, ground.day) - 20]))[0])
    if chance_of(seed, "day without contacts", ground.day) >= RATE or len(rows) < _A_DAY * 126:
        return None, []
    places = np.flatnonzero((rows["contact_date"] == missing).to_numpy())
    sheets[CONTACTS].removed |= {int(place) for place in places}
    touched[rows["person"].to_numpy()[places]] = True
    return missing, [Effect(CONTACTS, int(entity), removed=True) for entity in rows["entity"].to_numpy()[places]]


def told_of(missing: int, sheet: Sheet) -> list[dict[str, object]]:
    """The line about the day left out, once all other faults stand in the list."""
    cells = sheet.rows["contact_date"].drop(index=list(sheet.removed))
    return [line_of(CONTACTS, "", "day_without_contacts", "1.05", found=not (cells == missing).any())]
