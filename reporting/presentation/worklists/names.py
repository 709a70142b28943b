"""What each worklist's file is called: the team's name, made fit for every disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_LONGEST = 60  # characters; at most 240 bytes, where 255 fit
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028-\u202e\u2066-\u2069\ud800-\udfff]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def file_names(teams: Iterable[str]) -> Mapping[str, str]:
    """The file of each team's worklist; no two are alike to a disk that does not tell capitals from small letters."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for team in dict.fromkeys(teams):
        stem, number = _stem(team), 1
        name = stem
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number})"
        taken.add(name.casefold())
        names[team] = f"{name}.xlsx"
    return names


def _stem(team: str) -> str:
    plain = " ".join(_UNFIT.sub("-", unicodedata.normalize("NFC", team)).split())[:_LONGEST]
    plain = plain.strip(" .~-'=+@")
    return f"Team {plain}".strip() if not plain or _RESERVED.match(plain) else plain
