"""A whole extract: every table given to its list, every list read, and nothing lost without a word."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pandas as pd

from reporting.intake.conform import faults
from reporting.intake.conform.identities import ids_of, written_two_ways
from reporting.intake.conform.noticed import together
from reporting.intake.conform.one_list import ListRead, no_rows, read_list
from reporting.intake.conform.recognised import Recognised, Sorted, sort_tables
from reporting.lists import ANNEX_A, LISTS, in_order
from reporting.model.quality import Finding
from reporting.model.received import Conformed, ReceivedTable, Tables


def conform(
    received: Sequence[ReceivedTable],
    *,
    headings: Mapping[str, Mapping[str, str]] | None = None,
    values: Mapping[str, Mapping[str, str]] | None = None,
    list_date: date,
    sends: Collection[str] = ANNEX_A,
) -> Conformed:
    """The extract as typed lists. ``headings`` and ``values`` are the authority's own spellings (see ``Authority``).

    ``sends`` are the lists that the council sends. No other is looked for, nor is there a table of it; an optional one
    that is not there is no fault.
    """
    sorted_tables = sort_tables(received, headings or {}, sends)
    missing: dict[str, str] = {}
    findings: list[Finding] = []
    read: dict[str, ListRead] = {}
    for name in in_order(sends):
        found, why, fault = _the_one(name, sorted_tables)
        if found is None:
            missing[name] = why
            findings += [fault] if fault else []
            continue
        read[name] = read_list(found, LISTS[name], values or {}, list_date)
        findings += read[name].findings
        missing |= {name: read[name].unusable} if read[name].unusable else {}
    tables, texts = _tables(read, missing)
    ids = ids_of(tables)
    twice = written_two_ways(ids)
    return Conformed(
        tables=tables,
        received=texts,
        absent={name: read[name].absent if name in read else frozenset() for name in tables},
        missing=missing,
        layout="later" if any(one.later_layout for one in read.values()) else "2019",
        findings=(*findings, *_told_of(twice, ids)),
        understood=(*_account(read, missing), _unused(sorted_tables)),
        noticed=together([*(one.noticed for one in read.values()), twice.assign(rule="P02")]),
    )


def _the_one(name: str, tables: Sorted) -> tuple[Recognised | None, str, Finding | None]:
    """The table that is this list; or none, and why."""
    claims = tables.claims.get(name, ())
    if len(claims) > 1:
        return None, *faults.found_twice(name, [claim.table.source for claim in claims])
    if claims and claims[0].heading_row is not None:
        return claims[0], "", None
    if claims:
        return None, *faults.no_headings(name, claims[0].table.source)
    if name in tables.mistaken:
        table, other = tables.mistaken[name]
        return None, *faults.holds_another(name, table.source, other)
    if LISTS[name].optional:
        return None, f"{LISTS[name].named} is not in this extract.", None
    return None, *faults.not_found(name)


def _tables(read: Mapping[str, ListRead], missing: Mapping[str, str]) -> tuple[Tables, Tables]:
    names = in_order({*read, *missing})
    both = {name: (read[name].table, read[name].received) if name in read else no_rows(name) for name in names}
    return {name: pair[0] for name, pair in both.items()}, {name: pair[1] for name, pair in both.items()}


def _told_of(twice: pd.DataFrame, ids: pd.DataFrame) -> list[Finding]:
    """What the ids written in more than one way are to each list (P02)."""
    return [
        faults.fault(
            "P02",
            name,
            int((ids["list"] == name).sum()),
            len(rows),
            f"In {faults.named(LISTS[name])}, {faults.counted(len(rows), 'id')} written in more than one way.",
        )
        for name, rows in ((name, twice[twice["list"] == name]) for name in in_order(twice["list"].unique()))
        if len(rows)
    ]


def _account(read: Mapping[str, ListRead], missing: Mapping[str, str]) -> list[Mapping[str, object]]:
    return [
        {
            **(read[name].understood if name in read else {"list": name, "code": schema.code, "title": schema.title}),
            "found": name in read,
            "not_counted_because": missing.get(name, ""),
        }
        for name, schema in ((name, LISTS[name]) for name in in_order({*read, *missing}))
    ]


def _unused(tables: Sorted) -> Mapping[str, object]:
    passed_over = [table for name, (table, _) in tables.mistaken.items() if name in tables.claims]
    return {"list": None, "unused_tables": tuple(table.source for table in (*tables.unused, *passed_over))}
