"""A CSV file is read as it is written: its letters, its separator, its noughts and its blanks."""

import pytest

from reporting.lists import ANNEX_A
from tasks.intake import UnreadableExtract, read_extract
from tests.reporting.intake.conform.sheets import full, headings, read

TEXT = 'Child Unique ID,Allocated Worker\r\n007,"Zoë, O’Neil"\r\nNA,\r\n'
CELLS = [["Child Unique ID", "Allocated Worker"], ["007", "Zoë, O’Neil"], ["NA", None]]


def cells(path):
    table = read_extract(path)[0]
    return [[None if cell != cell else cell for cell in row] for row in table.cells.to_numpy(dtype=object).tolist()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "cp1252"])
def test_the_letters_are_the_same_in_every_encoding(tmp_path, encoding):
    file = tmp_path / "List 1.csv"
    marks = {"utf-16-le-bom": (b"\xff\xfe", "utf-16-le"), "utf-16-be-bom": (b"\xfe\xff", "utf-16-be")}
    mark, codec = marks.get(encoding, (b"", encoding))
    file.write_bytes(mark + TEXT.encode(codec))
    assert cells(file) == CELLS


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(tmp_path, separator):
    file = tmp_path / "list.csv"
    file.write_text(
        TEXT.replace("ID,", f"ID{separator}").replace('007,"', f'007{separator}"').replace("NA,", f"NA{separator}")
    )
    assert cells(file) == CELLS


def test_lines_within_a_cell_and_blank_lines_keep_their_places(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text('a,b\n"one\ntwo",2\n\nx\n')
    assert cells(file) == [["a", "b"], ["one\ntwo", "2"], [None, None], ["x", None]]


def test_an_empty_file_is_an_empty_table(tmp_path):
    (tmp_path / "List 1.csv").write_text("")
    assert read_extract(tmp_path)[0].cells.empty
    assert "No heading row" in read(*read_extract(tmp_path)).missing["contacts"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'a,b\n"never closed,1\n', "cannot be told apart"),
        (b'a,b\n"' + b"x" * 200_000, "a quotation mark is opened and never closed"),
        (b"\x00\x01\x02binary\x00", "not a text file"),
        (b"\xff\xfea\x00\x00\xd8", "letters cannot be read"),
        (b"," * 1_000_000 + b"\n", "it has 1,000,001 columns"),
        (b"a,b\n" * 6 + b"," * 5_000, "it has 5,001 columns"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(tmp_path, content, says):
    file = tmp_path / "List 1.csv"
    file.write_bytes(content)
    with pytest.raises(UnreadableExtract, match=says) as refused:
        read_extract(tmp_path)
    assert str(refused.value).startswith("List 1.csv: ")


def test_a_folder_of_every_list_is_read_whatever_the_files_are_called(tmp_path):
    for name, schema in ANNEX_A.items():
        lines = [",".join(f'"{cell}"' for cell in row) for row in [headings(name), *full(name, 2)]]
        (tmp_path / (f"list_{schema.code}.csv" if int(schema.code) % 2 else f"{name}.csv")).write_text("\n".join(lines))
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "~$open.xlsx").write_text("")
    conformed = read(*read_extract(tmp_path))
    assert conformed.missing == {}
    assert {len(table) for table in conformed.tables.values()} == {2}
