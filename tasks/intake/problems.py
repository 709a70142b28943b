"""What stops an extract from being read."""

from __future__ import annotations

from pathlib import Path

from tasks.errors import ExtractProblem


class UnreadableExtract(ExtractProblem):
    """A file that cannot be read: which one, why, and what to do about it. It never quotes a cell."""

    def __init__(self, path: Path, what: str, do: str) -> None:
        super().__init__(f"{path.name or path}: {what} {do}")
