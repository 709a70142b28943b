"""One card a measure: the figure, where it comes from, where it stands, and what to be careful of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from reporting.measures.grading import comparators_beside
from reporting.model.measures import DefinedMeasure
from reporting.model.periods import Month
from reporting.model.settings import Band, Comparator
from reporting.presentation.blocks.cards.view import Card, CardRow, Cards, CardTheme
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import SPOKEN, Fact, State
from reporting.presentation.briefing.movements import movements
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item, Theme
from reporting.presentation.charts import Mark, Point, Segment, banded, beside, trend
from reporting.presentation.views.leaves import Movement
from reporting.presentation.words import (
    BAND_SHORT,
    BAND_WORDS,
    direction_words,
    limit_words,
    month_name,
    month_short,
    rounded,
    target_words,
    whole,
)

MONTHS = 13
SHORTEST_AXIS = 6  # months: every chart of a pack runs over the same ones until there is more to show
_SHAPES = (("diamond", "◇"), ("triangle", "△"), ("square", "□"))


@block(Need.MEASURES, Need.HISTORY, Need.REBUILT, speaks_of=(Month,))
def cards(told: Briefing) -> Cards:
    """Every measure of the pack as a card, two to a row, under its theme."""
    moved = movements(told)
    by_item = {m.item: m.movement for m in moved}
    return Cards(
        title="Measures",
        message="Every measure: the figure, how it has moved, and how sure we can be of it.",
        themes=tuple(_theme(told, theme, by_item) for theme in told.pack.themes),
        key=(
            "Solid line and dots: months as first reported. Hollow dots: earlier months rebuilt from this extract.",
            "Black bar: this month. Dashed line: target. Hollow shapes: published comparators, which cover a "
            "different period and are not graded.",
        ),
    )


def _theme(told: Briefing, theme: Theme, moved: Mapping[Item, Movement]) -> CardTheme:
    drawn = [_card(told, item, moved[item]) for item in theme.items]
    return CardTheme(
        tuple(CardRow("" if at else theme.name, tuple(drawn[at : at + 2])) for at in range(0, len(drawn), 2))
    )


def _card(told: Briefing, item: Item, movement: Movement) -> Card:
    fact, indicator = told.this_month(item), told.indicator(item)
    compared = _comparators(told, item)
    return Card(
        title=indicator.title,
        window=told.window(item),
        status=told.status(item, fact),
        value=fact.printed(full=True),
        unit=indicator.scale.unit_beside(item.window) if fact.shown else "",
        reason=_reason(fact),
        movement=movement,
        trend=_trend(told, item),
        points=tuple(f.printed() for f in (*told.reported(item, MONTHS), *told.rebuilt(item, MONTHS)) if f.shown),
        scale=_scale(told, item, fact, compared),
        beside=_beside(told, item, compared),
        counted=_counted(fact),
        definition=_definition(indicator),
        direction=direction_words(indicator.direction),
        cautions=_cautions(told, item, fact),
    )


def _reason(fact: Fact) -> str:
    if fact.state is State.SUPPRESSED:
        return "Suppressed so that no child can be recognised."
    return "" if fact.shown or not fact.reason else f"{fact.reason[0].upper()}{fact.reason[1:]}.".replace("..", ".")


def _trend(told: Briefing, item: Item) -> Markup:
    reported, rebuilt = told.reported(item, MONTHS), told.rebuilt(item, MONTHS)
    points, hollow = _points(reported), _points(rebuilt)
    if len(points) + len(hollow) < 2:
        return Markup("")
    first = min(*(point.month for point in (*points, *hollow)), MONTHS - SHORTEST_AXIS)
    points, hollow = _from(points, first), _from(hollow, first)
    agreed = told.measure(item)
    target = agreed.target.value if agreed and agreed.target else None
    start = told.month.earlier(MONTHS - 1 - first)
    return trend(
        points,
        hollow,
        months=MONTHS - first,
        labels=(month_short(start), month_short(told.month), reported[-1].text),
        target=target,
        least=told.indicator(item).scale.least_span([point.value for point in (*points, *hollow)]),
        says=_trend_says(told, item, reported, rebuilt),
    )


def _points(facts: Sequence[Fact]) -> list[Point]:
    return [Point(place, float(rounded(f.value))) for place, f in enumerate(facts) if f.shown and f.value is not None]


def _from(points: Sequence[Point], first: int) -> list[Point]:
    return [Point(point.month - first, point.value) for point in points]


def _trend_says(told: Briefing, item: Item, reported: Sequence[Fact], rebuilt: Sequence[Fact]) -> str:
    """Every point of the chart, oldest first."""
    scale, said = told.indicator(item).scale, []
    for place, facts in enumerate(zip(rebuilt, reported, strict=True)):
        month = month_name(told.month.earlier(MONTHS - 1 - place))
        for fact, how in zip(facts, (" (rebuilt)", ""), strict=True):
            if fact.value is not None:
                said.append(f"{month} {scale.with_unit(fact.value)}{how}")
    return f"{told.title(item)} by month: {', '.join(said)}."


def _comparators(told: Briefing, item: Item) -> tuple[Comparator, ...]:
    """What others have published that may stand beside this figure: not the authority's own, latest year only."""
    held = comparators_beside(told.agreed, item.indicator, item.window.value)
    latest = {c.area: c for c in sorted(held, key=lambda c: c.year) if c.area != told.authority.county_unit}
    order = {area: place for place, area in enumerate(("England", "North West", "Statistical neighbours"))}
    return tuple(sorted(latest.values(), key=lambda c: order.get(c.area, len(order))))[: len(_SHAPES)]


