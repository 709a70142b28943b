"""Whether a list can be counted at all: it is there, once, of the right time, and has rows."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.lists import LISTS
from reporting.lists.schema import ListSchema
from reporting.received import Conformed


def withheld(conformed: Conformed, confirmed_empty: frozenset[str]) -> Mapping[str, str]:
    """The lists that cannot be counted, each with the reason in words."""
    reasons = {name: _why_not(schema, conformed, confirmed_empty) for name, schema in LISTS.items()}
    return {name: reason for name, reason in reasons.items() if reason}


def _why_not(schema: ListSchema, conformed: Conformed, confirmed_empty: frozenset[str]) -> str:
    if schema.name in conformed.missing:  # not found, found twice, out of place, of another time
        return conformed.missing[schema.name]
    table = conformed.tables.get(schema.name)
    if table is None:
        return f"List {schema.number} ({schema.title}) was not found."
    if table.empty and schema.name not in confirmed_empty:
        return f"List {schema.number} ({schema.title}) has no rows, and nobody has confirmed that there were none."
    return ""
