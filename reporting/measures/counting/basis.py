"""What every indicator is counted on, prepared once for an extract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from reporting.measures.gates import Failing, failing_rows
from reporting.measures.indicators.model import Asked
from reporting.measures.units import age_groups, grid, place, unit_numbers
from reporting.model.calendar import Calendar
from reporting.model.figures import Level
from reporting.model.periods import Month, Window, span_of
from reporting.model.quality import Checked
from reporting.model.received import Conformed, Tables
from reporting.model.settings import Authority


@dataclass(frozen=True)
class CountingBasis:
    """The lists, where each of their rows belongs, and which rows fail a check."""

    conformed: Conformed
    checked: Checked
    authority: Authority
    calendar: Calendar
    list_date: date
    failing: Failing
    units: Mapping[Level, tuple[str, ...]]
    numbers: Mapping[str, Mapping[Level, np.ndarray]]  # list -> level -> each row's place among the units

    @property
    def tables(self) -> Tables:
        """The typed lists."""
        return self.conformed.tables

    def limits_on(self, day: date) -> Mapping[str, int]:
        """The council's local limits in force on a day, by name."""
        return self.authority.on(day).limit_values

    def asked(self, period: Month, window: Window) -> Asked:
        """What an indicator is asked for a window of the period being reported."""
        span = span_of(window, period, self.list_date)
        return Asked(period, window, span, self.list_date, self.calendar, self.limits_on(self.list_date))


def counting_basis(
    conformed: Conformed, checked: Checked, *, authority: Authority, calendar: Calendar, list_date: date
) -> CountingBasis:
    """The ground for counting one extract."""
    units = grid(authority, list_date)
    placed = place(conformed.tables, authority.teams, list_date)
    numbers = {name: _numbered(conformed.tables[name], places, units, list_date) for name, places in placed.items()}
    failing = failing_rows(checked, conformed.tables)
    return CountingBasis(conformed, checked, authority, calendar, list_date, failing, units, numbers)


def _numbered(
    table: pd.DataFrame, places: pd.DataFrame, units: Mapping[Level, tuple[str, ...]], list_date: date
) -> Mapping[Level, np.ndarray]:
    numbers = {
        level: unit_numbers(places[level.value], units[level]) for level in (Level.LOCALITY, Level.DISTRICT, Level.TEAM)
    }
    numbers[Level.COUNTY] = np.zeros(len(table), dtype="int64")
    if "dob" in table:
        numbers[Level.AGE_GROUP] = unit_numbers(age_groups(table["dob"], list_date), units[Level.AGE_GROUP])
    return numbers
