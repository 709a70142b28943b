"""What code a text stands for: the code before the words, the words when there is no code, and never a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reporting.intake.conform.headings import folded
from reporting.lists.schema import Code, CodeSet

_LETTER = re.compile(r"([a-z]{1,2}\d?)\)\s*(.*)", flags=re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(r"([A-Za-z0-9]+)(\s*[:\-–]\s*|\s+|$)(.*)", flags=re.DOTALL)
_PARTS = re.compile(r"\s*[,/;&+|]\s*|\s+and\s+", flags=re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"^(\d+)\.0+$")  # 2 as a spreadsheet writes it among decimals
_FLAGS = re.compile(r"[YN]{4}")
_ENGLISH = frozenset({"yes", "no", "none", "in", "out", "both"})  # codes that are also plain words, so prove nothing


@dataclass(frozen=True)
class Understood:
    """The code a text stands for, if any, and whether its words say another."""

    code: str | None
    disagrees: bool = False


NOT_UNDERSTOOD = Understood(None)


def words(text: str) -> str:
    """The letters and figures of the text alone, without capitals."""
    return re.sub(r"[^a-z0-9]+", " ", folded(text)).strip()


class CodeReader:
    """Reads texts against one code set and an authority's own spellings for it."""

    def __init__(self, code_set: CodeSet, own: Mapping[str, str]) -> None:
        self.code_set = code_set
        self.own = {words(text): code for text, code in own.items()}
        self.names = {code.code.casefold(): code.code for code in code_set.codes}
        self.short = {text: code for text, code in code_set.spellings.items() if " " not in text}
        self.meanings = _meanings(code_set)
        self.lettered = {code.code for code in code_set.codes if code.printed.startswith(f"{code.code})")}

    def read(self, text: str) -> Understood:
        """The code ``text`` stands for."""
        if (own := self.own.get(words(text))) is not None:
            return Understood(own)
        letter = _LETTER.fullmatch(text)
        if letter and letter[1].casefold() in self.lettered:
            return self._coded(letter[1].casefold(), letter[2])
        rest = _WHOLE_NUMBER.sub(r"\1", letter[2] if letter else text)
        for found in (self._whole(rest), self._first(rest), self._anywhere(rest), self._several(rest)):
            if found.code is not None:
                return found
        return NOT_UNDERSTOOD

    def _coded(self, code: str, rest: str) -> Understood:
        meant = self.meanings.get(words(rest), code)
        return Understood(code, disagrees=meant != code)

    def _whole(self, text: str) -> Understood:
        code = self.names.get(text.strip().casefold()) or self.meanings.get(words(text))
        return Understood(code)

    def _first(self, text: str) -> Understood:
        token = _TOKEN.fullmatch(text.strip())
        if token is None:
            return NOT_UNDERSTOOD
        first, parted, rest = token.groups()
        code = self.names.get(first.casefold()) or (self.short.get(first.casefold()) if _is_code(first) else None)
        if code is None or code in self.lettered:
            return NOT_UNDERSTOOD
        told = bool(parted.strip()) or not rest or _is_code(first) or self.meanings.get(words(rest)) == code
        return self._coded(code, rest) if told else NOT_UNDERSTOOD

    def _anywhere(self, text: str) -> Understood:
        if not self.code_set.anywhere:
            return NOT_UNDERSTOOD
        tokens = [token for token in re.findall(r"\b[A-Z]{4}\b", text) if token.casefold() not in _ENGLISH]
        codes = [self.names.get(token.casefold()) or self.short.get(token.casefold()) for token in tokens]
        return Understood(next((code for code in codes if code), None))

    def _several(self, text: str) -> Understood:
        if not self.code_set.several:
            return NOT_UNDERSTOOD
        if _FLAGS.fullmatch(text) and text.count("Y") > 1:
            return Understood(self.code_set.several)
        parts = [part for part in _PARTS.split(text) if part]
        codes = {self.read(part).code for part in parts} if len(parts) > 1 else {None}
        if None in codes:
            return NOT_UNDERSTOOD
        return Understood(self.code_set.several if len(codes) > 1 else codes.pop())


def _is_code(token: str) -> bool:
    """Whether a first word can only be a code: letters with a figure, or capitals that are no plain word."""
    mixed = token.isalnum() and not token.isalpha() and not token.isdigit()
    return mixed or (token.isupper() and token.casefold() not in _ENGLISH)


def _meanings(code_set: CodeSet) -> Mapping[str, str]:
    """Each form of words that stands for one code only."""
    meant = Counter[tuple[str, str]]()
    for code in code_set.codes:
        meant.update({(form, code.code): 1 for form in _forms(code)})
    times = Counter(form for form, _ in meant)
    said = {form: code for form, code in meant if times[form] == 1}
    return (
        said
        | {words(spelling): code for spelling, code in code_set.spellings.items()}
        | {words(code.printed): code.code for code in code_set.codes if code.printed}
    )


def _forms(code: Code) -> set[str]:
    unlettered = re.sub(r"^[a-z]{1,2}\d?\)\s*", "", code.printed)
    uncoded = re.sub(rf"^{re.escape(code.code)}\s*[:\-]\s*", "", unlettered, flags=re.IGNORECASE)
    return {words(form) for form in (code.code, code.label, unlettered, uncoded)} - {""}
