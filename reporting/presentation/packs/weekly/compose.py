"""From a week's figures, faults and accuracy to a finished report: disclosure first, then words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reporting.model.figures import Level
from reporting.model.periods import Week
from reporting.model.settings import Authority
from reporting.presentation.disclosure import disclose
from reporting.presentation.packs.compose import SYNTHETIC
from reporting.presentation.packs.context import Block, Entry, ReportContext
from reporting.presentation.packs.facts import REPORTED, facts_of
from reporting.presentation.packs.printed import printed_csv
from reporting.presentation.packs.weekly import falling_due
from reporting.presentation.packs.weekly.cover import week_cover
from reporting.presentation.packs.weekly.heat_maps import annex_a, early_help, fostering_and_adoption
from reporting.presentation.packs.weekly.inputs import MARKING, AWeek, WeeklyInputs
from reporting.presentation.packs.weekly.reading_guide import reading
from reporting.presentation.packs.weekly.series import MOST_WEEKS, district_series
from reporting.presentation.packs.weekly.shares import LEVELS, Shares, records_as_figures, records_known, shares_of
from reporting.presentation.packs.weekly.teams import team_map
from reporting.presentation.packs.weekly.weekly_check import weekly_check
from reporting.presentation.words import week_name

_TITLE = "Weekly data quality report"
_BLOCKS = (week_cover, annex_a, team_map, fostering_and_adoption, early_help, district_series, weekly_check, reading)


@dataclass(frozen=True)
class Measured:
    """How much was right in one week: the day its lists were run, and the accuracy (``ACCURACY_COLUMNS``)."""

    list_date: date
    accuracy: pd.DataFrame


def compose_week(
    *,
    authority: Authority,
    now: AWeek,
    before: AWeek | None,
    accuracy: Mapping[Week, Measured],
    due: pd.DataFrame,
    synthetic: bool,
) -> ReportContext:
    """One council's week. ``accuracy`` is of this week and the ones before; ``due`` has ``DUE_COLUMNS``.

    Everything the report could print of children is disclosed before a word is written.
    """
    series = dict(sorted(accuracy.items(), key=lambda pair: pair[1].list_date)[-MOST_WEEKS:])
    disclosed = disclose(
        _printable(authority, now, series, due),
        authority.markings[MARKING],
        authority=authority,
        indicators={**authority.definitions, **records_known(), **falling_due.KNOWN},
    )
    figures = disclosed[disclosed["indicator"].isin(authority.definitions.keys())]
    told = WeeklyInputs(
        authority=authority,
        now=now,
        before=before,
        weeks={week: measured.list_date for week, measured in series.items()},
        indicators=authority.definitions,
        facts=facts_of(figures, authority.definitions, authority.county_unit),
        shares=_shares(authority, now, before, series, disclosed),
        due=falling_due.falling_due_of(disclosed),
        synthetic=synthetic,
    )
    return _finished(told, tuple(build(told) for build in _BLOCKS))


def _printable(
    authority: Authority,
    now: AWeek,
    series: Mapping[Week, Measured],
    due: pd.DataFrame,
) -> pd.DataFrame:
    """Everything the report could print of children: figures, records by team, and the weeks by district."""
    wanted = now.figures["level"].isin([Level.COUNTY, Level.DISTRICT]) & now.figures["indicator"].isin(
        authority.definitions.keys()
    )
    parts = [now.figures[wanted].assign(basis=REPORTED)]
    for week, measured in series.items():
        levels = LEVELS if week == now.week else LEVELS[:2]
        parts.append(records_as_figures(measured.accuracy, week, authority.key, levels))
    parts.append(falling_due.due_as_figures(due, now.week, authority.key, authority.county_unit))
    return pd.concat([part for part in parts if len(part)], ignore_index=True)


def _shares(
    authority: Authority, now: AWeek, before: AWeek | None, series: Mapping[Week, Measured], disclosed: pd.DataFrame
) -> Shares:
    withheld = {week.week: frozenset(week.checked.withheld_lists) for week in (now, before) if week}
    frames = {week: measured.accuracy for week, measured in series.items()}
    return shares_of(frames, disclosed, withheld, authority.county_unit)


def _finished(told: WeeklyInputs, blocks: tuple[Block, ...]) -> ReportContext:
    week = week_name(told.week)
    return ReportContext(
        title=f"{_TITLE}, {told.authority.name}, {week}",
        authority=told.authority.name,
        board=_TITLE,
        subtitle=_TITLE,
        period=week,
        month=str(told.week),
        marking=told.marking.words.partition(":")[0].strip(),
        marking_note="For managers and the data team",
        notice=SYNTHETIC if told.synthetic else "",
        running_notice="Made-up data" if told.synthetic else "",
        reference=f"{told.authority.key}-{told.week}-weekly-report",
        created=told.list_date.isoformat(),
        description=f"{_TITLE} of {told.authority.name} for {week}",
        contents=tuple(Entry(block.title, block.anchor) for block in blocks if block.anchor != "cover"),
        blocks=blocks,
        csv=printed_csv(blocks),
        csv_name=f"weekly_report_{told.week}_as_printed.csv",
    )
