"""Care leavers by age, for the measures that are counted by age."""

from __future__ import annotations

from reporting.model.figures import AGE_GROUPS, OTHER_AGES, Level
from reporting.model.periods import Month
from reporting.presentation.blocks.age_groups.view import AgeGroups, AgeRow
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import Fact, signs_explained
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item
from reporting.presentation.words import day_name

GROUPS = (*AGE_GROUPS, OTHER_AGES)


def by_age(told: Briefing) -> tuple[Item, ...]:
    """The measures of the pack that are counted by age."""
    return tuple(item for item in told.pack.items if Level.AGE_GROUP.value in told.indicator(item).levels)


@block(Need.MEASURES, speaks_of=(Month,))
def age_groups(told: Briefing) -> AgeGroups | None:
    """Those measures, for every age and for all together; nothing in a pack without any."""
    rows = tuple(
        AgeRow(told.short(item), tuple(fact.printed(full=True) for fact in _facts(told, item))) for item in by_age(told)
    )
    if not rows:
        return None
    return AgeGroups(
        title="Care leavers by age",
        message=f"Age is in whole years on {day_name(told.list_date)}. The ages add up to the whole.",
        headings=("All ages", *(f"Aged {group}" for group in AGE_GROUPS), "Other ages"),
        rows=rows,
        notes=signs_explained(cell for row in rows for cell in row.cells),
    )


def _facts(told: Briefing, item: Item) -> tuple[Fact, ...]:
    level = Level.AGE_GROUP.value
    return (told.this_month(item), *(told.facts.at(item, told.month, level=level, unit=group) for group in GROUPS))
