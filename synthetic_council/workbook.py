"""A workbook written cell by cell: the same bytes for the same cells, and quick for a council's 52,000 rows.

Only what an extract needs: text kept as text, numbers, and days in the format dd/mm/yyyy. Nothing is ever a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cell = str | int
"""Text (a blank is ""), a whole number, or a day as its number since 1970."""

_EXCEL_EPOCH = 25_569  # Excel's number for 1 January 1970
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a fixed time, so that the same cells make the same file
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True)
class Worksheet:
    """One sheet: its rows, which columns hold days (as numbers since 1970), and which rows, from 1, are hidden."""

    name: str
    rows: Iterable[Sequence[Cell]]
    days: Sequence[bool]
    hidden: frozenset[int] = frozenset()


def write_sheets(path: Path, sheets: Sequence[Worksheet]) -> None:
    """Write a workbook of sheets."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book([sheet.name for sheet in sheets]),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{number}.xml") for number in numbers), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    with ZipFile(path, "w") as book:
        for name, text in parts.items():
            _put(book, name, text)
        for number, sheet in zip(numbers, sheets, strict=True):
            _put(book, f"xl/worksheets/sheet{number}.xml", _page(sheet))


def _put(book: ZipFile, name: str, text: str) -> None:
    entry = ZipInfo(name, _LONG_AGO)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    book.writestr(entry, text.encode("utf-8"), compresslevel=5)


def _page(sheet: Worksheet) -> str:
    letters = [_letters(column) for column in range(len(sheet.days))]
    words = _Words()
    lines = []
    for number, row in enumerate(sheet.rows, start=1):
        cells = [
            f'<c r="{letter}{number}"{words[value]}'
            if isinstance(value, str)
            else f'<c r="{letter}{number}" s="1"><v>{int(value) + _EXCEL_EPOCH}</v></c>'
            if is_day
            else f'<c r="{letter}{number}"><v>{value}</v></c>'
            for letter, value, is_day in zip(letters, row, sheet.days, strict=False)
            if value != ""
        ]
        hidden = ' hidden="1"' if number in sheet.hidden else ""
        lines.append(f'<row r="{number}"{hidden}>{"".join(cells)}</row>')
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


class _Words(dict[str, str]):
    """The rest of a cell that holds text, worked out once for each text."""

    def __missing__(self, text: str) -> str:
        self[text] = f' t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        return self[text]


def _letters(column: int) -> str:
    """A column's letters: A to Z, then AA."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _content_types(numbers: Iterable[int]) -> str:
    pages = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for number in numbers
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>{pages}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/></Types>'
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _book(names: Sequence[str]) -> str:
    pages = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{pages}</sheets></workbook>'
