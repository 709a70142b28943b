"""Follow the faults up: which are new, which still stand, which were put right, and how much of it all is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from reporting.assurance.accuracy import measure
from reporting.assurance.due import falls_due
from reporting.assurance.ledger import NO_EXTRACT, EarlierFollowUp, follow, without_confirmed
from reporting.assurance.owners import owners
from reporting.assurance.withholding import weights
from reporting.model.causes import Cause, StageInput
from reporting.model.received import Conformed
from tasks.errors import RecordProblem
from tasks.fingerprints import hash_of
from tasks.record.follow_ups import FollowUp, confirmations, follow_up_before, note_follow_up
from tasks.record.keeping import MADE_FROM, Done, Work
from tasks.record.store import Loose
from tasks.record.tables import (
    findings_file,
    frame,
    read_checked,
    read_conformed,
    read_frame,
    read_made_from,
    words,
)
from tasks.stages.defined import CONFORM, FOLLOW_UP
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace


@stage(FOLLOW_UP)
def follow_up(at: Workspace, conformed: Done, checked: Done, counted: Done) -> Done:
    """Carry the ledger of faults on from the extract before, and measure how much of this one is right.

    Made from the follow-up before it (of the same cadence) and from all that has been confirmed since, so it is made
    again when either changes, and passed over when neither does.
    """
    record, made, before = at.record, (conformed, checked, counted), _before(at)
    known = sorted(one.reference for one in confirmations(record, at.cycle.authority))
    given = [at.of_period(), StageInput(Cause.UPSTREAM, "confirmations", hash_of(*known))]
    given += [StageInput(Cause.UPSTREAM, "before", before[1].content)] if before else []
    work = at.work(FOLLOW_UP, made, *given)
    done = record.once(work, lambda: _followed(at, made, before, frozenset(known)))
    note_follow_up(record, work, at.cycle.cadence, at.cycle.list_date)
    return done


def _before(at: Workspace) -> tuple[FollowUp, Done] | None:
    """The follow-up before, and what it put out, if there is one."""
    record, cycle = at.record, at.cycle
    found = follow_up_before(record, cycle.authority, cycle.period, cycle.list_date)
    if found is None:
        return None
    done = record.done(Work(cycle.run, cycle.authority, found.period, FOLLOW_UP.key, found.inputs))
    if done is None:
        raise RecordProblem(
            f"The faults of {found.period} in the record at {record.folder} are no longer whole, so nothing can be "
            f"told to be new or put right since. Run the cycle of {found.period} again, and then this one."
        )
    return found, done


def _followed(
    at: Workspace,
    made: tuple[Done, Done, Done],
    before: tuple[FollowUp, Done] | None,
    confirmed: frozenset[str],
) -> Iterable[Loose]:
    store, agreed, day = at.record.store, at.settings(FOLLOW_UP), at.cycle.list_date
    conformed, checked = read_conformed(store, made[0]), read_checked(store, made[1])
    whose = owners(conformed.tables, agreed.teams, day)
    ledger = follow(
        conformed,
        checked,
        whose,
        list_date=day,
        weights=weights(read_frame(store, made[2], "figures"), checked.rules.values(), agreed.definitions),
        earlier=_earlier(at, *before, with_owners=bool(len(checked.vanished))) if before else None,
        confirmed=confirmed,
    )
    right = without_confirmed(checked, ledger.faults)
    yield frame("ledger", ledger.faults)
    yield frame("put right", ledger.put_right)
    yield frame("remembered", ledger.remembered)
    yield frame("accuracy", measure(right, conformed.tables, whose, agreed, day))
    yield frame("due", _falling_due(at, conformed, whose))
    yield findings_file(ledger.findings)
    inputs = {name: done.inputs for name, done in zip(("conformed", "checked", "counted"), made, strict=True)}
    yield words(MADE_FROM, inputs | {"before": before[0].inputs if before else "", "list_date": day.isoformat()})


def _falling_due(at: Workspace, conformed: Conformed, whose: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What falls due on the lists that can be counted: the frame of ``reporting.assurance.due``."""
    tables = {name: table for name, table in conformed.tables.items() if name not in conformed.missing}
    agreed = at.settings(FOLLOW_UP)
    return falls_due(
        tables,
        whose,
        calendar=at.calendar,
        limits_on=lambda day: agreed.on(day).limit_values,
        list_date=at.cycle.list_date,
    )


def _earlier(at: Workspace, found: FollowUp, before: Done, *, with_owners: bool) -> EarlierFollowUp:
    """The ledger before and the extract it was made from; ``with_owners``, whose its rows are."""
    store, cycle = at.record.store, at.cycle
    made_from = read_made_from(store, before)
    work = Work(cycle.run, cycle.authority, found.period, CONFORM.key, made_from["conformed"])
    done = at.record.done(work)
    lists = read_conformed(store, done) if done else NO_EXTRACT
    return EarlierFollowUp(
        faults=read_frame(store, before, "ledger"),
        remembered=read_frame(store, before, "remembered"),
        conformed=lists,
        owners=owners(lists.tables, at.settings(FOLLOW_UP).teams, cycle.list_date) if with_owners else {},
    )
