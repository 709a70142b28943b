"""Take the checks to another Great Expectations context."""

from __future__ import annotations

from pathlib import Path

import typer


def export_suites(to: Path) -> None:
    """Write every suite as a file of its own into a folder, as Great Expectations' file context stores suites."""
    from expectations.export import exported

    to.mkdir(parents=True, exist_ok=True)
    files = exported()
    for name, suite in files.items():
        (to / name).write_text(suite, encoding="utf-8")
    typer.echo(f"{len(files)} suites are in {to}.")
