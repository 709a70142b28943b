"""Series into SVG: small charts drawn by hand, each with a sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

NAVY = "#12436D"
INK = "#1B1D21"
GREY = "#565C66"
LINE = "#8A9099"
PALE = "#F1F3F7"
FILLS = {"inadequate": "#8E1B1B", "requires_improvement": "#E39A2D", "good": "#A9D8C4", "outstanding": "#E6EEF8"}
INKS = {"inadequate": "#8E1B1B", "requires_improvement": "#8A4B00", "good": "#0B5E48", "outstanding": "#1B4F9C"}
ON_FILL = {"inadequate": "#FFFFFF"}
CARD_WIDTH = 330


@dataclass(frozen=True)
class Point:
    """One month of a trend: its place in the run of months and the value as printed (rounded)."""

    month: int
    value: float


@dataclass(frozen=True)
class Segment:
    """A stretch of a scale: from ``low`` to ``high``, ``here`` when the figure falls in it."""

    style: str
    label: str
    low: float
    high: float
    here: bool


@dataclass(frozen=True)
class Mark:
    """A comparator on a scale, told from others by its shape."""

    shape: str  # diamond, triangle or square
    value: float


@dataclass(frozen=True)
class Part:
    """One part of a bar that adds up to a whole."""

    style: str
    count: int
    label: str


def trend(
    reported: Sequence[Point],
    rebuilt: Sequence[Point],
    *,
    months: int,
    labels: tuple[str, str, str],
    target: float | None,
    least: float,
    says: str,
) -> Markup:
    """A line of months: as first reported solid, rebuilt from this extract hollow. ``labels``: first, last, value.

    The axis spans ``least`` at the least, so that a movement too small to name does not look like a cliff.
    """
    width, height, left, right, top, bottom = 205, 66, 7, 52, 8, 46
    values = [point.value for point in (*reported, *rebuilt)] + ([] if target is None else [target])
    low, high = _room(values, least=least)

    def across(month: int) -> float:
        return left + (width - left - right) * month / max(months - 1, 1)

    def down(value: float) -> float:
        return bottom - (bottom - top) * (value - low) / (high - low)

    def places(points: Sequence[Point]) -> list[tuple[float, float]]:
        return [(across(point.month), down(point.value)) for point in points]

    drawn = [_line(left, bottom + 5, width - right, bottom + 5, LINE, 0.6)]
    if target is not None:
        drawn.append(_line(left, down(target), width - right, down(target), INK, 1, dash="3 2"))
    drawn += [_path(places(run), LINE, 1, dash="2 2") for run in _runs(rebuilt)]
    drawn += [_path(places(run), NAVY, 2) for run in _runs(reported)]
    drawn += [_dot(x, y, 2.3, "#FFFFFF", GREY) for x, y in places(rebuilt)]
    drawn += [_dot(x, y, 2.3, NAVY, NAVY) for x, y in places(reported)]
    first, last, value = labels
    drawn += [
        _text(left - 3, height - 4, first, GREY, 10.2),
        _text(width - right, height - 4, last, GREY, 10.2, "middle"),
    ]
    if reported and reported[-1].month == months - 1:
        x, y = places(reported)[-1]
        drawn += [_dot(x, y, 3.6, NAVY, NAVY), _text(x + 8, y + 3.6, value, NAVY, 11.2, weight=600)]
    return _svg(width, height, says, drawn)


def spark(
    values: Sequence[float | None],
    *,
    between: tuple[float, float],
    cut_off: float | None,
    size: tuple[float, float],
    says: str,
) -> Markup:
    """A line small enough to stand in a row of a table: one place a week, broken where a week has no figure."""
    (low, high), (width, height), edge = between, size, 3.5

    def across(place: int) -> float:
        return edge + (width - 2 * edge) * place / max(len(values) - 1, 1)

    def down(value: float) -> float:
        return height - edge - (height - 2 * edge) * (value - low) / (high - low)

    points = [Point(place, value) for place, value in enumerate(values) if value is not None]
    drawn = [_line(0, height - 0.5, width, height - 0.5, LINE, 0.5)]
    if cut_off is not None:
        drawn.append(_line(0, down(cut_off), width, down(cut_off), INK, 0.8, dash="3 2"))
    drawn += [_path([(across(point.month), down(point.value)) for point in run], NAVY, 1.5) for run in _runs(points)]
    drawn += [_dot(across(p.month), down(p.value), 2.4 if p is points[-1] else 0.9, NAVY, NAVY) for p in points]
    return _svg(width, height, says, drawn)


def banded(
    segments: Sequence[Segment],
    value: float,
    *,
    target: float | None,
    target_label: str,
    marks: Sequence[Mark],
    says: str,
) -> Markup:
    """A scale of bands, coloured only where the figure is; black bar now, dashed target, hollow shapes comparators."""
    low, high = segments[0].low, segments[-1].high

    def across(place: float) -> float:
        return round(0.5 + (CARD_WIDTH - 1) * min(max((place - low) / (high - low), 0), 1), 1)

    now = across(value)
    drawn = [_segment(across(part.low), across(part.high), part, now) for part in segments if not part.here]
    drawn += [_segment(across(part.low), across(part.high), part, now) for part in segments if part.here]
    if target is not None:
        drawn += _target(across(target), target_label)
    drawn += [_here(now), *(_mark(across(mark.value), 38, mark.shape) for mark in marks)]
    return _svg(CARD_WIDTH, 48, says, drawn)


def beside(value: float, marks: Sequence[Mark], *, says: str) -> Markup:
    """The figure and its comparators on a plain line, where no bands are set."""
    low, high = _room([value, *(mark.value for mark in marks)], share=0.35)

    def across(place: float) -> float:
        return round(6 + (CARD_WIDTH - 12) * (place - low) / (high - low), 1)

    drawn = [_line(0, 13, CARD_WIDTH, 13, LINE, 0.8), _here(across(value), top=3, tall=20)]
    return _svg(CARD_WIDTH, 26, says, drawn + [_mark(across(mark.value), 13, mark.shape) for mark in marks])


def shares(rows: Sequence[tuple[str, Sequence[Part]]], *, says: str) -> Markup:
    """Bars of the same length cut in parts, one under another: the first in full height, the others lower."""
    width, left, drawn, top = 684, 112, [], 0.5
    for place, (name, parts) in enumerate(rows):
        tall, bold = (34, 600) if place == 0 else (22, 400)
        drawn.append(_text(0, top + tall / 2 + 4, name, INK if place == 0 else GREY, 12, weight=bold))
        drawn += _bar_of_parts(parts, left, width - left - 1, top, tall)
        top += tall + 13
    return _svg(width, round(top - 11), says, drawn)


def _bar_of_parts(parts: Sequence[Part], left: float, room: float, top: float, tall: float) -> list[Markup]:
    total = sum(part.count for part in parts) or 1
    kept = [part for part in parts if part.count]
    drawn, at, room = [], left, room - 2 * (len(kept) - 1)
    for part in kept:
        wide = room * part.count / total
        fill, edge = FILLS.get(part.style, "#FFFFFF"), INKS.get(part.style, LINE)
        drawn.append(_box(at, top, wide, tall, fill, edge))
        label = f"{part.count} {part.label}" if wide > 10 + 6.6 * len(f"{part.count} {part.label}") else str(part.count)
        drawn.append(_text(at + wide / 2, top + tall / 2 + 4, label, ON_FILL.get(part.style, INK), 11.5, "middle", 600))
        at += wide + 2
    return drawn


def _segment(start: float, end: float, part: Segment, now: float) -> Markup:
    """A band, its label at the left, or at the right where the bar of this month (at ``now``) would cover it."""
    fill, edge = (FILLS[part.style], INKS[part.style]) if part.here else (PALE, LINE)
    wide = max(end - start, 1)
    drawn = [_box(start, 18, wide, 16, fill, edge, 1.6 if part.here else 0.8)]
    if wide > 22:
        ink = ON_FILL.get(part.style, INK) if part.here else GREY
        x, anchor = (end - 5, "end") if start - 3 < now < start + 28 and wide > 56 else (start + 5, "start")
        drawn.append(_text(x, 29.8, part.label, ink, 10.6, anchor, weight=700 if part.here else 500))
    return Markup("").join(drawn)


def _target(x: float, label: str) -> list[Markup]:
    anchor, shift = ("start", 4) if x < CARD_WIDTH / 2 else ("end", -4)
    return [_line(x, 8, x, 38, INK, 1.4, dash="3 2"), _text(x + shift, 13, label, INK, 10.6, anchor)]


def _here(x: float, top: float = 14, tall: float = 24) -> Markup:
    return _box(x - 2.5, top, 5, tall, INK, "#FFFFFF", 1)


def _mark(x: float, y: float, shape: str) -> Markup:
    corners = {
        "diamond": ((0, -6), (5.5, 0), (0, 6), (-5.5, 0)),
        "triangle": ((0, -6), (5.8, 4.6), (-5.8, 4.6)),
        "square": ((-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5)),
    }[shape]
    points = " ".join(f"{x + across:.1f},{y + down:.1f}" for across, down in corners)
    return Markup('<polygon points="{}" fill="#FFFFFF" stroke="{}" stroke-width="1.6"/>').format(points, NAVY)


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """Months that follow each other: a line never crosses a month that has no figure."""
    runs: list[list[Point]] = []
    for point in points:
        if runs and runs[-1][-1].month == point.month - 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _room(values: Sequence[float], share: float = 0.18, least: float = 0.0) -> tuple[float, float]:
    """The ends of an axis that leave room around the values and stand ``least`` apart or more."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    spare = max((high - low) * share, (least - (high - low)) / 2) or max(abs(high) * 0.1, 0.5)
    return low - spare, high + spare


