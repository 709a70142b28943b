"""Write a made-up council: its monthly extracts, the truth of every counted indicator, and every fault put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from synthetic_council.council import read_council
from synthetic_council.days import calendar_day, month_start, number
from synthetic_council.extract import extract
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.files import disturb
from synthetic_council.faults.inject import COLUMNS, inject, written_down
from synthetic_council.faults.kinds import Ground
from synthetic_council.history import simulate
from synthetic_council.printing import Sheet, sheets, write_csv, write_json, write_workbook
from synthetic_council.truth import truths
from synthetic_council.truth.counting import Counts

Progress = Callable[[str], None]


def write_sample(
    authority: str,
    to: Path,
    months: int,
    seed: int,
    scale: float = 1.0,
    layout: str = "later",
    until: date = date(2026, 10, 31),
    faults: bool = False,
    *,
    teams: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Write ``months`` monthly extracts, the last with list date ``until``, with truth and faults beside them."""
    council = read_council(authority, scale, teams)
    history = simulate(council, seed, until, months)
    known: dict[str, Counts] = {}
    right: dict[str, Counts] = {}
    lines: list[dict[str, object]] = []
    for list_date in list_dates(until, months):
        period = f"{calendar_day(list_date):%Y-%m}"
        if progress:
            progress(period)
        lists = extract(history, list_date, layout)
        written = sheets(lists)
        effects: list[Effect] = []
        if faults:
            lines += disturb(period, seed, written)
            injected = inject(period, seed, lists, written, Ground(lists, list_date, layout))
            lines += written_down(period, injected, written)
            effects = injected.effects
        _write_month(to / period, authority, list_date, layout, written)
        right[period] = truths(history, list_date, layout)
        known[period] = truths(history, list_date, layout, effects) if faults else right[period]
    write_json(to / "truth.json", {"authority": authority, "months": known, "right": right})
    pd.DataFrame(lines, columns=list(COLUMNS)).to_csv(to / "faults.csv", index=False, lineterminator="\n")


def _write_month(folder: Path, authority: str, list_date: int, layout: str, written: Mapping[str, Sheet]) -> None:
    """One month's extract, as a workbook and as CSV, each with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    write_workbook(folder / "extract.xlsx", written)
    write_csv(folder / "csv", written)
    manifest = {
        "authority": authority, "list_date": calendar_day(list_date).isoformat(), "synthetic": True, "layout": layout,
    }  # fmt: skip
    for place in (folder, folder / "csv"):
        write_json(place / "manifest.json", manifest)


def list_dates(until: date, months: int) -> list[int]:
    """The last day of each month, and ``until`` itself last."""
    last = number(until)
    earlier = [int(month_start(np.array([last]), -back)[0]) - 1 for back in range(months - 2, -1, -1)]
    return [*earlier, last]
