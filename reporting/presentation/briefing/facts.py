"""What is known of each figure once disclosure has been decided, looked up by what it is a figure of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from reporting.model.figures import Level, Status
from reporting.model.measures import DefinedMeasure
from reporting.model.periods import Period, Window
from reporting.presentation.briefing.pack import Item
from reporting.presentation.views.leaves import Printed
from reporting.presentation.words import BAND_LETTERS, BAND_WORDS, whole

REPORTED = "reported"
REBUILT = "rebuilt"


class State(StrEnum):
    """What may be said of a figure."""

    SHOWN = "shown"
    SUPPRESSED = "suppressed"
    WITHHELD = "withheld"
    NOT_COMPUTABLE = "not_computable"
    ABSENT = "absent"


SIGNS = {State.SUPPRESSED: "[c]", State.WITHHELD: "[w]", State.NOT_COMPUTABLE: "[x]", State.ABSENT: "–"}
_SIGN_WORDS = {
    "[c]": "suppressed, so that no child can be recognised",
    "[w]": "withheld, because the data cannot support it",
    "[x]": "not computable: nobody to count, no population, or no such column",
    "–": "not reported that month",
}
SPOKEN = {
    State.SUPPRESSED: "suppressed",
    State.WITHHELD: "withheld",
    State.NOT_COMPUTABLE: "not computable",
    State.ABSENT: "not reported",
}


@dataclass(frozen=True)
class Fact:
    """One figure. Every number is absent unless the figure may be shown."""

    indicator: DefinedMeasure
    window: Window
    level: str
    unit: str
    period: str
    basis: str
    state: State
    value: float | None
    numerator: float | None
    denominator: float | None
    unknown: int
    undated: int
    band: str
    band_note: str
    reason: str
    row: Mapping[str, Any]

    @property
    def shown(self) -> bool:
        """Whether its numbers may be printed."""
        return self.state is State.SHOWN

    @property
    def text(self) -> str:
        """The value as a table prints it, or the sign that says why there is none."""
        if self.value is None:
            return SIGNS[self.state]
        return self.indicator.scale.in_print(self.value)

    @property
    def bare_text(self) -> str:
        """The same without a per cent sign."""
        return SIGNS[self.state] if self.value is None else self.indicator.scale.bare(self.value)

    def printed(self, *, full: bool = False, plain: bool = False, style: str = "", letter: str = "") -> Printed:
        """The figure as a cell; ``full`` when its counts are printed beside it."""
        parts = self._parts() if full and self.shown else {}
        return Printed(
            indicator=self.indicator.name,
            measure=self.indicator.short_title,
            window=self.window.value,
            level=self.level,
            unit=self.unit,
            period=self.period,
            basis=self.basis,
            value=self.bare_text if plain else self.text,
            grade=BAND_WORDS.get(self.band, ""),
            style=style or (self.band or "plain" if self.shown else self.state.value),
            letter=letter or BAND_LETTERS.get(self.band, ""),
            spoken=SPOKEN.get(self.state, ""),
            **parts,
        )

    def _parts(self) -> dict[str, str]:
        counted = {"not_known": whole(self.unknown)} if self.unknown else {}
        if self.undated:
            counted["no_date"] = whole(self.undated)
        if self.numerator is None or self.denominator is None:
            return counted
        beside = {"numerator": whole(self.numerator), "denominator": whole(self.denominator)}
        return counted | {name: beside[name] for name in self.indicator.scale.printed_counts}


def signs_explained(cells: Iterable[Printed]) -> tuple[str, ...]:
    """What each sign among the cells stands for."""
    used = {cell.value for cell in cells}
    return tuple(f"{sign} {words}." for sign, words in _SIGN_WORDS.items() if sign in used)


@dataclass(frozen=True)
class Facts:
    """Every figure a pack could print, after disclosure."""

    known: Mapping[tuple[str, ...], Fact]
    indicators: Mapping[str, DefinedMeasure]
    county: str

    def at(self, item: Item, period: Period, *, level: str, unit: str, basis: str = REPORTED) -> Fact:
        """The figure, or one that says there is none."""
        key = (item.indicator, item.window.value, level, unit, str(period), basis)
        found = self.known.get(key)
        return found or _absent(self.indicators[item.indicator], key)

    def whole(self, item: Item, period: Period, basis: str = REPORTED) -> Fact:
        """The figure for the whole authority."""
        return self.at(item, period, level=Level.COUNTY.value, unit=self.county, basis=basis)


def facts_of(disclosed: pd.DataFrame, indicators: Mapping[str, DefinedMeasure], county: str) -> Facts:
    """The figures of a disclosed frame (figure columns, ``basis`` and ``suppressed``)."""
    known: dict[tuple[str, ...], Fact] = {}
    for row in disclosed.to_dict("records"):
        fact = _fact(row, indicators[str(row["indicator"])])
        known[(fact.indicator.name, fact.window.value, fact.level, fact.unit, fact.period, fact.basis)] = fact
    return Facts(known, indicators, county)


def _fact(row: Mapping[Hashable, Any], indicator: DefinedMeasure) -> Fact:
    state = _state(row)
    shown = state is State.SHOWN
    return Fact(
        indicator=indicator,
        window=Window(row["window"]),
        level=str(row["level"]),
        unit=str(row["unit"]),
        period=str(row["period"]),
        basis=str(row["basis"]),
        state=state,
        value=_number(row["value"]) if shown else None,
        numerator=_number(row["numerator"]) if shown else None,
        denominator=_number(row["denominator"]) if shown else None,
        unknown=int(_number(row["unknown"]) or 0) if shown else 0,
        undated=int(_number(row["undated"]) or 0) if shown else 0,
        band=_text(row["band"]) if shown else "",
        band_note=_text(row["band_note"]) if shown else "",
        reason="" if state is State.SUPPRESSED else _text(row["reason"]),
        row={str(name): value for name, value in row.items()},
    )


def _state(row: Mapping[Hashable, Any]) -> State:
    if row["suppressed"]:
        return State.SUPPRESSED
    if row["status"] == Status.WITHHELD:
        return State.WITHHELD
    if row["status"] == Status.NOT_COMPUTABLE or pd.isna(row["value"]):
        return State.NOT_COMPUTABLE
    return State.SHOWN


def _absent(indicator: DefinedMeasure, key: tuple[str, ...]) -> Fact:
    _, window, level, unit, period, basis = key
    return Fact(
        indicator, Window(window), level, unit, period, basis, State.ABSENT, None, None, None, 0, 0, "", "", "", {}
    )  # fmt: skip


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
