"""The two workbooks that others made are read whole: every sheet, row and column accounted for."""

from datetime import date
from pathlib import Path

import pytest

from reporting.intake.conform import conform
from reporting.intake.words import account, lines
from reporting.lists import ANNEX_A
from tasks.intake import read_extract

REAL = Path(__file__).parents[4] / "shared" / "real" / "annex_a"
ROWS = {
    "ofsted_template_2019.xlsx": dict.fromkeys(ANNEX_A, 0) | {"referrals": 5},
    "regional_sample.xlsx": dict(zip(ANNEX_A, (5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5), strict=True)),
}
LIST_DATES = {"ofsted_template_2019.xlsx": date(2015, 4, 1), "regional_sample.xlsx": date(2021, 3, 16)}
NOT_UNDERSTOOD = {
    "ofsted_template_2019.xlsx": {"School", "Health"},
    "regional_sample.xlsx": {"CS Assessment Updated", "PSRMEM - Support with memory and cognition"},
}
OTHERWISE_UNREAD = {
    "ofsted_template_2019.xlsx": set(),
    "regional_sample.xlsx": {"age", "team", "worker"},  # ages in decimals; teams and workers lost to #N/A
}
each_workbook = pytest.mark.parametrize("name", ROWS)
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real workbooks are not beside the repository")


@pytest.fixture(scope="module")
def extracts():
    received = {name: read_extract(REAL / name) for name in ROWS}
    return {name: (tables, conform(tables, list_date=LIST_DATES[name])) for name, tables in received.items()}


@each_workbook
def test_every_list_is_found_with_every_row_and_every_column(extracts, name):
    _, conformed = extracts[name]
    later = {column.key for column in ANNEX_A["care_leavers"].columns if column.later_layout_only}
    assert {key: len(table) for key, table in conformed.tables.items()} == ROWS[name]
    assert {key: set(columns) for key, columns in conformed.absent.items() if columns} == {"care_leavers": later}
    assert conformed.layout == "2019"


@each_workbook
def test_every_sheet_and_row_is_accounted_for(extracts, name):
    tables, conformed = extracts[name]
    said = account(conformed)
    used = [one["source"] for one in said["lists"]]
    assert sorted([*used, *said["tables_not_used"]]) == sorted(table.source for table in tables)
    sizes = {table.source: len(table.cells) for table in tables}
    for one in said["lists"]:
        rows = one["rows"]
        assert rows["read"] + rows["filler"] + rows["notes"] + one["heading_row"] == sizes[one["source"]]
        assert one["headings_not_used"] == []
    assert len(lines(said)) > 11


@each_workbook
def test_every_cell_is_in_the_list_or_said_to_be_unread(extracts, name):
    tables, conformed = extracts[name]
    received = {table.source: table for table in tables}
    for one in account(conformed)["lists"]:
        table = received[one["source"]]
        below = table.cells.iloc[one["heading_row"] :]
        kept = conformed.received[one["list"]]
        for column in one["columns"]:
            if column["place"] is None:
                continue
            came = [text for text in below.iloc[:, column["place"]].dropna() if text.strip()]
            assert kept[column["key"]].dropna().tolist() == came
            assert column["read"] + column["not_understood"] == len(came)


@each_workbook
def test_only_what_no_code_list_has_is_left_unread(extracts, name):
    said = account(extracts[name][1])
    columns = [column for one in said["lists"] for column in one["columns"]]
    values = {text for column in columns for text in column["values_not_understood"]}
    assert values == NOT_UNDERSTOOD[name]
    unread = {column["key"] for column in columns if column["not_understood"] and column["kind"] != "code"}
    assert unread == OTHERWISE_UNREAD[name]


def test_the_errors_a_spreadsheet_left_are_found(extracts):
    found = [finding for finding in extracts["regional_sample.xlsx"][1].findings if finding.rule == "F11"]
    assert [finding.list for finding in found] == ["children_in_need"]
    assert found[0].failed == 10
