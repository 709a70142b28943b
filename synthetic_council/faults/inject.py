"""Put faults into an extract, one a child, and write each down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from synthetic_council.draws import stream
from synthetic_council.faults import care_kinds, files, front_kinds, need_kinds
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.kinds import Change, Ground, Kind
from synthetic_council.printing import Sheet

KINDS = (*front_kinds.KINDS, *need_kinds.KINDS, *care_kinds.KINDS)

CANNOT_BE_FOUND = {kind.name: kind.cannot_be_found for kind in KINDS if kind.cannot_be_found} | files.CANNOT_BE_FOUND
"""The kinds that no rule can find from one extract, each with the reason."""

COLUMNS = ("period", "list", "row", "column", "rule", "kind", "detectable")


@dataclass
class Injected:
    """What was put into one month's extract."""

    effects: list[Effect] = field(default_factory=list)
    written: list[dict[str, object]] = field(default_factory=list)  # list, entity, column, rule, kind, detectable, copy


def inject(
    period: str, seed: int, lists: Mapping[str, pd.DataFrame], sheets: Mapping[str, Sheet], ground: Ground
) -> Injected:
    """Faults of every kind at its rate, each in a child's row that no other fault touches."""
    found = Injected()
    touched: set[str] = set()
    for kind in KINDS:
        if kind.column and kind.column not in lists[kind.list]:
            continue
        rng = stream(seed, f"{period} {kind.list} {kind.name} {kind.column}")
        for place in _chosen(rng, kind, lists[kind.list], ground, touched):
            row = lists[kind.list].iloc[place].to_dict()
            change = kind.change(row, ground)
            _apply(kind, place, row, change, sheets[kind.list], found)
            _apply_elsewhere(change, lists, sheets, found)
    return found


def _chosen(
    rng: np.random.Generator, kind: Kind, rows: pd.DataFrame, ground: Ground, touched: set[str]
) -> Sequence[int]:
    """The rows of this fault: at its rate, at least one where there is one, and none that is spoken for."""
    person = rows["child_id"] if "child_id" in rows else rows["adopter_id"]
    wanted = (kind.pick(rows, ground) & ~person.isin(touched)).to_numpy(dtype=bool)
    places = np.flatnonzero(wanted)
    places = places[~person.iloc[places].duplicated().to_numpy()]
    count = min(len(places), max(1, round(kind.rate * len(rows))))
    chosen = np.sort(rng.choice(places, count, replace=False)) if count else places[:0]
    touched.update(person.iloc[chosen])
    return [int(place) for place in chosen]


def _apply(kind: Kind, place: int, row: Mapping[str, object], change: Change, sheet: Sheet, found: Injected) -> None:
    for column, value in change.cells.items():
        sheet.rows.at[place, column] = value
    if change.copied:
        sheet.copies.append((place, dict(change.copy_cells)))
    if change.removed:
        sheet.removed.add(place)
    found.effects.append(
        Effect(
            kind.list, int(str(row["entity"])), change.facts, frozenset(change.guards),
            frozenset(change.copy_guards) if change.copied else None, {}, change.removed,
        )
    )  # fmt: skip
    found.written.append(
        {
            "list": kind.list, "place": place, "column": kind.column, "rule": kind.rule, "kind": kind.name,
            "detectable": not kind.cannot_be_found, "copied": change.copied, "removed": change.removed,
        }
    )  # fmt: skip


def _apply_elsewhere(
    change: Change, lists: Mapping[str, pd.DataFrame], sheets: Mapping[str, Sheet], found: Injected
) -> None:
    """What a fault does to the same child's row of another list."""
    for effect in change.elsewhere:
        found.effects.append(effect)
        if effect.removed:
            entities = lists[effect.list]["entity"].to_numpy()
            sheets[effect.list].removed.add(int(np.flatnonzero(entities == effect.entity)[0]))


def written_down(period: str, injected: Injected, sheets: Mapping[str, Sheet]) -> list[dict[str, object]]:
    """Each fault with the row of the written file it stands in; a row that is not there has none."""
    lines = []
    for fault in injected.written:
        sheet = sheets[str(fault["list"])]
        row = sheet.copy_row(int(str(fault["place"]))) if fault["copied"] else sheet.file_row(int(str(fault["place"])))
        heading = sheet.schema.column(str(fault["column"])).header if fault["column"] else ""
        lines.append(
            {
                "period": period, "list": fault["list"], "row": "" if fault["removed"] else row, "column": heading,
                "rule": fault["rule"], "kind": fault["kind"], "detectable": "yes" if fault["detectable"] else "no",
            }
        )  # fmt: skip
    return lines
