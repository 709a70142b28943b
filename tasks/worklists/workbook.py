"""One worklist as a workbook: text and nothing else, so that it is safe to open; made to be read and to be printed."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reporting.presentation.worklists import (
    CONFIRM_HEADINGS,
    DUE_HEADINGS,
    LIST_HEADINGS,
    MEND_HEADINGS,
    Worklist,
    harmless,
)
from reporting.presentation.worklists.read_me import ReadMeLine, Style, head_line
from tasks.worklists.look import LOOKS, NAVY, SHEET_COLOURS, look_of

READ_ME = "Read me"
WHOLE_LISTS = "Files and lists"
TO_PUT_RIGHT = "To put right"
FALLS_DUE = "Falls due"
CONFIRMED = "Confirmed correct"

_TEXT_ONLY = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
_A4 = 9
_MOST_ROWS = 1_000_000  # of one sheet; Excel has room for 1,048,576
_HEAD = 2  # the row of a table's headings: its title and a line of words stand over it
_ROWS_TO_FILL_IN, _ROWS_WITH_A_CHOICE = 60, 1000
_LONGEST_CHOICE = 255  # characters that all of a drop-down list may have
_POINTS_A_LINE, _TALLEST = 12.75, 409
_NARROW = 20  # a narrow column loses more of its lines to whole words
_A_LINE_OF_WORDS = 112  # characters that the first sheet has room for

_WIDTHS: Mapping[tuple[str, ...], Sequence[int]] = {
    MEND_HEADINGS: (12, 16, 10, 11, 14, 10, 28, 35, 25, 12, 10, 9, 6),
    DUE_HEADINGS: (17, 13, 13, 10, 18, 28, 16, 24),
    LIST_HEADINGS: (26, 7, 11, 46, 9, 9, 40),
    CONFIRM_HEADINGS: (16, 30, 14, 60),
}
_LOOK_OF = {"Reference": "strong", "Due": "strong", "Rule": "quiet", "Found in": "quiet"}
_CHANGING = ("Kind", "Mend first", "New or open", "Within")  # columns whose look depends on what they say
_NOTHING = {TO_PUT_RIGHT: "Nothing to put right.", FALLS_DUE: "Nothing falls due within 10 working days."}


class Book:
    """A workbook in the making, with each look made once."""

    def __init__(self, file: xlsxwriter.Workbook, worklist: Worklist) -> None:
        self._file = file
        self.worklist = worklist
        self._looks: dict[str, Format] = {}

    def look(self, name: str) -> Format:
        """A look by its name."""
        if name not in self._looks:
            self._looks[name] = self._file.add_format({**LOOKS[name]})
        return self._looks[name]

    def sheet(self, name: str, *, wide: bool = True) -> Worksheet:
        """A new sheet, set up to be printed on A4."""
        sheet = self._file.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(SHEET_COLOURS.get(name, NAVY))
        sheet.set_paper(_A4)
        if wide:
            sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        whose = harmless(f"{self.worklist.team}, {self.worklist.period}")[:90].replace("&", "&&")
        sheet.set_footer(f"&L&8{whose}&C&8RESTRICTED: names children&R&8Page &P of &N")
        return sheet


def workbook(worklist: Worklist, list_date: date) -> bytes:
    """The workbook of one worklist: the same worklist always gives the same bytes."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True, **_TEXT_ONLY}) as file:
        file.set_properties(
            {
                "title": harmless(f"Worklist: {worklist.team}, {worklist.period}"),
                "author": "Line of Sight",
                "created": datetime.combine(list_date, time(), UTC),
            }
        )
        book = Book(file, worklist)
        _read_me(book)
        if worklist.whole_lists is not None:
            _table(book, WHOLE_LISTS, "What no single row can put right, in counts", worklist.whole_lists)
        _to_put_right(book)
        counts = worklist.counts
        says = f"{worklist.period} · {counts.due:,} within 10 working days, {counts.due_soon:,} of them within 5"
        _table(book, FALLS_DUE, says, worklist.due)
        _to_fill_in(book)
    return whole.getvalue()


def _read_me(book: Book) -> None:
    sheet = book.sheet(READ_ME, wide=False)
    for column, width in enumerate((46, 10, 42)):
        sheet.set_column(column, column, width)
    for row, line in enumerate(book.worklist.read_me):
        look = book.look(line.style.value)
        if line.beside:
            sheet.write_string(row, 0, harmless(line.says), look)
            sheet.write_string(row, 1, harmless(line.beside), book.look(f"{line.style.value} beside"))
            sheet.set_row(row, 20)
        else:
            sheet.merge_range(row, 0, row, 2, "", look)
            sheet.write_string(row, 0, harmless(line.says), look)
            sheet.set_row(row, _height(line))


