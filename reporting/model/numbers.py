"""Numbers in plain English, rounded once and never to a lie."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def rounded(value: float, places: int = 1) -> Decimal:
    """The value to so many decimal places, a half going up."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def whole(value: float) -> str:
    """A count, with commas."""
    return f"{int(rounded(value, 0)):,}"


def spelled(count: int) -> str:
    """A small count as a word, a larger one in figures."""
    return _SPELLED[count] if count < len(_SPELLED) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """So many of something: "one measure", "15 measures"."""
    return f"{spelled(count)} {one if count == 1 else many or one + 's'}"


def percentage(value: float) -> str:
    """One decimal place; 100.0 only for exactly 100, and 0.0 only for exactly nought."""
    if value < 100 and rounded(value) >= 100:
        return ">99.9"
    if value > 0 and rounded(value) <= 0:
        return "<0.1"
    return f"{rounded(value):f}"
