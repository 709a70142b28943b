"""The page of one list: its columns and their faults, its rules, and where they are."""

from __future__ import annotations

import numpy as np

from reporting.lists import LISTS
from reporting.model.figures import Level
from reporting.model.quality import Severity
from reporting.presentation.site.addresses import list_page, rule_page
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import HOME, page
from reporting.presentation.site.inputs import RuleFound, SiteInputs
from reporting.presentation.site.parts import (
    BY_SEVERITY,
    by_severity,
    district_cell,
    failed_cell,
    history_of_shares,
    records_right,
    rule_cell,
    rules_table,
    severity_cell,
)
from reporting.presentation.site.phrases import list_number, list_title, number, share, titles
from reporting.presentation.views.leaves import Link, Tile
from reporting.presentation.views.parts import NONE, Cell, ColumnHead, PagePart, Table, Tiles
from reporting.presentation.words import counted, sentence, whole


def one_list(told: SiteInputs, name: str) -> Page:
    """Everything that is known of one list."""
    rules = [rule for rule in told.rules if rule.list == name]
    failing = [rule for rule in rules if rule.failed and not rule.errored]
    blocks: list[PagePart] = [Tiles(tuple(_tiles(told, name)))] if told.rows.get(name) else []
    if name in LISTS:
        blocks += [_columns(told, name, rules)]
    blocks.append(
        rules_table(
            told,
            "rules",
            "Rules that records fail",
            "What keeps a figure back first, then the gravest.",
            failing,
            empty="Every record keeps every rule.",
        )
    )
    if told.rows.get(name):
        right = records_right("list", name, Level.COUNTY, told.authority.county_unit)
        blocks.append(history_of_shares(told, "over-time", "Records right over time", "Records that are right", right))
        blocks.append(_districts(told, name))
    blocks.append(_kept(rules))
    return page(
        told,
        list_page(name),
        kind=list_number(name) or "Files",
        heading=list_title(name),
        message=_message(told, name, failing),
        blocks=blocks,
        trail=(HOME, Link("Lists", "index.html#lists")),
    )


def _message(told: SiteInputs, name: str, failing: list[RuleFound]) -> str:
    reason = told.checked.withheld_lists.get(name)
    if reason:
        return f"{sentence(reason).removesuffix('.')}. Every figure that rests on this list is withheld."
    rows = told.rows.get(name, 0)
    if not rows:
        return f"{counted(len(failing), 'rule').capitalize()} found something." if failing else "Nothing was found."
    wrong = _records_failing(told, name, Severity.ERROR)
    kept = sorted({one.indicator.short_title for rule in failing for one in rule.keeps_back})
    held = f" For want of them figures are withheld: {titles(kept)}." if kept else " They keep no figure back."
    said = f"{whole(wrong)} of {whole(rows)} records ({share(wrong, rows)}) have an error."
    return said + held if wrong else f"None of {whole(rows)} records has an error that a check can find."


def _tiles(told: SiteInputs, name: str) -> list[Tile]:
    rows = told.rows[name]
    tiles = []
    for severity in Severity:
        failing = _records_failing(told, name, severity)
        words = {"error": "with an error", "warning": "with a warning", "information": "with information"}
        tiles.append(Tile(severity.value, whole(failing), f"Records {words[severity.value]}", share(failing, rows)))
    return [*tiles, Tile("plain", whole(rows), "Records in all", told.authority.county_unit)]


def _records_failing(told: SiteInputs, name: str, severity: Severity, column: str = "") -> int:
    """How many records of a list fail a rule of one severity, under one of its columns or under any."""
    keys = [
        key
        for key, rule in told.checked.rules.items()
        if rule.list == name and rule.severity is severity and (not column or column in rule.columns)
    ]
    places = [told.failing[key] for key in keys if key in told.failing]
    return len(np.unique(np.concatenate(places))) if places else 0


def _columns(told: SiteInputs, name: str, rules: list[RuleFound]) -> Table:
    rows, measures = [], told.authority.definitions.values()
    for column in LISTS[name].columns:
        failing = [rule for rule in rules if column.key in rule.columns and rule.failed]
        rests = [one.short_title for one in measures if f"{name}.{column.key}" in one.columns]
        rows.append(
            (
                Cell(column.header),
                *(Cell(number(_records_failing(told, name, one, column.key)), "number") for one in Severity),
                Cell(
                    "" if failing else NONE,
                    links=tuple(Link(rule.id, rule_page(name, rule.id)) for rule in failing),
                ),
                Cell(titles(rests, 2) or NONE),
            )
        )
    head = (ColumnHead("Column"), *BY_SEVERITY, ColumnHead("Rules it fails"), ColumnHead("What rests on it"))
    lead = "Records that fail a rule which guards the column. A record that fails two rules is counted once."
    return Table("columns", "Columns", lead, head, tuple(rows))


def _districts(told: SiteInputs, name: str) -> Table:
    tally = told.now.to_put_right.where(list=name)
    rows = []
    for district in told.districts:
        right = told.now.right("list", name, Level.DISTRICT, district)
        rows.append(
            (
                district_cell(told, district),
                Cell(share(right[1], right[0]) if right else NONE, "number"),
                *by_severity(tally.where(district=district)),
            )
        )
    head = (ColumnHead("District"), ColumnHead("Records right", "number"), *BY_SEVERITY)
    lead = "Faults to put right, by the district of the team that owns them."
    return Table("districts", "By district", lead, head, tuple(rows))


def _kept(rules: list[RuleFound]) -> Table:
    """The rules that nothing was found by."""
    rows = tuple(
        (rule_cell(rule, with_list=False), severity_cell(rule.severity), _how(rule))
        for rule in rules
        if not rule.failed or rule.errored
    )
    head = (ColumnHead("Rule"), ColumnHead("Severity"), ColumnHead("Outcome"))
    return Table("kept", "Rules that every record keeps", "And those that could not be asked.", head, rows, "None.")


def _how(rule: RuleFound) -> Cell:
    if rule.errored or rule.not_run:
        return Cell(failed_cell(rule).words, "muted", note=rule.not_run)
    return Cell("kept", "status status-kept")
