"""Every fault that can be found is found by its rule, in its row, and its team is the one that can mend it."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from expectations.noticed import ASKED_OF
from expectations.validation import check
from reporting.assurance.owners import owners
from reporting.intake.conform import conform
from reporting.model.quality import Checked, Rule
from reporting.model.received import Conformed
from synthetic_council.faults.files import IN_WORKBOOKS_ONLY
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract

Line = dict[str, str]
Found = set[tuple[str, int, str]]
"""List, row of the source and rule."""

EXTRACTS = {
    "a month, as a workbook": ("2026-10", "2026-09", "extract.xlsx"),
    "a month, as CSV": ("2026-10", "2026-09", "csv"),
    "the first month of all": ("2026-09", "", "csv"),
    "a week": ("weekly/2026-W43", "weekly/2026-W42", "csv"),
    "the week before it": ("weekly/2026-W42", "weekly/2026-W41", "csv"),
}


@dataclass(frozen=True)
class Case:
    """One faulty extract, read and checked beside the one before, and the faults that were put into it."""

    source: str
    conformed: Conformed
    checked: Checked
    list_date: date
    earlier: Conformed | None
    earlier_list_date: date | None
    faults: list[Line]

    @property
    def found(self) -> Found:
        """Every row that a rule found, of this extract or, where it has gone, of the one before."""
        then = self.earlier.tables if self.earlier else {}
        return {
            *_rows(self.conformed.tables, self.checked.failing, self.checked.rules),
            *_rows(then, self.checked.vanished, self.checked.rules),
        }


def _rows(tables: dict, failing, rules: dict[str, Rule]) -> Found:
    rows = {name: table["row"].to_numpy() for name, table in tables.items()}
    placed = failing.dropna(subset=["position"])
    return {
        (name, int(rows[name][int(position)]), rules[key].id)
        for name, position, key in placed[["list", "position", "rule"]].itertuples(index=False)
    }


def _read(extract: Path, source: str, key: str) -> tuple[Conformed, date]:
    authority = load_authority(key)
    list_date = date.fromisoformat(json.loads((extract / "manifest.json").read_text())["list_date"])
    received = read_extract(extract / source)
    return conform(received, headings=authority.headings, values=authority.values, list_date=list_date), list_date


def _checked(extract: Path, source: str, key: str, before: Path | None) -> Case:
    conformed, list_date = _read(extract, source, key)
    earlier, earlier_list_date = _read(before, source, key) if before else (None, None)
    found = check(
        conformed,
        authority=load_authority(key),
        calendar=load_calendar(),
        list_date=list_date,
        earlier=earlier,
        earlier_list_date=earlier_list_date,
    )
    return Case(source, conformed, found, list_date, earlier, earlier_list_date, [])


@pytest.fixture(scope="module", params=EXTRACTS.values(), ids=EXTRACTS)
def case(request: pytest.FixtureRequest, faulty: Path) -> Case:
    extract, before, source = request.param
    made = _checked(faulty / extract, source, "lancashire", faulty / before if before else None)
    with (faulty / "faults.csv").open(encoding="utf-8", newline="") as lines:
        made.faults.extend(line for line in csv.DictReader(lines) if line["period"] == Path(extract).name)
    return made


def test_every_fault_is_found_where_it_stands(case: Case) -> None:
    found = case.found
    counted = {(finding.list, finding.rule) for finding in case.checked.findings if finding.failed}
    by_row = {rule for _, _, rule in found} | set(ASKED_OF)
    faults = [line for line in case.faults if line["detectable"] == "yes"]
    missed = [
        line
        for line in faults
        if (case.source == "extract.xlsx" or line["kind"] not in IN_WORKBOOKS_ONLY)
        and (line["list"], int(line["row"] or 0), line["rule"]) not in found
        and ((line["rule"] in by_row and line["row"]) or (line["list"], line["rule"]) not in counted)
    ]
    assert len(faults) > 100
    assert missed == []


def test_the_team_to_mend_a_fault_is_the_one_that_the_extract_tells(case: Case) -> None:
    teams = load_authority("lancashire").teams
    owned = {"": owners(case.conformed.tables, teams, case.list_date)}
    if case.earlier:
        assert case.earlier_list_date
        owned["gone"] = owners(case.earlier.tables, teams, case.earlier_list_date)
    wrong = []
    for line in case.faults:
        gone = "gone" if line["kind"].endswith("_vanished") else ""
        if (not line["column"] and not gone) or not line["row"]:
            continue
        tables = case.earlier.tables if gone and case.earlier else case.conformed.tables
        position = (tables[line["list"]]["row"] == int(line["row"])).to_numpy().argmax()
        team = owned[gone][line["list"]]["team"].iat[position]
        wrong += [] if team == line["team"] else [(line, team)]
    assert wrong == []


def test_what_only_the_extract_before_shows_is_found_only_beside_it(case: Case) -> None:
    between = [line for line in case.faults if line["rule"].startswith("M")]
    assert between
    if case.earlier is None:
        assert {line["detectable"] for line in between} == {"no"}
