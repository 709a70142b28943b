"""What a cycle is asked for, settled before anything is read: whose, which period, from what, as at which day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

from reporting.model.periods import KIND_OF, Cadence, Month, NotAPeriod, Period
from reporting.model.settings import Authority
from tasks.errors import SettingsProblem, UsageProblem
from tasks.fingerprints import refuse_what_is_not_there
from tasks.record.keeping import Record
from tasks.record.location import REPOSITORY
from tasks.stages.cycle import Cycle
from tasks.stages.finished import asked_for
from tasks.stages.workspace import Workspace

if TYPE_CHECKING:
    from tasks.intake import Manifest


def resolve_request(
    authority: str,
    period: str | None,
    extract: Path | None,
    list_date: date | None,
    cadence: Cadence = Cadence.MONTHLY,
) -> Cycle:
    """The cycle that is asked for, with nothing left open. Without a period it is the last finished one."""
    from tasks.configuration import load_authority
    from tasks.intake import agreed_list_date, read_manifest

    settings = load_authority(authority)
    asked = period_of(period, cadence)
    place = extract.expanduser().absolute() if extract else usual_extract(settings, asked)
    refuse_what_is_not_there(place)
    manifest = read_manifest(place)
    refuse_anothers(manifest, authority, place)
    synthetic = bool(manifest and manifest.synthetic)
    day = agreed_list_date(list_date, manifest, latest_list_date(manifest))
    return Cycle(
        run=f"{datetime.now(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}-{uuid4().hex[:8]}",
        authority=authority,
        period=str(asked),
        extract=place,
        list_date=_fitting(day, asked),
        synthetic=synthetic,
        settings=settings.content,
        asked=asked_for(authority, cadence.value, period, extract, list_date),
    )


def workspace_for(cycle: Cycle, record: Record) -> Workspace:
    """What the stages of a cycle work with: the record, and the settings and the calendar as they are now."""
    from tasks.configuration import load_authority, load_calendar

    return Workspace(record, cycle, load_authority(cycle.authority), load_calendar())


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


def period_of(text: str | None, cadence: Cadence) -> Period:
    """The month, or the week, from the words it was asked for in; the last finished one where there are none."""
    asked = KIND_OF[cadence]
    if text is None:
        return asked.holding(_today()).earlier(1)
    try:
        return asked.parse(text)
    except NotAPeriod as problem:
        raise UsageProblem(str(problem)) from None


def month_of(text: str) -> Month:
    """A month from the words it was asked for in."""
    try:
        return Month.parse(text)
    except NotAPeriod as problem:
        raise UsageProblem(str(problem)) from None


def usual_extract(authority: Authority, period: Period) -> Path:
    """Where the council puts the month's extract, or the week's, when nobody says otherwise."""
    if period.cadence is Cadence.WEEKLY:
        place = authority.weekly_extract.replace("{week}", str(period))
    else:
        place = authority.extract.replace("{period}", str(period))
    return REPOSITORY / Path(place).expanduser()


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/London")).date()


def _fitting(day: date, period: Period) -> date:
    from tasks.configuration import load_calendar

    _refuse_another_periods(day, period)
    if not load_calendar().covers(day):
        raise SettingsProblem(
            f"The bank holidays of {day.year} are not known, so working days cannot be counted to {day.isoformat()}. "
            "Add them to data/reference/bank_holidays.csv, or correct the list date."
        )
    return day


def _refuse_another_periods(day: date, period: Period) -> None:
    """A month's lists may be run after it has ended; a week's are run within the week."""
    if day < period.first_day:
        raise UsageProblem(
            f"The lists were run on {day.isoformat()}, before {period} began, so they cannot speak of it. "
            f"Give an extract of that {period.called}, or another --{period.option}."
        )
    if day > period.last_day and not period.lists_may_follow:
        raise UsageProblem(
            f"The lists were run on {day.isoformat()}, after {period} had ended: that is in {period.holding(day)}. "
            f"Give an extract of that {period.called}, or another --{period.option}."
        )
