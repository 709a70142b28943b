"""What a board has asked for: its measures in order, under themes, and the blocks its report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.model.periods import Cadence, Period, Window, ends_with


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
    """One report. ``marking`` names one of the authority's markings, ``marking_note`` says whom it is for.

    Without a note of its own, a pack prints the marking's. ``asked_for`` names periods for which it is printed besides:
    all there are, where it is wanted six-weekly or by exception, which no month or week by itself brings round. ``csv``
    says that its figures are laid out beside it for machines as well.
    """

    key: str
    board: str
    subtitle: str
    audience: str
    cadence: Cadence
    marking: str
    themes: tuple[Theme, ...]
    blocks: tuple[str, ...]
    asked_for: tuple[str, ...] = ()
    marking_note: str = ""
    csv: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Every measure of the pack, in print order."""
        return tuple(item for theme in self.themes for item in theme.items)

    def is_due(self, period: Period) -> bool:
        """Whether the cycle of ``period`` prints it: a quarterly one in the months that end a quarter."""
        return str(period) in self.asked_for or ends_with(self.cadence, period)
