"""The manifest that travels with an extract: whose it is, as at which day, and whether it is made up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tasks.errors import UsageProblem
from tasks.intake.problems import UnreadableExtract

NAME = "manifest.json"
LARGEST = 1_000_000
LOOKS_LIKE = 'It should read like {"authority": "lancashire", "list_date": "2026-10-31", "synthetic": true}.'


@dataclass(frozen=True)
class Manifest:
    """What the sender says of an extract."""

    authority: str
    list_date: date
    synthetic: bool


def read_manifest(path: Path) -> Manifest | None:
    """The manifest in the extract's folder, or beside the workbook; None where there is none."""
    file = (path if path.is_dir() else path.parent) / NAME
    if not file.is_file():
        return None
    try:
        if file.stat().st_size > LARGEST:
            raise UnreadableExtract(file, "the manifest is far too long.", LOOKS_LIKE)
        said = json.loads(file.read_text(encoding="utf-8-sig"))
        authority, list_date = said["authority"], date.fromisoformat(said["list_date"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableExtract(file, "the manifest cannot be read.", LOOKS_LIKE) from None
    synthetic = said.get("synthetic", False)
    if not isinstance(authority, str) or not isinstance(synthetic, bool):
        raise UnreadableExtract(file, "the manifest cannot be read.", LOOKS_LIKE)
    return Manifest(authority, list_date, synthetic)


def agreed_list_date(asked: date | None, manifest: Manifest | None, today: date) -> date:
    """The day the lists were run: as asked for, or else as the manifest says. It is never assumed (rule F16)."""
    day = asked or (manifest.list_date if manifest else None)
    if day is None:
        raise UsageProblem(
            "The day the lists were run is not known. Give it with --list-date, or in manifest.json beside the extract."
        )
    if day > today:
        raise UsageProblem(f"The list date {day.isoformat()} is after today. Give the day the lists were run.")
    return day
