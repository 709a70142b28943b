"""A worklist's workbook is safe to open, the same every time, and set up to be read and printed."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from reporting.presentation.worklists import CONFIRM_HEADINGS, DUE_HEADINGS, LIST_HEADINGS, MEND_HEADINGS, NOBODYS
from tasks.worklists import workbook as writing
from tasks.worklists.workbook import workbook
from tests.reporting.council import conformed
from tests.reporting.presentation.worklists.made_up import (
    ASH,
    NOT_SEEN,
    SUNDAY,
    all_worklists,
    falling,
    fault,
    finding,
    followed,
    lists,
)

HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "http://evil.example/x",
    "mailto:a@evil.example",
    "internal:Sheet1!A1",
    "external:\\\\evil\\x.xlsx",
    "[1]Sheet1!A1",
    "a\x00b\x1b[31m",
    "_x0041_",
    "x" * 40_000,
    "</t></is><f>1+1</f>",
    "\u202egnp.exe",
    "{=1+1}",
    "12345678901234567890",
)


def opened(worklist):
    return openpyxl.load_workbook(io.BytesIO(workbook(worklist, SUNDAY)))


def table(sheet, head=3):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head)]
    return rows[0], rows[1:]


def line_of(worklist, reference="REF0000001"):
    headings, rows = table(opened(worklist)["To put right"])
    return next(
        line for line in (dict(zip(headings, row, strict=True)) for row in rows) if line["Reference"] == reference
    )


def hostile_worklist(value):
    """The value in every place that an extract, a register or a record can bring it to."""
    came = lists(children_in_need_last_seen=[value] * 3, children_in_need_cin_end=[value] * 3)
    tables = {**came.tables, "children_in_need": came.tables["children_in_need"].assign(child_id=value)}
    told = followed(
        [fault(1, NOT_SEEN, 1, worker=value, team=value), fault(2, NOT_SEEN, -1, team=value)],
        [falling(0, "2026-10-27", 2, worker=value, team=value)],
        remembered=[{"fault": f"{2:016x}", "person": value}],
        findings=(finding("F12", "contacts", says=value),),
        conformed=conformed(tables, received=came.received),
    )
    made = all_worklists(told)
    return made[value], made[NOBODYS]


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_value_in_every_column_does_nothing(value):
    for worklist in hostile_worklist(value):
        content = workbook(worklist, SUNDAY)
        book = openpyxl.load_workbook(io.BytesIO(content))
        for sheet in book:
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
            assert {cell.data_type for cell in cells} == {"s"}
            assert not [cell.coordinate for cell in cells if cell.hyperlink or cell.value[:1] in "=+-@\t\r\n"]
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert not [name for name in parts.namelist() if "externalLink" in name or "vba" in name.lower()]
            for name in parts.namelist():
                part = parts.read(name)
                assert b"<f>" not in part.replace(b"&lt;/is&gt;&lt;f&gt;", b"")
                assert b"<hyperlink" not in part
                assert b'TargetMode="External"' not in part


def test_a_hostile_value_is_still_shown_for_what_it_is():
    own, _ = hostile_worklist("=1+1")
    shown = line_of(own)
    assert shown["Child or adopter"] == shown["Worker"] == "'=1+1"
    assert shown["As received"] == "Date Child Was Last Seen: =1+1\nCIN Closure Date: =1+1"


def test_an_escape_of_the_format_is_shown_and_not_obeyed():
    own, _ = hostile_worklist("_x0041_")
    with zipfile.ZipFile(io.BytesIO(workbook(own, SUNDAY))) as parts:
        assert "_x005F_x0041_" in parts.read("xl/sharedStrings.xml").decode()


def test_an_id_with_leading_noughts_stays_that_id():
    own, _ = hostile_worklist("0012345")
    assert line_of(own)["Child or adopter"] == "0012345"


def test_the_sheets_and_their_headings_are_as_promised():
    made = all_worklists(followed(findings=(finding("F12", "contacts"),)))
    team, nobodys = opened(made[ASH]), opened(made[NOBODYS])
    assert team.sheetnames == ["Read me", "To put right", "Falls due", "Confirmed correct"]
    assert nobodys.sheetnames == ["Read me", "Files and lists", "To put right", "Falls due", "Confirmed correct"]
    assert table(team["To put right"])[0] == list(MEND_HEADINGS)
    assert table(team["Falls due"])[0] == list(DUE_HEADINGS)
    assert table(nobodys["Files and lists"])[0] == list(LIST_HEADINGS)
    assert [cell.value for cell in team["Confirmed correct"][1]][:4] == list(CONFIRM_HEADINGS)


def test_every_line_of_the_worklist_is_in_the_sheet_in_its_order():
    made = all_worklists()[ASH]
    _, rows = table(opened(made)["To put right"])
    assert [row[0] for row in rows] == made.to_mend["Reference"].tolist()
    _, due = table(opened(made)["Falls due"])
    assert [row[4] for row in due] == ["A1", "A2"]


def test_more_rows_than_a_sheet_holds_go_on_to_another(monkeypatch):
    monkeypatch.setattr(writing, "_MOST_ROWS", 2)
    book = opened(all_worklists()[ASH])
    assert book.sheetnames[1:4] == ["To put right", "To put right (2)", "To put right (3)"]
    listed = [row[0] for name in book.sheetnames[1:4] for row in table(book[name])[1]]
    assert len(listed) == len(set(listed)) == 5


def test_it_is_read_with_headings_in_sight_and_printed_on_a4():
    book = opened(all_worklists()[ASH])
    sheet = book["To put right"]
    assert sheet.freeze_panes == "E4"
    assert sheet.auto_filter.ref == "A3:M8"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # one page wide, and as many long as it takes
    assert sheet.print_title_rows == "$3:$3"
    assert "RESTRICTED" in sheet.oddFooter.center.text
    assert sheet["H4"].alignment.wrap_text
    assert all(sheet.row_dimensions[row].height >= 18 for row in range(4, 9))
    assert [book[name].freeze_panes for name in ("Falls due", "Confirmed correct")] == ["A4", "A2"]


def test_the_roles_that_may_confirm_are_a_list_to_choose_from():
    (choice,) = opened(all_worklists()[ASH])["Confirmed correct"].data_validations.dataValidation
    assert choice.formula1 == '"Team manager,Service manager"'
    assert "B2" in choice.sqref
    assert "B1000" in choice.sqref


def test_the_same_worklist_gives_the_same_bytes_and_another_day_others():
    made, again = all_worklists()[ASH], all_worklists()[ASH]
    assert workbook(made, SUNDAY) == workbook(again, SUNDAY)
    assert workbook(made, SUNDAY) != workbook(made, date(2026, 10, 18))


def test_the_data_teams_sheet_of_files_and_lists_has_no_value_of_a_child():
    children = {"A1", "A2", "A3", "B1", "B2"}
    rows = opened(all_worklists(followed(findings=(finding("F12", "contacts"),)))[NOBODYS])["Files and lists"]
    said = {cell.value for row in rows.iter_rows() for cell in row if cell.value}
    assert "F12" in said
    assert not children & said
