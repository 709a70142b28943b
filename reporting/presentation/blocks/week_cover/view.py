"""The week on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from reporting.presentation.views.leaves import BlockView, Decision, Pair, Printed


@dataclass(frozen=True)
class CountTile:
    """A count with a word under it, and what it was the week before."""

    style: str
    count: Printed
    words: str
    before_words: str  # "last week", or "" when there was none
    before: Printed | None


@dataclass(frozen=True)
class SeriesRow:
    """One type of information, week by week, oldest first."""

    name: str
    chart: Markup
    cells: tuple[Printed, ...]
    change: str


@dataclass(frozen=True)
class WeekCover(BlockView):
    """The week on a page."""

    name: ClassVar[str] = "week_cover"
    listed: ClassVar[bool] = False

    tiles: tuple[CountTile, ...]
    series_title: str
    has_lines: bool  # there are two weeks to join
    weeks: tuple[Pair, ...]  # the day and the month of each
    series: tuple[SeriesRow, ...]
    series_notes: tuple[str, ...]
    to_do: tuple[Decision, ...]
    nothing_to_do: str
    facts: tuple[Pair, ...]
