"""One pack, from references into the record to its HTML and its PDF."""

from __future__ import annotations

import pandas as pd

from reporting.model.figures import FIGURE_COLUMNS
from reporting.model.periods import Month
from reporting.presentation.packs import ReportContext, compose
from tasks.configuration import folder_of, load_authority
from tasks.packs import read_pack
from tasks.print_pack import PrintedPack, print_pack
from tasks.record.keeping import Record
from tasks.record.tables import read_checked, read_frame, rows_of
from tasks.stages.print_worker import PrintJob, WeeklyPrintJob
from tasks.stages.weekly_composing import context_of_week


def composed_and_printed(order: PrintJob | WeeklyPrintJob) -> PrintedPack:
    """One pack, or the weekly report, from the record to its printed form."""
    return print_pack(context_of_week(order) if isinstance(order, WeeklyPrintJob) else context_of(order))


def context_of(order: PrintJob) -> ReportContext:
    """Everything one pack says, in finished words."""
    store, cycle = Record().store, order.cycle
    authority = load_authority(cycle.authority)
    return compose(
        read_pack(folder_of(cycle.authority) / "packs" / f"{order.board}.toml", authority),
        authority=authority,
        period=Month.parse(cycle.period),
        list_date=cycle.list_date,
        figures=read_frame(store, order.counted, "figures"),
        history=_together([read_frame(store, done, "figures") for done in order.history]),
        rebuilt=_together([read_frame(store, order.counted, "rebuilt")]),
        checked=read_checked(store, order.checked),
        rows=rows_of(store, order.conformed),
        synthetic=cycle.synthetic,
    )


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(FIGURE_COLUMNS))
