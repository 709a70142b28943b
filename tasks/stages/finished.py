"""Whether a cycle was finished before from the very same, asked of the record before anything heavy is imported.

All that could change a cycle is compared at once and coarsely: one hash for our code, settings and reference data, one
for the extract, one for what the record held before it. When any of them differs the cycle is run, and each of its
stages asks for itself whether it is done already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from tasks.fingerprints import everything_content, extract_content, hash_of, refuse_what_is_not_there
from tasks.record.keeping import Done, Record, entered_now
from tasks.record.location import exclusive_lock, record_folder, register_url
from tasks.record.register import CONFIRMATIONS, FILE, FINISHED, FOLLOWED, REPORTED, WITHDRAWALS, one_transaction
from tasks.record.store import Kept, sha256
from tasks.stages.ending import CycleSummary, SummaryFacts, as_facts, told_again

if TYPE_CHECKING:
    from tasks.stages.workspace import Workspace

SITE_FOLDER = "quality"
FORMAT = 1
_MANIFEST = "manifest.json"


class StoodOn(TypedDict):
    """What a cycle stood on: a hash of each, so that the very same can be told again."""

    everything: str
    extract_content: str
    manifest: str
    register: str
    laid_out: str
    site: str


class Ended(TypedDict):
    """What a cycle was of, what it put out (name, content, path and size of each file) and how it ended."""

    format: int
    period: str
    list_date: str
    extract: str
    made: list[tuple[str, str, str, int]]
    ending: SummaryFacts


class Finished(StoodOn, Ended):
    """A cycle that was finished, as the register holds it."""


def asked_for(authority: str, cadence: str, period: str | None, extract: Path | None, list_date: date | None) -> str:
    """One hash for what a cycle was asked for, in the words it was asked in."""
    place = str(extract.expanduser().absolute()) if extract else ""
    return hash_of(authority, cadence, period or "", place, list_date.isoformat() if list_date else "")


def finished_before(
    authority: str, cadence: str, period: str | None, extract: Path | None, list_date: date | None
) -> CycleSummary | None:
    """How the cycle ended when it was last run, if nothing is left of it to do: all the same, and all still whole.

    Raises RecordProblem when another cycle of the council is at work.
    """
    folder = record_folder()
    if not register_url() and not (folder / FILE).is_file():
        return None
    record = Record()
    told = _last_told(record, authority, asked_for(authority, cadence, period, extract, list_date))
    if told is None or told["period"] != (period or last_finished(cadence, _today())):
        return None
    with exclusive_lock(folder, authority):
        return told_again(told["ending"], folder) if _still_so(record, authority, told) else None


def note_finished(at: Workspace, ending: CycleSummary, made: Sequence[Done]) -> None:
    """Enter how a cycle ended and all that it stood on, so that the same command again has nothing to do."""
    record, cycle = at.record, at.cycle
    if not cycle.asked:
        return
    ended = Ended(
        format=FORMAT,
        period=cycle.period,
        list_date=cycle.list_date.isoformat(),
        extract=str(cycle.extract),
        made=[(kept.name, kept.content, kept.path, kept.size) for done in made for kept in done.files.values()],
        ending=as_facts(ending, record.folder),
    )
    told: Finished = {**ended, **_stood_on(record, cycle.authority, ended)}
    kept = json.dumps(told, sort_keys=True)
    if not _stands_on_the_same(json.loads(kept), _last_told(record, cycle.authority, cycle.asked)):
        row = {"authority": cycle.authority, "asked": cycle.asked, "told": kept}
        with one_transaction(record.engine) as connection:
            connection.execute(insert(FINISHED).values(**row, entered_at=entered_now()))


def last_finished(cadence: str, today: date) -> str:
    """The month, or the week, that was over last on a day, as it is written."""
    if cadence == "weekly":
        year, week, _ = (today - timedelta(days=7)).isocalendar()
        return f"{year}-W{week:02d}"
    return f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"


def _stands_on_the_same(told: Finished, before: Finished | None) -> bool:
    """Whether a cycle stood on and put out what it did before: how long it took is nothing new."""
    return before is not None and {**told, "ending": None} == {**before, "ending": None}


def _last_told(record: Record, authority: str, asked: str) -> Finished | None:
    ours = (FINISHED.c.authority == authority, FINISHED.c.asked == asked)
    rows = record.rows(select(FINISHED.c.told).where(*ours).order_by(FINISHED.c.id.desc()).limit(1))
    told: Finished | None = json.loads(str(rows[0].told)) if rows else None
    return told if told and told["format"] == FORMAT else None


def _still_so(record: Record, authority: str, told: Finished) -> bool:
    """Whether all that the cycle stood on, put out and laid out is what it was."""
    refuse_what_is_not_there(Path(told["extract"]))
    so = told == {**told, **_stood_on(record, authority, told, site_before=told["site"])}
    return so and all(record.store.holds(Kept(*kept)) for kept in told["made"])


def _stood_on(record: Record, authority: str, ended: Ended, site_before: str = "") -> StoodOn:
    period, day, extract = ended["period"], ended["list_date"], Path(ended["extract"])
    manifest = (extract if extract.is_dir() else extract.parent) / _MANIFEST
    is_latest = day >= max(_followed_days(record, authority), default="")
    return {
        "everything": everything_content(authority),
        "extract_content": extract_content(extract),
        "manifest": sha256(manifest.read_bytes()) if manifest.is_file() else "",
        "register": _register_before(record, authority, period, day),
        "laid_out": _as_it_lies(record.folder / authority / period),
        "site": _as_it_lies(record.folder / authority / SITE_FOLDER) if is_latest else site_before,
    }


def _register_before(record: Record, authority: str, period: str, day: str) -> str:
    """One hash for the rows of the register that a cycle stands on: of its own period, and of what came before it."""
    asked = (
        select(REPORTED.c.id).where(REPORTED.c.authority == authority, REPORTED.c.period <= period),
        select(FOLLOWED.c.id).where(
            FOLLOWED.c.authority == authority, (FOLLOWED.c.list_date < day) | (FOLLOWED.c.period == period)
        ),
        select(CONFIRMATIONS.c.id).where(CONFIRMATIONS.c.authority == authority),
        select(WITHDRAWALS.c.id).where(WITHDRAWALS.c.authority == authority),
    )
    return hash_of(*(" ".join(sorted(str(row.id) for row in record.rows(rows))) for rows in asked))


def _followed_days(record: Record, authority: str) -> Iterator[str]:
    rows = record.rows(select(FOLLOWED.c.list_date).where(FOLLOWED.c.authority == authority))
    yield from (str(row.list_date) for row in rows)


def _as_it_lies(folder: Path) -> str:
    """One hash for the files in a folder: their names, who may read them, and what they hold."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    about = (f"{path.relative_to(folder)} {path.stat().st_mode} {sha256(path.read_bytes())}" for path in files)
    return hash_of(*about)


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/London")).date()
