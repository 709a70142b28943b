"""A source: it tells one content from another, brings its manifest, and says whether what stopped it may pass."""

import errno
import json
from datetime import date
from pathlib import Path

import pytest

from tasks.intake import Manifest, UnreadableExtract, source_of
from tasks.intake.problems import reading_explained

HEADINGS = "Child Unique ID,Date of Contact,Contact Source\n"
SAID = {"authority": "lancashire", "list_date": "2026-10-31", "synthetic": True}


@pytest.fixture
def lists(tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "List 1.csv").write_text(HEADINGS + "A1,01/10/2026,6: Police\n")
    (folder / "List 2.csv").write_text("Child Unique ID,Assessment start date\nA1,02/10/2026\n")
    return folder


def test_a_folder_gives_a_table_for_each_file_and_a_file_gives_its_own(lists):
    assert [table.source for table in source_of(lists).tables()] == ["List 1.csv", "List 2.csv"]
    assert [table.source for table in source_of(lists / "List 2.csv").tables()] == ["List 2.csv"]


@pytest.mark.parametrize("change", ["a cell", "a name", "one file more", "the manifest"])
def test_another_content_has_another_fingerprint(lists, change):
    before = source_of(lists).fingerprint()
    assert source_of(lists).fingerprint() == before
    if change == "a cell":
        (lists / "List 1.csv").write_text(HEADINGS + "A2,01/10/2026,6: Police\n")
    elif change == "a name":
        (lists / "List 1.csv").rename(lists / "List 01.csv")
    elif change == "one file more":
        (lists / "List 3.csv").write_text("")
    else:
        (lists / "manifest.json").write_text(json.dumps(SAID))
    assert source_of(lists).fingerprint() != before


def test_the_manifest_comes_with_either(lists):
    assert source_of(lists).manifest() is None
    (lists / "manifest.json").write_text(json.dumps(SAID))
    whole = Manifest("lancashire", date(2026, 10, 31), synthetic=True)
    assert source_of(lists).manifest() == source_of(lists / "List 1.csv").manifest() == whole


def test_there_is_no_source_where_there_is_nothing(tmp_path):
    with pytest.raises(UnreadableExtract, match="no such file or folder") as refused:
        source_of(tmp_path / "nowhere")
    assert not refused.value.may_pass


@pytest.mark.parametrize(
    ("number", "passes"),
    [
        (errno.ETIMEDOUT, True),
        (errno.ESTALE, True),
        (errno.EHOSTUNREACH, True),
        (errno.EIO, True),
        (errno.EACCES, False),
        (errno.ENOENT, False),
        (errno.ENAMETOOLONG, False),
    ],
    ids=errno.errorcode.get,
)
def test_a_network_that_is_away_may_come_back_and_a_right_that_is_lacking_does_not(number, passes):
    with pytest.raises(UnreadableExtract) as refused, reading_explained(Path("lists.xlsx")):
        raise OSError(number, "refused")
    assert refused.value.may_pass is passes
    assert str(refused.value).startswith("lists.xlsx: it could not be read (refused)")
