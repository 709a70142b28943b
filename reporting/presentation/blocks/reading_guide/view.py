"""What the words and colours of the report mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reporting.presentation.views.leaves import BlockView, Pair, Tile


@dataclass(frozen=True)
class ReadingGuide(BlockView):
    """What the words and colours of the report mean."""

    name: ClassVar[str] = "reading_guide"

    colours: tuple[Tile, ...]
    definitions: tuple[Pair, ...]
    cut_offs: tuple[Pair, ...]
    no_cut_offs: str
