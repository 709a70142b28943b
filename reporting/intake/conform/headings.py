"""Which heading is which column: by its exact words, then by a pattern, and never by a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from reporting.lists import LISTS
from reporting.lists.schema import ListSchema

STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\ufeff": ""}
)


def folded(text: str) -> str:
    """The text with straight quotes, single plain spaces and no capitals, so that spellings can be compared."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(STRAIGHT)).split()).casefold()


def plain(heading: str) -> str:
    """The heading folded, without a question mark, full stop or second bracket at its end."""
    text = folded(heading)
    while text.endswith(("?", ".", "))")):
        text = text[:-1].rstrip()
    return text


@dataclass(frozen=True)
class Matched:
    """What the headings of one table are, for one list. Columns of the table go by their place, from 0."""

    columns: Mapping[str, int]  # column key -> place
    how: Mapping[str, str]  # column key -> "exact", "pattern" or "authority"
    rivals: Mapping[str, tuple[int, ...]]  # column key -> the places that all look like it
    torn: tuple[int, ...]  # places whose heading looks like two columns
    extra: tuple[int, ...]  # places whose heading is no column of the list
    unheaded: tuple[int, ...]  # places with no heading

    def lacking(self, schema: ListSchema) -> tuple[str, ...]:
        """The columns of the list that no heading was found for."""
        return tuple(key for key in schema.keys if key not in self.columns)


@cache
def _names(list_name: str) -> Mapping[str, str]:
    columns = LISTS[list_name].columns
    return {plain(name): column.key for column in columns for name in (column.header, column.key, *column.variants)}


def match(headings: Sequence[str], schema: ListSchema, own: Mapping[str, str]) -> Matched:
    """The list's columns among ``headings``. ``own`` is the authority's: heading as received -> column key."""
    agreed = {plain(heading): key for heading, key in own.items()}
    fits: dict[str, list[int]] = {}
    how: dict[str, str] = {}
    left: list[int] = []
    for place, heading in enumerate(map(plain, headings)):
        key = agreed.get(heading) or _names(schema.name).get(heading)
        if not heading or key is None:
            left += [place] if heading else []
            continue
        fits.setdefault(key, []).append(place)
        how[key] = "authority" if heading in agreed else "exact"
    by_pattern, torn = _by_pattern({place: plain(headings[place]) for place in left}, schema, set(fits))
    taken = {place for places in by_pattern.values() for place in places} | set(torn)
    return Matched(
        columns={key: places[0] for key, places in (fits | by_pattern).items() if len(places) == 1},
        how=how | dict.fromkeys(by_pattern, "pattern"),
        rivals={key: tuple(places) for key, places in (fits | by_pattern).items() if len(places) > 1},
        torn=torn,
        extra=tuple(place for place in left if place not in taken),
        unheaded=tuple(place for place, heading in enumerate(headings) if not plain(heading)),
    )


def _by_pattern(
    left: Mapping[int, str], schema: ListSchema, found: set[str]
) -> tuple[dict[str, list[int]], tuple[int, ...]]:
    wanted = [column for column in schema.columns if column.pattern and column.key not in found]
    fits: dict[str, list[int]] = {}
    torn = []
    for place, heading in left.items():
        keys = [column.key for column in wanted if re.search(column.pattern, heading)]
        if len(keys) == 1:
            fits.setdefault(keys[0], []).append(place)
        elif keys:
            torn.append(place)
    return fits, tuple(torn)


def nearest(header: str, headings: Sequence[str]) -> str:
    """The heading received that is spelled most like ``header``; "" when none is near."""
    near = get_close_matches(plain(header), [plain(heading) for heading in headings], n=1, cutoff=0.6)
    return next((heading for heading in headings if near and plain(heading) == near[0]), "")
