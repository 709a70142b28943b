"""Worklists made from a follow-up in the record, kept in its restricted shelf, and laid out for their owner alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from reporting.assurance.ledger import NOT_HERE
from reporting.model.periods import period_named
from reporting.model.received import Conformed
from reporting.presentation.worklists import Followed, Worklist, worklists
from tasks.errors import RecordProblem
from tasks.record.keeping import Done, Record, Work
from tasks.record.location import disk_errors_explained
from tasks.record.store import RESTRICTED, Loose, Store, sha256
from tasks.record.tables import (
    read_checked,
    read_conformed,
    read_findings,
    read_frame,
    read_made_from,
    read_words,
    words,
)
from tasks.stages.defined import CHECK, CONFORM, FOLLOW_UP, WORKLISTS, Stage
from tasks.stages.workspace import Workspace
from tasks.worklists.workbook import workbook

MANIFEST = "manifest.json"
_NOT_ONES_OWN = 0o077  # what anybody but the owner may do


class WorklistEntry(TypedDict):
    """What the manifest says of one workbook: whose it is, who may have it, and how much is in it; no child."""

    file: str
    team: str
    may_have: list[str]
    rows: int
    new: int
    still_open: int
    keep_a_figure_back: int
    put_right: int
    confirmed: int
    due_within_5: int
    due_within_10: int
    sha256: str


@dataclass(frozen=True)
class WorklistManifest:
    """The worklists of one period."""

    authority: str
    period: str
    worklists: tuple[WorklistEntry, ...]


def read_worklist_manifest(store: Store, done: Done) -> WorklistManifest:
    """What was written, from the record."""
    said = read_words(store, done, MANIFEST)
    return WorklistManifest(said["authority"], said["period"], tuple(said["worklists"]))


def keep_worklists(at: Workspace, followed: Done) -> Done:
    """The worklists of a follow-up: made, or made before from the same, and laid out in the folder of the period."""
    record, cycle = at.record, at.cycle
    done = record.once(at.work(WORKLISTS, (followed,), at.of_period()), lambda: _made(at, followed))
    _lay_out(record, folder_of_worklists(record, cycle.authority, cycle.period), done)
    return done


def folder_of_worklists(record: Record, authority: str, period: str) -> Path:
    """Where the worklists of a period are laid out."""
    return record.folder / authority / period / "worklists"


def _made(at: Workspace, followed: Done) -> Iterator[Loose]:
    cycle = at.cycle
    told = _read(at, followed)
    entries = []
    period, agreed = period_named(cycle.period), at.settings(WORKLISTS)
    for worklist in worklists(told, authority=agreed, period=period, list_date=cycle.list_date):
        loose = Loose(worklist.file, workbook(worklist, cycle.list_date), ".xlsx", RESTRICTED)
        entries.append(_entry(worklist, loose))
        yield loose
    about = {"authority": cycle.authority, "period": cycle.period, "list_date": cycle.list_date.isoformat()}
    yield words(MANIFEST, {**about, "worklists": entries})


def _entry(worklist: Worklist, loose: Loose) -> WorklistEntry:
    return {
        "file": worklist.file,
        "team": worklist.team,
        "may_have": list(worklist.may_have),
        "rows": worklist.counts.to_mend,
        "new": worklist.counts.new,
        "still_open": worklist.counts.still_open,
        "keep_a_figure_back": worklist.counts.first,
        "put_right": worklist.counts.put_right,
        "confirmed": worklist.counts.confirmed,
        "due_within_5": worklist.counts.due_soon,
        "due_within_10": worklist.counts.due,
        "sha256": loose.hash,
    }


def _read(at: Workspace, followed: Done) -> Followed:
    """Everything that worklists are made from, out of the record."""
    from expectations import CHECKS
    from expectations.between_months import CHANGES
    from expectations.noticed import NOTICED

    store = at.record.store
    made_from = read_made_from(store, followed)
    checked = read_checked(store, _whole(at, CHECK, made_from["checked"]))
    stated = [check.rule for checks in CHECKS.values() for check in checks]
    stated += [*(check.rule for check in NOTICED), *(check.rule for check in CHANGES)]
    faults = read_frame(store, followed, "ledger")
    gone = bool((faults["vanished"] & (faults["position"] != NOT_HERE)).any())
    before, before_list_date = _extract_before(at, made_from["before"]) if gone else (None, None)
    return Followed(
        faults=faults,
        put_right=read_frame(store, followed, "put right"),
        due=read_frame(store, followed, "due"),
        remembered=read_frame(store, followed, "remembered"),
        rules={**{rule.key: rule for rule in stated}, **checked.rules},
        findings=(*checked.findings, *read_findings(store, followed)),
        conformed=read_conformed(store, _whole(at, CONFORM, made_from["conformed"])),
        before=before,
        before_list_date=before_list_date,
    )


def _extract_before(at: Workspace, inputs: str) -> tuple[Conformed, date] | tuple[None, None]:
    """The extract that the follow-up before this one was made from, and its day."""
    record, store, authority = at.record, at.record.store, at.cycle.authority
    made_from = read_made_from(store, record.made(authority, FOLLOW_UP.key, inputs))
    conformed = record.made(authority, CONFORM.key, made_from["conformed"])
    if not all(store.holds(kept) for kept in conformed.files.values()):
        return None, None  # whose the rows are is remembered; what was in them no longer is
    return read_conformed(store, conformed), date.fromisoformat(made_from["list_date"])


def _whole(at: Workspace, stage: Stage, inputs: str) -> Done:
    cycle = at.cycle
    done = at.record.done(Work(cycle.run, cycle.authority, cycle.period, stage.key, inputs))
    if done is None:
        raise RecordProblem(
            f"The lists of {cycle.period} in the record at {at.record.folder} are no longer whole, so their worklists "
            f"cannot be written. Run the cycle of {cycle.period} again."
        )
    return done


def _lay_out(record: Record, folder: Path, done: Done) -> None:
    """Only these, and for nobody but the owner. What an earlier run laid out here is taken away; the store keeps it."""
    with disk_errors_explained(record.folder):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        for name in done.files:
            _put_aside(record, folder / name)
    for name, kept in done.files.items():
        record.store.lay_out(kept, folder / name)
    with disk_errors_explained(record.folder):
        for place in folder.iterdir():
            if place.name not in done.files and _laid_out_before(record, place):
                place.unlink()
            elif place.is_file() and place.stat().st_mode & _NOT_ONES_OWN:
                place.chmod(0o600)


def _put_aside(record: Record, place: Path) -> None:
    """What somebody has written into a worklist where it lies is not written over."""
    if place.is_file() and not _laid_out_before(record, place):
        changed = sha256(place.read_bytes())[:8]
        place.rename(place.with_name(f"{place.stem} (changed by hand {changed}){place.suffix}"))


def _laid_out_before(record: Record, place: Path) -> bool:
    """The store has the very same: so it came from there, and not from somebody's hand."""
    if not place.is_file():
        return False
    content = sha256(place.read_bytes())
    return (record.folder / RESTRICTED / content[:2] / f"{content}{place.suffix}").is_file()
