"""Follow the faults up: which are new, which still stand, which were put right, and how much of it all is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

import pandas as pd

from reporting.assurance.ledger import EarlierFollowUp
from reporting.model.received import Conformed
from reporting.model.settings import Authority
from tasks.errors import RecordProblem
from tasks.fingerprints import hash_of
from tasks.record.follow_ups import FOLLOW_UP, FollowUp, confirmations, follow_up_before, note_follow_up
from tasks.record.keeping import Done, Record, Work
from tasks.record.store import Loose
from tasks.record.tables import frame, read_checked, read_conformed, read_frame, read_words, words
from tasks.stages.cycle import Cycle
from tasks.stages.stage import stage


@stage(FOLLOW_UP)
def follow_up(cycle: Cycle, conformed: Done, checked: Done, counted: Done) -> Done:
    """Carry the ledger of faults on from the extract before, and measure how much of this one is right.

    Made from the follow-up before it (of the same cadence) and from all that has been confirmed since, so it is made
    again when either changes, and passed over when neither does.
    """
    record, made = Record(), (conformed, checked, counted)
    before = _before(record, cycle)
    known = sorted(one.reference for one in confirmations(record, cycle.authority))
    inputs = (*(done.content for done in made), before[1].content if before else "", hash_of(*known))
    work = cycle.work(FOLLOW_UP, cycle.period, *inputs)
    done = record.once(work, lambda: _followed(record, cycle, made, before, frozenset(known)))
    note_follow_up(record, work, cycle.cadence, cycle.list_date)
    return done


def _before(record: Record, cycle: Cycle) -> tuple[FollowUp, Done] | None:
    """The follow-up before, and what it put out, if there is one."""
    found = follow_up_before(record, cycle.authority, cycle.period, cycle.list_date)
    if found is None:
        return None
    done = record.done(_work_of(cycle, found, FOLLOW_UP, found.inputs))
    if done is None:
        raise RecordProblem(
            f"The faults of {found.period} in the record at {record.folder} are no longer whole, so nothing can be "
            f"told to be new or put right since. Run the cycle of {found.period} again, and then this one."
        )
    return found, done


def _followed(
    record: Record,
    cycle: Cycle,
    made: tuple[Done, Done, Done],
    before: tuple[FollowUp, Done] | None,
    confirmed: frozenset[str],
) -> Iterable[Loose]:
    from reporting.assurance.accuracy import measure
    from reporting.assurance.ledger import follow, without_confirmed
    from reporting.assurance.owners import owners
    from reporting.assurance.withholding import weights
    from tasks.configuration import load_authority

    store, authority = record.store, load_authority(cycle.authority)
    conformed, checked = read_conformed(store, made[0]), read_checked(store, made[1])
    whose = owners(conformed.tables, authority.teams, cycle.list_date)
    figures = read_frame(store, made[2], "figures")
    earlier = _earlier(record, cycle, *before, authority if len(checked.vanished) else None) if before else None
    ledger = follow(
        conformed,
        checked,
        whose,
        list_date=cycle.list_date,
        weights=weights(figures, checked.rules.values()),
        earlier=earlier,
        confirmed=confirmed,
    )
    right = without_confirmed(checked, ledger.faults)
    yield frame("ledger", ledger.faults)
    yield frame("put right", ledger.put_right)
    yield frame("remembered", ledger.remembered)
    yield frame("accuracy", measure(right, conformed.tables, whose, authority, cycle.list_date))
    yield frame("due", _falling_due(conformed, whose, authority, cycle.list_date))
    yield words("findings", [asdict(finding) for finding in ledger.findings])
    names = ("conformed", "checked", "counted")
    inputs = {name: done.inputs for name, done in zip(names, made, strict=True)}
    inputs |= {"before": before[0].inputs if before else "", "list_date": cycle.list_date.isoformat()}
    yield words("made from", inputs)


def _falling_due(
    conformed: Conformed, whose: Mapping[str, pd.DataFrame], authority: Authority, list_date: date
) -> pd.DataFrame:
    """What falls due on the lists that can be counted."""
    from reporting.assurance.due import falls_due
    from tasks.configuration import load_calendar

    tables = {name: table for name, table in conformed.tables.items() if name not in conformed.missing}
    return falls_due(
        tables,
        whose,
        calendar=load_calendar(),
        limits_on=lambda day: authority.on(day).limit_values,
        list_date=list_date,
    )


def _earlier(
    record: Record, cycle: Cycle, found: FollowUp, before: Done, authority: Authority | None
) -> EarlierFollowUp:
    """The ledger before and the extract it was made from; with ``authority``, whose its rows are."""
    from reporting.assurance.ledger import NO_EXTRACT
    from reporting.assurance.owners import owners

    store, made_from = record.store, read_words(record.store, before, "made from")
    done = record.done(_work_of(cycle, found, "conform", str(made_from["conformed"])))
    lists = read_conformed(store, done) if done else NO_EXTRACT
    return EarlierFollowUp(
        faults=read_frame(store, before, "ledger"),
        remembered=read_frame(store, before, "remembered"),
        conformed=lists,
        owners=owners(lists.tables, authority.teams, cycle.list_date) if authority else {},
    )


def _work_of(cycle: Cycle, found: FollowUp, stage: str, inputs: str) -> Work:
    return Work(cycle.run, cycle.authority, found.period, stage, inputs)