def _svg(width: float, height: float, says: str, drawn: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg role="img" width="{w}" height="{h}" viewBox="0 0 {w} {h}" font-family="Report Sans">'
        "<title>{says}</title>{drawn}</svg>"
    ).format(w=width, h=height, says=says, drawn=Markup("").join(drawn))


def _line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float, *, dash: str = "") -> Markup:
    dashed = Markup(' stroke-dasharray="{}"').format(dash) if dash else ""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"{}/>').format(
        _at(x1), _at(y1), _at(x2), _at(y2), stroke, width, dashed
    )


def _path(places: Sequence[tuple[float, float]], stroke: str, width: float, *, dash: str = "") -> Markup:
    if len(places) < 2:
        return Markup("")
    dashed = Markup(' stroke-dasharray="{}"').format(dash) if dash else ""
    points = " ".join(f"{_at(x)},{_at(y)}" for x, y in places)
    return Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"{}/>').format(
        points, stroke, width, dashed
    )


def _dot(x: float, y: float, radius: float, fill: str, stroke: str) -> Markup:
    return Markup('<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.1"/>').format(
        _at(x), _at(y), radius, fill, stroke
    )


def _box(x: float, y: float, wide: float, tall: float, fill: str, stroke: str, width: float = 0.8) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" stroke-width="{}"/>').format(
        _at(x), _at(y), _at(wide), _at(tall), fill, stroke, width
    )


def _text(x: float, y: float, words: str, fill: str, size: float, anchor: str = "start", weight: int = 400) -> Markup:
    return Markup('<text x="{}" y="{}" fill="{}" font-size="{}" text-anchor="{}" font-weight="{}">{}</text>').format(
        _at(x), _at(y), fill, size, anchor, weight, escape(words)
    )


def _at(place: float) -> str:
    """A coordinate, short: one decimal place is finer than any printer."""
    return f"{place:.1f}".removesuffix(".0")
