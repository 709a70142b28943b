"""One number at each of the last extracts, drawn as bars from nought: honest about size, and easy to read small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reporting.presentation.charts import GREY, INK, LINE, NAVY

_EARLIER = "#8FA3BC"


@dataclass(frozen=True)
class Bar:
    """One extract: its day in short, its number (``None`` where there is none), and the number in print."""

    day: str
    value: float | None
    printed: str


def small_bars(bars: Sequence[Bar], says: str) -> Markup:
    """Bars without words, to stand in a table."""
    wide, tall, each = 8, 26, 10
    top = _highest(bars)
    drawn = [_bar(place * each, tall - 1, wide, tall - 3, bar, top, place == len(bars) - 1) for place, bar in _at(bars)]
    width = each * len(bars) - (each - wide)
    return _svg(width, tall, says, [*drawn, _floor(width, tall - 0.5)], "spark")


def large_bars(bars: Sequence[Bar], says: str, *, highest: float = 0) -> Markup:
    """Bars with the number above each and the day beneath. The axis begins at nought."""
    each, left, base = 62, 2, 116
    top = max(_highest(bars), highest)
    drawn: list[Markup] = []
    for place, bar in _at(bars):
        last, x = place == len(bars) - 1, left + place * each
        drawn.append(_bar(x + 9, base, 40, 88, bar, top, last))
        height = 88 * (bar.value or 0) / top
        drawn.append(_text(x + 29, base - height - 6, bar.printed, INK if last else GREY, 700 if last else 400))
        drawn.append(_text(x + 29, base + 17, bar.day, INK if last else GREY, 600 if last else 400))
    width = left * 2 + each * len(bars)
    return _svg(width, base + 24, says, [*drawn, _floor(width, base)], "bars")


def _at(bars: Sequence[Bar]) -> list[tuple[int, Bar]]:
    return list(enumerate(bars))


def _highest(bars: Sequence[Bar]) -> float:
    return max([bar.value for bar in bars if bar.value is not None] + [1.0])


def _bar(x: float, base: float, wide: float, tall: float, bar: Bar, top: float, last: bool) -> Markup:
    height = round(max(tall * bar.value / top, 1.5 if bar.value else 0), 1) if bar.value is not None else 0
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>').format(
        x, round(base - height, 1), wide, height, NAVY if last else _EARLIER
    )


def _floor(width: float, y: float) -> Markup:
    return Markup('<line x1="0" y1="{y}" x2="{x}" y2="{y}" stroke="{ink}" stroke-width="1"/>').format(
        x=width, y=y, ink=LINE
    )


def _text(x: float, y: float, words: str, ink: str, weight: int) -> Markup:
    return Markup(
        '<text x="{}" y="{}" fill="{}" font-size="12" font-weight="{}" text-anchor="middle">{}</text>'
    ).format(x, round(y, 1), ink, weight, words)


def _svg(width: float, height: float, says: str, drawn: Sequence[Markup], kind: str) -> Markup:
    return Markup(
        '<svg class="{kind}" role="img" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        "<title>{says}</title>{drawn}</svg>"
    ).format(kind=kind, w=width, h=height, says=says, drawn=Markup("").join(drawn))
