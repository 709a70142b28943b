"""The typeface: Debian's Inter, checked file by file, so that every machine prints the same."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from tasks.errors import PackProblem

FOLDER = Path("/usr/share/fonts/opentype/inter")  # where Debian's fonts-inter puts them
FACES = {
    "Inter-Regular.otf": "a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc",
    "Inter-Medium.otf": "99dab2bdcb613c4c8264000a94351d1227f74dc95a86d1249493aeee0c0179c4",
    "Inter-SemiBold.otf": "8c1990b6012254ea2b487161697d107357dd0ee55811cfd91c8c11227bbef457",
    "Inter-Bold.otf": "1e9dfd6a6e33ac63a8fe3b4ed7ae0df9eac2d0b25e444e8e7daef4ac77943fc1",
    "InterDisplay-Bold.otf": "2738619937fdcd1f0a331ea68d74ef6f9619a6eaaa1f904c73ceafc6c99879d6",
}
_NEVER_DRAWN = frozenset("\n\r\t")


class TypefaceMissing(PackProblem):
    """A face is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The typeface file {name} is not in {FOLDER}. "
            "Install it: apt-get install --no-install-recommends fonts-inter"
        )


class TypefaceChanged(PackProblem):
    """A face is not the one that reports are set in."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The typeface file {name} is not the version that reports are set in, so pages would differ from those "
            "printed before. Install fonts-inter of Debian 12."
        )


class CannotBeDrawn(PackProblem):
    """The report holds a character that the typeface does not have."""

    def __init__(self, characters: str) -> None:
        named = ", ".join(f"U+{ord(character):04X}" for character in characters)
        super().__init__(
            f"The report holds {len(characters)} character(s) that the typeface cannot draw: {named}. "
            "Write the text without them."
        )


@cache
def face(name: str) -> bytes:
    """One font file, as it was when these pages were designed."""
    path = FOLDER / name
    if name not in FACES or not path.is_file():
        raise TypefaceMissing(name)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != FACES[name]:
        raise TypefaceChanged(name)
    return content


@cache
def _drawable() -> frozenset[str]:
    tables = [TTFont(BytesIO(face(name)), lazy=True).getBestCmap() for name in FACES]
    return frozenset(chr(code) for code in set.intersection(*(set(table) for table in tables)))


def refuse_what_cannot_be_drawn(text: str) -> None:
    """Stop before a character falls back to whatever font the machine happens to have."""
    missing = set(text) - _drawable() - _NEVER_DRAWN
    if missing:
        raise CannotBeDrawn("".join(sorted(missing)))


def check_installed() -> None:
    """For set-up: nothing when every face is there and is the right one, else the problem in words."""
    try:
        for name in FACES:
            face(name)
    except PackProblem as problem:
        sys.exit(f"set-up stopped: {problem}")
