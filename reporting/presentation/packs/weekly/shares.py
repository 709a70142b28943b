"""The share of records that are right, looked up by what it is a share of, once disclosure has been decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from reporting.assurance.accuracy import Information
from reporting.lists import LISTS
from reporting.model.figures import FIGURE_COLUMNS, Level, Status
from reporting.model.periods import Week, Window
from reporting.model.scales import Scale
from reporting.presentation.packs.context import Printed
from reporting.presentation.packs.facts import REPORTED, SIGNS, SPOKEN, State
from reporting.presentation.packs.weekly.rating import Rating
from reporting.presentation.words import percentage

ALL_LISTS = "all_lists"
NOTHING_CHECKED = "–"
LEVELS = (Level.COUNTY.value, Level.DISTRICT.value, Level.TEAM.value)
INFORMATION_WORDS = {
    Information.TEAM_HIERARCHY: "Team hierarchy",
    Information.ALLOCATION: "Allocation",
    Information.PERSON: "Who the child is",
    Information.EVENTS: "Events and dates",
    Information.DECISIONS: "Decisions and outcomes",
    Information.CONTACT: "Visits and reviews",
    Information.AGREEMENT: "Lists agree",
}
_KEYS = ["measure", "name", "level", "unit"]


@dataclass(frozen=True)
class CheckedRecords:
    """What disclosure needs to know of records that were checked."""

    list: str
    scale: Scale = Scale.COUNT


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


def records_as_figures(accuracy: pd.DataFrame, week: Week, authority: str, levels: tuple[str, ...]) -> pd.DataFrame:
    """Records checked as figures to be disclosed: how many there are of a unit's children is what must not be told."""
    counted = counted_records(accuracy)
    counted = counted[counted["level"].isin(levels) & (counted["checked"] > 0)]
    checked = counted["checked"].to_numpy(dtype="float64")
    made = pd.DataFrame(
        {
            **dict.fromkeys(FIGURE_COLUMNS, ""),
            **dict.fromkeys(["no", "affected"], 0.0),
            **dict.fromkeys(["unknown", "undated"], 0),
            "denominator": float("nan"),
            "authority": authority,
            "period": str(week),
            "indicator": [checked_name(name) for name in counted["name"]],
            "window": Window.AS_AT.value,
            "level": counted["level"].to_numpy(),
            "unit": counted["unit"].to_numpy(),
            "status": Status.PRINTED.value,
            "basis": REPORTED,
        },
        index=range(len(counted)),
    )
    return made.assign(**dict.fromkeys(["yes", "cohort", "numerator", "value"], checked))


def checked_name(about: str) -> str:
    """What the records checked are called among the figures."""
    return f"{about}.checked"


def records_known() -> Mapping[str, CheckedRecords]:
    """Everything whose records are counted, as disclosure needs to know it."""
    lists = {checked_name(name): CheckedRecords(name) for name in LISTS}
    every = {checked_name(ALL_LISTS): CheckedRecords(ALL_LISTS)}
    kinds = {checked_name(kind.value): CheckedRecords(kind.value) for kind in Information}
    return {**lists, **every, **kinds}


@dataclass(frozen=True)
class Shares:
    """Every share that the report could print, after disclosure. ``withheld`` are lists that cannot be counted."""

    known: Mapping[tuple[str, ...], Share]
    withheld: Mapping[str, frozenset[str]]
    county: str

    def at(self, about: str, level: str, unit: str, week: Week) -> Share:
        """The share, or one that says why there is none."""
        held = about in self.withheld.get(str(week), frozenset())
        state = State.WITHHELD if held else State.ABSENT
        found = None if held else self.known.get((about, level, unit, str(week)))
        return found or Share(about, measure_words(about), level, unit, str(week), state, None, None)

    def whole(self, about: str, week: Week) -> Share:
        """The share for the whole authority."""
        return self.at(about, Level.COUNTY.value, self.county, week)


def shares_of(
    accuracy: Mapping[Week, pd.DataFrame], disclosed: pd.DataFrame, withheld: Mapping[Week, frozenset[str]], county: str
) -> Shares:
    """The shares of several weeks, without what may not be told."""
    hidden = disclosed.loc[disclosed["suppressed"], ["indicator", "level", "unit", "period"]]
    secret = set(hidden.itertuples(index=False, name=None))
    known: dict[tuple[str, ...], Share] = {}
    for week, frame in accuracy.items():
        for row in counted_records(frame).to_dict("records"):
            key = (str(row["name"]), str(row["level"]), str(row["unit"]), str(week))
            known[key] = _share(key, row["checked"], row["right"], secret=(checked_name(key[0]), *key[1:]) in secret)
    return Shares(known, {str(week): lists for week, lists in withheld.items()}, county)


def _share(key: tuple[str, str, str, str], checked: float, right: float, *, secret: bool) -> Share:
    about, level, unit, week = key
    if secret or not checked:
        state = State.SUPPRESSED if secret else State.ABSENT
        return Share(about, measure_words(about), level, unit, week, state, None, None)
    return Share(about, measure_words(about), level, unit, week, State.SHOWN, float(checked), float(right))
