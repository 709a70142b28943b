"""However a sheet's XML is written, the same is said of its cells."""

import re

import pytest

from tasks.intake.odd_sheet_xml import parsed_marks
from tasks.intake.sheet_xml import is_plain, marks

SHEET = (
    b'<?xml version="1.0"?><worksheet xmlns="urn:sheet"><cols><col min="2" max="30" hidden="1"/></cols><sheetData>'
    b'<row r="1"><c r="B1" t="s"><v>1234567890123456</v></c><c r="C1" s="2"/><c r="AB1"><v>5</v></c></row>'
    b'<row r="2" hidden="1"><c r="B2"><f>1/0</f><v>1</v></c><c r="C2" t="e"><f>NA()</f><v>#N/A</v></c></row>'
    b'<row r="3"><c r="B3"><v>1234567890123456</v></c><c r="C3" t="n"><v>1.5E+17</v></c>'
    b'<c r="D3" t="str"><v>1234567890123456</v></c></row>'
    b'</sheetData><autoFilter ref="B1:C3"><filterColumn colId="0"/></autoFilter></worksheet>'
)
WRITTEN = {
    "plainly": SHEET,
    "with a prefix": re.sub(rb"<(/?)(\w+)", rb"<\1x:\2", SHEET.replace(b"<?xml", b"<?XML"))
    .replace(b"<?XML", b"<?xml")
    .replace(b'xmlns="', b'xmlns:x="'),
    "in single quotes": SHEET.replace(b'"', b"'"),
    "in another order": re.sub(rb'<c (r="\w+") (t="\w+")>', rb"<c \2 \1>", SHEET),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_both_ways_of_reading_agree(way):
    assert is_plain(WRITTEN[way]) == (way == "plainly")
    read = marks(SHEET) if way == "plainly" else parsed_marks(WRITTEN[way])
    assert read.formulas == 2
    assert (read.filters, read.last_formula) == (1, 2)
    assert read.hidden_rows == 1
    assert read.hidden_columns == 27  # B to AB: what lies past the last column is nobody's
    assert read.errors == {(1, 2): "#N/A"}
    assert read.rounded == {(2, 1), (2, 2)}
    assert read.first_column == 1
    assert read.columns == 28
    assert read.rows >= 3


def test_cells_without_a_place_follow_one_another():
    sheet = (
        b"<worksheet><sheetData><row><c/><c><v>1</v></c></row><row r='5'><c><v>2</v></c></row></sheetData></worksheet>"
    )
    read = parsed_marks(sheet)
    assert (read.rows, read.columns, read.first_column) == (5, 2, 0)


def test_what_is_no_xml_is_refused():
    with pytest.raises(ValueError, match=r"^\d+$"):
        parsed_marks(b"<worksheet><sheetData>")
