"""A CSV file as text: its encoding and its separator found out, and not one cell changed."""

from __future__ import annotations

import codecs
import csv
import re
from io import StringIO
from itertools import zip_longest
from pathlib import Path

import pandas as pd

from reporting.model.received import ReceivedTable
from tasks.intake.problems import UnreadableExtract

LARGEST = 600_000_000
WIDEST = 1_000
SEPARATORS = ",\t;|"
LINES_SNIFFED = 5
SAVE_AGAIN = "Save it again as “CSV UTF-8 (comma delimited)”."
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text_file(path: Path) -> ReceivedTable:
    """The file's rows, each cell as it is written and blanks as None."""
    if path.stat().st_size > LARGEST:
        raise UnreadableExtract(path, "the file is too large to be one list.", "Check what was exported.")
    text = _text(path, path.read_bytes())
    separator = _separator(path, text)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as problem:
        what = f"its rows cannot be told apart ({problem})." if "field larger" not in str(problem) else _OPEN_QUOTE
        raise UnreadableExtract(path, what, SAVE_AGAIN) from None
    width = max(map(len, rows), default=0)
    if width > WIDEST:
        raise UnreadableExtract(path, f"it has {width:,} columns.", "A list has at most 34: check what was exported.")
    columns = zip_longest(*rows) if rows else []
    cells = {place: pd.array([cell or None for cell in column], dtype="str") for place, column in enumerate(columns)}
    return ReceivedTable(path.name, pd.DataFrame(cells, index=range(len(rows))), tuple(range(1, len(rows) + 1)))


_OPEN_QUOTE = "a quotation mark is opened and never closed."


def _text(path: Path, content: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise UnreadableExtract(path, "its letters cannot be read.", SAVE_AGAIN) from None
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise UnreadableExtract(path, "this is not a text file.", SAVE_AGAIN)
    return text


def _separator(path: Path, text: str) -> str:
    """The mark between cells: the one that parts the first lines into most cells, leaving out what is in quotes."""
    lines = [line for _, line in zip(range(LINES_SNIFFED), StringIO(text, newline=None), strict=False)]
    bare = [re.sub(r'"[^"]*("|$)', "", line) for line in lines]
    widest = max((line.count(mark) + 1 for line in bare for mark in SEPARATORS), default=0)
    if widest > WIDEST:
        raise UnreadableExtract(path, f"it has {widest:,} columns.", "A list has at most 34: check what was exported.")
    return max(SEPARATORS, key=lambda mark: sum(line.count(mark) for line in bare))
