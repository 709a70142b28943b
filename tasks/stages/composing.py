"""One pack, from references into the record to its finished words."""

from __future__ import annotations

from datetime import date

import pandas as pd

from reporting.assurance.restatement import RESTATEMENT_WORDS
from reporting.model.figures import FIGURE_COLUMNS
from reporting.model.periods import Month
from reporting.model.settings import Authority
from reporting.presentation.packs import Pack, ReportContext, compose
from reporting.presentation.words import day_name, joined
from tasks.print_pack import PrintedPack, print_pack
from tasks.record.store import Store
from tasks.record.tables import read_checked, read_frame, rows_of
from tasks.stages.print_job import PrintJob, Replaced


def printed_pack(job: PrintJob, pack: Pack, authority: Authority) -> PrintedPack:
    """One pack, from the record to its printed form."""
    return print_pack(context_of(job, pack, authority))


def context_of(job: PrintJob, pack: Pack, authority: Authority) -> ReportContext:
    """Everything one pack says, in finished words."""
    store, cycle = Store(job.record), job.cycle
    return compose(
        pack,
        authority=authority,
        period=Month.parse(cycle.period),
        list_date=cycle.list_date,
        figures=read_frame(store, job.counted, "figures"),
        history=_together([read_frame(store, done, "figures") for done in job.history]),
        rebuilt=_together([read_frame(store, job.counted, "rebuilt")]),
        checked=read_checked(store, job.checked),
        rows=rows_of(store, job.conformed),
        synthetic=cycle.synthetic,
        replaces=_in_words(job.replaced) if job.replaced else "",
    )


def _in_words(replaced: Replaced) -> str:
    """Which report this one takes the place of, and why it differs."""
    taken_back = ", which was withdrawn" if replaced.withdrawn else ""
    why = joined([RESTATEMENT_WORDS[code] for code in replaced.why])
    day = day_name(date.fromisoformat(replaced.list_date))
    return f"the report as at {day}{taken_back}{f': {why}' if why else ''}"


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(FIGURE_COLUMNS))
