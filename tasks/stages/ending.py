"""How a cycle ended, in counts and words: what was printed, what was withheld and why, how long each stage took."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from reporting.figures import Level, Status
from tasks.errors import Problem, RecordProblem
from tasks.record.keeping import COMPLETED, FAILED, Done, Record
from tasks.record.tables import read_frame
from tasks.stages.cycle import Cycle

_NOBODYS_FAULT = ("nobody to count", "nobody whose answer is known", "no population")


@dataclass(frozen=True)
class Withheld:
    """Figures kept back for one reason."""

    reason: str
    indicators: tuple[str, ...]
    figures: int
    whole_county: bool


@dataclass(frozen=True)
class Ending:
    """What a person is told when a cycle has ended. ``failed`` maps a board to why its pack was not printed."""

    authority: str
    period: str
    pdfs: tuple[Path, ...]
    failed: Mapping[str, str]
    withheld: tuple[Withheld, ...]
    stages: tuple[tuple[str, float, bool], ...]

    @property
    def message(self) -> str:
        """One sentence for the run's state."""
        if self.failed:
            return f"not printed: {', '.join(sorted(self.failed))}"
        return "completed with figures withheld" if self.withheld else "completed"

    @property
    def exit_code(self) -> int:
        """What the command line ends with."""
        return 5 if self.failed else 10 if self.withheld else 0


def ending_of(cycle: Cycle, stages: Sequence[Done], packs: Mapping[str, Done], failed: Mapping[str, str]) -> Ending:
    """The ending of a cycle whose last stage before the packs was counting."""
    record = Record()
    folder = record.folder / cycle.authority / cycle.period
    ending = Ending(
        authority=cycle.authority,
        period=cycle.period,
        pdfs=tuple(folder / f"{board}.pdf" for board in packs),
        failed=dict(failed),
        withheld=withheld_in(read_frame(record.store, stages[-1], "figures")),
        stages=tuple((done.stage, done.seconds, done.passed_over) for done in (*stages, *packs.values())),
    )
    record.ended(cycle.work("cycle"), FAILED if failed else COMPLETED, ending.message)
    return ending


def withheld_in(figures: pd.DataFrame) -> tuple[Withheld, ...]:
    """The figures that the data cannot support, by reason."""
    held = kept_back(figures)
    return tuple(
        Withheld(
            str(why),
            tuple(dict.fromkeys(group["indicator"].astype(str))),
            len(group),
            bool((group["level"].astype(str) == Level.COUNTY).any()),
        )
        for why, group in held.groupby(held["reason"].map(_without_its_own_share), sort=True)
    )


def kept_back(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that the data cannot support. One for a unit with nobody in it is not among them."""
    status, reason = figures["status"].astype(str), figures["reason"].astype(str)
    unsupported = (status == Status.NOT_COMPUTABLE) & ~reason.str.startswith(_NOBODYS_FAULT)
    return figures[(status == Status.WITHHELD) | unsupported]


def _without_its_own_share(reason: str) -> str:
    """The reason as it stands for many units, each with a share of its own."""
    return re.sub(r"^[\d.]+% of its rows fail", "too many rows fail", reason)


def in_markdown(ending: Ending) -> str:
    """What was withheld, for Prefect's own pages: counts and reasons, never a value."""
    lines = [
        f"| {held.reason} | {', '.join(held.indicators)} | {held.figures} |".replace("\n", " ")
        for held in ending.withheld
    ]
    return "\n".join(["| why | indicators | figures |", "|---|---|---:|", *lines])


@contextmanager
def failure_noted(cycle: Cycle) -> Iterator[None]:
    """The record says that the run was ended by a problem, unless the record is the problem."""
    try:
        yield
    except RecordProblem:
        raise
    except Problem as problem:
        Record().ended(cycle.work("cycle"), FAILED, str(problem))
        raise
