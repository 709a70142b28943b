"""Every line of the field book's table of faults is put in, and every rule it names is met or accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from synthetic_council.faults.field_book import LINES
from synthetic_council.faults.inject import CANNOT_BE_FOUND, KINDS

BOOK = Path(__file__).resolve().parents[3] / "shared" / "annex_a" / "synthetic_data.md"
OF_FILES = {
    "titles_above_headings": "", "headings_by_another_hand": "", "empty_row": "F12", "hidden_rows": "F09",
    "total_row": "F13", "padded_with_dashes": "F12", "day_without_contacts": "1.05", "list_missing": "F01",
    "column_missing": "F03", "columns_swapped": "F14", "cut_off": "F20", "stub_of_default_dates": "F17",
}  # fmt: skip
RULES = {name: {kind.rule for kind in KINDS if kind.name == name} for name in {kind.name for kind in KINDS}}
RULES |= {name: {rule} for name, rule in OF_FILES.items()}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.asks)
def test_every_kind_of_a_line_is_put_in(line) -> None:
    assert line.kinds
    assert set(line.kinds) <= set(RULES)


def test_a_kind_has_a_rule_or_a_reason_why_none_can_find_it() -> None:
    for name, rules in RULES.items():
        assert rules != {""} or name in CANNOT_BE_FOUND, name


@pytest.mark.skipif(not BOOK.is_file(), reason="the field book is not at hand")
def test_every_rule_that_the_book_names_is_met_or_accounted_for() -> None:
    book = _table(BOOK.read_text(encoding="utf-8"))
    assert len(book) == len(LINES)
    for named, line in zip(book, LINES, strict=True):
        met = set().union(*(RULES[kind] for kind in line.kinds)) | set(line.otherwise)
        elsewhere = {rule for other in LINES for kind in other.kinds for rule in RULES[kind]}
        assert named <= met | elsewhere, (line.asks, named - met - elsewhere)
        assert not named or met & named or line.otherwise, line.asks


def _table(text: str) -> list[set[str]]:
    """The rules that each line of section 5 names, ranges written out."""
    rows = re.findall(r"^\|(.+)\|\s*$", text.split("## 5.")[1].split("## 6.")[0], flags=re.M)[2:]
    return [set().union(*map(_rules, row.split("|")[-1].split(","))) for row in rows]


def _rules(text: str) -> set[str]:
    found = re.fullmatch(r"\s*([A-Z]?)(?:(\d+)\.)?(\d+)(b?)(?:\s*-\s*(?:[A-Z]|\d+\.)?(\d+))?\s*", text)
    if not found:
        return set()
    letter, number, first, also, last = found.groups()
    stem = letter or f"{number}."
    return {f"{stem}{one:02d}{also}" for one in range(int(first), int(last or first) + 1)}
