"""What was understood of an extract, or of a council's folder: said, and nothing written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.schedule import warning
from reporting.model.settings import Authority


def show(path: Path, authority: str, list_date: date | None, *, as_json: bool) -> None:
    """Read an extract and say what was understood of it."""
    from reporting.intake.conform import conform
    from reporting.intake.words import account, lines
    from tasks.configuration import load_authority
    from tasks.intake import agreed_list_date, read_lists, read_manifest
    from tasks.stages.request import latest_list_date, refuse_anothers

    settings = load_authority(authority)
    received = read_lists(path, settings.headings, settings.lists)
    manifest = read_manifest(path)
    refuse_anothers(manifest, authority, path)
    day = agreed_list_date(list_date, manifest, latest_list_date(manifest))
    conformed = conform(
        received, headings=settings.headings, values=settings.values, sends=settings.lists, list_date=day
    )
    said = account(conformed)
    if as_json:
        about = {"extract": path.name, "authority": authority, "list_date": day.isoformat()}
        print(json.dumps({**about, **said}, indent=2, ensure_ascii=False))
    else:
        print("\n".join((f"{path.name}, lists as at {day.day} {day:%B %Y}.", *lines(said))))


def check_folder(authority: str) -> None:
    """Say what a council's folder lacks, and what has ended or soon will. One that is wrong is a problem."""
    from tasks.configuration import check_authority, load_authority
    from tasks.packs import load_packs

    settings = load_authority(authority)
    load_packs(settings)  # a mistake in a pack is a mistake in the folder
    today = datetime.now(ZoneInfo("Europe/London")).date()
    missing = [*check_authority(authority, today), *_ending_soon(settings, today)]
    print("\n".join([f"{settings.name}: the folder can be used.", *(f"  {sentence}" for sentence in missing)]))


def _ending_soon(settings: Authority, today: date) -> Iterator[str]:
    """A sentence when the days on which the council's months can start are coming to an end."""
    from tasks.configuration import load_calendar

    schedule = settings.schedule
    if schedule and (soon := warning(load_calendar(), today, schedule.working_day)):
        yield f"authority.toml: {soon}"
