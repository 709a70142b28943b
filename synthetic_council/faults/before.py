"""The extract before, of the same rhythm: only it can show that a row has gone or a date has moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from synthetic_council.printing import Sheet


@dataclass(frozen=True)
class EarlierSheets:
    """What was written then: for each list that was whole its sheet, and the event and team behind each record."""

    sheets: Mapping[str, Sheet]
    entities: Mapping[str, np.ndarray]
    teams: Mapping[str, pd.Series]

    def place(self, name: str, entity: int) -> int | None:
        """Where the record of an event stood among the records of its list; none where it was not written."""
        found = np.flatnonzero(self.entities[name] == entity) if name in self.sheets else np.empty(0, dtype=int)
        return int(found[0]) if len(found) and int(found[0]) not in self.sheets[name].removed else None

    def cell(self, name: str, entity: int, column: str) -> object:
        """A cell of the record as it was written; none where the record was not there."""
        place = self.place(name, entity)
        return None if place is None else self.sheets[name].rows.at[place, column or self.sheets[name].keys[0]]
