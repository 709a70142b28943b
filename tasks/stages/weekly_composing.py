"""The weekly report, from references into the record to its finished words."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.model.periods import Week
from reporting.model.settings import Authority
from reporting.presentation.packs import ReportContext
from reporting.presentation.packs.weekly import MARKING, AWeek, Measured, compose_week
from tasks.configuration import load_authority
from tasks.errors import SettingsProblem
from tasks.record.follow_ups import FollowUp, outputs_of
from tasks.record.keeping import Done, Record
from tasks.record.tables import read_checked, read_findings, read_frame, read_words, rows_of
from tasks.stages.print_worker import WeeklyPrintJob


def context_of_week(order: WeeklyPrintJob) -> ReportContext:
    """Everything the weekly report says, in finished words."""
    record, cycle = Record(), order.cycle
    authority = load_authority(cycle.authority)
    refuse_without_marking(authority)
    now = _week(record, Week.parse(cycle.period), order.followed, (order.conformed, order.checked, order.counted))
    return compose_week(
        authority=authority,
        now=now,
        before=_before(record, cycle.authority, order.earlier[-1]) if order.earlier else None,
        accuracy=_accuracy(record, order),
        due=read_frame(record.store, order.followed, "due"),
        synthetic=cycle.synthetic,
    )


def refuse_without_marking(authority: Authority) -> None:
    """The report goes to managers under one marking, which the council's folder must hold."""
    if MARKING not in authority.markings:
        raise SettingsProblem(
            f"data/authorities/{authority.key}/authority.toml has no marking called {MARKING}, under which the weekly "
            f"report goes to managers. Add [markings.{MARKING}], or copy it from another council's folder."
        )


def _before(record: Record, authority: str, found: FollowUp) -> AWeek:
    """The week that a follow-up is of, from what it was made from."""
    followed = outputs_of(record, authority, found)
    made_from = read_words(record.store, followed, "made from")
    stages = {"conform": "conformed", "check": "checked", "count": "counted"}
    conformed, checked, counted = (record.made(authority, stage, str(made_from[of])) for stage, of in stages.items())
    return _week(record, Week.parse(found.period), followed, (conformed, checked, counted))


def _week(record: Record, week: Week, followed: Done, made: tuple[Done, Done, Done]) -> AWeek:
    store, (conformed, checked, counted) = record.store, made
    found = read_checked(store, checked)
    return AWeek(
        week=week,
        rows=rows_of(store, conformed),
        figures=read_frame(store, counted, "figures"),
        ledger=read_frame(store, followed, "ledger"),
        put_right=read_frame(store, followed, "put right"),
        checked=found,
        findings=(*found.findings, *read_findings(store, followed)),
    )


def _accuracy(record: Record, order: WeeklyPrintJob) -> Mapping[Week, Measured]:
    """How much was right in this week and in each before it."""
    store, cycle = record.store, order.cycle
    measured = {
        Week.parse(found.period): Measured(
            found.list_date, read_frame(store, outputs_of(record, cycle.authority, found), "accuracy")
        )
        for found in order.earlier
    }
    return measured | {
        Week.parse(cycle.period): Measured(cycle.list_date, read_frame(store, order.followed, "accuracy"))
    }
