"""What each measure counts, out of what, what a blank means and who says so."""

from __future__ import annotations

import re

from reporting.presentation.blocks.definitions.view import Definitions, DefinitionTheme, MeasureDefinition
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item
from reporting.presentation.views.leaves import Badge
from reporting.presentation.words import BAND_WORDS, direction_words, limit_words, window_plain

_INTERNAL = re.compile(r"[;,] measure [\d.]+ of the field book")  # our own working reference: nothing to a board
_READING = (
    "Bands are this board’s own thresholds, not Ofsted judgements. The darker the band, the more attention it needs. "
    "“Better” and “worse” say which way is good for children; arrows show only which way the number moved.",
    "Not known: the record cannot answer, or failed a check on a column the measure needs. Those children are left "
    "out of the percentage and counted beside it. Not computable: there is nobody to count, no population, or the "
    "column was not received; it is never printed as 0% or 100%.",
    "Rates use the number of children aged 0 to 17. A rate over six months is scaled to a year, and says so.",
)


def _neighbours(told: Briefing) -> tuple[str, ...]:
    """That nobody has said which councils are like this one, where nobody has."""
    return () if told.agreed.neighbours else ("Statistical neighbours: not set, so none stands beside a figure.",)


@block(Need.MEASURES)
def definitions(told: Briefing) -> Definitions:
    """Every measure of the pack in words."""
    return Definitions(
        title="How to read this report, and definitions",
        message="What each measure counts, out of what, and what an empty cell means.",
        statuses=tuple(Badge(band, words) for band, words in BAND_WORDS.items()),
        reading=(*_READING, *_neighbours(told)),
        themes=tuple(
            DefinitionTheme(theme.name, tuple(_definition(told, item) for item in theme.items))
            for theme in told.pack.themes
        ),
    )


def _definition(told: Briefing, item: Item) -> MeasureDefinition:
    indicator = told.indicator(item)
    limits = [f"Limit: {limit_words(told.limits[name])}." for name in indicator.limits]
    return MeasureDefinition(
        measure=indicator.title,
        window=window_plain(item.window),
        direction=direction_words(indicator.direction),
        counted=indicator.counts,
        out_of=indicator.out_of,
        blank=indicator.blank_means,
        source=_INTERNAL.sub("", indicator.source),
        notes=tuple([*limits, *([indicator.caution] if indicator.caution else [])]),
    )
