"""The table a team returns of values that look wrong and are right, read from a file that nobody vouches for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd

from reporting.assurance.confirmations import Judged, ReturnedLine, judge
from reporting.model.periods import CYCLED
from reporting.model.received import ReceivedTable
from reporting.model.settings import Authority
from reporting.presentation.worklists import CONFIRM_HEADINGS
from tasks.errors import RecordProblem, SettingsProblem, UsageProblem
from tasks.fingerprints import hash_of
from tasks.intake import read_extract
from tasks.record.follow_ups import Confirmation, confirm, confirmations, follow_ups, outputs_of
from tasks.record.keeping import Record, Work
from tasks.record.store import sha256
from tasks.record.tables import read_frame, words

SHEET = "Confirmed correct"
STAGE = "confirmations"
_REASON = CONFIRM_HEADINGS[-1]  # the one column that may be left out
_ROWS_BEFORE_HEADINGS = 20
_WEEK = timedelta(days=7)  # a week's list is run at its end, and confirmed in the week after


def take_in(record: Record, authority: Authority, path: Path) -> Judged:
    """Enter every line of the table that can be, and say which cannot and why.

    The reasons given are kept beside, on the restricted shelf. Nothing of a line is quoted in what is said of it.
    """
    if not authority.may_confirm:
        raise SettingsProblem(
            f"No role of {authority.name} may confirm a value. Name those that may in authority.toml, under "
            "[quality] may_confirm."
        )
    lines = tuple(lines_of(path))
    severities, latest = _standing(record, authority.key)
    known = frozenset(one.reference for one in confirmations(record, authority.key))
    judged = judge(
        lines, roles=authority.may_confirm, severities=severities, known=known, latest=max(latest + _WEEK, _today())
    )
    if judged.accepted:
        told = [{**asdict(one), "day": one.day.isoformat()} for one in judged.accepted]
        work = _work(authority.key, hash_of(sha256(path.read_bytes()), *(one.reference for one in judged.accepted)))
        record.once(work, lambda: [words("confirmed", {"lines": told})])
        confirm(record, authority.key, [Confirmation(one.reference, one.role, one.day) for one in judged.accepted])
    return judged


def lines_of(path: Path) -> Iterator[ReturnedLine]:
    """The lines under the headings, each cell as text. Formulas count as what they last showed, and are never run."""
    table = _table_of(path)
    heading, columns = _headings(path, table)
    cells = table.cells.iloc[heading + 1 :]
    texts = {name: _texts(cells, columns.get(name)) for name in CONFIRM_HEADINGS}
    for row, *said in zip(table.rows[heading + 1 :], *texts.values(), strict=True):
        yield ReturnedLine(row, *said)


def _table_of(path: Path) -> ReceivedTable:
    """The sheet of that name, or else the only one with those headings."""
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder. Give one worklist that came back, or one CSV file.")
    tables = read_extract(path)
    named = [table for table in tables if _plain(table.source) == _plain(SHEET)]
    found = named or [table for table in tables if _heading_row(table) is not None]
    if len(found) != 1:
        raise UsageProblem(
            f"{path.name} has {'no' if not found else 'more than one'} sheet with the headings {_listed()}. "
            f'Give the worklist that came back, with its sheet "{SHEET}", or a CSV file with those headings.'
        )
    return found[0]


def _headings(path: Path, table: ReceivedTable) -> tuple[int, Mapping[str, int]]:
    row = _heading_row(table)
    if row is None:
        raise UsageProblem(f"{path.name}: no row of it has the headings {_listed()}. Put them back as they were.")
    found = [_plain(str(cell)) if pd.notna(cell) else "" for cell in table.cells.iloc[row]]
    twice = [name for name in CONFIRM_HEADINGS if found.count(_plain(name)) > 1]
    if twice:
        raise UsageProblem(f'{path.name}: two columns are headed "{twice[0]}". Leave the one that counts.')
    return row, {name: found.index(_plain(name)) for name in CONFIRM_HEADINGS if _plain(name) in found}


def _heading_row(table: ReceivedTable) -> int | None:
    wanted = {_plain(name) for name in CONFIRM_HEADINGS if name != _REASON}
    first = table.cells.head(_ROWS_BEFORE_HEADINGS)
    rows = ({_plain(str(cell)) for cell in row if pd.notna(cell)} for row in first.itertuples(index=False, name=None))
    return next((place for place, row in enumerate(rows) if wanted <= row), None)


def _texts(cells: pd.DataFrame, column: int | None) -> list[str]:
    if column is None:
        return [""] * len(cells)
    return [str(cell).strip() if pd.notna(cell) else "" for cell in cells.iloc[:, column]]


def _standing(record: Record, authority: str) -> tuple[Mapping[str, str], date]:
    """The severity of every fault that stands on the latest ledger of each cadence, and the latest list date."""
    latest = [found[-1] for kind in CYCLED if (found := follow_ups(record, authority, kind.cadence))]
    if not latest:
        raise RecordProblem(
            f"The record at {record.folder} has no faults of {authority}, so there is nothing to confirm. "
            f"Run first: lineofsight cycle weekly --authority {authority}"
        )
    ledgers = [read_frame(record.store, outputs_of(record, authority, found), "ledger") for found in latest]
    severities = {
        reference: severity
        for ledger in ledgers
        for reference, severity in zip(ledger["reference"], ledger["severity"], strict=True)
    }
    return severities, max(found.list_date for found in latest)


def _work(authority: str, inputs: str) -> Work:
    now = datetime.now(ZoneInfo("UTC"))
    return Work(f"{now:%Y%m%dT%H%M%SZ}-{inputs[:8]}", authority, "", STAGE, inputs)


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/London")).date()


def _listed() -> str:
    return ", ".join(f'"{name}"' for name in CONFIRM_HEADINGS if name != _REASON)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
