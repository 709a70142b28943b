"""What was understood of an extract, or of a council's folder: said, and nothing written."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table


def show(path: Path, authority: str, list_date: date | None, *, as_json: bool) -> None:
    """Read an extract and say what was understood of it."""
    from reporting.conform import conform
    from tasks.configuration import load_authority
    from tasks.intake import agreed_list_date, read_extract, read_manifest

    settings = load_authority(authority)
    received = read_extract(path)
    manifest = read_manifest(path)
    day = agreed_list_date(list_date, manifest, date.max)
    conformed = conform(received, headings=settings.headings, values=settings.values, list_date=day)
    said = {
        "extract": path.name,
        "authority": authority,
        "list_date": day.isoformat(),
        "layout": conformed.layout,
        "lists": [dict(list_) for list_ in conformed.understood],
        "missing": dict(conformed.missing),
        "findings": [asdict(finding) for finding in conformed.findings],
        "notes": {table.source: list(table.notes) for table in received if table.notes},
    }
    if as_json:
        print(json.dumps(said, indent=2, default=str))
    else:
        _in_words(said)


def _in_words(said: dict[str, Any]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{said['extract']}, lists as at {said['list_date']}, {said['layout']} layout")
    for name, why in said["missing"].items():
        console.print(f"  {name}: {why}")
    table = Table("list", "rule", "rows", "what was found", box=None)
    for finding in said["findings"]:
        table.add_row(finding["list"], finding["rule"], str(finding["failed"]), finding["says"])
    console.print(table)


def check_folder(authority: str) -> None:
    """Say what is missing from a council's folder. A folder that is wrong, and not only thin, is a problem."""
    from tasks.configuration import check_authority, load_authority

    name = load_authority(authority).name
    missing = check_authority(authority)
    print("\n".join([f"{name}: the folder can be used.", *(f"  {sentence}" for sentence in missing)]))
