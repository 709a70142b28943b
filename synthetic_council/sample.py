"""Write a made-up council: its extracts, the truth of every counted indicator, and every fault put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from synthetic_council.council import read_council
from synthetic_council.days import calendar_day, month_start, number
from synthetic_council.extract import extract
from synthetic_council.faults.before import EarlierSheets
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.inject import COLUMNS, Line
from synthetic_council.faults.kinds import FaultSite
from synthetic_council.faults.put_in import put_faults_in
from synthetic_council.faults.spoilt import Spoilt
from synthetic_council.history import simulate
from synthetic_council.printing import Sheet, sheets, write_csv, write_json, write_workbook
from synthetic_council.truth import truths, without_a_date
from synthetic_council.truth.counting import Counts, Undated

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Occasion:
    """One extract to be written: the month or week it is for, its list date, and its folder within the sample."""

    period: str
    list_date: int
    folder: str
    truths: str  # the key of truth.json its truth is kept under


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
    destructive: bool = False,
    weeks: int = 0,
    teams: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Write ``months`` monthly extracts, the last with list date ``until``, with truth and faults beside them.

    ``weeks`` more are written under ``weekly/``, run on Sundays, the last on or before ``until``. ``truth.json``
    has the truth by period: of months under "months" and "right" (without the faults), of weeks under "weeks" and
    "weeks right", and how many answers were given without a date under "no date". ``faults.csv`` has the faults of
    both, by period. ``destructive`` faults are put in besides only
    when asked for: "spoilt" then says, by period and list, which columns ("*" for all) nothing can be counted with.
    """
    council = read_council(authority, scale, teams)
    history = simulate(council, seed, until, months)
    truth: dict[str, dict[str, Counts]] = {"months": {}, "right": {}, "weeks": {}, "weeks right": {}}
    undated: dict[str, Undated] = {}
    lines: list[Line] = []
    before: dict[str, EarlierSheets] = {}
    spoilt: dict[str, Spoilt] = {}
    for occasion in [*monthly(until, months), *weekly(until, weeks)]:
        period, list_date = occasion.period, occasion.list_date
        if progress:
            progress(period)
        lists = extract(history, list_date, layout)
        written = sheets(lists)
        right = truths(history, list_date, layout)
        known, effects = right, tuple[Effect, ...]()
        if faults:
            ground = FaultSite.of(lists, list_date, layout, council)
            put_in = put_faults_in(
                seed, lists, written, ground, council, before.get(occasion.truths), destructive=destructive
            )
            lines += [{"period": period, **line} for line in put_in.lines]
            effects = tuple(put_in.effects)
            known = truths(history, list_date, layout, effects)
            before[occasion.truths] = put_in.before
            spoilt |= {period: put_in.spoilt} if put_in.spoilt else {}
        _write_extract(to / occasion.folder, authority, list_date, layout, written)
        truth["right" if occasion.truths == "months" else "weeks right"][period] = right
        truth[occasion.truths][period] = known
        undated[period] = without_a_date(history, list_date, layout, effects)
    told = {**truth, "no date": undated, **({"spoilt": spoilt} if destructive else {})}
    write_json(to / "truth.json", {"authority": authority, **told})
    pd.DataFrame(lines, columns=list(COLUMNS)).to_csv(to / "faults.csv", index=False, lineterminator="\n")


def _write_extract(folder: Path, authority: str, list_date: int, layout: str, written: Mapping[str, Sheet]) -> None:
    """One extract, as a workbook and as CSV, each with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    write_workbook(folder / "extract.xlsx", written)
    write_csv(folder / "csv", written)
    manifest = {
        "authority": authority, "list_date": calendar_day(list_date).isoformat(), "synthetic": True, "layout": layout,
    }  # fmt: skip
    for place in (folder, folder / "csv"):
        write_json(place / "manifest.json", manifest)


def monthly(until: date, months: int) -> list[Occasion]:
    """The last day of each month, and ``until`` itself last."""
    last = number(until)
    earlier = [int(month_start(np.array([last]), -back)[0]) - 1 for back in range(months - 2, -1, -1)]
    names = [(f"{calendar_day(day):%Y-%m}", day) for day in [*earlier, last]]
    return [Occasion(name, day, name, "months") for name, day in names]


def weekly(until: date, weeks: int) -> list[Occasion]:
    """The Sundays up to ``until``, each named after its week."""
    last = number(until) - until.isoweekday() % 7
    days = range(last - 7 * (weeks - 1), last + 1, 7)
    names = [("{}-W{:02d}".format(*calendar_day(day).isocalendar()), day) for day in days]
    return [Occasion(name, day, f"weekly/{name}", "weeks") for name, day in names]
