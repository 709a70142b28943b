"""What a cycle is asked for, settled before anything is read: whose, which month, from what, as at which day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

from reporting.periods import NotAPeriod, Period
from reporting.settings import Authority
from tasks.errors import SettingsProblem, UsageProblem
from tasks.inputs import refuse_what_is_not_there
from tasks.record.place import REPOSITORY
from tasks.stages.cycle import Cycle

if TYPE_CHECKING:
    from tasks.intake import Manifest


def settled(authority: str, period: str | None, extract: Path | None, list_date: date | None) -> Cycle:
    """The cycle that is asked for, with nothing left open."""
    from tasks.configuration import load_authority
    from tasks.intake import agreed_list_date, read_manifest

    settings = load_authority(authority)
    month = month_of(period) if period else last_finished_month()
    place = extract.expanduser().absolute() if extract else usual_extract(settings, month)
    refuse_what_is_not_there(place)
    manifest = read_manifest(place)
    refuse_anothers(manifest, authority, place)
    synthetic = bool(manifest and manifest.synthetic)
    day = agreed_list_date(list_date, manifest, latest_list_date(manifest))
    return Cycle(
        run=f"{datetime.now(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}-{uuid4().hex[:8]}",
        authority=authority,
        period=str(month),
        extract=place,
        list_date=_fitting(day, month),
        synthetic=synthetic,
        settings=settings.content,
    )


def refuse_anothers(manifest: Manifest | None, authority: str, place: Path) -> None:
    """An extract that says it is another council's is not read as this one's."""
    if manifest and manifest.authority != authority:
        raise UsageProblem(
            f"The extract at {place} is {manifest.authority}'s, says its manifest, and not {authority}'s. "
            "Give the right extract, or the right council with --authority."
        )


def latest_list_date(manifest: Manifest | None) -> date:
    """Lists cannot have been run after today, but for made-up ones, which may be of any year."""
    return date.max if manifest and manifest.synthetic else _today()


def month_of(text: str) -> Period:
    """A month from the words it was asked for in."""
    try:
        return Period.parse(text)
    except NotAPeriod as problem:
        raise UsageProblem(str(problem)) from None


def last_finished_month() -> Period:
    """The month before the one we are in, in England."""
    return Period.holding(_today()).earlier(1)


def usual_extract(authority: Authority, month: Period) -> Path:
    """Where the council puts the month's extract, when nobody says otherwise."""
    return REPOSITORY / Path(authority.extract.replace("{period}", str(month))).expanduser()


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/London")).date()


def _fitting(day: date, month: Period) -> date:
    from tasks.configuration import load_calendar

    if day < month.first_day:
        raise UsageProblem(
            f"The lists were run on {day.isoformat()}, before {month} began, so they cannot speak of it. "
            "Give an extract of that month, or another --period."
        )
    if not load_calendar().covers(day):
        raise SettingsProblem(
            f"The bank holidays of {day.year} are not known, so working days cannot be counted to {day.isoformat()}. "
            "Add them to data/reference/bank_holidays.csv, or correct the list date."
        )
    return day
