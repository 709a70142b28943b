"""What a board is told: a pack says what it asked for, ``compose`` turns figures into finished words and charts."""

from reporting.packs.compose import compose
from reporting.packs.context import ReportContext
from reporting.packs.pack import BLOCKS, Item, Pack, Theme

__all__ = ["BLOCKS", "Item", "Pack", "ReportContext", "Theme", "compose"]
