"""Which texts that were not understood may be shown to the data team: those that look like codes, and no others.

Never an id, a date, a postcode or free text; and none at all in a list whose columns stand out of place, where
anything may stand under a code's heading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_VALUES = 20
LONGEST_VALUE = 60
MOSTLY_WRONG = 0.5
FEW_VALUES = 10
_PERSONAL = re.compile(r"\d{4}|\d[/.\-]\d|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|@", flags=re.IGNORECASE)


def shown(values: Mapping[str, int], filled: int) -> Mapping[str, int]:
    """The commonest of the texts that look like codes, with how many cells hold each.

    A column of many different texts, most of them not understood, is not a column of codes.
    """
    if len(values) > FEW_VALUES and sum(values.values()) >= MOSTLY_WRONG * filled:
        return {}
    safe = {text: count for text, count in values.items() if len(text) <= LONGEST_VALUE and not _PERSONAL.search(text)}
    commonest = sorted(safe, key=lambda text: (-safe[text], text))[:MOST_VALUES]
    return {text: safe[text] for text in commonest}
