"""What conforming never does: lose a row, change an id, guess a value, or depend on the order it is told things in."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.lists import ANNEX_A
from reporting.lists.schema import Kind
from tests.reporting.intake.conform.sheets import LIST_DATE, full, headings, of_list, read, record, sheet

DTYPES = {
    Kind.ID: "str",
    Kind.TEXT: "str",
    Kind.POSTCODE: "str",
    Kind.URN: "str",
    Kind.DATE: "datetime64[us]",
    Kind.WHOLE_NUMBER: "Int64",
    Kind.CODE: "category",
}
CELLS = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["-", "#N/A", "31/02/2026", "a) Yes", "7", "007"]))


@pytest.mark.parametrize("name", ANNEX_A)
@pytest.mark.parametrize("rows", [0, 3])
def test_every_column_has_the_dtype_of_its_kind(name, rows):
    conformed = read(of_list(name, full(name, rows)))
    table, received = conformed.tables[name], conformed.received[name]
    assert list(table.columns) == [*ANNEX_A[name].keys, "row"]
    assert list(received.columns) == list(ANNEX_A[name].keys)
    assert table.index.equals(pd.RangeIndex(rows))
    assert received.index.equals(table.index)
    for column in ANNEX_A[name].columns:
        assert table[column.key].dtype == DTYPES[column.kind], column.key
        assert received[column.key].dtype == "str"
        if column.kind is Kind.CODE:
            assert tuple(table[column.key].cat.categories) == column.code_set.names


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=12))
def test_any_cells_at_all_are_read_or_told_and_no_row_is_lost(rows):
    conformed = read(of_list("contacts", rows))
    about = next(one for one in conformed.understood if one["list"] == "contacts")
    table, received = conformed.tables["contacts"], conformed.received["contacts"]
    assert about["rows_read"] + about["rows_filler"] + about["rows_notes"] == len(rows)
    assert len(table) == len(received) == about["rows_read"]
    for column in about["columns"]:
        key = column["key"]
        assert not (table[key].notna() & received[key].isna()).any()
        assert column["filled"] == received[key].notna().sum()
        assert column["not_understood"] == (received[key].notna() & table[key].isna()).sum()
    for _, (row, child) in table[["row", "child_id"]].dropna().iterrows():
        assert child in rows[row - 2][0]


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(7)), st.permutations(range(12)))
def test_neither_the_order_of_columns_nor_of_rows_changes_what_is_read(columns, order):
    rows = [record("contacts", number, age=str(number)) for number in range(1, 13)]
    head = [headings("contacts")[place] for place in columns]
    moved = of_list("contacts", [[rows[row][place] for place in columns] for row in order], head=head)
    plain = read(of_list("contacts", rows)).tables["contacts"]
    again = read(moved).tables["contacts"].sort_values("child_id", ignore_index=True)
    pd.testing.assert_frame_equal(plain.drop(columns="row"), again.drop(columns="row"))


def test_an_id_keeps_every_figure():
    ids = ["0012345", " 12345\u00a0", "12345.0", "A-1 2", "NA", "None of these", "1E5"]
    rows = [record("contacts", number, child_id=child) for number, child in enumerate(ids, 1)]
    read_back = read(of_list("contacts", rows)).tables["contacts"]["child_id"].tolist()
    assert read_back == ["0012345", "12345", "12345.0", "A-1 2", "NA", "None of these", "1E5"]


def test_an_id_that_a_spreadsheet_has_rounded_is_not_read_and_the_row_is_kept():
    rows = [record("contacts", 1, child_id="1.23457E+15"), *full("contacts", 3)]
    conformed = read(of_list("contacts", rows))
    assert conformed.tables["contacts"]["child_id"].isna().tolist() == [True, False, False, False]
    assert conformed.received["contacts"]["child_id"].notna().all()
    long = sheet("List 1", [headings("contacts"), *full("contacts", 3)], rounded=frozenset({(1, 0)}))
    assert read(long).tables["contacts"]["child_id"].isna().tolist() == [True, False, False]


def test_what_cannot_be_read_is_kept_beside_as_it_came():
    row = record("contacts", 1, age="6.138", dob="31/02/2020", gender="Indeterminate", contact_date="#N/A")
    conformed = read(of_list("contacts", [row, *full("contacts", 3)]))
    typed, received = conformed.tables["contacts"].iloc[0], conformed.received["contacts"].iloc[0]
    assert typed[["age", "dob", "gender", "contact_date"]].isna().all()
    assert received[["age", "dob", "gender", "contact_date"]].tolist() == [
        "6.138",
        "31/02/2020",
        "Indeterminate",
        "#N/A",
    ]


def test_numbers_and_words():
    row = record("referrals", 1, age="-1", referrals_12m="3.0", team=" North\u00a0 team ")
    typed = read(of_list("referrals", [row])).tables["referrals"].iloc[0]
    assert (typed["age"], typed["referrals_12m"], typed["team"]) == (-1, 3, "North team")


def test_an_authority_says_what_its_own_words_mean():
    own = {"gender": {"indeterminate": "I"}, "blank": {"null": ""}}
    rows = [record("contacts", 1, gender="Indeterminate", dob="NULL")]
    conformed = read(of_list("contacts", rows), own_values=own)
    assert conformed.tables["contacts"].loc[0, "gender"] == "I"
    assert pd.isna(conformed.received["contacts"].loc[0, "dob"])


def test_a_date_keeps_its_day_whatever_form_its_column_has():
    forms = ["2026-10-05 00:00:00", "05/10/2026", "5-Oct-26", "46300"]
    rows = [record("contacts", number, contact_date=form) for number, form in enumerate(forms, 1)]
    table = read(of_list("contacts", rows)).tables["contacts"]
    assert table["contact_date"].dt.strftime("%Y-%m-%d").unique().tolist() == ["2026-10-05"]
    assert table["contact_date"].max() < pd.Timestamp(LIST_DATE)


def test_filler_in_the_middle_does_not_shift_the_source_rows():
    rows = [*full("contacts", 2), [None] * 7, headings("contacts"), record("contacts", 3)]
    assert read(of_list("contacts", rows)).tables["contacts"]["row"].tolist() == [2, 3, 6]


def test_a_chat_workbook_of_padded_formulas_reads_as_its_real_rows():
    padding = [["-"] * 6 + ["#N/A"]] * 4_990
    table = sheet("List 1", [[None] * 7, headings("contacts"), *full("contacts", 10), *padding], formulas=35_000)
    conformed = read(table)
    assert len(conformed.tables["contacts"]) == 10
    assert {finding.rule: finding.failed for finding in conformed.findings if finding.list == "contacts"} == {
        "F10": 35_000,
        "F12": 4_990,
    }


@pytest.mark.parametrize("nothing", ["-", "–", " NULL ", "null"])
def test_what_reports_and_databases_write_for_nothing_is_a_blank(nothing):
    conformed = read(of_list("referrals", [record("referrals", dob=nothing, referral_nfa=nothing, worker=nothing)]))
    assert conformed.tables["referrals"][["dob", "referral_nfa", "worker"]].isna().all(axis=None)
    assert conformed.received["referrals"][["dob", "referral_nfa", "worker"]].isna().all(axis=None)


def test_a_column_that_shows_no_order_is_not_read_where_the_list_is_month_first():
    rows = full("assessments", assessment_start="09/25/2026", assessment_end="10/02/2026")
    table = read(of_list("assessments", rows)).tables["assessments"]
    assert table["assessment_end"].isna().all()
    assert (table["dob"] == pd.Timestamp("2015-03-04")).all()


def test_one_month_first_slip_among_many_costs_the_other_columns_nothing():
    rows = full("assessments", 30, assessment_start="25/09/2026", assessment_end="02/10/2026")
    rows[0] = record("assessments", assessment_start="09/25/2026", assessment_end="02/10/2026")
    ends = read(of_list("assessments", rows)).tables["assessments"]["assessment_end"]
    assert (ends == pd.Timestamp("2026-10-02")).all()


@pytest.mark.parametrize("key", ["child_id", "gender", "dob", "age", "team"])
@pytest.mark.parametrize("cell", ["A" * 32_767, "A " * 16_000, "7" * 32_767])
def test_a_cell_as_long_as_a_spreadsheet_allows_is_read_in_no_time(key, cell):
    conformed = read(of_list("assessments", [record("assessments", **{key: cell})]))
    assert conformed.received["assessments"][key].tolist() == [cell]
