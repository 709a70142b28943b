"""One council's month, worked out by hand and written by many hands: whoever writes it, the figures are the same."""

import csv
from datetime import date, datetime
from itertools import cycle

import openpyxl
import pandas as pd
import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from reporting.lists import ANNEX_A
from reporting.lists.schema import Kind
from reporting.measures.counting import count
from reporting.measures.grading import grade
from reporting.model.periods import Month
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract
from tests.end_to_end.council_by_hand import ANSWERS, BY_DISTRICT, IN_TOUCH_BY_AGE, rows_of

LIST_DATE = date(2026, 10, 31)
LANCASHIRE = load_authority("lancashire")
DATES = cycle(
    ["%d/%m/%Y", "%Y-%m-%d", "%d %b %Y", "%d-%B-%y", "%d.%m.%Y", "%Y-%m-%d 00:00:00", "%B %d, %Y", "%A %d %B %Y"]
)
NOTHING = cycle(["", " ", "-", "NULL", "\u00a0"])


def as_coded(column, text):
    return text or None


def as_a_spreadsheet_has_it(column, text):
    if text and column.kind is Kind.DATE:
        return datetime.fromisoformat(text)
    return int(text) if text and column.kind is Kind.WHOLE_NUMBER else text or None


def as_typed_by_many(column, text):
    if not text:
        return next(NOTHING)
    if column.kind is Kind.DATE:
        return date.fromisoformat(text).strftime(next(DATES))
    if column.kind is Kind.CODE:
        return next(code.printed for code in column.code_set.codes if code.code == text).upper()
    return f" {text}\u00a0"


def sheet_of(name, hand=as_coded, heading=lambda column: column.header):
    columns = ANNEX_A[name].columns
    body = [[hand(column, row[column.key]) for column in columns] for row in rows_of(name)]
    return [[heading(column) for column in columns], *body]


def workbook(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def plain(folder):
    return workbook(folder / "extract.xlsx", {ANNEX_A[name].called: sheet_of(name) for name in ANNEX_A})


def real_dates_in_no_order(folder):
    sheets = {f"Sheet{number}": sheet_of(name, as_a_spreadsheet_has_it) for number, name in enumerate(ANNEX_A)}
    return workbook(folder / "extract.xlsx", dict(reversed(sheets.items())))


def titled_padded_and_totalled(folder):
    sheets = {}
    for name, schema in ANNEX_A.items():
        head, first, *rest = sheet_of(name, as_typed_by_many, lambda column: f"  {column.header.upper()} ?")
        title = [["Annex A"], [], ["Run on 31/10/2026"], []]
        foot = [[], ["Total", "", len(rest) + 1], ["Report run by the data team"], *[["-"] * len(head)] * 50]
        sheets[f"list_{schema.code.zfill(2)}_october"] = [*title, head, first, [], ["-"] * len(head), *rest, *foot]
    return workbook(folder / "extract.xlsx", sheets)


def files_from_another_program(folder):
    for name, schema in ANNEX_A.items():
        rows = [
            row[::-1] for row in sheet_of(name, as_typed_by_many, lambda column: [*column.variants, column.header][0])
        ]
        path = folder / f"Annex A 2026 - {schema.called} - {schema.title.replace('/', ' ')}.csv"
        with path.open("w", encoding="cp1252", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    return folder


def conformed(path):
    return conform(read_extract(path), headings=LANCASHIRE.headings, values=LANCASHIRE.values, list_date=LIST_DATE)


def figures(extract):
    asked = {"authority": LANCASHIRE, "list_date": LIST_DATE}
    calendar = load_calendar()
    checked = check(extract, calendar=calendar, **asked)
    counted = count(extract, checked, calendar=calendar, period=Month(2026, 10), **asked)
    return grade(counted, period=Month(2026, 10), **asked)


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory):
    return conformed(plain(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def counted(by_hand):
    return figures(by_hand).set_index(["indicator", "window", "level", "unit"]).sort_index()


@pytest.mark.parametrize("hand", [real_dates_in_no_order, titled_padded_and_totalled, files_from_another_program])
def test_whoever_writes_it_the_same_is_read(tmp_path, by_hand, hand):
    read = conformed(hand(tmp_path))
    assert dict(read.missing) == {}
    for name in ANNEX_A:
        pd.testing.assert_frame_equal(read.tables[name].drop(columns="row"), by_hand.tables[name].drop(columns="row"))


@pytest.mark.parametrize("asked", ANSWERS, ids=" ".join)
def test_the_county_is_as_worked_out_by_hand(counted, asked):
    figure = counted.loc[(*asked, "county", "Lancashire")]
    numerator, denominator = ANSWERS[asked]
    assert (figure["status"], figure["unknown"], figure["numerator"]) == ("printed", 0, numerator)
    assert pd.isna(figure["denominator"]) if denominator is None else figure["denominator"] == denominator


@pytest.mark.parametrize("asked", BY_DISTRICT, ids=" ".join)
def test_each_is_counted_in_its_own_district(counted, asked):
    found = counted.loc[(*asked, "district")]["numerator"]
    assert found[found > 0].to_dict() == BY_DISTRICT[asked]


def test_care_leavers_stand_in_their_age_on_the_list_date(counted):
    found = counted.loc[("care_leavers_in_touch", "as_at", "age_group")]
    assert {unit: (row["numerator"], row["denominator"]) for unit, row in found.iterrows()} == IN_TOUCH_BY_AGE


def test_the_parts_sum_to_the_whole_at_every_level(counted):
    sums = counted[["numerator", "denominator"]].groupby(level=["indicator", "window", "level"]).sum()
    for level in ("locality", "district", "team", "age_group"):
        parts = sums.xs(level, level="level")
        whole = sums.xs("county", level="level").loc[parts.index]
        for column in ("numerator", "denominator"):
            some = parts[column] > 0 if column == "denominator" else parts[column].notna()
            assert (parts[column][some] == whole[column][some]).all()


def test_american_dates_lose_nothing_and_are_never_taken_for_others(tmp_path, by_hand):
    def american(column, text):
        return date.fromisoformat(text).strftime("%m/%d/%Y") if text and column.kind is Kind.DATE else text or None

    path = workbook(tmp_path / "x.xlsx", {ANNEX_A[name].called: sheet_of(name, american) for name in ANNEX_A})
    read = conformed(path)
    assert dict(read.missing) == {}
    for name, schema in ANNEX_A.items():
        if not any(finding.rule == "P25" and finding.list == name for finding in read.findings):
            continue
        dates = [column.key for column in schema.columns if column.kind is Kind.DATE]
        typed, right = read.tables[name][dates], by_hand.tables[name][dates]
        assert (typed.isna() | (typed == right)).all(axis=None)
        assert read.received[name][dates].notna().equals(right.notna())
