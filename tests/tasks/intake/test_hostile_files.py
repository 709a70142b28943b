"""A file that is damaged, locked or meant to do harm gets a plain refusal, and nothing else."""

import struct
import zipfile
from io import BytesIO

import pytest

from tasks.errors import ExtractProblem
from tasks.intake import UnreadableExtract, read_extract
from tests.tasks.intake.test_workbook import workbook

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def refused(path, says):
    with pytest.raises(UnreadableExtract, match=says) as problem:
        read_extract(path)
    assert problem.value.exit_code == ExtractProblem.exit_code == 3
    assert problem.value.__cause__ is None
    assert "Canary" not in str(problem.value)


@pytest.fixture
def right(tmp_path):
    return workbook(tmp_path / "right.xlsx", List_1=[["Canary"] * 40] * 200).read_bytes()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "extract.xlsx"


def with_part(content, name, part):
    """The workbook with one part put in another's place."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return made.getvalue()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_workbook_cut_short(file, right, share):
    file.write_bytes(right[: int(len(right) * share)])
    refused(file, "damaged or was cut short")


@pytest.mark.parametrize("start", [200, 900, 2_000])
def test_a_workbook_with_a_hole_in_it(file, right, start):
    file.write_bytes(right[:start] + bytes(400) + right[start + 400 :])
    refused(file, "damaged or was cut short")


def test_an_empty_file(file):
    file.write_bytes(b"")
    refused(file, "the file is empty")


def test_a_file_that_only_says_it_is_a_workbook(file):
    file.write_text("Canary,1\n")
    refused(file, "not an Excel workbook, whatever its name says")


def test_a_workbook_under_a_password(file):
    file.write_bytes(OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"))
    refused(file, "protected by a password")


@pytest.mark.parametrize("name", ["extract.xls", "extract.xlsx"])
def test_a_workbook_of_the_old_kind(tmp_path, name):
    (tmp_path / name).write_bytes(OLD_OFFICE + "Workbook".encode("utf-16-le"))
    refused(tmp_path / name, r"old kind \(.xls\)")


def test_an_archive_that_is_no_workbook(file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "Canary")
    refused(file, "not a workbook in the .xlsx format")


def with_size(content, name, size):
    """The workbook with another unpacked size written for one part than it has."""
    changed = bytearray(content)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack_from("<H", changed, place + 28)[0]
        if changed[place + 46 : place + 46 + length] == name.encode():
            struct.pack_into("<I", changed, place + 24, size)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


def test_a_workbook_that_unpacks_to_far_too_much(file, right):
    file.write_bytes(with_size(right, "xl/styles.xml", 700_000_000))
    refused(file, "unpacks to more than 600 MB")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_workbook_that_lies_about_its_size(file, right, part):
    file.write_bytes(with_size(right, part, 100))
    refused(file, "damaged or was cut short")


NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FAR_CELLS = {
    "plain": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "wide": '<row r="9"><c r="BZZ9" t="n"><v>1</v></c></row>',
    "single quotes": "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "another order": '<row r="9"><c t="n" r="XFD1048576"><v>1</v></c></row>',
    "small letters": '<row r="9"><c r="xfd1048576"><v>1</v></c></row>',
    "a prefix": '<row r="9"><x:c xmlns:x="NAMESPACE" r="XFD1048576"><v>1</v></x:c></row>',
    "a row's own number": '<row r="1048576"><c><v>1</v></c></row><row r="9"><c r="AAA9"><v>1</v></c></row>',
    "a mark in quotes": '<row r="9"><c s=">" r="XFD1048576"><v>1</v></c></row>',
}


@pytest.mark.parametrize("written", FAR_CELLS)
def test_one_cell_at_the_far_corner_of_a_sheet(file, right, written):
    far = FAR_CELLS[written].replace("NAMESPACE", NAMESPACE)
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    xml = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{near}{far}</sheetData></worksheet>'
    file.write_bytes(with_part(right, "xl/worksheets/sheet1.xml", xml.encode()))
    refused(file, "spans")


ODD_SHEETS = {
    "a size it has not": '<worksheet><dimension ref="A1:XFD99"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>',
    "words that are not there": '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9999999</v></c></row>',
    "an entity": '<!DOCTYPE w [<!ENTITY a "aa">]><worksheet><sheetData><row r="1"><c r="A1"><v>&a;</v></c></row>',
    "a row with no number": "<worksheet><sheetData><row r='x'><c r='A1'><v>1</v></c></row>",
}


@pytest.mark.parametrize("odd", ODD_SHEETS)
def test_a_sheet_that_is_odd_is_read_or_refused_and_never_worse(file, right, odd):
    xml = ODD_SHEETS[odd] + "</sheetData></worksheet>"
    file.write_bytes(with_part(right, "xl/worksheets/sheet1.xml", xml.encode()))
    try:
        assert len(read_extract(file)) == 1
    except UnreadableExtract as problem:
        assert "damaged" in str(problem)


def test_a_list_of_words_that_claims_to_be_endless(file, right):
    words = f'<sst xmlns="{NAMESPACE}" count="99999999999" uniqueCount="99999999999"><si><t>Canary</t></si></sst>'
    file.write_bytes(with_part(right, "xl/sharedStrings.xml", words.encode()))
    refused(file, "damaged or was cut short")


def test_a_sheet_of_nonsense(file, right):
    file.write_bytes(with_part(right, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='1'><c r='A1'>"))
    refused(file, "damaged or was cut short")


def test_a_workbook_whose_parts_bear_one_name(file, right):
    with zipfile.ZipFile(BytesIO(right)) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry))
        with pytest.warns(UserWarning, match="Duplicate name"):
            new.writestr("xl/worksheets/sheet1.xml", b"<worksheet/>")
    refused(file, "damaged or was cut short")


def test_nothing_there(tmp_path):
    refused(tmp_path / "nowhere.xlsx", "no such file or folder")
    refused(tmp_path, "holds no workbook and no CSV file")


def test_another_kind_of_file(tmp_path):
    (tmp_path / "extract.pdf").write_bytes(b"%PDF-1.7")
    refused(tmp_path / "extract.pdf", "neither a workbook nor a CSV file")


def test_a_folder_that_holds_a_locked_workbook(tmp_path):
    (tmp_path / "List 1.xlsx").write_bytes(OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"))
    (tmp_path / "List 2.csv").write_text("a,b\n")
    refused(tmp_path, "^List 1.xlsx: the workbook is protected")
