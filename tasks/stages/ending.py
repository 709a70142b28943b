"""What a person is told when a cycle has ended, and how it is kept so that it can be told again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

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


def as_facts(ending: CycleSummary, folder: Path) -> dict[str, Any]:
    """An ending as plain facts, its places as seen from the record's folder."""
    places = {what: place.relative_to(folder).as_posix() for what, place in ending.to_open.items()}
    pdfs = [place.relative_to(folder).as_posix() for place in ending.pdfs]
    return {**asdict(replace(ending, pdfs=(), to_open={})), "pdfs": pdfs, "to_open": places}


def told_again(facts: Mapping[str, Any], folder: Path) -> CycleSummary:
    """An ending that was told before: nothing was left to do, so every stage is passed over."""
    return CycleSummary(
        authority=facts["authority"],
        period=facts["period"],
        pdfs=tuple(folder / place for place in facts["pdfs"]),
        failed={},
        withheld=tuple(Withheld(**{**held, "indicators": tuple(held["indicators"])}) for held in facts["withheld"]),
        stages=tuple((stage, 0.0, True) for stage, _, _ in facts["stages"]),
        to_open={what: folder / place for what, place in facts["to_open"].items()},
        faults=Faults(**facts["faults"]) if facts["faults"] else None,
    )
