"""The weekly report, from references into the record to its finished words."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.model.periods import Week
from reporting.model.settings import Authority
from reporting.presentation.packs import ReportContext
from reporting.presentation.packs.weekly import MARKING, AWeek, Measured, compose_week
from tasks.errors import SettingsProblem
from tasks.print_pack import PrintedPack, print_pack
from tasks.record.store import Store
from tasks.record.tables import read_checked, read_findings, read_frame, rows_of
from tasks.stages.print_job import WeekBefore, WeeklyPrintJob


def printed_week(job: WeeklyPrintJob, authority: Authority) -> PrintedPack:
    """The weekly report, from the record to its printed form."""
    return print_pack(context_of_week(job, authority))


def context_of_week(job: WeeklyPrintJob, authority: Authority) -> ReportContext:
    """Everything the weekly report says, in finished words."""
    refuse_without_marking(authority)
    store, cycle = Store(job.record), job.cycle
    before = job.earlier[-1] if job.earlier else None
    return compose_week(
        authority=authority,
        now=_week(store, Week.parse(cycle.period), job),
        before=_week(store, Week.parse(before.found.period), before) if before else None,
        accuracy=_accuracy(store, job),
        due=read_frame(store, job.followed, "due"),
        synthetic=cycle.synthetic,
    )


def refuse_without_marking(authority: Authority) -> None:
    """The report goes to managers under one marking, which the council's folder must hold."""
    if MARKING not in authority.markings:
        raise SettingsProblem(
            f"data/authorities/{authority.key}/authority.toml has no marking called {MARKING}, under which the weekly "
            f"report goes to managers. Add [markings.{MARKING}], or copy it from another council's folder."
        )


def _week(store: Store, week: Week, made: WeeklyPrintJob | WeekBefore) -> AWeek:
    found = read_checked(store, made.checked)
    return AWeek(
        week=week,
        rows=rows_of(store, made.conformed),
        figures=read_frame(store, made.counted, "figures"),
        ledger=read_frame(store, made.followed, "ledger"),
        put_right=read_frame(store, made.followed, "put right"),
        checked=found,
        findings=(*found.findings, *read_findings(store, made.followed)),
    )


def _accuracy(store: Store, job: WeeklyPrintJob) -> Mapping[Week, Measured]:
    """How much was right in this week and in each before it."""
    told = [(one.found.period, one.found.list_date, one.followed) for one in job.earlier]
    told.append((job.cycle.period, job.cycle.list_date, job.followed))
    return {Week.parse(period): Measured(day, read_frame(store, done, "accuracy")) for period, day, done in told}
