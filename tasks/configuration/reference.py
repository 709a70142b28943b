"""What is known of every council alike: bank holidays, populations and published comparators."""

from __future__ import annotations

from pathlib import Path

from reporting.model.agreements import Agreement, Agreements
from reporting.model.calendar import Calendar
from reporting.model.settings import Comparator, Population
from tasks.configuration.agreed import AGREED_COLUMNS, agreed_row, turns
from tasks.configuration.files import ConfigurationProblem, day_of, number_of, read_rows
from tasks.data_folder import data_folder

_BASES = ("year to 31 March", "at 31 March")
_POPULATION = ("area", "ons_code", "year", "children", "source")
_COMPARATOR = ("indicator", "window", "area", "ons_code", "year", "value", "basis", *AGREED_COLUMNS)


def load_calendar(data: Path | None = None) -> Calendar:
    """England's working days."""
    path = (data or data_folder()) / "reference" / "bank_holidays.csv"
    days = [day_of(path, line, "date", row["date"]) for line, row in read_rows(path, ("date", "name", "source"))]
    if len(set(days)) != len(days):
        raise ConfigurationProblem(path, "a day is listed twice.")
    return Calendar.of(days)


def read_populations(units: tuple[str, ...], data: Path) -> tuple[Population, ...]:
    """Every year's population of the units named, earliest first."""
    path = data / "reference" / "populations.csv"
    found: dict[tuple[int, str], Population] = {}
    for line, row in read_rows(path, _POPULATION):
        year, unit = _year(path, line, row), row["area"]
        if (year, unit) in found:
            raise ConfigurationProblem(path, f"line {line}: {unit} in {year} is listed twice.")
        if unit in units:
            children = int(number_of(path, line, "children", row["children"]))
            found[year, unit] = Population(unit, children, year, row["source"])
    return tuple(found[key] for key in sorted(found))


def read_comparators(areas: list[str], data: Path) -> tuple[Agreements[Comparator], ...]:
    """Published figures for the areas named, in the order named. One that follows another says from which day."""
    path = data / "reference" / "comparators.csv"
    found: dict[tuple[str, str, int], list[Agreement[Comparator]]] = {}
    for line, row in read_rows(path, _COMPARATOR):
        if row["basis"] not in _BASES:
            raise ConfigurationProblem(path, f'line {line}, basis: "{row["basis"]}" is not one of {", ".join(_BASES)}.')
        held = agreed_row(path, line, row, _comparator(path, line, row))
        if held.value.area in areas:
            key = (held.value.indicator, held.value.window, areas.index(held.value.area))
            found.setdefault(key, []).append(held)
    return tuple(
        turns(path, f"{indicator}, {window}, {areas[at]}", values)
        for (indicator, window, at), values in sorted(found.items())
    )


def _comparator(path: Path, line: int, row: dict[str, str]) -> Comparator:
    return Comparator(
        indicator=row["indicator"],
        area=row["area"],
        window=row["window"],
        value=number_of(path, line, "value", row["value"]),
        year=_year(path, line, row),
        basis=row["basis"],
    )


def _year(path: Path, line: int, row: dict[str, str]) -> int:
    return int(number_of(path, line, "year", row["year"]))
