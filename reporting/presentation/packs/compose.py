"""From figures to a finished report: disclosure first, then words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd

from reporting.model.figures import Level
from reporting.model.periods import Month
from reporting.model.quality import Checked
from reporting.model.settings import Authority
from reporting.presentation.disclosure import disclose
from reporting.presentation.packs.age_groups import age_groups, by_age
from reporting.presentation.packs.briefing import Briefing
from reporting.presentation.packs.cards import MONTHS, cards
from reporting.presentation.packs.changes import what_changed
from reporting.presentation.packs.context import Block, Entry, ReportContext
from reporting.presentation.packs.cover import cover
from reporting.presentation.packs.dashboard import dashboard
from reporting.presentation.packs.data_quality import data_quality
from reporting.presentation.packs.definitions import definitions
from reporting.presentation.packs.facts import REBUILT, REPORTED, facts_of
from reporting.presentation.packs.heat_map import heat_map
from reporting.presentation.packs.movements import MeasureMovement, movements
from reporting.presentation.packs.pack import Pack
from reporting.presentation.packs.printed import printed_csv
from reporting.presentation.words import month_name, month_short, sentence

SYNTHETIC = "Made-up data: every child, team and figure in this report is synthetic."
_BUILDERS: Mapping[str, Callable[[Briefing, Sequence[MeasureMovement]], Block]] = {
    "cover": cover,
    "what_changed": what_changed,
    "dashboard": lambda told, _: dashboard(told),
    "cards": cards,
    "age_groups": lambda told, _: age_groups(told),
    "heat_map": lambda told, _: heat_map(told),
    "data_quality": lambda told, _: data_quality(told),
    "definitions": lambda told, _: definitions(told),
}


def compose(
    pack: Pack,
    *,
    authority: Authority,
    period: Month,
    list_date: date,
    figures: pd.DataFrame,
    history: pd.DataFrame,
    rebuilt: pd.DataFrame,
    checked: Checked,
    rows: Mapping[str, int],
    synthetic: bool,
    replaces: str = "",
) -> ReportContext:
    """One board's report. ``figures`` are this period's; ``history`` earlier periods as first reported; ``rebuilt``
    earlier months counted again from this extract; ``rows`` how many rows each list had; ``replaces`` says which report
    of the same month this one takes the place of.

    Everything the pack could print is disclosed before a word is written.
    """
    could_print = printable(pack, period, figures=figures, history=history, rebuilt=rebuilt)
    marking = authority.markings[pack.marking]
    disclosed = disclose(could_print, marking, authority=authority)
    facts = facts_of(disclosed, authority.definitions, authority.county_unit)
    told = Briefing(
        pack, authority, period, list_date, authority.definitions, facts, checked, rows, synthetic, replaces
    )
    return _finished(told, _blocks(told))


def printable(
    pack: Pack, period: Month, *, figures: pd.DataFrame, history: pd.DataFrame, rebuilt: pd.DataFrame
) -> pd.DataFrame:
    """Everything the pack could print: this month by district and by age, earlier months for the whole authority."""
    months = {str(period.earlier(back)) for back in range(1, MONTHS)}
    now = figures[figures["level"].isin([Level.COUNTY, Level.DISTRICT, Level.AGE_GROUP])].assign(basis=REPORTED)
    parts = [now]
    for earlier, basis in ((history, REPORTED), (rebuilt, REBUILT)):
        kept = (earlier["level"] == Level.COUNTY) & earlier["period"].astype(str).isin(months)
        parts.append(earlier[kept].assign(basis=basis))
    together = pd.concat([part for part in parts if len(part)], ignore_index=True)
    wanted = {(item.indicator, item.window.value) for item in pack.items}
    asked = pd.Series(zip(together["indicator"], together["window"].astype(str), strict=True), dtype="object")
    return together[asked.isin(wanted)].reset_index(drop=True)


def _blocks(told: Briefing) -> tuple[Block, ...]:
    moved = movements(told)
    wanted = [name for name in told.pack.blocks if name != "age_groups" or by_age(told)]
    return tuple(_BUILDERS[name](told, moved) for name in wanted)


def _finished(told: Briefing, blocks: tuple[Block, ...]) -> ReportContext:
    month = month_name(told.period)
    marking, _, note = told.marking.words.partition(":")
    return ReportContext(
        title=f"{told.pack.board}, {month}",
        authority=told.authority.name,
        board=told.pack.board,
        subtitle=told.pack.subtitle,
        period=month,
        month=month_short(told.period),
        marking=marking.strip(),
        marking_note=sentence(note.strip()),
        notice=SYNTHETIC if told.synthetic else "",
        running_notice="Made-up data" if told.synthetic else "",
        reference=f"{told.authority.key}-{told.period}-{told.pack.key}",
        created=told.list_date.isoformat(),
        description=f"{told.pack.subtitle} of {told.authority.name} for {month}",
        contents=tuple(Entry(block.title, block.anchor) for block in blocks if block.anchor != "cover"),
        blocks=blocks,
        csv=printed_csv(blocks),
        csv_name=f"{told.pack.key}_{told.period}_as_printed.csv",
    )
