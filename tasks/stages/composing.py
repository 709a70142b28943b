"""One report, from references into the record to its finished words: what its blocks need is read, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from reporting.assurance.restatement import RESTATEMENT_WORDS
from reporting.model.figures import FIGURE_COLUMNS
from reporting.model.periods import CYCLED, Period, period_named
from reporting.model.settings import Authority
from reporting.presentation.briefing.needs import Need, given
from reporting.presentation.packs import FollowedPeriod, Measured, Pack, ReportContext, ReportInputs, compose
from reporting.presentation.words import day_name, joined
from tasks.print_pack import PrintedPack, print_pack
from tasks.record.keeping import Done
from tasks.record.store import Store
from tasks.record.tables import read_checked, read_findings, read_frame, rows_of
from tasks.stages.print_job import PeriodBefore, PrintJob, Replaced


def printed_pack(job: PrintJob, pack: Pack, authority: Authority) -> PrintedPack:
    """One report, from the record to its printed form."""
    return print_pack(context_of(job, pack, authority))


def context_of(job: PrintJob, pack: Pack, authority: Authority) -> ReportContext:
    """Everything one report says, in finished words."""
    return compose(pack, inputs_of(job, authority))


def inputs_of(job: PrintJob, authority: Authority) -> ReportInputs:
    """What the record holds for one report. A part that no block needs is left out."""
    store, cycle = Store(job.record), job.cycle
    inputs = ReportInputs(
        authority=authority,
        period=_period(cycle.period),
        list_date=cycle.list_date,
        synthetic=cycle.synthetic,
        figures=read_frame(store, job.counted, "figures"),
        replaces=_in_words(job.replaced) if job.replaced else "",
    )
    return _with_faults(_with_months(inputs, store, job), store, job)


def _with_months(inputs: ReportInputs, store: Store, job: PrintJob) -> ReportInputs:
    """The same with what was checked, and with the months before as they were reported and as they are rebuilt."""
    if Need.CHECKED in job.needs:
        inputs = replace(inputs, checked=read_checked(store, job.checked), rows=rows_of(store, job.conformed))
    if Need.HISTORY in job.needs:
        inputs = replace(inputs, history=_together([read_frame(store, done, "figures") for done in job.history]))
    if Need.REBUILT in job.needs:
        inputs = replace(inputs, rebuilt=_together([read_frame(store, job.counted, "rebuilt")]))
    return inputs


def _with_faults(inputs: ReportInputs, store: Store, job: PrintJob) -> ReportInputs:
    """The same with the faults of this period and of the one before, how much was right, and what falls due."""
    if Need.FAULTS in job.needs:
        before = job.earlier[-1] if job.earlier else None
        inputs = replace(
            inputs,
            followed=_followed(store, inputs.period, job),
            followed_before=_followed(store, _period(before.found.period), before) if before else None,
        )
    if Need.ACCURACY in job.needs:
        inputs = replace(inputs, accuracy=_accuracy(store, job))
    if Need.DUE in job.needs:
        inputs = replace(inputs, due=read_frame(store, given(job.followed, Need.DUE), "due"))
    return inputs


def _followed(store: Store, period: Period, made: PrintJob | PeriodBefore) -> FollowedPeriod:
    found, followed = read_checked(store, made.checked), given(made.followed, Need.FAULTS)
    return FollowedPeriod(
        period=period,
        rows=rows_of(store, made.conformed),
        figures=read_frame(store, made.counted, "figures"),
        ledger=read_frame(store, followed, "ledger"),
        put_right=read_frame(store, followed, "put right"),
        checked=found,
        findings=(*found.findings, *read_findings(store, followed)),
    )


def _accuracy(store: Store, job: PrintJob) -> Mapping[Period, Measured]:
    """How much was right in this period and in each before it."""
    told: list[tuple[str, date, Done]] = [(one.found.period, one.found.list_date, one.followed) for one in job.earlier]
    told.append((job.cycle.period, job.cycle.list_date, given(job.followed, Need.ACCURACY)))
    return {_period(period): Measured(day, read_frame(store, done, "accuracy")) for period, day, done in told}


def _period(text: str) -> Period:
    return period_named(text, CYCLED)


def _in_words(replaced: Replaced) -> str:
    """Which report this one takes the place of, and why it differs."""
    taken_back = ", which was withdrawn" if replaced.withdrawn else ""
    why = joined([RESTATEMENT_WORDS[code] for code in replaced.why])
    day = day_name(date.fromisoformat(replaced.list_date))
    return f"the report as at {day}{taken_back}{f': {why}' if why else ''}"


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(FIGURE_COLUMNS))
