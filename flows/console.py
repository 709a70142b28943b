"""A cycle as a terminal shows it: progress while it runs, and at the end where, how long, and what was withheld."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from flows.runner import run_cycles

if TYPE_CHECKING:
    from tasks.stages.ending import CycleSummary, Faults, Withheld

_REASONS_SHOWN = 12
_INDICATORS_SHOWN = 3
_WIDTH_OF_A_LOG = 140


def run_and_tell(
    authority: str,
    periods: Sequence[str | None],
    extract: Path | None,
    list_date: date | None,
    cadence: str = "monthly",
) -> int:
    """Run the cycle of each period and say how it went; the exit code of the one that went worst."""
    began = perf_counter()
    with _Progress() as progress:
        endings = run_cycles(authority, periods, extract, list_date, progress.tell, cadence)
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = _WIDTH_OF_A_LOG
    for ending in endings:
        if not isinstance(ending, BaseException):
            _say(console, ending)
    in_all = perf_counter() - began
    until_ready = f", {progress.getting_ready:.1f} of them until Prefect was ready" if progress.getting_ready else ""
    console.print(f"\n{in_all:.1f} seconds in all{until_ready}.")
    return _exit_code(endings)


def run_weeks_and_tell(
    authority: str, weeks: Sequence[str | None], extract: Path | None, list_date: date | None
) -> int:
    """Run the cycle of each week and say how it went; the exit code of the one that went worst."""
    return run_and_tell(authority, weeks, extract, list_date, "weekly")


def _exit_code(endings: Sequence[CycleSummary | BaseException]) -> int:
    for ending in endings:
        if isinstance(ending, BaseException):
            raise ending
    codes = [ending.exit_code for ending in endings if not isinstance(ending, BaseException)]
    return next((code for code in (5, 10) if code in codes), 0)


def _say(console: Console, ending: CycleSummary) -> None:
    console.print(f"\n[bold]{ending.authority} {ending.period}[/bold]: {ending.message}")
    if ending.faults:
        console.print(f"  {_became(ending.faults)}")
    for place in ending.pdfs:
        console.print(f"  {place}")
    for what, place in ending.to_open.items():
        workbooks = len(list(place.glob("*.xlsx")))
        console.print(f"  {what}{f' ({workbooks} workbooks)' if workbooks else ''}: {place}")
    for board, why in ending.failed.items():
        console.print(f"  [red]not printed[/red] {board}: {escape(why)}")
    if not ending.pdfs and not ending.failed:
        console.print("  no packs are set up for this council yet: the figures are in the record")
    console.print(_times(ending))
    if ending.withheld:
        console.print(_withheld(ending.withheld))


def _became(faults: Faults) -> str:
    """What became of the faults, in one line."""
    return (
        f"{faults.rows:,} rows checked; faults: {faults.new:,} new, {faults.still_open:,} still open, "
        f"{faults.put_right:,} put right, {faults.confirmed:,} confirmed as correct"
    )


def _times(ending: CycleSummary) -> Table:
    table = Table("stage", "seconds", title="How long each stage took", title_justify="left", box=None, pad_edge=True)
    for stage, seconds, passed_over in ending.stages:
        table.add_row(stage, "done before" if passed_over else f"{seconds:.1f}")
    return table


def _withheld(withheld: Sequence[Withheld]) -> Table:
    """The gravest first: what concerns the whole county, then the reason with the most figures."""
    table = Table(
        "figures", "measures", "why", title="What was withheld, and why", title_justify="left", box=None, pad_edge=True
    )
    ordered = sorted(withheld, key=lambda held: (not held.whole_county, -held.figures, held.reason))
    for held in ordered[:_REASONS_SHOWN]:
        more = len(held.indicators) - _INDICATORS_SHOWN
        named = ", ".join(held.indicators[:_INDICATORS_SHOWN]) + (f" and {more} more" if more > 0 else "")
        where = "" if held.whole_county else " (in single units only)"
        table.add_row(str(held.figures), named, escape(held.reason + where))
    if len(ordered) > _REASONS_SHOWN:
        left = ordered[_REASONS_SHOWN:]
        table.add_row(str(sum(held.figures for held in left)), "", f"{len(left)} more reasons: lineofsight figures")
    return table


class _Progress:
    """The stages that are at work, on standard error, each with its time."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._title = ""
        self._lines: dict[str, TaskID] = {}
        self._began = perf_counter()
        self.getting_ready = 0.0

    def __enter__(self) -> _Progress:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def tell(self, stage: str, happens: str) -> None:
        """A month or a week opens, or a stage begins or ends."""
        if happens == "opens":
            self._title = stage
            self.getting_ready = self.getting_ready or perf_counter() - self._began
        elif happens == "begins":
            self._lines[stage] = self._progress.add_task(f"{self._title} {stage}".strip(), total=None)
        elif stage in self._lines:
            self._progress.remove_task(self._lines.pop(stage))
