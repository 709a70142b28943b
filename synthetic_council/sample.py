"""Write a made-up council: its monthly extracts, the truth of every counted indicator, and every fault put in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

from synthetic_council.council import read_council
from synthetic_council.days import calendar_day, month_start, number
from synthetic_council.extract import extract
from synthetic_council.history import simulate
from synthetic_council.truth import truths
from synthetic_council.printing import sheets, write_csv, write_json, write_workbook

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
    right = {}
    for list_date in list_dates(until, months):
        period = f"{calendar_day(list_date):%Y-%m}"
        if progress:
            progress(period)
        folder = to / period
        folder.mkdir(parents=True, exist_ok=True)
        written = sheets(extract(history, list_date, layout))
        write_workbook(folder / "extract.xlsx", written)
        write_csv(folder / "csv", written)
        manifest = {
            "authority": authority, "list_date": calendar_day(list_date).isoformat(), "synthetic": True, "layout": layout,
        }  # fmt: skip
        write_json(folder / "manifest.json", manifest)
        write_json(folder / "csv" / "manifest.json", manifest)
        right[period] = truths(history, list_date, layout)
    write_json(to / "truth.json", {"authority": authority, "months": right})


def list_dates(until: date, months: int) -> list[int]:
    """The last day of each month, and ``until`` itself last."""
    last = number(until)
    earlier = [int(month_start(np.array([last]), -back)[0]) - 1 for back in range(months - 2, -1, -1)]
    return [*earlier, last]
