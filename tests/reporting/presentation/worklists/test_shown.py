"""Whatever an extract held, a spreadsheet can do nothing with it but show it, even after it was saved as CSV."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.presentation.worklists import harmless
from reporting.presentation.worklists.names import file_names
from reporting.presentation.worklists.safe_text import BLANK, LONGEST_CELL, visible

FORMULAS = [
    "=1+1",
    "+44 7700",
    "-2+3",
    "@SUM(A1)",
    "=cmd|'/c calc'!A0",
    " =1",
    "\u00a0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
]
anything = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(visible(text)) == f"'{visible(text)}"


@pytest.mark.parametrize("text", ["0012345", "A-1", "2026-10-25", "1E5", "NULL", "TRUE", "c) Child in need", "'=1", ""])
def test_an_id_or_a_word_stays_as_it_is(text):
    assert harmless(visible(text)) == text


@pytest.mark.parametrize(
    ("text", "shown"), [("\t=1", "␉=1"), ("\r\n=1", "␍␊=1"), ("a\x00b\x07", "a␀b␇"), ("\x7f", "␡")]
)
def test_a_control_character_is_seen_and_does_nothing(text, shown):
    assert harmless(visible(text)) == shown


@pytest.mark.parametrize("text", ["a\u202eb", "a\ud800b", "a\ufffeb", "a\x85b", "a\u2028b"])
def test_what_turns_text_round_or_cannot_be_stored_is_replaced(text):
    assert harmless(visible(text)) == "a�b"


def test_a_blank_is_said_to_be_one():
    assert [visible(None), visible(float("nan"))] == [BLANK, BLANK]


def test_a_long_value_is_cut_where_nobody_would_read_on_and_says_so():
    assert visible("x" * 32_767) == "x" * 300 + "… (32,467 more characters)"
    assert len(harmless("y" * 40_000)) == LONGEST_CELL


@given(anything)
def test_whatever_comes_a_cell_is_short_storable_and_begins_no_formula(text):
    cell = harmless(visible(text))
    assert not re.match(r"\s*[=+\-@\t\r\n]", cell)
    assert len(cell) <= LONGEST_CELL
    element = ElementTree.Element("t")
    element.text = cell
    assert ElementTree.fromstring(ElementTree.tostring(element, "unicode")).text == (cell or None)  # noqa: S314


@given(st.lists(anything, min_size=1, max_size=4))
def test_saved_as_csv_and_split_by_anybody_no_field_begins_a_formula(texts):
    out = io.StringIO()
    csv.writer(out).writerow([harmless(visible(text)) for text in texts])
    (fields,) = csv.reader(io.StringIO(out.getvalue()))
    assert not any(re.match(r"\s*[=+\-@\t\r]", field) for field in fields)


@given(st.lists(anything, max_size=8))
def test_every_team_has_a_file_of_its_own_that_stays_in_its_folder(teams):
    names = file_names(teams)
    assert set(names) == set(teams)
    assert len({name.casefold() for name in names.values()}) == len(names)
    for name in names.values():
        assert name.endswith(".xlsx")
        assert not re.search(r'[\x00-\x1f<>:"/\\|?*]', name)
        assert not name.startswith((".", " ", "-", "~", "'", "="))
        assert len(name.encode()) <= 255
        assert name == name.strip()


def test_a_name_that_people_know_stays_and_a_dangerous_one_does_not():
    names = file_names(
        ["Fylde Children Looked After", "fylde children looked after", "../../etc/passwd", "CON", "...", "A/B"]
    )
    assert list(names.values()) == [
        "Fylde Children Looked After.xlsx",
        "fylde children looked after (2).xlsx",
        "etc-passwd.xlsx",
        "Team CON.xlsx",
        "Team.xlsx",
        "A-B.xlsx",
    ]
