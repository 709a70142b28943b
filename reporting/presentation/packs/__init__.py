"""What a board is told: a pack says what it asked for, ``compose`` turns figures into finished words and charts."""

from reporting.presentation.packs.compose import compose
from reporting.presentation.packs.context import ReportContext
from reporting.presentation.packs.pack import BLOCKS, Item, Pack, Theme

__all__ = ["BLOCKS", "Item", "Pack", "ReportContext", "Theme", "compose"]
