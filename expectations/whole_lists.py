"""Whether a list can be counted at all: it is there, once, of the right time, whole, and has rows."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.lists import LISTS, in_order
from reporting.lists.schema import ListSchema
from reporting.model.received import Conformed

CUT_OFF = "F20"


def withheld(
    conformed: Conformed, confirmed_empty: frozenset[str], confirmed_whole: frozenset[str]
) -> Mapping[str, str]:
    """The lists that cannot be counted, each with the reason in words. The council may confirm what looks wrong."""
    reasons = {
        name: _why_not(LISTS[name], conformed, name in confirmed_empty, name in confirmed_whole)
        for name in in_order(conformed.sent)
    }
    return {name: reason for name, reason in reasons.items() if reason}


def _why_not(schema: ListSchema, conformed: Conformed, empty: bool, whole: bool) -> str:
    if schema.name in conformed.missing:  # not found, found twice, out of place, of another time
        return conformed.missing[schema.name]
    table = conformed.tables.get(schema.name)
    if table is None:
        return f"{schema.named} was not found."
    if table.empty and not empty:
        return f"{schema.named} has no rows, and nobody has confirmed that there were none."
    if not whole and any(found.rule == CUT_OFF and found.list == schema.name for found in conformed.findings):
        rows = f"exactly {len(table):,} rows"
        return f"{schema.named} has {rows}, as if cut off, and nobody has confirmed that it is whole."
    return ""