def _beside(told: Briefing, item: Item, compared: Sequence[Comparator]) -> tuple[str, ...]:
    scale, agreed = told.indicator(item).scale, told.measure(item)
    lines = []
    if agreed and agreed.target:
        met = told.against_target(item, told.this_month(item))
        lines = [f"Target {target_words(agreed.target, scale)}{': ' if met else ''}{met}."]
    if not compared:
        return (" ".join([*lines, "No comparator held."]),)
    named = [f"{sign} {c.area} {scale.in_print(c.value)}" for (_, sign), c in zip(_SHAPES, compared, strict=False)]
    return (*lines, f"{' '.join(named)} ({_basis(compared[0])})")


def _basis(compared: Comparator) -> str:
    return f"{compared.basis} {compared.year}".replace("31 March", "March")


def _scale(told: Briefing, item: Item, fact: Fact, compared: Sequence[Comparator]) -> Markup:
    if fact.value is None:
        return Markup("")
    marks = [Mark(shape, c.value) for (shape, _), c in zip(_SHAPES, compared, strict=False)]
    agreed, value = told.measure(item), float(rounded(fact.value))
    target = agreed.target if agreed else None
    if agreed and agreed.bands:
        segments = _segments(agreed.bands, fact.band, [value, *(mark.value for mark in marks)])
        label = f"Target {fact.indicator.scale.as_set(target.value)}" if target else ""
        return banded(
            segments,
            value,
            target=target.value if target else None,
            target_label=label,
            marks=marks,
            says=_scale_says(told, item, fact, compared),
        )
    return beside(value, marks, says=_scale_says(told, item, fact, compared)) if marks else Markup("")


def _segments(bands: Sequence[Band], here: str, values: Sequence[float]) -> list[Segment]:
    """The bands end to end, lowest first, with room outside the outermost for the values."""
    ordered = sorted(bands, key=lambda band: (band.low is not None, band.low or 0.0, band.high is None, band.high or 0))
    starts = [edge for band in ordered for edge in (band.low, band.high) if edge is not None]
    low, high = min([*starts, *values]), max([*starts, *values])
    spare = (high - low) * 0.14 or 1.0
    edges = [low - spare, *(band.low for band in ordered[1:] if band.low is not None), high + spare / 2]
    return [
        Segment(band.grade, BAND_SHORT[band.grade], start, end, band.grade == here)
        for band, (start, end) in zip(ordered, pairwise(edges), strict=False)
    ]


def _scale_says(told: Briefing, item: Item, fact: Fact, compared: Sequence[Comparator]) -> str:
    scale, agreed = fact.indicator.scale, told.measure(item)
    said = [f"{told.title(item)} is {scale.with_unit(fact.value or 0)}"]
    if agreed and agreed.bands:
        said += [f"{BAND_WORDS[band.grade]} {band.printed}" for band in agreed.bands]
    if agreed and agreed.target:
        said.append(f"target {target_words(agreed.target, scale)}")
    said += [f"{c.area} {scale.with_unit(c.value)}" for c in compared]
    return "; ".join(said) + "."


def _counted(fact: Fact) -> str:
    """ "688 of 739, 3 not known.": what the figure was made of."""
    if not fact.shown:
        return ""
    said = [_made_of(fact)] if _made_of(fact) else []
    if fact.undated:
        of = f" of the {whole(fact.denominator)}" if said and fact.denominator else ""
        said.append(f"{whole(fact.undated)}{of} with no date")
    if fact.unknown:
        said.append(f"{whole(fact.unknown)} not known")
    return ", ".join(said) + "." if said else ""


def _made_of(fact: Fact) -> str:
    if fact.numerator is None or fact.denominator is None:
        return ""
    return fact.indicator.scale.made_of(fact.numerator, fact.denominator, fact.window)


def _definition(indicator: DefinedMeasure) -> str:
    if not indicator.scale.out_of_something:
        return f"{indicator.counts}."
    return f"Out of: {indicator.out_of[0].lower()}{indicator.out_of[1:]}."


def _cautions(told: Briefing, item: Item, fact: Fact) -> tuple[str, ...]:
    indicator = told.indicator(item)
    said = [indicator.caution] if indicator.caution else []
    limits = [told.limits[name] for name in indicator.limits]
    said += [f"Limit: {limit_words(limit)}." for limit in limits if limit.value.assumed]
    if fact.shown and told.has_threshold(item) and fact.band_note:
        said.append(f"Grade: {fact.band_note}.")
    if not fact.shown and fact.state is State.ABSENT:
        said.append(f"This month is {SPOKEN[fact.state]}.")
    return tuple(said)
