"""Faults of whole files that lose nothing: titles, headings by other hands, gaps, totals, hidden and filler rows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from synthetic_council.draws import stream
from synthetic_council.faults.living import chance_of, salt_of
from synthetic_council.printing import Sheet

_TITLED, _HEADED, _GAPPED, _TOTALLED, _HIDDEN, _PADDED = 0.4, 0.5, 0.2, 0.2, 0.2, 0.03
PADDING = 5_000
"""Rows of dashes at the foot of a list, as ChAT pads its own."""

CANNOT_BE_FOUND = {
    "titles_above_headings": "Titles above the headings are read past: nothing is wrong with what is below them.",
    "headings_by_another_hand": "Headings that differ in spaces, quotes or capitals are matched: nothing is wrong.",
}
"""The kinds that lose nothing and so have no rule."""

IN_WORKBOOKS_ONLY = frozenset({"hidden_rows"})
"""The kinds that a CSV file cannot have."""


def disturb(seed: int, day: int, sheets: Mapping[str, Sheet]) -> list[dict[str, object]]:
    """Disturb some lists of one extract in ways that lose nothing, for some weeks each, and say which."""
    lines: list[dict[str, object]] = []
    titled = chance_of(seed, "titles", day) < _TITLED
    for name, sheet in sheets.items():
        has = {
            kind: chance_of(seed, f"{name} {kind}", day) for kind in ("headings", "gap", "total", "hidden", "padding")
        }
        if titled:
            sheet.titles = [f"{sheet.schema.called}: {sheet.schema.title}", "Made-up data"]
            lines.append(line_of(name, 1, "titles_above_headings", "", found=False))
        if has["headings"] < _HEADED:
            rng = stream(salt_of(seed, f"{name} headings"), f"{has['headings']}")
            sheet.headings = [_by_another_hand(rng, heading) for heading in sheet.headings]
            lines.append(line_of(name, len(sheet.titles) + 1, "headings_by_another_hand", "", found=False))
        if len(sheet.rows) > 20:
            lines += _rows_disturbed(name, sheet, has)
    return lines


def _rows_disturbed(name: str, sheet: Sheet, has: Mapping[str, float]) -> list[dict[str, object]]:
    """Rows that are no records, and records that nobody sees. Where they stand is asked when all is put in."""
    lines = []
    if has["gap"] < _GAPPED:
        sheet.gap = len(sheet.rows) // 2
        lines.append(line_of(name, "", "empty_row", "F12"))
    if has["hidden"] < _HIDDEN:
        sheet.hidden = {len(sheet.titles) + 4, len(sheet.titles) + 5}
        lines.append(line_of(name, min(sheet.hidden), "hidden_rows", "F09"))
    if has["total"] < _TOTALLED:
        sheet.notes = [f"Total: {len(sheet.rows)}"]
        lines.append(line_of(name, "", "total_row", "F13"))
    if has["padding"] < _PADDED:
        sheet.padding = PADDING
        lines.append(line_of(name, "", "padded_with_dashes", "F12"))
    return lines


def line_of(name: str, row: object, kind: str, rule: str, *, found: bool = True, mends: str = "") -> dict[str, object]:
    """One line about a whole list, which no team but the data team can mend."""
    return {
        "list": name, "row": row, "column": "", "rule": rule, "kind": kind,
        "detectable": "yes" if found else "no", "team": "", "mends": mends,
    }  # fmt: skip


def _by_another_hand(rng: np.random.Generator, heading: str) -> str:
    chance = rng.random()
    if chance < 0.15:
        return heading + " "
    if chance < 0.3:
        return heading.replace(" ", "\u00a0", 1)
    if chance < 0.4:
        return heading.upper()
    if chance < 0.5:
        return heading.replace("'", "\u2019").rstrip("?")
    return heading
