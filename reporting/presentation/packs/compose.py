"""From what is known to a finished report: disclosure first, then words, block by block."""

from __future__ import annotations

from reporting.model.periods import Month
from reporting.presentation.blocks import BLOCKS
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.disclosed import briefing_of
from reporting.presentation.briefing.inputs import ReportInputs
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Pack
from reporting.presentation.packs.context import ReportContext
from reporting.presentation.packs.printed import printed_csv
from reporting.presentation.views.leaves import BlockView, Link
from reporting.presentation.words import month_short, sentence

SYNTHETIC = "Made-up data: every child, team and figure in this report is synthetic."


def needs_of(pack: Pack) -> frozenset[Need]:
    """What the blocks of a pack need of the record, together."""
    return frozenset().union(*(BLOCKS[name].needs for name in pack.blocks))


def compose(pack: Pack, inputs: ReportInputs) -> ReportContext:
    """One report. Everything that it could print is disclosed before a word is written.

    Raises ``NotAskedFor`` where ``inputs`` lack what a block needs, or a block uses what it does not state as a need.
    """
    told = briefing_of(pack, inputs, needs_of(pack))
    built = [BLOCKS[name].build(told) for name in pack.blocks]
    return _finished(told, tuple(view for view in built if view))


def _finished(told: Briefing, blocks: tuple[BlockView, ...]) -> ReportContext:
    pack, period, authority = told.pack, told.period.words, told.authority.name
    marking, _, note = told.marking.words.partition(":")
    synthetic = told.inputs.synthetic
    return ReportContext(
        title=f"{pack.board}, {authority}, {period}",
        authority=authority,
        board=pack.board,
        subtitle=pack.subtitle,
        period=period,
        month=month_short(told.period) if isinstance(told.period, Month) else str(told.period),
        marking=marking.strip(),
        marking_note=pack.marking_note or sentence(note.strip()),
        notice=SYNTHETIC if synthetic else "",
        running_notice="Made-up data" if synthetic else "",
        reference=f"{told.authority.key}-{told.period}-{pack.key}",
        created=told.list_date.isoformat(),
        description=f"{pack.subtitle} of {authority} for {period}",
        contents=tuple(Link(block.title, f"#{block.anchor}") for block in blocks if block.listed),
        blocks=blocks,
        csv=printed_csv(blocks),
        csv_name=f"{pack.key}_{told.period}_as_printed.csv",
    )
