"""What was reported of each period, by which run, as at which day; and taking a run back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from reporting.assurance.restatement import restated
from reporting.model.periods import Cadence, period_named
from tasks.errors import RecordProblem
from tasks.record.follow_ups import FollowUp, every_follow_up_of, outputs_of
from tasks.record.keeping import Record, Work, open_run
from tasks.record.register import REPORTED, one_transaction
from tasks.record.tables import read_frame, read_made_from
from tasks.record.withdrawals import Withdrawal, enter_withdrawals, taken_back

COUNT = "count"
FIGURES = "figures"


@dataclass(frozen=True)
class Reported:
    """The figures of one period as one run reported them; ``inputs`` finds what was counted in the record."""

    run: str
    period: str
    list_date: date
    inputs: str
    withdrawn: bool

    @property
    def complete(self) -> bool:
        """Whether the period was over when the lists were run. Before that it was a rehearsal."""
        return self.list_date >= period_named(self.period).last_day


def report(record: Record, work: Work, list_date: date) -> None:
    """Say that these are now the figures of the period, unless the same are, as at the same day."""
    latest = last_reported(record, work.authority, work.period)
    same_day = latest is not None and latest.list_date == list_date
    if latest and same_day and not figures_differ(record, work.authority, latest.inputs, work.inputs):
        return
    with one_transaction(record.engine) as connection:
        open_run(connection, work)
        row = {"run": work.run, "authority": work.authority, "period": work.period, "inputs": work.inputs}
        connection.execute(insert(REPORTED).values(**row, list_date=list_date.isoformat()))


def every_report(record: Record, authority: str, period: str) -> tuple[Reported, ...]:
    """Everything ever reported of a period, in order, with what was taken back."""
    back = taken_back(record, authority)
    of_period = select(REPORTED).where(REPORTED.c.authority == authority, REPORTED.c.period == period)
    return tuple(
        Reported(row.run, row.period, date.fromisoformat(row.list_date), row.inputs, (row.run, row.period) in back)
        for row in record.rows(of_period.order_by(REPORTED.c.id))
    )


def last_reported(record: Record, authority: str, period: str) -> Reported | None:
    """The figures of a period as they now stand: the last reported that was not taken back."""
    return next((one for one in reversed(every_report(record, authority, period)) if not one.withdrawn), None)


def as_reported(record: Record, authority: str, period: str) -> Reported | None:
    """The figures that a period is known by: the first that were reported once it was over, and not taken back."""
    standing = (one for one in every_report(record, authority, period) if one.complete and not one.withdrawn)
    return next(standing, None)


def as_reported_before(record: Record, authority: str, period: str) -> tuple[Reported, ...]:
    """Every earlier period as it was reported, in order. One that was only rehearsed was not."""
    earlier = select(REPORTED.c.period).distinct().where(REPORTED.c.authority == authority)
    periods = [str(row.period) for row in record.rows(earlier.where(REPORTED.c.period < period).order_by("period"))]
    found = (as_reported(record, authority, name) for name in periods)
    return tuple(one for one in found if one)


def replaced_by_the_last(record: Record, authority: str, period: str) -> Reported | None:
    """The report that the one now standing takes the place of, if there was one before it."""
    every = every_report(record, authority, period)
    places = [place for place, one in enumerate(every) if not one.withdrawn]
    return every[places[-1] - 1] if places and places[-1] > 0 else None


def withdraw(record: Record, authority: str, period: str, *, reason: str, role: str) -> Reported | None:
    """Take back the run whose figures of a month, or whose faults of a week, now stand; the report that stands then.

    Whatever else was entered of the same figures goes with it: the faults that were followed up on them. Raises
    RecordProblem when there is nothing to take back.
    """
    monthly = period_named(period).cadence is Cadence.MONTHLY
    latest = last_reported(record, authority, period) if monthly else None
    followed = every_follow_up_of(record, authority, period)
    if (monthly and latest is None) or not (latest or followed):
        raise RecordProblem(
            f"The record at {record.folder} has no run of {authority} for {period} that stands, so none can be "
            "taken back."
        )
    if latest:
        runs = [latest.run, *(one.run for one in followed if _counted_alike(record, authority, one, latest))]
    else:
        runs = [followed[-1].run]
    enter_withdrawals(record, authority, (Withdrawal(run, period, reason, role) for run in dict.fromkeys(runs)))
    return last_reported(record, authority, period)


def figures_differ(record: Record, authority: str, one: str, other: str) -> bool:
    """Whether two counts, each by its inputs, gave different figures."""
    if one == other:
        return False
    before, now = (record.made(authority, COUNT, inputs) for inputs in (one, other))
    if not (before.files and now.files):
        return True
    if before.files[FIGURES].content == now.files[FIGURES].content:
        return False
    return bool(len(restated(read_frame(record.store, before, FIGURES), read_frame(record.store, now, FIGURES))))


def _counted_alike(record: Record, authority: str, followed: FollowUp, latest: Reported) -> bool:
    counted = read_made_from(record.store, outputs_of(record, authority, followed))["counted"]
    return not figures_differ(record, authority, counted, latest.inputs)
