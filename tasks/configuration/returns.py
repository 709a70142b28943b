"""What roles have returned to a council: CSV files, one row a figure, read strictly and refused in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from reporting.measures.returned import NotAllowed, counts_behind, units_returned_for
from reporting.model.figures import Level
from reporting.model.measures import DefinedMeasure, ReturnedMeasure
from reporting.model.periods import Month, NotAPeriod
from reporting.model.returns import Returned, Said
from reporting.model.settings import Authority
from tasks.configuration.files import ConfigurationProblem, day_of, read_rows

COLUMNS = (
    "measure",
    "period",
    "level",
    "unit",
    "numerator",
    "denominator",
    "value",
    "n",
    "returned_by",
    "returned_on",
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_WORDS = {said.value: said for said in Said if said is not Said.A_VALUE}


def read_returns(folder: Path, authority: Authority) -> tuple[Returned, ...]:
    """Every figure that the files of ``folder`` hold, revisions included, in the order of the files and their lines.

    Raises ``ConfigurationProblem``, naming the file, the line and the column, for a row that cannot be right.
    """
    found: dict[tuple[str, str, str, str, date], Returned] = {}
    for path in sorted(folder.glob("*.csv")):
        for line, row in read_rows(path, COLUMNS):
            one = _Row(path, line, row).read(authority)
            key = (one.measure, one.period, one.level, one.unit, one.returned_on)
            if key in found:
                raise ConfigurationProblem(
                    path, f"line {line}: {one.measure} for {one.unit}, {one.period} is returned twice on one day."
                )
            found[key] = one
    return tuple(found.values())


class _Row:
    """One line of a file of returns, and how to say what is wrong with it."""

    def __init__(self, path: Path, line: int, cells: Mapping[str, str]) -> None:
        self._path, self._line, self._cells = path, line, cells

    def read(self, authority: Authority) -> Returned:
        """The figure that the line states."""
        measure = self._measure(authority.definitions)
        month, day = self._month(), day_of(self._path, self._line, "returned_on", self._cells["returned_on"])
        if day < month.first_day:
            raise self._problem("returned_on", f"{day} is before {month}, which it is for, had begun")
        self._place(measure, authority, month)
        said = _WORDS.get(self._cells["value"].casefold(), Said.A_VALUE)
        numbers = (self._number(name, said) for name in ("numerator", "denominator", "value", "n"))
        numerator, denominator, value, n = numbers
        if not self._cells["returned_by"]:
            raise self._problem("returned_by", "say which role returned it")
        if n is not None and (n != int(n) or n < 0):
            raise self._problem("n", f'"{self._cells["n"]}" is not a whole number, 0 or more')
        one = Returned(
            measure=measure.name,
            period=str(month),
            level=self._cells["level"],
            unit=self._cells["unit"],
            said=said,
            numerator=numerator,
            denominator=denominator,
            value=value,
            n=None if n is None else int(n),
            returned_by=self._cells["returned_by"],
            returned_on=day,
        )
        self._refuse_what_the_scale_does_not_allow(one, measure)
        return one

    def _measure(self, measures: Mapping[str, DefinedMeasure]) -> ReturnedMeasure:
        name = self._cells["measure"]
        measure = measures.get(name)
        if isinstance(measure, ReturnedMeasure):
            return measure
        known = ", ".join(one.name for one in measures.values() if isinstance(one, ReturnedMeasure)) or "none yet"
        why = "is made from the lists, and is not returned" if measure else "is not a measure"
        raise self._problem("measure", f'"{name}" {why}. Measures that are returned: {known}')

    def _month(self) -> Month:
        try:
            return Month.parse(self._cells["period"])
        except NotAPeriod as problem:
            raise self._problem("period", str(problem).rstrip(".")) from None

    def _place(self, measure: ReturnedMeasure, authority: Authority, month: Month) -> None:
        level, unit = self._cells["level"], self._cells["unit"]
        if level not in measure.levels:
            raise self._problem("level", f'"{level}" is not one of {_listed(measure.levels)}')
        units = units_returned_for(authority, month)[Level(level)]
        if unit not in units:
            raise self._problem("unit", f'"{unit}" is not a {level} of {authority.name}. Known: {_listed(units)}')

    def _number(self, column: str, said: Said) -> float | None:
        text = self._cells[column]
        if said is not Said.A_VALUE:
            if text and column != "value":
                raise self._problem(column, f"there is no number beside {said}")
            return None
        if text and not _NUMBER.fullmatch(text):
            words = f", nor {_listed(tuple(_WORDS))}" if column == "value" else ""
            raise self._problem(column, f'"{text}" is not a number written with digits and at most one point{words}')
        return float(text) if text else None

    def _refuse_what_the_scale_does_not_allow(self, one: Returned, measure: ReturnedMeasure) -> None:
        if one.said is not Said.A_VALUE:
            return
        try:
            counts_behind(one, measure.scale)
        except NotAllowed as problem:
            raise self._problem(measure.name, str(problem)) from None

    def _problem(self, about: str, sentence: str) -> ConfigurationProblem:
        return ConfigurationProblem(self._path, f"line {self._line}, {about}: {sentence}.")


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
