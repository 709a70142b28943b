"""The share of records that are right, looked up by what it is a share of, once disclosure has been decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reporting.assurance.accuracy import Information
from reporting.lists import LISTS
from reporting.model.figures import Level
from reporting.model.periods import Period, Window
from reporting.presentation.briefing.facts import REPORTED, SIGNS, SPOKEN, State
from reporting.presentation.briefing.inputs import Measured
from reporting.presentation.briefing.rating import Rating
from reporting.presentation.disclosure.counts import SHOWN, SUBJECT, CountTable, Makeup
from reporting.presentation.views.leaves import Printed
from reporting.presentation.words import INFORMATION_WORDS, percentage

ALL_LISTS = "all_lists"
NOTHING_CHECKED = "–"
LEVELS = (Level.COUNTY.value, Level.DISTRICT.value, Level.TEAM.value)
_KEYS = ["measure", "name", "level", "unit"]
_CHECKED = "checked"
_RECORDS = Makeup((_CHECKED,), answers=frozenset({_CHECKED}), children=frozenset({_CHECKED}))

RecordsKey = tuple[str, str, str, str]  # name, level, unit, period


@dataclass(frozen=True)
class Share:
    """Records right of records checked. Both are absent unless the share may be shown."""

    about: str
    measure: str
    level: str
    unit: str
    period: str
    state: State
    checked: float | None
    right: float | None

    @property
    def shown(self) -> bool:
        """Whether its value may be printed."""
        return self.state is State.SHOWN

    @property
    def value(self) -> float | None:
        """Per cent, unrounded."""
        return 100 * self.right / self.checked if self.right is not None and self.checked else None

    @property
    def text(self) -> str:
        """The value without a per cent sign, or the sign that says why there is none."""
        if self.value is None:
            return NOTHING_CHECKED if self.state is State.ABSENT else SIGNS[self.state]
        return percentage(self.value)

    @property
    def wrong_counts(self) -> dict[str, float | None]:
        """The share that is not right, as a figure's counts."""
        wrong = None if self.checked is None or self.right is None else self.checked - self.right
        return {"numerator": wrong, "denominator": self.checked}

    def printed(self, rating: Rating, *, letter: str = "") -> Printed:
        """The share as a cell."""
        said = "nothing to check" if self.state is State.ABSENT else SPOKEN.get(self.state, "")
        return Printed(
            indicator=f"{self.about}.records_right",
            measure=self.measure,
            window=Window.AS_AT.value,
            level=self.level,
            unit=self.unit,
            period=self.period,
            basis=REPORTED,
            value=self.text,
            grade=rating.words,
            style=("outside" if letter else rating.style) if self.shown else self.state.value,
            letter=rating.letter or letter,
            spoken=said,
        )


def measure_words(about: str) -> str:
    """What a share is a share of, in words."""
    if about == ALL_LISTS:
        return "All lists: records right"
    if about in LISTS:
        return f"{LISTS[about].title}: records right"
    return INFORMATION_WORDS[Information(about)]


def counted_records(accuracy: pd.DataFrame) -> pd.DataFrame:
    """Records checked and right by list, for all lists together, and by type of information."""
    kept = accuracy[accuracy["measure"].isin(["list", "information"]) & accuracy["level"].isin(LEVELS)]
    lists = kept[kept["measure"] == "list"]
    every = lists.groupby(["level", "unit"], sort=False, as_index=False)[["checked", "right"]].sum()
    every = every.assign(measure="list", name=ALL_LISTS)
    columns = [*_KEYS, "checked", "right"]
    return pd.concat([every[columns], kept[columns]], ignore_index=True)


def counts_of_records(
    accuracy: pd.DataFrame, period: Period, levels: tuple[str, ...], subject: Callable[[str], str]
) -> CountTable:
    """Records checked, to be disclosed: how many there are of a unit's children is what must not be told.

    ``subject`` says whom the records of a list are of.
    """
    kept = counted_records(accuracy)
    kept = kept[kept["level"].isin(levels) & (kept["checked"] > 0)]
    rows = pd.DataFrame(
        {
            "period": str(period),
            "basis": REPORTED,
            "window": Window.AS_AT.value,
            "name": [checked_name(name) for name in kept["name"]],
            "level": kept["level"].to_numpy(dtype=object),
            "unit": kept["unit"].to_numpy(dtype=object),
            SUBJECT: [subject(name) for name in kept["name"]],
            SHOWN: True,
            _CHECKED: kept["checked"].to_numpy(dtype="float64"),
        },
        index=range(len(kept)),
    )
    return CountTable(rows, dict.fromkeys(rows["name"].unique(), _RECORDS))


def checked_name(about: str) -> str:
    """What the records checked are called among what is counted."""
    return f"{about}.checked"


@dataclass(frozen=True)
class Shares:
    """Every share that the report could print, after disclosure. ``withheld`` are lists that cannot be counted."""

    known: Mapping[tuple[str, ...], Share]
    withheld: Mapping[str, frozenset[str]]
    county: str

    def at(self, about: str, level: str, unit: str, period: Period) -> Share:
        """The share, or one that says why there is none."""
        held = about in self.withheld.get(str(period), frozenset())
        state = State.WITHHELD if held else State.ABSENT
        found = None if held else self.known.get((about, level, unit, str(period)))
        return found or Share(about, measure_words(about), level, unit, str(period), state, None, None)

    def whole(self, about: str, period: Period) -> Share:
        """The share for the whole authority."""
        return self.at(about, Level.COUNTY.value, self.county, period)


def hidden_records(counted: CountTable, hidden: np.ndarray) -> frozenset[RecordsKey]:
    """Which records checked may not be told: by name, level, unit and period."""
    keys = counted.rows.loc[hidden, ["name", "level", "unit", "period"]]
    return frozenset(keys.itertuples(index=False, name=None))


def shares_of(
    series: Mapping[Period, Measured],
    secret: frozenset[RecordsKey],
    withheld: Mapping[Period, frozenset[str]],
    county: str,
) -> Shares:
    """The shares of several periods, without those whose records are ``secret``."""
    known: dict[tuple[str, ...], Share] = {}
    for period, measured in series.items():
        for row in counted_records(measured.accuracy).to_dict("records"):
            key = (str(row["name"]), str(row["level"]), str(row["unit"]), str(period))
            known[key] = _share(key, row["checked"], row["right"], secret=(checked_name(key[0]), *key[1:]) in secret)
    return Shares(known, {str(period): lists for period, lists in withheld.items()}, county)


def _share(key: tuple[str, str, str, str], checked: float, right: float, *, secret: bool) -> Share:
    about, level, unit, week = key
    if secret or not checked:
        state = State.SUPPRESSED if secret else State.ABSENT
        return Share(about, measure_words(about), level, unit, week, state, None, None)
    return Share(about, measure_words(about), level, unit, week, State.SHOWN, float(checked), float(right))
