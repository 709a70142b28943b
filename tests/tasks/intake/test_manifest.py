"""The manifest says whose an extract is, as at which day, and whether it is made up. A list date is never assumed."""

import json
from datetime import date

import pytest

from tasks.errors import UsageProblem
from tasks.intake import Manifest, UnreadableExtract, agreed_list_date, read_manifest

SAID = {"authority": "lancashire", "list_date": "2026-10-31", "synthetic": True, "layout": "later"}
TODAY = date(2026, 11, 21)
READ = Manifest("lancashire", date(2026, 10, 31), synthetic=True)


def test_a_manifest_is_found_in_the_folder_and_beside_the_workbook(tmp_path):
    assert read_manifest(tmp_path) is None
    (tmp_path / "manifest.json").write_text(json.dumps(SAID))
    assert read_manifest(tmp_path) == read_manifest(tmp_path / "extract.xlsx") == READ


def test_an_extract_is_made_up_only_when_the_manifest_says_so(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({**SAID, "synthetic": False}))
    assert read_manifest(tmp_path).synthetic is False
    (tmp_path / "manifest.json").write_text(json.dumps({"authority": "blackpool", "list_date": "2026-10-31"}))
    assert read_manifest(tmp_path).synthetic is False


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '"words"',
        json.dumps({**SAID, "list_date": "31/10/2026"}),
        json.dumps({**SAID, "list_date": None}),
        json.dumps({**SAID, "synthetic": "yes"}),
        json.dumps({**SAID, "authority": 7}),
        json.dumps({"authority": "lancashire"}),
        "[" * 100_000,
    ],
)
def test_a_manifest_that_cannot_be_read_stops_the_work(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(UnreadableExtract, match="manifest cannot be read"):
        read_manifest(tmp_path)


def test_the_list_date_is_as_asked_for_or_else_as_the_manifest_says():
    assert agreed_list_date(None, READ, TODAY) == date(2026, 10, 31)
    assert agreed_list_date(date(2026, 10, 30), READ, TODAY) == date(2026, 10, 30)
    assert agreed_list_date(TODAY, None, TODAY) == TODAY


def test_without_a_list_date_nothing_is_done():
    with pytest.raises(UsageProblem, match="not known"):
        agreed_list_date(None, None, TODAY)


def test_a_list_date_cannot_lie_ahead():
    with pytest.raises(UsageProblem, match="after today"):
        agreed_list_date(date(2026, 11, 22), None, TODAY)
