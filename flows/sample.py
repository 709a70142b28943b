"""Ask the synthetic council for a sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from rich.console import Console


class SampleAsked(TypedDict):
    """What the sample is to be, in the words of ``synthetic_council.write_sample``."""

    months: int
    weeks: int
    seed: int
    scale: float
    layout: str
    until: date
    faults: bool
    destructive: bool


def write(authority: str, to: Path, *, if_absent: bool, **asked: Unpack[SampleAsked]) -> None:
    """Write the sample, unless it is there and may stay."""
    console = Console(stderr=True)
    if if_absent and (to / "truth.json").is_file():
        console.print(f"The sample at {to} is there already.")
        return
    from synthetic_council import write_sample
    from tasks.configuration import folder_of

    with console.status(f"Making up {asked['months']} months of {authority} …"):
        write_sample(authority, to, teams=folder_of(authority), **asked)
    weeks = f" and {asked['weeks']} weekly ones in {to / 'weekly'}" if asked["weeks"] else ""
    console.print(f"{asked['months']} monthly extracts, truth.json and faults.csv are in {to}{weeks}.")
