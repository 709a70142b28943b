"""Text that a spreadsheet can do nothing with but show, whatever the extract held."""

from __future__ import annotations

import re

import pandas as pd

BLANK = "(blank)"
LONGEST_VALUE = 300
LONGEST_CELL = 32_767  # Excel's own limit

_NEWLINE = 0x0A
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}  # tab is shown as ␉
_UNSEEN = {
    code: 0xFFFD
    for code in (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF)
}
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ALL_SEEN = _PICTURES | _UNSEEN
_ALL_BUT_LINES = {code: sign for code, sign in _ALL_SEEN.items() if code != _NEWLINE}
_BEGINS_A_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def visible(value: object) -> str:
    """A value as it came, each control character as its picture, and cut where nobody would read on.

    A day comes out of a workbook with a midnight that nobody wrote there, and goes without it.
    """
    if value is None or value is pd.NA or value != value:
        return BLANK
    text = str(value).removesuffix(" 00:00:00")
    if len(text) > LONGEST_VALUE:
        text = f"{text[:LONGEST_VALUE]}… ({len(text) - LONGEST_VALUE:,} more characters)"
    return text.translate(_ALL_SEEN)


def harmless(text: str) -> str:
    """What may stand in a cell: never the beginning of a formula, nor too long, nor what no file can hold.

    A beginning that a spreadsheet would run, even after the sheet was saved as CSV, gets an apostrophe before it, as
    OWASP advises; all else stays as it is, so that an id stays that id.
    """
    if text[:1].isalnum() and len(text) < LONGEST_CELL and text.isascii() and text.isprintable():
        return text  # as nearly all are
    text = _NOT_IN_XML.sub("�", text.translate(_ALL_BUT_LINES))
    if _BEGINS_A_FORMULA.match(text):
        text = f"'{text}"
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
