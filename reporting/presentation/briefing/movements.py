"""What moved since the month before, as first reported: named only when it is more than chance."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.measures.trends import change
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import SPOKEN, Fact, State
from reporting.presentation.briefing.pack import Item
from reporting.presentation.views.leaves import Movement
from reporting.presentation.words import month_alone, sentence

BETTER, WORSE, MOVED, UNCLEAR, NONE = "better", "worse", "moved", "unclear", "none"


@dataclass(frozen=True)
class MeasureMovement:
    """One measure this month and the month before."""

    item: Item
    now: Fact
    before: Fact
    movement: Movement


def movements(told: Briefing) -> tuple[MeasureMovement, ...]:
    """Every measure of the pack, in print order."""
    return tuple(_moved(told, item) for item in told.pack.items)


def _moved(told: Briefing, item: Item) -> MeasureMovement:
    now, before = told.this_month(item), told.last_month(item)
    if not (now.shown and before.shown):
        return MeasureMovement(item, now, before, _nothing_to_compare(told, item, now, before))
    return MeasureMovement(item, now, before, _compared(told, item, now, before))


def _nothing_to_compare(told: Briefing, item: Item, now: Fact, before: Fact) -> Movement:
    month = month_alone(told.month_before)
    if now.shown:
        absent = before.state is State.ABSENT
        words = f"No {month} report" if absent else f"{month} was {SPOKEN[before.state]}"
    else:
        words = f"This month {SPOKEN[now.state]}"
    return Movement(NONE, words, f"{words}.", told.title(item), "")


def _compared(told: Briefing, item: Item, now: Fact, before: Fact) -> Movement:
    indicator, title = told.indicator(item), told.title(item)
    found = change(now.row, before.row, indicator.scale, indicator.direction)
    if found.note:
        return Movement(NONE, sentence(found.note.words), f"{found.note.words}.", title, "")
    if not found.clear or now.value is None or before.value is None:
        return Movement(UNCLEAR, "No clear change", "no clear change.", title, "")
    size = indicator.scale.difference(found.difference)
    arrow, way = ("▲", "up") if found.difference > 0 else ("▼", "down")
    judged = found.towards in (BETTER, WORSE)
    style = str(found.towards) if judged else MOVED
    words = f"{arrow} {size} {found.towards}" if judged else f"{arrow} {way} {size}"
    values = f"from {indicator.scale.with_unit(before.value)} to {indicator.scale.with_unit(now.value)}"
    ending = f", which is {found.towards}" if judged else ""
    low, high = sorted((abs(found.low), abs(found.high)))
    between = f"({indicator.scale.difference_between(low, high)})"
    return Movement(style, words, f"{way} {values}{ending}.", title, between)
