"""Runs that were taken back: what they entered for their period counts no more, and is never removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import insert, select

from tasks.record.keeping import Record, entered_now
from tasks.record.register import WITHDRAWALS, one_transaction


@dataclass(frozen=True)
class Withdrawal:
    """A run of one period that was taken back, why, and in which role."""

    run: str
    period: str
    reason: str
    role: str


def withdrawals(record: Record, authority: str) -> tuple[Withdrawal, ...]:
    """Every run of a council that was taken back, in the order it was."""
    ours = select(WITHDRAWALS).where(WITHDRAWALS.c.authority == authority).order_by(WITHDRAWALS.c.id)
    return tuple(Withdrawal(row.run, row.period, row.reason, row.role) for row in record.rows(ours))


def taken_back(record: Record, authority: str) -> frozenset[tuple[str, str]]:
    """The runs that were taken back, each with its period."""
    return frozenset((one.run, one.period) for one in withdrawals(record, authority))


def enter_withdrawals(record: Record, authority: str, taken: Iterable[Withdrawal]) -> None:
    """Enter the runs that are taken back, all of them or none."""
    with one_transaction(record.engine) as connection:
        for one in taken:
            connection.execute(insert(WITHDRAWALS).values(**vars(one), authority=authority, entered_at=entered_now()))
