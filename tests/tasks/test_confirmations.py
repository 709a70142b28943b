"""A returned table is read whatever was done to it on the way, and nothing it says is repeated."""

import datetime

import openpyxl
import pytest
import xlsxwriter

from flows.confirm import take_in
from tasks.configuration import load_authority
from tasks.confirmations import lines_of
from tasks.confirmations import take_in as take_in_file
from tasks.errors import ExtractProblem, RecordProblem, UsageProblem
from tasks.record.follow_ups import confirmations
from tasks.record.keeping import Record
from tests.tasks.followed import NO_START, ODD_AGE, follow, ledger_of

HEADINGS = ("Reference", "Confirmed by (role)", "Date", "Why it is right")


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    return Record()


@pytest.fixture
def references(record):
    """The references of a week's error, and of its two warnings."""
    ledger = ledger_of(follow("2026-W43", (NO_START, 0), (ODD_AGE, 0, 1)))
    return ledger.sort_values(["severity", "reference"])["reference"].tolist()


def written(path, *rows, headings=HEADINGS):
    lines = [",".join(f'"{cell}"' for cell in row) for row in (headings, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def test_good_lines_are_taken_in_and_the_others_told_by_row(tmp_path, record, references, capsys):
    error, warning, other = references
    file = written(
        tmp_path / "back.csv",
        (warning, "Team manager", "2026-10-27", "CANARY is 40"),
        (error, "Team manager", "2026-10-27", "CANARY"),
        (other, "Jane CANARY", "2026-10-27", ""),
        ('=HYPERLINK(""CANARY"")', "Team manager", "2026-10-27", ""),
    )
    assert take_in(file, "lancashire") == 2
    said = capsys.readouterr().out
    assert "1 taken in" in said
    assert "3 refused" in said
    assert "row 3: it is an error" in said
    assert "row 4: the role is not one" in said
    assert "row 5: its reference is not one" in said
    assert "CANARY" not in said
    (taken,) = confirmations(record, "lancashire")
    assert (taken.reference, taken.role, taken.confirmed_on.isoformat()) == (warning, "Team manager", "2026-10-27")
    assert "CANARY" not in (record.folder / "register.sqlite").read_bytes().decode("latin-1")
    assert ledger_of(follow("2026-W44", (NO_START, 0), (ODD_AGE, 0, 1)))["state"].tolist().count("confirmed") == 1


def test_the_same_table_again_adds_nothing_and_ends_well(tmp_path, record, references, capsys):
    file = written(tmp_path / "back.csv", (references[1], "Team manager", "2026-10-27", ""))
    assert take_in(file, "lancashire") == 0
    assert take_in(file, "lancashire") == 0
    assert "0 taken in\n  1 known already" in capsys.readouterr().out
    assert len(confirmations(record, "lancashire")) == 1


def test_the_reasons_are_kept_on_the_restricted_shelf(tmp_path, record, references):
    file = written(tmp_path / "back.csv", (references[1], "Team manager", "2026-10-27", "Born in 1986"))
    take_in(file, "lancashire")
    kept = [path for path in (record.folder / "restricted").rglob("*.json") if b"Born in 1986" in path.read_bytes()]
    assert len(kept) == 1


def test_a_workbook_is_read_by_its_sheet_with_dates_as_excel_keeps_them(tmp_path, references):
    place = tmp_path / "Fylde.xlsx"
    with xlsxwriter.Workbook(place) as book:
        book.add_worksheet("To put right").write_row(0, 0, HEADINGS)
        sheet = book.add_worksheet(" confirmed correct")
        sheet.write_row(0, 0, [*HEADINGS, "", "One line for each"])
        sheet.write_row(1, 0, [references[1], "team manager"])
        sheet.write_datetime(1, 2, datetime.datetime(2026, 10, 27), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_formula(2, 0, '="A2"', None, references[2])
        sheet.write_row(2, 1, ["Service manager", 46322])
        sheet.write_string(3, 5, "a word beside the table")
    judged = take_in_file(Record(), load_authority("lancashire"), place)
    assert [(line.row, line.reference, line.day.isoformat()) for line in judged.accepted] == [
        (2, references[1], "2026-10-27"),
        (3, references[2], "2026-10-27"),
    ]
    assert not judged.refused


def test_a_workbook_that_excel_would_save_without_its_other_sheets_is_known_by_its_headings(tmp_path, references):
    book = openpyxl.Workbook()
    book.active.append(["Worklist of Fylde"])
    book.active.append([" reference", "CONFIRMED BY (ROLE)", "date "])
    book.active.append([references[1], "Team manager", "27.10.2026"])
    book.save(tmp_path / "Book1.xlsx")
    (line,) = lines_of(tmp_path / "Book1.xlsx")
    assert (line.row, line.reference, line.why_right) == (3, references[1], "")
    assert take_in(tmp_path / "Book1.xlsx", "lancashire") == 0


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (("Reference", "Role", "Date", "Why"), "the headings"),
        (("Ref", "Confirmed by (role)", "Date", "Why it is right"), "the headings"),
        (("Reference", "Confirmed by (role)", "Date", "Reference"), 'two columns are headed "Reference"'),
    ],
)
def test_headings_that_were_changed_are_said(tmp_path, references, headings, said):
    file = written(tmp_path / "back.csv", (references[1], "Team manager", "2026-10-27", ""), headings=headings)
    with pytest.raises(UsageProblem, match=said):
        take_in(file, "lancashire")


def test_what_is_not_a_table_is_said(tmp_path, references):
    (tmp_path / "back.xlsx").write_bytes(b"CANARY, not a workbook")
    (tmp_path / "back.pdf").write_bytes(b"%PDF CANARY")
    for place in (tmp_path / "back.xlsx", tmp_path / "back.pdf", tmp_path / "nowhere.csv"):
        with pytest.raises(ExtractProblem) as problem:
            take_in(place, "lancashire")
        assert "CANARY" not in str(problem.value)
    with pytest.raises(UsageProblem, match="is a folder"):
        take_in(tmp_path, "lancashire")


def test_another_councils_worklist_confirms_nothing(tmp_path, record, references):
    file = written(tmp_path / "back.csv", (references[1], "Team manager", "2026-10-27", ""))
    with pytest.raises(RecordProblem, match="no faults of blackpool"):
        take_in(file, "blackpool")
    assert confirmations(record, "blackpool") == ()
