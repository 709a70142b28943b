"""Extracts as other people's programs and habits make them."""

from datetime import datetime

import openpyxl
import pandas as pd

from reporting.lists import ANNEX_A
from tasks.intake import read_extract
from tests.reporting.intake.conform.sheets import full, headings, read


def test_a_workbook_written_by_openpyxl(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "List_1"
    sheet.append(["List 1: Contacts"])
    sheet.append(headings("contacts"))
    sheet.append(
        ["007", "b) Female", "a) WBRI", datetime(2015, 3, 4), 11, datetime(2026, 10, 30, 9, 15), "q) 6: Police"]
    )
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "extract.xlsx")
    conformed = read(*read_extract(tmp_path))
    typed = conformed.tables["contacts"].iloc[0]
    assert (typed["child_id"], typed["gender"], typed["age"], typed["row"]) == ("007", "F", 11, 3)
    assert typed["contact_date"] == pd.Timestamp("2026-10-30")
    assert {finding.rule for finding in conformed.findings if finding.list == "contacts"} == {"F09"}


def test_a_workbook_written_by_pandas_with_numbers_for_ids(tmp_path):
    frame = pd.DataFrame(full("contacts", 3), columns=headings("contacts"))
    frame["Child Unique ID"] = [12598894.0, None, 7.0]
    frame["Date of Contact"] = pd.to_datetime(frame["Date of Contact"])
    frame.to_excel(tmp_path / "extract.xlsx", sheet_name="Contacts", index=False)
    table = read(*read_extract(tmp_path / "extract.xlsx")).tables["contacts"]
    assert table["child_id"].fillna("").tolist() == ["12598894", "", "7"]
    assert table["contact_date"].notna().all()


def test_a_folder_of_one_workbook_a_list(tmp_path):
    for name in ("contacts", "adoption"):
        frame = pd.DataFrame(full(name, 2), columns=headings(name))
        frame.to_excel(tmp_path / f"{ANNEX_A[name].called}.xlsx", index=False)
    conformed = read(*read_extract(tmp_path))
    assert set(ANNEX_A) - set(conformed.missing) == {"contacts", "adoption"}
    assert len(conformed.tables["contacts"]) == len(conformed.tables["adoption"]) == 2


def test_a_folder_with_a_workbook_and_the_same_lists_as_files_says_which_are_doubled(tmp_path):
    frame = pd.DataFrame(full("contacts", 2), columns=headings("contacts"))
    frame.to_excel(tmp_path / "extract.xlsx", sheet_name="List 1", index=False)
    frame.to_csv(tmp_path / "List 1.csv", index=False)
    assert "“List 1.csv” and “extract.xlsx: List 1”" in read(*read_extract(tmp_path)).missing["contacts"]


def test_a_shifted_sheet_that_begins_in_the_third_column(tmp_path):
    rows = [[None, None, *row] for row in [headings("referrals"), *full("referrals", 3)]]
    pd.DataFrame([[], *rows]).to_excel(tmp_path / "x.xlsx", sheet_name="List 3", index=False, header=False)
    conformed = read(*read_extract(tmp_path))
    assert conformed.received["referrals"].to_numpy(dtype=object).tolist() == full("referrals", 3)
    assert conformed.tables["referrals"]["row"].tolist() == [3, 4, 5]
