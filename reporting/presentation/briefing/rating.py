"""What colour a cell has: by the council's cut-offs, by its printed bands, or none."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from dataclasses import dataclass

from reporting.model.settings import CutOffs
from reporting.presentation.views.leaves import Tile


@dataclass(frozen=True)
class Rating:
    """How a cell is dressed, the letter that says the same in black and white, and the word for it."""

    style: str
    letter: str
    words: str


NOT_RATED = Rating("plain", "", "")
RAG: Mapping[str, Rating] = {
    "green": Rating("green", "G", "Green"),
    "amber": Rating("amber", "A", "Amber"),
    "red": Rating("red", "R", "Red"),
}
BANDED: Mapping[str, Rating] = {  # letters that no colour of the cut-offs has
    "inadequate": Rating("inadequate", "In", "Inadequate"),
    "requires_improvement": Rating("requires_improvement", "RI", "Requires improvement"),
    "good": Rating("good", "Gd", "Good"),
    "outstanding": Rating("outstanding", "O", "Outstanding"),
}
_NOT_RATED_TILE = Tile("plain", "80.0", "not rated: no cut-off is set", "")


def rag(value: float, cut_offs: CutOffs) -> Rating:
    """Green at the green cut-off or better, amber at the amber one or better, else red. The value is unrounded."""
    reaches = operator.le if cut_offs.lower_is_better else operator.ge
    if reaches(value, cut_offs.green):
        return RAG["green"]
    return RAG["amber"] if reaches(value, cut_offs.amber) else RAG["red"]


def rating_of(value: float | None, size: float | None, band: str, cut_offs: CutOffs | None, smallest: int) -> Rating:
    """The rating of a figure: by cut-offs, else by its band. ``size`` is what it is out of; too few are not rated."""
    if value is None or (size is not None and size < smallest):
        return NOT_RATED
    if cut_offs:
        return rag(value, cut_offs)
    return BANDED.get(band, NOT_RATED)


def key_of(styles: set[str]) -> tuple[Tile, ...]:
    """What the colours in use stand for, the grey that says "not rated" last."""
    used = [rating for rating in (*RAG.values(), *BANDED.values()) if rating.style in styles]
    return (*(Tile(rating.style, rating.letter, rating.words.lower(), "") for rating in used), _NOT_RATED_TILE)
