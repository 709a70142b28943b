"""Shares over the latest periods: the line they make, the axis that lines share, and how far the last one moved."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reporting.assurance.accuracy import Information
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import cut_offs_of
from reporting.presentation.briefing.shares import Share
from reporting.presentation.charts import spark
from reporting.presentation.words import INFORMATION_WORDS, day_short, rounded

_LEAST_SPAN = 5.0


def shares_by_week(told: Briefing, kind: Information, level: str, unit: str) -> tuple[Share, ...]:
    """The share of each week, oldest first."""
    return tuple(told.shares.at(kind.value, level, unit, week) for week in told.days)


def line_of(
    told: Briefing,
    kind: Information,
    shares: Sequence[Share],
    between: tuple[float, float],
    size: tuple[float, float],
) -> Markup:
    """The weeks as a line; nothing where there are not two to join."""
    values = [None if share.value is None else float(rounded(share.value)) for share in shares]
    if sum(value is not None for value in values) < 2:
        return Markup("")
    cut_offs = cut_offs_of(told, kind.value)
    return spark(
        [None if value is None else max(value, between[0]) for value in values],
        between=between,
        cut_off=cut_offs.green if cut_offs else None,
        size=size,
        says=_says(told, kind, shares),
    )


def _says(told: Briefing, kind: Information, shares: Sequence[Share]) -> str:
    """Every point of the line, oldest first."""
    said = [
        f"{day_short(day)} {share.text}%" for day, share in zip(told.days.values(), shares, strict=True) if share.shown
    ]
    return f"{INFORMATION_WORDS[kind]} in {shares[0].unit}, records right by week: {', '.join(said)}."


def between_of(told: Briefing, units: Sequence[str]) -> tuple[float, float]:
    """The ends of the axis that every line of a table shares, with the cut-offs on it."""
    shares = [share for key, share in told.shares.known.items() if key[0] in set(Information) and key[2] in units]
    values = [share.value for share in shares if share.value is not None]
    values += [cut.green for kind in Information if (cut := cut_offs_of(told, kind.value))]
    low = min(values, default=0.0)
    return max(0.0, min(5.0 * (low // 5), 100.0 - _LEAST_SPAN)), 100.0


def change_of(shares: Sequence[Share]) -> str:
    """How far the value moved since the week before."""
    if len(shares) < 2 or shares[-1].value is None or shares[-2].value is None:
        return ""
    return points_moved(shares[-1].value - shares[-2].value)


def points_moved(moved: float) -> str:
    """A movement of so many percentage points, with its sign; "0.0" when it rounds to none."""
    size = rounded(abs(moved))
    return f"{'+' if moved > 0 else '−'}{size:f}" if size else "0.0"
