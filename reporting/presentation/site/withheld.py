"""Where each rule keeps a figure back: the units whose figure is withheld, and that have a row failing the rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from reporting.assurance.withholding import kept_back, withheld_for
from reporting.model.figures import Level
from reporting.model.measures import DefinedMeasure
from reporting.model.quality import Checked, Finding
from reporting.presentation.site.tally import Tally

Held = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
"""The figures that the data cannot support: by indicator, level and unit, the reasons in words."""


@dataclass(frozen=True)
class KeptBack:
    """One indicator that a rule keeps back: for the whole authority, or for some districts and teams only."""

    indicator: DefinedMeasure
    whole: bool
    districts: tuple[str, ...]
    teams: tuple[str, ...]


def held_in(figures: pd.DataFrame) -> Held:
    """What is withheld where, and why, in the order of the figures."""
    held: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    rows = kept_back(figures)[["indicator", "level", "unit", "reason"]].astype(str)
    for indicator, level, unit, reason in rows.itertuples(index=False):
        units = held.setdefault(indicator, {}).setdefault(level, {})
        units[unit] = tuple(dict.fromkeys((*units.get(unit, ()), reason)))
    return held


def held_at(held: Held, level: Level, unit: str) -> Mapping[str, tuple[str, ...]]:
    """The indicators withheld for one unit, each with its reasons."""
    found = {name: levels.get(level.value, {}).get(unit, ()) for name, levels in held.items()}
    return {name: reasons for name, reasons in found.items() if reasons}


def kept_back_by(
    found: Finding, checked: Checked, *, held: Held, faults: Tally, measures: Mapping[str, DefinedMeasure]
) -> tuple[KeptBack, ...]:
    """What one rule keeps back of the figures ``held``, the widest first. ``faults`` is the tally of the extract.

    A fault of the file itself has no rows: it keeps its list back from every unit.
    """
    ours = faults.of_rule(found.list, found.rule)
    everywhere = found.list in checked.withheld_lists
    kept = []
    for name in withheld_for(found, checked, held, measures):
        levels = held[name]
        districts, teams = levels.get(Level.DISTRICT, {}), levels.get(Level.TEAM, {})
        one = KeptBack(
            measures[name],
            Level.COUNTY in levels,
            tuple(unit for unit in districts if everywhere or unit in ours.by("district")),
            tuple(unit for unit in teams if everywhere or unit in ours.by("team")),
        )
        kept += [one] if one.whole or one.districts or one.teams else []
    return tuple(sorted(kept, key=lambda one: (not one.whole, -len(one.districts), one.indicator.short_title)))
