"""What a board has asked for: its measures in order, under themes, and the blocks its report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.model.periods import Window

BLOCKS = ("cover", "what_changed", "dashboard", "heat_map", "cards", "age_groups", "data_quality", "definitions")


@dataclass(frozen=True)
class Item:
    """One indicator, and the window in which this board looks at it."""

    indicator: str
    window: Window


@dataclass(frozen=True)
class Theme:
    """A heading and the measures under it."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Pack:
    """One board's report. ``marking`` names one of the authority's markings."""

    key: str
    board: str
    subtitle: str
    audience: str
    cadence: str
    marking: str
    themes: tuple[Theme, ...]
    blocks: tuple[str, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every measure of the pack, in print order."""
        return tuple(item for theme in self.themes for item in theme.items)
