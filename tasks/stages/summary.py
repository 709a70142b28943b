"""How a cycle ended, in counts and words: what was printed, what was withheld and why, how long each stage took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from reporting.assurance.ledger import CONFIRMED, NEW, OPEN
from reporting.assurance.withholding import kept_back
from reporting.measures.reason_words import words_for_many
from reporting.model.figures import Level
from reporting.model.periods import Cadence
from tasks.errors import Problem, RecordProblem
from tasks.record.keeping import COMPLETED, FAILED, Done, Record
from tasks.record.tables import read_frame, read_words
from tasks.stages.cycle import Cycle
from tasks.stages.defined import CONFORM, COUNT, FOLLOW_UP, in_words
from tasks.stages.ending import CycleSummary, Faults, Withheld
from tasks.stages.finished import SITE_FOLDER, note_finished
from tasks.stages.worklist_files import folder_of_worklists
from tasks.stages.workspace import Workspace

CSV, WORKLISTS, SITE = "the same for machines", "worklists", "quality site"


def cycle_summary(
    at: Workspace,
    stages: Sequence[Done],
    packs: Mapping[str, Done],
    failed: Mapping[str, str],
) -> CycleSummary:
    """The ending of a cycle: ``stages`` in the order they ran, and one pack for each report that was printed."""
    record, cycle = at.record, at.cycle
    made = {done.stage: done for done in stages}
    folder = record.folder / cycle.authority / cycle.period
    ending = CycleSummary(
        authority=cycle.authority,
        period=cycle.period,
        pdfs=tuple(folder / f"{board}.pdf" for board in packs),
        failed=dict(failed),
        withheld=withheld_in(read_frame(record.store, made[COUNT.key], "figures")),
        stages=tuple((in_words(done.stage), done.seconds, done.passed_over) for done in (*stages, *packs.values())),
        to_open={what: place for what, place in _elsewhere(record, cycle, packs) if place.exists()},
        faults=_faults(record, made[CONFORM.key], made[FOLLOW_UP.key]),
    )
    record.ended(cycle.as_a_whole, FAILED if failed else COMPLETED, ending.message)
    if not failed:
        note_finished(at, ending, (*stages, *packs.values()))
    return ending


def _elsewhere(record: Record, cycle: Cycle, packs: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Where the rest of what a cycle makes is laid out."""
    laid_out = record.folder / cycle.authority / cycle.period
    yield from ((CSV, laid_out / f"{board}.csv") for board in packs)
    if cycle.cadence is Cadence.WEEKLY:
        yield WORKLISTS, folder_of_worklists(record, cycle.authority, cycle.period)
    yield SITE, record.folder / cycle.authority / SITE_FOLDER / "index.html"


def _faults(record: Record, conformed: Done, followed: Done) -> Faults:
    said = read_words(record.store, conformed, "conformed")
    states = read_frame(record.store, followed, "ledger")["state"].value_counts()
    put_right = read_frame(record.store, followed, "put right")["faults"].sum()
    return Faults(
        rows=sum(rows for name, rows in said["typed"].items() if name not in said["missing"]),
        new=int(states.get(NEW, 0)),
        still_open=int(states.get(OPEN, 0)),
        put_right=int(put_right),
        confirmed=int(states.get(CONFIRMED, 0)),
    )


def withheld_in(figures: pd.DataFrame) -> tuple[Withheld, ...]:
    """The figures that the data cannot support, by reason."""
    held = kept_back(figures)
    return tuple(
        Withheld(
            str(why),
            tuple(dict.fromkeys(group["indicator"].astype(str))),
            len(group),
            bool((group["level"].astype(str) == Level.COUNTY).any()),
        )
        for why, group in held.groupby(words_for_many(held), sort=True)
    )


def in_markdown(ending: CycleSummary) -> str:
    """What was withheld and what to do next, for Prefect's own pages: counts and reasons, never a value."""
    lines = [
        f"| {held.reason} | {', '.join(held.indicators)} | {held.figures} |".replace("\n", " ")
        for held in ending.withheld
    ]
    return "\n".join(["| why | indicators | figures |", "|---|---|---:|", *lines, "", *_next_step(ending)])


def _next_step(ending: CycleSummary) -> Iterator[str]:
    """What to open, and why."""
    faults, open_at = ending.faults, ending.to_open
    if faults:
        yield (
            f"{faults.rows:,} rows were checked: {faults.new:,} faults are new, {faults.still_open:,} are still open, "
            f"{faults.put_right:,} were put right and {faults.confirmed:,} are confirmed as correct.\n"
        )
    yield "**What to do next.** " + (
        f"Open the worklists at `{open_at[WORKLISTS]}`: what withholds a figure comes first. Each team's is its own."
        if WORKLISTS in open_at
        else f"Write the teams' worklists, in which what withholds a figure comes first: `lineofsight worklists "
        f"--authority {ending.authority} --period {ending.period}`."
    )
    if SITE in open_at:
        yield f"\nWhich rule withholds what, list by list and district by district, is at `{open_at[SITE]}`."
    yield "\nOnce the rows are put right in the case-management system they pass, and the figures are printed again."


@contextmanager
def failure_noted(at: Workspace) -> Iterator[None]:
    """The record says that the run was ended by a problem, unless the record is the problem."""
    try:
        yield
    except RecordProblem:
        raise
    except Problem as problem:
        at.record.ended(at.cycle.as_a_whole, FAILED, str(problem))
        raise
