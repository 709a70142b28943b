"""The extracts that the record has taken in, each for one month or week."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from reporting.model.periods import period_named
from tasks.errors import RecordProblem
from tasks.record.keeping import Record, Work, open_run
from tasks.record.register import EXTRACTS, add_row, one_transaction


def enter_extract(record: Record, work: Work, content: str, list_date: date, *, synthetic: bool) -> None:
    """Enter an extract, unless the very same content stands in the register for another month, or week (F19).

    Within the month, or the week, it is the list date that was mistaken and is now put right.
    """
    before = record.rows(select(EXTRACTS).where(EXTRACTS.c.authority == work.authority, EXTRACTS.c.content == content))
    asked = type(period_named(work.period))
    days = [date.fromisoformat(taken.list_date) for taken in before]
    earlier = [day for day in days if asked.holding(day) != asked.holding(list_date)]
    if earlier:
        raise RecordProblem(
            f"This extract is identical to the one taken in with list date {earlier[0].isoformat()}, so it cannot "
            f"be the lists as they stood on {list_date.isoformat()}. Give the {asked.called}'s own extract, or "
            "correct the list date. If it was the earlier date that was wrong, run the lists again: what was taken "
            "in is never changed."
        )
    with one_transaction(record.engine) as connection:
        open_run(connection, work)
        add_row(
            connection,
            EXTRACTS,
            authority=work.authority,
            content=content,
            list_date=list_date.isoformat(),
            synthetic=int(synthetic),
            run=work.run,
        )
