"""Which figures the data cannot support, and which failing rules each of them is withheld for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reporting.assurance.owners import NO_TEAM
from reporting.model.figures import NO_DISTRICT, Level, Status
from reporting.model.measures import DefinedMeasure
from reporting.model.quality import Checked, Finding, Rule, Severity
from reporting.model.reasons import NOBODYS_FAULT, codes_of

_OWNED_AT = (Level.TEAM, Level.DISTRICT, Level.LOCALITY)

FOR_THE_COUNTY, FOR_A_UNIT, FOR_NONE = 0, 1, 2


def kept_back(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that the data cannot support, as rows of ``figures``.

    One for a unit with nobody in it is not among them, nor one of a list that the council does not send. Columns and
    index are those of ``figures``.
    """
    status = figures["status"].astype(str)
    unsupported = (status == Status.NOT_COMPUTABLE) & ~codes_of(figures).isin(NOBODYS_FAULT)
    return figures[(status == Status.WITHHELD) | unsupported]


def withheld_for(
    found: Finding, checked: Checked, held: Collection[str], measures: Mapping[str, DefinedMeasure]
) -> Iterator[str]:
    """Of the measures ``held`` back somewhere, those that depend on what the finding speaks of."""
    if not found.failed or found.severity is not Severity.ERROR:
        return
    rules = [rule for rule in checked.rules.values() if (rule.id, rule.list) == (found.rule, found.list)]
    guarded = {column for rule in rules for column in guarded_by(rule)}
    of_the_file = not rules and found.list in checked.withheld_lists  # guards no column: it speaks of the whole list
    for name, measure in measures.items():
        if name in held and (guarded & set(measure.columns) or (of_the_file and found.list in measure.lists)):
            yield name


def guarded_by(rule: Rule) -> frozenset[str]:
    """The columns a rule guards, as ``list.column``."""
    return frozenset(f"{rule.list}.{column}" for column in rule.columns)


@dataclass(frozen=True)
class Weights:
    """What rows that fail each check keep from being printed: checks by key, and units by check and level."""

    county: frozenset[str] = frozenset()
    units: frozenset[tuple[str, str, str]] = frozenset()  # check, level, unit

    def of(self, faults: pd.DataFrame) -> np.ndarray:
        """0 where a figure for the whole county is withheld, 1 where the owner's own is, 2 where none."""
        unit = np.zeros(len(faults), dtype=bool)
        for level in _OWNED_AT:
            held = pd.MultiIndex.from_tuples(
                [(rule, name) for rule, at, name in self.units if at == level] or [("", "")]
            )
            names = faults[level.value].replace(NO_TEAM, NO_DISTRICT)
            unit |= pd.MultiIndex.from_arrays([faults["rule"], names]).isin(held)
        return np.where(faults["rule"].isin(self.county), FOR_THE_COUNTY, np.where(unit, FOR_A_UNIT, FOR_NONE))


def weights(figures: pd.DataFrame, rules: Iterable[Rule], measures: Mapping[str, DefinedMeasure]) -> Weights:
    """Which checks of error rules guard a column that feeds a figure kept back, and for whom."""
    held = kept_back(figures)[["indicator", "level", "unit"]].astype(str)
    feeds = pd.DataFrame(
        [(rule.key, name) for rule in rules for name in _fed_by(rule, measures.values())],
        columns=["rule", "indicator"],
    )
    found = feeds.merge(held, on="indicator")[["rule", "level", "unit"]].drop_duplicates()
    whole = found["level"] == Level.COUNTY
    return Weights(frozenset(found.loc[whole, "rule"]), frozenset(found[~whole].itertuples(index=False, name=None)))


def _fed_by(rule: Rule, measures: Iterable[DefinedMeasure]) -> Iterator[str]:
    """The measures that depend on a column the rule guards."""
    if rule.severity is Severity.ERROR:
        guarded = guarded_by(rule)
        yield from (measure.name for measure in measures if guarded & set(measure.columns))
