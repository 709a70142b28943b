"""Every fault is written down where it stands, and does to the truth what it must."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from reporting.lists import ANNEX_A
from synthetic_council.days import NEVER
from synthetic_council.faults.effects import Effect, changed
from synthetic_council.faults.inject import CANNOT_BE_FOUND, KINDS

Line = dict[str, str]


@pytest.fixture(scope="module")
def lines(faulty: Path) -> list[Line]:
    with (faulty / "faults.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def book(faulty: Path) -> dict[str, list[tuple]]:
    held = openpyxl.load_workbook(faulty / "2026-10" / "extract.xlsx", read_only=True)
    return {name: list(held[schema.called].iter_rows(values_only=True)) for name, schema in ANNEX_A.items()}


def _cell(book: dict[str, list[tuple]], line: Line) -> object:
    rows = book[line["list"]]
    schema = ANNEX_A[line["list"]]
    place = [column.header for column in schema.columns].index(line["column"])
    row = rows[int(line["row"]) - 1]
    return row[place] if place < len(row) else None  # a row's last blank cells are not in the file


EXPECTED = {
    "date_not_in_calendar": "31/02/2026",
    "dob_not_a_date": "n/k",
    "not_a_postcode": "nope",
    "gender_not_a_code": "Q",
    "no_placements": 0,
    "no_child_id": None,
    "blank_team": None,
    "blank_referral_source": None,
    "police_protection_too_long": "L1: Police protection LA accommodation",
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_a_fault_stands_where_it_is_written_down(kind: str, lines: list[Line], book: dict[str, list[tuple]]) -> None:
    found = [line for line in lines if line["kind"] == kind and line["period"] == "2026-10"]
    assert found
    for line in found:
        assert _cell(book, line) == EXPECTED[kind]


def test_a_duplicate_stands_below_the_row_it_repeats(lines: list[Line], book: dict[str, list[tuple]]) -> None:
    found = [line for line in lines if line["kind"] == "duplicate_row" and line["period"] == "2026-10"]
    assert found
    for line in found:
        rows = book[line["list"]]
        copy = rows[int(line["row"]) - 1]
        assert rows.index(copy) < int(line["row"]) - 1


def test_a_row_holds_one_fault(lines: list[Line]) -> None:
    rows = Counter((line["period"], line["list"], line["row"]) for line in lines if line["row"] and line["column"])
    assert set(rows.values()) == {1}


def test_the_same_faults_stand_in_the_csv(faulty: Path, lines: list[Line]) -> None:
    for line in lines:
        if line["kind"] == "not_a_postcode":
            folder = faulty / "weekly" if "W" in line["period"] else faulty
            path = folder / line["period"] / "csv" / f"{ANNEX_A[line['list']].called}.csv"
            with path.open(encoding="utf-8-sig", newline="") as file:
                assert "nope" in list(csv.reader(file))[int(line["row"]) - 1]


def test_kinds_that_cannot_be_found_are_named_beforehand(lines: list[Line]) -> None:
    hidden = {line["kind"] for line in lines if line["detectable"] == "no"}
    assert hidden
    assert hidden <= set(CANNOT_BE_FOUND)
    assert all(sentence.endswith(".") for sentence in CANNOT_BE_FOUND.values())
    assert all(kind.rule for kind in KINDS if not kind.cannot_be_found)


def test_truth_says_both_what_is_right_and_what_can_be_known(faulty: Path) -> None:
    truth = json.loads((faulty / "truth.json").read_text())
    assert set(truth["months"]) == set(truth["right"]) == {"2026-09", "2026-10"}
    known, right = truth["months"]["2026-10"], truth["right"]["2026-10"]
    contacts = [found["contacts_received"]["month"]["county"]["Lancashire"] for found in (known, right)]
    assert contacts[1][2] == 0
    assert known != right


def _facts() -> dict[str, pd.DataFrame]:
    rows = pd.DataFrame({"entity": [7, 8], "child": [1, 2], "cpp_start": [10, 20], "previous_cpps": [0.0, 1.0]})
    return {"child_protection_plans": rows}


def test_a_value_that_cannot_be_read_is_lost_and_its_column_not_known() -> None:
    effect = Effect("child_protection_plans", 8, {"cpp_start": NEVER}, frozenset({"cpp_start"}))
    facts, guarded = changed(_facts(), [effect])
    assert facts["child_protection_plans"]["cpp_start"].tolist() == [10, NEVER]
    assert guarded["child_protection_plans"] == {1: frozenset({"cpp_start"})}


def test_a_copy_counts_once_and_is_not_known() -> None:
    effect = Effect("child_protection_plans", 7, copy_guards=frozenset({"child_id"}))
    facts, guarded = changed(_facts(), [effect])
    assert facts["child_protection_plans"]["child"].tolist() == [1, 2, 1]
    assert guarded["child_protection_plans"] == {2: frozenset({"child_id"})}


def test_a_removed_row_is_not_there() -> None:
    facts, guarded = changed(_facts(), [Effect("child_protection_plans", 7, removed=True)])
    assert facts["child_protection_plans"]["entity"].tolist() == [8]
    assert not guarded["child_protection_plans"]
