"""What a person is told when a cycle has ended, and how it is kept so that it can be told again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

WITH_FIGURES_WITHHELD = "completed with figures withheld"


@dataclass(frozen=True)
class Withheld:
    """Figures kept back for one reason."""

    reason: str
    indicators: tuple[str, ...]
    figures: int
    whole_county: bool


@dataclass(frozen=True)
class Faults:
    """What became of the faults since the extract before: rows looked at, and faults by what became of them."""

    rows: int
    new: int
    still_open: int
    put_right: int
    confirmed: int


@dataclass(frozen=True)
class CycleSummary:
    """What a person is told when a cycle has ended. ``failed`` maps a report to why it was not printed.

    ``stages`` are in words, with the seconds each took and whether it was passed over. ``to_open`` says where the rest
    lies: the worklists, the site, the figures for machines.
    """

    authority: str
    period: str
    pdfs: tuple[Path, ...]
    failed: Mapping[str, str]
    withheld: tuple[Withheld, ...]
    stages: tuple[tuple[str, float, bool], ...]
    to_open: Mapping[str, Path] = field(default_factory=dict)
    faults: Faults | None = None

    @property
    def message(self) -> str:
        """One sentence for the run's state."""
        if self.failed:
            return f"not printed: {', '.join(sorted(self.failed))}"
        return WITH_FIGURES_WITHHELD if self.withheld else "completed"

    @property
    def exit_code(self) -> int:
        """What the command line ends with."""
        return 5 if self.failed else 10 if self.withheld else 0


class WithheldFacts(TypedDict):
    """``Withheld`` as it is kept."""

    reason: str
    indicators: Sequence[str]
    figures: int
    whole_county: bool


class FaultsFacts(TypedDict):
    """``Faults`` as they are kept."""

    rows: int
    new: int
    still_open: int
    put_right: int
    confirmed: int


class SummaryFacts(TypedDict):
    """``CycleSummary`` as it is kept: its places as seen from the record's folder."""

    authority: str
    period: str
    pdfs: Sequence[str]
    failed: Mapping[str, str]
    withheld: Sequence[WithheldFacts]
    stages: Sequence[tuple[str, float, bool]]
    to_open: Mapping[str, str]
    faults: FaultsFacts | None


def as_facts(ending: CycleSummary, folder: Path) -> SummaryFacts:
    """An ending as plain facts, its places as seen from the record's folder."""
    return SummaryFacts(
        authority=ending.authority,
        period=ending.period,
        pdfs=[place.relative_to(folder).as_posix() for place in ending.pdfs],
        failed=dict(ending.failed),
        withheld=[_withheld_facts(held) for held in ending.withheld],
        stages=ending.stages,
        to_open={what: place.relative_to(folder).as_posix() for what, place in ending.to_open.items()},
        faults=_faults_facts(ending.faults) if ending.faults else None,
    )


def _withheld_facts(held: Withheld) -> WithheldFacts:
    return WithheldFacts(
        reason=held.reason, indicators=held.indicators, figures=held.figures, whole_county=held.whole_county
    )


def _faults_facts(faults: Faults) -> FaultsFacts:
    return FaultsFacts(
        rows=faults.rows,
        new=faults.new,
        still_open=faults.still_open,
        put_right=faults.put_right,
        confirmed=faults.confirmed,
    )


def told_again(facts: SummaryFacts, folder: Path) -> CycleSummary:
    """An ending that was told before: nothing was left to do, so every stage is passed over."""
    return CycleSummary(
        authority=facts["authority"],
        period=facts["period"],
        pdfs=tuple(folder / place for place in facts["pdfs"]),
        failed={},
        withheld=tuple(
            Withheld(held["reason"], tuple(held["indicators"]), held["figures"], held["whole_county"])
            for held in facts["withheld"]
        ),
        stages=tuple((stage, 0.0, True) for stage, _, _ in facts["stages"]),
        to_open={what: folder / place for what, place in facts["to_open"].items()},
        faults=Faults(**facts["faults"]) if facts["faults"] else None,
    )
