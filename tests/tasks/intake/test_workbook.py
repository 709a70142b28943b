"""A workbook is read as it stands, with what its own XML says of its cells."""

from datetime import date

import pytest
import xlsxwriter

from reporting.lists import ANNEX_A
from tasks.intake import read_extract
from tests.reporting.intake.conform.sheets import LIST_DATE, full, headings, read, rules


def workbook(path, **sheets):
    """A workbook of the sheets given, each as rows of cells; text that begins with = is a formula."""
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name.replace("_", " "))
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, day)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return path


@pytest.fixture
def book(tmp_path):
    return tmp_path / "extract.xlsx"


def cells(path, place=0):
    table = read_extract(path)[place]
    return [[None if cell != cell else cell for cell in row] for row in table.cells.to_numpy(dtype=object).tolist()]


def test_every_cell_comes_as_text_and_dates_with_the_year_first(book):
    workbook(book, List_1=[["0012", 12598894.0, 6.5, date(2015, 1, 25)], [None, "NA", "", " x "]])
    assert cells(book) == [["0012", "12598894", "6.5", "2015-01-25 00:00:00"], [None, "NA", None, " x "]]


def test_rows_keep_the_numbers_the_sheet_gives_them(book):
    workbook(book, List_1=[[], [], ["a"], [], ["b"]])
    table = read_extract(book)[0]
    assert table.rows == (1, 2, 3, 4, 5)
    assert cells(book) == [[None], [None], ["a"], [None], ["b"]]


def test_a_table_that_begins_further_right_keeps_its_columns(book):
    with xlsxwriter.Workbook(book) as made:
        sheet = made.add_worksheet("List 1")
        sheet.write(3, 2, "x")
        sheet.write_formula(4, 3, "=NA()", None, "#N/A")
    assert cells(book) == [[None] * 4] * 3 + [[None, None, "x", None], [None, None, None, "#N/A"]]


def test_errors_formulas_hidden_rows_and_long_numbers_are_told(book):
    with xlsxwriter.Workbook(book) as made:
        sheet = made.add_worksheet("List 1")
        sheet.write_row(0, 0, ["id", "age"])
        sheet.write(1, 0, 12345678901234567)
        sheet.write_string(2, 0, "12345678901234567")
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
    table = read_extract(book)[0]
    assert (table.formulas, table.hidden_rows, table.hidden_columns) == (2, 1, 1)
    assert table.rounded == {(1, 0)}
    assert cells(book)[2] == ["12345678901234567", "#DIV/0!"]


def test_a_filter_and_a_hidden_sheet_are_told_and_read(book):
    with xlsxwriter.Workbook(book) as made:
        made.add_worksheet("Front")
        sheet = made.add_worksheet("List 1")
        sheet.write_column(0, 0, ["Gender", "a) Male", "b) Female"])
        sheet.autofilter(0, 0, 2, 0)
        unfiltered = made.add_worksheet("List 2")
        unfiltered.autofilter(0, 0, 2, 0)
        sheet.filter_column(0, "x == b)*")
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.hide()
    _, told, plain = read_extract(book)
    assert (told.filters, told.hidden, told.hidden_rows) == (1, 1, 1)
    assert (plain.filters, plain.hidden) == (0, 0)
    assert cells(book, 1) == [["Gender"], ["a) Male"], ["b) Female"]]


@pytest.mark.parametrize(("formula", "shows"), [('=""', ""), ('="-"', "-")])
def test_a_list_padded_to_5000_rows_with_formulas_is_read_whole_and_its_filler_counted(book, formula, shows):
    with xlsxwriter.Workbook(book) as made:
        sheet = made.add_worksheet("List 1")
        for row, cells_of_row in enumerate([headings("contacts"), *full("contacts", 12)]):
            sheet.write_row(row, 0, cells_of_row)
        for row in range(13, 5_001):
            for column in range(7):
                sheet.write_formula(row, column, formula, None, shows)
    conformed = read(*read_extract(book))
    assert len(conformed.tables["contacts"]) == 12
    assert rules(conformed, "contacts") == {"F10": 4_988 * 7, "F12": 4_988}


def test_every_sheet_is_read_in_its_order(book):
    workbook(book, Guidance=[["words"]], List_2=[["a"]], List_1=[["b"]], Empty=[])
    assert [table.source for table in read_extract(book)] == ["Guidance", "List 2", "List 1", "Empty"]


def test_an_empty_styled_corner_far_away_does_no_harm(book):
    with xlsxwriter.Workbook(book) as made:
        sheet = made.add_worksheet("List 1")
        sheet.write(0, 0, "x")
        sheet.write_blank(1_048_575, 0, None, made.add_format({"bold": True}))
        sheet.write_blank(5, 900, None, made.add_format({"bold": True}))
    assert cells(book) == [["x"]]


@pytest.mark.parametrize("name", ANNEX_A)
def test_a_list_comes_through_a_workbook_whole(book, name):
    rows = full(name, 3)
    workbook(book, **{f"List_{ANNEX_A[name].code}": [[f"{ANNEX_A[name].called}: title"], headings(name), *rows]})
    conformed = read(*read_extract(book))
    assert name not in conformed.missing
    assert conformed.received[name].to_numpy(dtype=object).tolist() == rows
    assert conformed.tables[name].notna().to_numpy().all()


def test_real_dates_and_numbers_come_through_as_themselves(book):
    row = ["000001", "a) Male", "a) WBRI", date(2015, 3, 4), 11, LIST_DATE, "q) 6: Police"]
    workbook(book, List_1=[headings("contacts"), row])
    typed = read(*read_extract(book)).tables["contacts"].iloc[0]
    assert (typed["dob"].date(), typed["age"], typed["contact_date"].date()) == (date(2015, 3, 4), 11, LIST_DATE)
