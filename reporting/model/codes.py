"""Codes with words beside them: the code is stored and asked about, the words are printed."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class WordedCode(StrEnum):
    """A code that holds its words: a member is written ``NAME = code, words``."""

    words: str

    def __new__(cls, code: str, words: str) -> Self:
        """The code as a string, with its words beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member
