"""What the record knows of faults over time: the follow-ups of earlier extracts, and what teams have confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, insert, select

from reporting.model.periods import Cadence, period_named
from tasks.record.keeping import Done, Record, Work, entered_now, open_run
from tasks.record.register import CONFIRMATIONS, FOLLOWED, add_row, one_transaction
from tasks.record.withdrawals import taken_back

FOLLOW_UP = "follow_up"
"""The stage whose outputs are the ledger of faults, the accuracy, what falls due, and what was put right."""


@dataclass(frozen=True)
class FollowUp:
    """The follow-up of one extract: ``inputs`` finds the outputs of the stage in the record."""

    cadence: Cadence
    period: str
    list_date: date
    inputs: str
    run: str = ""


@dataclass(frozen=True)
class Confirmation:
    """A doubtful value that somebody in a named role says is right. The reference changes with the value."""

    reference: str
    role: str
    confirmed_on: date


def note_follow_up(record: Record, work: Work, cadence: Cadence, list_date: date) -> None:
    """Say that these are now the faults of the period."""
    latest = follow_up_of(record, work.authority, work.period)
    if latest and latest.inputs == work.inputs:
        return
    row = {"run": work.run, "authority": work.authority, "period": work.period, "inputs": work.inputs}
    with one_transaction(record.engine) as connection:
        open_run(connection, work)
        connection.execute(insert(FOLLOWED).values(**row, cadence=cadence.value, list_date=list_date.isoformat()))


def follow_up_of(record: Record, authority: str, period: str) -> FollowUp | None:
    """The follow-up of a period, as last made by a run that was not taken back."""
    every = every_follow_up_of(record, authority, period)
    return every[-1] if every else None


def every_follow_up_of(record: Record, authority: str, period: str) -> tuple[FollowUp, ...]:
    """The follow-ups of a period in the order they were made, without those that were taken back."""
    back = taken_back(record, authority)
    ours = (FOLLOWED.c.authority == authority, FOLLOWED.c.period == period)
    rows = record.rows(select(FOLLOWED).where(*ours).order_by(FOLLOWED.c.id))
    return tuple(_follow_up(row) for row in rows if (row.run, row.period) not in back)


def follow_ups(record: Record, authority: str, cadence: Cadence, before: date = date.max) -> tuple[FollowUp, ...]:
    """The follow-ups of one cadence with a list date before ``before``: the last made of each period, in order."""
    back = taken_back(record, authority)
    ours = (FOLLOWED.c.authority == authority, FOLLOWED.c.cadence == cadence.value)
    rows = record.rows(select(FOLLOWED).where(*ours, FOLLOWED.c.list_date < before.isoformat()).order_by(FOLLOWED.c.id))
    latest = {row.period: _follow_up(row) for row in rows if (row.run, row.period) not in back}
    return tuple(sorted(latest.values(), key=lambda found: found.list_date))


def follow_up_before(record: Record, authority: str, period: str, list_date: date) -> FollowUp | None:
    """The follow-up that one of ``period`` stands on: the last of the same cadence before it, and never its own."""
    earlier = follow_ups(record, authority, period_named(period).cadence, before=list_date)
    return next((found for found in reversed(earlier) if found.period != period), None)


def outputs_of(record: Record, authority: str, follow_up: FollowUp) -> Done:
    """What a follow-up put out."""
    return record.made(authority, FOLLOW_UP, follow_up.inputs)


def confirm(record: Record, authority: str, confirmed: Iterable[Confirmation]) -> int:
    """Enter what teams have confirmed; how many of them are new."""
    known = {one.reference for one in confirmations(record, authority)}
    new = [one for one in confirmed if one.reference not in known]
    with one_transaction(record.engine) as connection:
        for one in new:
            row = {"reference": one.reference, "role": one.role, "confirmed_on": one.confirmed_on.isoformat()}
            add_row(connection, CONFIRMATIONS, authority=authority, entered_at=entered_now(), **row)
    return len(new)


def confirmations(record: Record, authority: str) -> tuple[Confirmation, ...]:
    """Everything a council's teams have confirmed, in the order it came."""
    ours = select(CONFIRMATIONS).where(CONFIRMATIONS.c.authority == authority).order_by(CONFIRMATIONS.c.id)
    return tuple(
        Confirmation(row.reference, row.role, date.fromisoformat(row.confirmed_on)) for row in record.rows(ours)
    )


def _follow_up(row: Row[tuple[object, ...]]) -> FollowUp:
    return FollowUp(Cadence(row.cadence), row.period, date.fromisoformat(row.list_date), row.inputs, row.run)