def _height(line: ReadMeLine) -> float:
    """Merged cells do not grow with their words, so their height is worked out."""
    fixed = {Style.TITLE: 36, Style.UNDER_TITLE: 24, Style.HEADING: 36, Style.STEP: 19}
    return fixed.get(line.style) or 6 + 15 * (1 + len(line.says) // _A_LINE_OF_WORDS)


def _to_put_right(book: Book) -> None:
    """What to put right, on as many sheets as it takes."""
    rows, says = book.worklist.to_mend, head_line(book.worklist.counts, book.worklist.period)
    for number, start in enumerate(range(0, max(len(rows), 1), _MOST_ROWS), start=1):
        name = TO_PUT_RIGHT if number == 1 else f"{TO_PUT_RIGHT} ({number})"
        _table(book, name, says, rows.iloc[start : start + _MOST_ROWS], columns_kept_in_sight=4)


def _table(book: Book, name: str, says: str, rows: pd.DataFrame, *, columns_kept_in_sight: int = 0) -> None:
    """A sheet with a title, a line of words, headings with filters, and the rows."""
    headings = tuple(rows.columns)
    sheet, last = book.sheet(name), len(headings) - 1
    for column, width in enumerate(_WIDTHS[headings]):
        sheet.set_column(column, column, width)
    title = f"{book.worklist.team}: {name[0].lower()}{name[1:]}"
    for row, (text, look, height) in enumerate(((title, "over title", 26), (says, "over words", 18))):
        sheet.set_row(row, height, book.look(look))
        sheet.write_string(row, 0, harmless(text), book.look(look))
    sheet.set_row(_HEAD, 32)
    for column, heading in enumerate(headings):
        sheet.write_string(_HEAD, column, heading, book.look("head"))
    for column, heading in enumerate(headings):
        _column(book, sheet, column, heading, rows)
    for row, lines in enumerate(_lines_of(rows, _WIDTHS[headings]), start=_HEAD + 1):
        sheet.set_row(row, min(5 + _POINTS_A_LINE * lines, _TALLEST))
    if rows.empty:
        sheet.write_string(_HEAD + 1, 0, _NOTHING.get(name, "Nothing."), book.look("nothing"))
    sheet.autofilter(_HEAD, 0, _HEAD + max(len(rows), 1), last)
    sheet.freeze_panes(_HEAD + 1, columns_kept_in_sight)
    sheet.repeat_rows(_HEAD)


def _column(book: Book, sheet: Worksheet, place: int, heading: str, rows: pd.DataFrame) -> None:
    """Every cell of a column as text. What is urgent has a look of its own, as well as its word."""
    look, changing = book.look(_LOOK_OF.get(heading, "cell")), heading in _CHANGING
    for row, text in enumerate(rows[heading].tolist(), start=_HEAD + 1):
        sheet.write_string(row, place, harmless(text), book.look(look_of(text)) if changing else look)


def _lines_of(rows: pd.DataFrame, widths: Sequence[int]) -> np.ndarray:
    """How many lines each row takes: not every spreadsheet works the height out for itself."""
    most = np.ones(len(rows), dtype="int64")
    for heading, width in zip(rows.columns, widths, strict=True):
        room = width if width < _NARROW else int(width * 1.25)
        texts = rows[heading].tolist()
        taken = [sum(-(-len(line) // room) for line in text.split("\n")) if len(text) > room else 1 for text in texts]
        most = np.maximum(most, np.array(taken, dtype="int64"))
    return most


def _to_fill_in(book: Book) -> None:
    """The table that comes back: headings in the first row, so that it is found, and the roles to choose from."""
    sheet, roles = book.sheet(CONFIRMED), book.worklist.may_confirm
    sheet.set_row(0, 32)
    for column, (heading, width) in enumerate(zip(CONFIRM_HEADINGS, _WIDTHS[CONFIRM_HEADINGS], strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, book.look("head"))
        for row in range(1, _ROWS_TO_FILL_IN + 1):
            sheet.write_blank(row, column, None, book.look("fill in date" if heading == "Date" else "fill in"))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_column(4, 4, 3)
    sheet.set_column(5, 5, 44)
    for row, line in enumerate(_HOW_TO_CONFIRM, start=1):
        sheet.write_string(row, 5, line, book.look("aside"))
    if roles and sum(len(role) + 1 for role in roles) <= _LONGEST_CHOICE and not any("," in role for role in roles):
        sheet.data_validation(
            *(1, 1, _ROWS_WITH_A_CHOICE, 1),
            {
                "validate": "list",
                "source": list(roles),
                "error_title": "A role, please",
                "error_message": "Choose the role in which you confirm it. No names of people.",
            },
        )


_HOW_TO_CONFIRM = (
    "One line for each value that looks wrong and is right.",
    "Reference: copied from To put right.",
    "Role: yours, never a name.",
    "Date: the day you looked, such as 2026-10-26.",
    "Warnings and information only: an error is put right, not confirmed.",
)
