"""Put faults into an extract, one a child, and write each down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from synthetic_council.faults import (
    adoption_kinds,
    between_kinds,
    care_kinds,
    files,
    front_kinds,
    missing_day,
    need_kinds,
    story_kinds,
    writing_kinds,
)
from synthetic_council.faults.before import EarlierSheets
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.kinds import FaultKind, FaultSite, RowFault
from synthetic_council.faults.living import held_by, salt_of
from synthetic_council.faults.spoilt import ACROSS_LISTS
from synthetic_council.printing import Sheet

Line = dict[str, object]
KINDS = (
    *front_kinds.KINDS,
    *need_kinds.KINDS,
    *care_kinds.KINDS,
    *adoption_kinds.KINDS,
    *writing_kinds.KINDS,
    *story_kinds.KINDS,
    *between_kinds.KINDS,
)

CANNOT_BE_FOUND = {
    **{kind.name: kind.cannot_be_found for kind in KINDS if kind.cannot_be_found},
    **files.CANNOT_BE_FOUND,
    **between_kinds.ONLY_AGAINST_THE_EXTRACT_BEFORE,
    "day_without_contacts": missing_day.HIDDEN,
}
"""The kinds that no rule can find, or not in every extract, each with the reason."""

COLUMNS = ("period", "list", "row", "column", "rule", "kind", "detectable", "team", "mends")


@dataclass
class Injected:
    """What was put into one extract."""

    effects: list[Effect] = field(default_factory=list)
    written: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Fault:
    """One fault of a kind, in the record at a place of its list (before copies and removals), or in its copy."""

    kind: FaultKind
    place: int
    entity: int
    copied: bool
    removed: bool


def inject(
    seed: int, ground: FaultSite, sheets: Mapping[str, Sheet], touched: np.ndarray, spoilt: Collection[str] = ()
) -> Injected:
    """Faults of every kind at its rate, each in the row of a person whom no other fault has ``touched``.

    Where lists are ``spoilt``, none is put into these, and none that more lists than one must tell.
    """
    found = Injected()
    for kind in KINDS:
        rows = ground.lists[kind.list]
        if (kind.column and kind.column not in rows) or kind.list in spoilt or (spoilt and kind.rule in ACROSS_LISTS):
            continue
        for place in _chosen(seed, kind, rows, ground, touched):
            row = {str(column): value for column, value in rows.iloc[place].to_dict().items()}
            change = kind.change(row, ground)
            _apply(kind, place, row, change, sheets[kind.list], found)
            _apply_elsewhere(change, ground.lists, sheets, found)
    return found


def _chosen(seed: int, kind: FaultKind, rows: pd.DataFrame, ground: FaultSite, touched: np.ndarray) -> list[int]:
    """The rows of this fault: at its rate, at least one where there is one, and none that is spoken for."""
    persons, entities = rows["person"].to_numpy(), rows["entity"].to_numpy()
    wanted = kind.pick(rows, ground).to_numpy(dtype=bool) & ~touched[persons]
    places = np.flatnonzero(wanted)
    if not len(places):
        return []
    salt = salt_of(seed, f"{kind.list} {kind.name} {kind.column}")
    count = max(1, round(kind.rate * len(rows)))
    chosen = places[held_by(salt, count, ground.day, entities[places], persons[places])]
    touched[persons[chosen]] = True
    return [int(place) for place in chosen]


def _apply(
    kind: FaultKind, place: int, row: Mapping[str, object], change: RowFault, sheet: Sheet, found: Injected
) -> None:
    for column, value in change.cells.items():
        sheet.rows.at[place, column] = value
    if change.copied:
        sheet.copies.append((place, dict(change.copy_cells)))
    if change.removed:
        sheet.removed.add(place)
    entity = int(str(row["entity"]))
    copy = frozenset(change.copy_guards) if change.copied else None
    found.effects.append(
        Effect(kind.list, entity, change.facts, frozenset(change.guards), copy, change.copy_facts, change.removed)
    )
    found.written.append(Fault(kind, place, entity, change.copied, change.removed))


def _apply_elsewhere(
    change: RowFault, lists: Mapping[str, pd.DataFrame], sheets: Mapping[str, Sheet], found: Injected
) -> None:
    """What a fault does to the same child's row of another list."""
    for effect in change.elsewhere:
        found.effects.append(effect)
        if effect.removed:
            entities = lists[effect.list]["entity"].to_numpy()
            sheets[effect.list].removed.add(int(np.flatnonzero(entities == effect.entity)[0]))


def written_down(
    injected: Injected, sheets: Mapping[str, Sheet], teams: Mapping[str, pd.Series], before: EarlierSheets | None
) -> list[Line]:
    """Each fault with the row of the written file it stands in, and the team to mend it.

    A row that is no longer there has its row, and its team, of the extract before; without that, neither.
    """
    return [
        {
            "list": fault.kind.list, "row": _row_of(fault, sheets[fault.kind.list], before),
            "column": sheets[fault.kind.list].schema.column(fault.kind.column).header if fault.kind.column else "",
            "rule": fault.kind.rule, "kind": fault.kind.name,
            "detectable": "yes" if _can_be_found(fault, sheets[fault.kind.list], before) else "no",
            "team": _team_of(fault, teams, before), "mends": fault.kind.mends,
        }
        for fault in injected.written
    ]  # fmt: skip


def _row_of(fault: Fault, sheet: Sheet, before: EarlierSheets | None) -> object:
    if fault.removed:
        gone = before.place(fault.kind.list, fault.entity) if before else None
        return "" if gone is None or before is None else before.sheets[fault.kind.list].file_row(gone)
    return sheet.copy_row(fault.place) if fault.copied else sheet.file_row(fault.place)


def _team_of(fault: Fault, teams: Mapping[str, pd.Series], before: EarlierSheets | None) -> object:
    if not fault.removed:
        return teams[fault.kind.list].iat[fault.place]
    gone = before.place(fault.kind.list, fault.entity) if before else None
    return "" if gone is None or before is None else before.teams[fault.kind.list].iat[gone]


def _can_be_found(fault: Fault, sheet: Sheet, before: EarlierSheets | None) -> bool:
    kind = fault.kind
    if kind.shows is None or kind.cannot_be_found:
        return not kind.cannot_be_found
    column = kind.column or sheet.keys[0]
    then = before.cell(kind.list, fault.entity, column) if before else None
    return then is not None and kind.shows(then, sheet.rows.at[fault.place, column])
