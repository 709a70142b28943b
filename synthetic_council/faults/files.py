"""Faults of whole files: titles above the headings, headings written by other hands, gaps and totals."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from synthetic_council.draws import stream
from synthetic_council.printing import Sheet

_TITLED, _HEADED, _GAPPED, _TOTALLED = 0.4, 0.5, 0.2, 0.2


def disturb(period: str, seed: int, sheets: Mapping[str, Sheet]) -> list[dict[str, object]]:
    """Disturb some lists of one extract in ways that lose nothing, and say which."""
    rng = stream(seed, f"{period} files")
    lines: list[dict[str, object]] = []
    titled = rng.random() < _TITLED
    for name, sheet in sheets.items():
        if titled:
            sheet.titles = [f"List {sheet.schema.number}: {sheet.schema.title}", "Made-up data"]
            lines.append(_line(period, name, 1, "titles_above_headings", "F08", found=False))
        if rng.random() < _HEADED:
            sheet.headings = [_by_another_hand(rng, heading) for heading in sheet.headings]
            lines.append(_line(period, name, len(sheet.titles) + 1, "headings_by_another_hand", "", found=False))
        if rng.random() < _GAPPED and len(sheet.rows) > 20:
            sheet.gap = len(sheet.rows) // 2
            lines.append(_line(period, name, len(sheet.titles) + 2 + sheet.gap, "empty_row", "F12", found=True))
        if rng.random() < _TOTALLED:
            sheet.notes = [f"Total: {len(sheet.rows)}"]
            last = len(sheet.titles) + 1 + len(sheet.lines())
            lines.append(_line(period, name, last, "total_row", "F13", found=True))
    return lines


CANNOT_BE_FOUND = {
    "titles_above_headings": "Titles above the headings are read past: nothing is wrong with what is below them.",
    "headings_by_another_hand": "Headings that differ in spaces, quotes or capitals are matched: nothing is wrong.",
}
"""The kinds that lose nothing and so have no rule."""


def _line(period: str, name: str, row: int, kind: str, rule: str, *, found: bool) -> dict[str, object]:
    return {
        "period": period, "list": name, "row": row, "column": "", "rule": rule, "kind": kind,
        "detectable": "yes" if found else "no",
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
