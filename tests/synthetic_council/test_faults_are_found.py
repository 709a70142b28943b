"""Every fault that can be found is found by its rule, in its row; without faults no error rule finds anything."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from reporting.conform import conform
from reporting.quality import Checked, Severity
from reporting.received import Conformed
from synthetic_council import write_sample
from synthetic_council.faults.files import IN_WORKBOOKS_ONLY
from tasks.checks import check
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract

LIST_DATE = date(2026, 10, 31)


def _checked(extract: Path, key: str) -> tuple[Conformed, Checked]:
    authority = load_authority(key)
    received = read_extract(extract)
    conformed = conform(received, headings=authority.headings, values=authority.values, list_date=LIST_DATE)
    return conformed, check(conformed, authority=authority, calendar=load_calendar(), list_date=LIST_DATE)


@pytest.mark.parametrize("source", ["extract.xlsx", "csv"])
def test_every_fault_is_found_where_it_stands(source: str, faulty: Path) -> None:
    conformed, checked = _checked(faulty / "2026-10" / source, "lancashire")
    rows = {name: table["row"].to_numpy() for name, table in conformed.tables.items()}
    placed = checked.failing.dropna(subset=["position"])
    found = {
        (name, int(rows[name][int(position)]), checked.rules[key].id)
        for name, position, key in placed[["list", "position", "rule"]].itertuples(index=False)
    }
    counted = {(finding.list, finding.rule) for finding in checked.findings if finding.failed}
    by_row = {rule.id for rule in checked.rules.values()}
    with (faulty / "faults.csv").open(encoding="utf-8", newline="") as lines:
        faults = [line for line in csv.DictReader(lines) if line["period"] == "2026-10" and line["detectable"] == "yes"]
    in_this = [line for line in faults if source == "extract.xlsx" or line["kind"] not in IN_WORKBOOKS_ONLY]
    missed = [
        line
        for line in in_this
        if (line["list"], int(line["row"] or 0), line["rule"]) not in found
        and (line["rule"] in by_row or (line["list"], line["rule"]) not in counted)
    ]
    assert len(faults) > 60
    assert missed == []


@pytest.mark.parametrize(("key", "layout"), [("lancashire", "later"), ("blackpool", "2019")])
def test_clean_is_clean(key: str, layout: str, tmp_path: Path) -> None:
    write_sample(key, tmp_path, months=1, seed=6, scale=0.06, layout=layout)
    _, checked = _checked(tmp_path / "2026-10" / "csv", key)
    errors = [f for f in checked.findings if f.severity is Severity.ERROR and f.failed]
    assert errors == []
    assert not checked.errored
