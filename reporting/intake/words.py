"""What was understood of an extract, in words and as plain data, for the data team at its own desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reporting.lists import LISTS
from reporting.model.quality import Finding
from reporting.model.received import Conformed

_FOUND_BY = {"name": "by its name", "title": "by its title", "headings": "by its headings"}
_KINDS = {"date": "as dates", "whole_number": "as whole numbers", "id": "as ids"}

Account = Mapping[str, Any]


def account(conformed: Conformed) -> Account:
    """Everything that was understood, and what was not and why: strings, numbers, lists and mappings only."""
    understood: list[dict[str, Any]] = [dict(one) for one in conformed.understood]
    lists = [one for one in understood if one["list"]]
    unused = [name for one in understood if not one["list"] for name in one["unused_tables"]]
    return {
        "layout": conformed.layout,
        "lists_found": sum(1 for one in lists if one["found"]),
        "lists_expected": sum(1 for one in lists if one["found"] or not LISTS[str(one["list"])].optional),
        "rows_read": sum(one.get("rows_read", 0) for one in lists),
        "lists": [_list(one, conformed) for one in lists],
        "tables_not_used": unused,
        "findings": [_finding(finding) for finding in conformed.findings],
    }


def lines(said: Account) -> tuple[str, ...]:
    """The account as lines of plain text."""
    found = f"{said['lists_found']} of {said['lists_expected']} lists found, {said['rows_read']:,} rows read"
    return (
        f"{found}, in the {said['layout']} layout.",
        *(line for one in said["lists"] for line in ("", *_lines_of_list(one))),
        *(("", f"Not taken for any list: {', '.join(said['tables_not_used'])}.") if said["tables_not_used"] else ()),
    )


def _list(one: dict[str, Any], conformed: Conformed) -> dict[str, Any]:
    columns = [dict(column) for column in one.get("columns", ())]
    return {
        "list": one["list"],
        "number": int(one["code"]) if one["code"].isdigit() else one["code"],
        "title": one["title"],
        "found": one["found"],
        "not_counted_because": one["not_counted_because"],
        "source": one.get("source"),
        "found_by": one.get("found_by"),
        "heading_row": one.get("heading_row"),
        "later_layout": one.get("later_layout", False),
        "rows": {name: one.get(f"rows_{name}", 0) for name in ("in_source", "read", "filler", "notes")},
        "notes": list(one.get("notes", ())),
        "columns": columns,
        "headings_matched": sum(1 for column in columns if column["heading"] is not None),
        "columns_not_found": [column["header"] for column in columns if column["heading"] is None],
        "headings_not_used": [*one.get("extra_headings", ()), *one.get("torn_headings", ())],
        "columns_without_heading": one.get("columns_without_heading", 0),
        "findings": [_finding(finding) for finding in conformed.findings if finding.list == one["list"]],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "list": finding.list,
        "checked": finding.checked,
        "failed": finding.failed,
        "says": finding.says,
        "do": finding.do,
    }


def _lines_of_list(one: Mapping[str, Any]) -> Iterator[str]:
    name = LISTS[one["list"]].named
    if not one["found"]:
        yield f"{name}: not read. {one['not_counted_because']}"
        return
    where = f"“{one['source']}”, known {_FOUND_BY[one['found_by']]}, headings in row {one['heading_row']}"
    yield f"{name}: {where}. {one['rows']['read']:,} of {one['rows']['in_source']:,} rows are records."
    yield f"  {one['headings_matched']} of {len(one['columns'])} columns found."
    if one["not_counted_because"]:
        yield f"  It will not be counted: {one['not_counted_because']}"
    yield from (f"  {note}" for note in one["notes"])
    yield from (f"  Could not be read: {line}" for line in map(_line_of_column, one["columns"]) if line)
    yield from (f"  {finding['rule']} {finding['says']} {finding['do']}" for finding in one["findings"])


def _line_of_column(column: Mapping[str, Any]) -> str:
    if not column["not_understood"]:
        return ""
    kind = _KINDS.get(column["kind"], "as codes" if column["kind"] == "code" else "as text")
    line = f"{column['not_understood']:,} of {column['filled']:,} cells under “{column['heading']}”, {kind}"
    values = [f"“{text}” ({count:,})" for text, count in column["values_not_understood"].items()]
    hidden = column["values_not_shown"]
    more = [f"{hidden:,} other {'value' if hidden == 1 else 'values'} not shown here"] if hidden else []
    return f"{line}: {', '.join([*values, *more])}." if values or more else f"{line}."
