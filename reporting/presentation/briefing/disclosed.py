"""A briefing from what the record holds: everything that the pack could print is disclosed in one decision, first."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from reporting.model.figures import Level
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import REBUILT, REPORTED, facts_of
from reporting.presentation.briefing.falling_due import FallingDue, counts_due, falling_due_of
from reporting.presentation.briefing.inputs import ReportInputs
from reporting.presentation.briefing.needs import Need, given
from reporting.presentation.briefing.pack import Pack
from reporting.presentation.briefing.shares import LEVELS, Shares, counts_of_records, hidden_records, shares_of
from reporting.presentation.disclosure import CountTable, counts_of_figures, suppressed, without_what_is_hidden
from reporting.presentation.disclosure.derived import subject_of_list

MONTHS = 13
"""How many months a pack may show of a measure: this one, and the twelve before it."""


def briefing_of(pack: Pack, inputs: ReportInputs, needs: frozenset[Need]) -> Briefing:
    """What the blocks of a pack speak from. Raises ``NotAskedFor`` where ``inputs`` lack what is needed."""
    authority = inputs.authority
    figures = printable(pack, inputs, needs)
    records = _records(inputs) if Need.ACCURACY in needs else []
    due = [counts_due(given(inputs.due, Need.DUE), inputs.period, authority.county_unit)] if Need.DUE in needs else []
    tables = [counts_of_figures(figures, authority.definitions), *records, *due]
    marking = authority.markings[pack.marking]
    of_figures, *hidden = suppressed(tables, marking, authority)
    disclosed = without_what_is_hidden(figures, of_figures, marking)
    return Briefing(
        pack=pack,
        inputs=inputs,
        facts=facts_of(disclosed, authority.definitions, authority.county_unit),
        every_share=_shares(inputs, records, hidden[: len(records)]) if Need.ACCURACY in needs else None,
        falling_due=_falling_due(due, hidden[len(records) :]),
    )


def printable(pack: Pack, inputs: ReportInputs, needs: frozenset[Need]) -> pd.DataFrame:
    """Every figure that the pack could print, with its ``basis``: figure columns, index from nought."""
    figures = inputs.figures.reset_index(drop=True)
    wanted = pd.Series(False, index=figures.index)
    if Need.EVERY_MEASURE in needs:
        placed = figures["level"].isin([Level.COUNTY, Level.DISTRICT])
        wanted |= placed & figures["indicator"].isin(inputs.authority.definitions.keys())
    if Need.MEASURES in needs:
        placed = figures["level"].isin([Level.COUNTY, Level.DISTRICT, Level.AGE_GROUP])
        wanted |= placed & _asked(pack, figures)
    earlier = [frame[_asked(pack, frame)].assign(basis=basis) for frame, basis in _earlier(inputs, needs)]
    together = [figures[wanted].assign(basis=REPORTED), *earlier]
    return pd.concat([part for part in together if len(part)] or together[:1], ignore_index=True)


def _earlier(inputs: ReportInputs, needs: frozenset[Need]) -> Iterable[tuple[pd.DataFrame, str]]:
    """Earlier months for the whole authority, as first reported and as rebuilt."""
    months = {str(inputs.period.earlier(back)) for back in range(1, MONTHS)}
    for need, frame, basis in (
        (Need.HISTORY, inputs.history, REPORTED),
        (Need.REBUILT, inputs.rebuilt, REBUILT),
    ):
        if need in needs:
            held = given(frame, need)
            yield held[(held["level"] == Level.COUNTY) & held["period"].astype(str).isin(months)], basis


def _asked(pack: Pack, figures: pd.DataFrame) -> pd.Series:
    """Which figures are of the measures that the pack names, each in the window that its board looks at."""
    wanted = {(item.indicator, item.window.value) for item in pack.items}
    asked = pd.Series(
        zip(figures["indicator"], figures["window"].astype(str), strict=True), index=figures.index, dtype="object"
    )
    return asked.isin(wanted)


def _records(inputs: ReportInputs) -> list[CountTable]:
    """The records checked in every period of the series, by team in this one only."""
    subject = subject_of_list(inputs.authority.definitions)
    return [
        counts_of_records(measured.accuracy, period, LEVELS if period == inputs.period else LEVELS[:2], subject)
        for period, measured in inputs.series.items()
    ]


def _shares(inputs: ReportInputs, records: list[CountTable], hidden: list[np.ndarray]) -> Shares:
    secret = frozenset().union(*(hidden_records(*pair) for pair in zip(records, hidden, strict=True)))
    followed = (given(inputs.followed, Need.FAULTS), inputs.followed_before)
    withheld = {one.period: frozenset(one.checked.withheld_lists) for one in followed if one}
    return shares_of(inputs.series, secret, withheld, inputs.authority.county_unit)


def _falling_due(due: list[CountTable], hidden: list[np.ndarray]) -> FallingDue | None:
    return falling_due_of(due[0], hidden[0]) if due else None
