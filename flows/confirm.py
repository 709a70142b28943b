"""What a team has confirmed, taken in: what was new, what was known, and what was refused and why."""

from __future__ import annotations

from pathlib import Path

from tasks.configuration import load_authority
from tasks.confirmations import take_in as take_in_file
from tasks.errors import UsageProblem
from tasks.record.keeping import Record


def take_in(path: Path, authority: str) -> int:
    """Take a returned table in and say what became of it; the exit code, 2 when any line was refused."""
    settings = load_authority(authority)
    judged = take_in_file(Record.to_read(), settings, path)
    print(f"{path.name}, {settings.name}:")
    print(f"  {len(judged.accepted):,} taken in")
    print(f"  {len(judged.known):,} known already")
    print(f"  {len(judged.refused):,} refused")
    for line in judged.refused:
        print(f"    row {line.row}: {line.why}")
    if judged.accepted:
        print("They stay quiet from the next cycle on, until the value changes.")
    return UsageProblem.exit_code if judged.refused else 0
