"""What a file itself can get wrong, in the words its sender reads (F01 to F21). Headings are named; cells never."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reporting.lists import LISTS
from reporting.lists.schema import ListSchema
from reporting.model.quality import Finding, Severity

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


class FileRule(NamedTuple):
    """A rule of the file itself: how grave a breach is, what to do about it, and what must be true."""

    severity: Severity
    do: str
    says: str


REFUSED = frozenset({"F16", "F19"})
"""Broken, these stop an extract at the door: nothing is read, so nothing is found."""

RULES: dict[str, FileRule] = {
    "F01": FileRule(ERROR, "Send the list, or ask for it to be run again.", "Every list is there."),
    "F02": FileRule(
        ERROR, "Keep one of them and send the extract again.", "One sheet or file, and no more, is each list."
    ),
    "F03": FileRule(
        ERROR,
        "Add the column, or name its heading in the authority's columns.toml.",
        "Every column of the list has a heading that is known.",
    ),
    "F04": FileRule(
        ERROR,
        "Take one of them out, or name the right heading in the authority's columns.toml.",
        "Each heading is one column of the list, and each column has one heading.",
    ),
    "F05": FileRule(
        INFORMATION,
        "Nothing, unless the column should have been used: then name it in columns.toml.",
        "Every column that was sent belongs to the list.",
    ),
    "F06": FileRule(WARNING, "Give the column its heading.", "Every column with cells has a heading."),
    "F07": FileRule(
        INFORMATION,
        "Confirm in authority.toml that the list is truly empty, or send it with its rows.",
        "The list has rows.",
    ),
    "F08": FileRule(
        ERROR,
        "Put the headings of the list in one row near the top, as the template has them.",
        "The headings stand in one of the first ten rows.",
    ),
    "F09": FileRule(
        WARNING,
        "Check that the hidden rows and columns are meant to be counted; unhide them or take them out.",
        "No row, column or sheet is hidden, and no filter is set.",
    ),
    "F10": FileRule(
        WARNING,
        "Paste the list as values, so that what was checked is what is counted.",
        "Cells hold values, not formulas.",
    ),
    "F11": FileRule(
        ERROR, "Put the formula right in the spreadsheet and save it as values.", "No cell holds an Excel error."
    ),
    "F12": FileRule(
        WARNING,
        "Nothing, if the rows were only filler; they are not counted.",
        "The list is not padded with empty rows or dashes.",
    ),
    "F13": FileRule(
        WARNING,
        "Nothing, if the rows were only notes or totals; they are not counted.",
        "Every row is a record, not a note or a total.",
    ),
    "F14": FileRule(  # an error, and not a warning: nothing under the heading is what the heading says
        ERROR,
        "Look at the column and those beside it, and paste them again under their own headings.",
        "The cells of a column are what its heading says.",
    ),
    "F15": FileRule(
        INFORMATION,
        "Nothing now; ask the supplier of the system for the later layout.",
        "List 9 has the columns of the later layout.",
    ),
    "F16": FileRule(
        ERROR,
        "Say the day the lists were run, with --list-date or in the manifest.",
        "The day the lists were run is given, and is not after today.",
    ),
    "F17": FileRule(
        WARNING,
        "Check that this is this month's extract, and that the list date is right.",
        "Something in the list happened in the 35 days before the list date.",
    ),
    "F19": FileRule(
        ERROR,
        "Give the extract of this month or week, or correct the list date.",
        "An extract is not the very one taken in for another month or week.",
    ),
    "F20": FileRule(
        WARNING,
        "Run it again without a limit; or, if it is whole, say so in authority.toml (confirmed_whole).",
        "The list does not end just where programs cut lists off: 5,000, 65,535 or 1,048,575 rows.",
    ),
    "F21": FileRule(
        ERROR,
        "Have the column written as text, so that no figure of the id is lost.",
        "No id is typed as a number too long for a spreadsheet.",
    ),
    "P02": FileRule(
        WARNING,
        "Settle on one way of writing the id in the case-management system; none was changed here.",
        "An id is written in one way only.",
    ),
    "P22": FileRule(
        WARNING,
        "Look which of the two is right in the case-management system; the code was used.",
        "Code and words in a cell say the same.",
    ),
    "P25": FileRule(
        WARNING,
        "Send the column in one order, best as year-month-day; these cells were not read.",
        "The dates of a column are all written day first.",
    ),
    "P28": FileRule(
        WARNING,
        "Format the column as dates; the numbers were read as Excel's days.",
        "Dates are written as dates, not as Excel's day numbers.",
    ),
    "P32": FileRule(
        INFORMATION,
        "Nothing here. If it is often so, have the report trim its cells.",
        "Cells have no stray spaces, line breaks or curled quotes.",
    ),
}


def named(schema: ListSchema) -> str:
    """The list by its number and title, as its users know it."""
    return schema.named


def fault(rule: str, list_name: str, checked: int, failed: int, says: str) -> Finding:
    """A finding of one of the file's own rules. It guards no row: what a row lacks is for the checks to say."""
    stated = RULES[rule]
    return Finding(rule, stated.severity, list_name, checked, failed, says, stated.do)


def counted(count: int, one: str, many: str = "") -> str:
    """A number of things, in words that agree with it."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def together(names: Sequence[str]) -> str:
    """Names as a person would list them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def quoted(names: Sequence[str]) -> str:
    """Headings in quotation marks, listed."""
    return together([f"“{name.strip()}”" for name in names])


def not_found(name: str) -> tuple[str, Finding]:
    """A list that the extract does not hold."""
    says = f"{named(LISTS[name])} was not found."
    return says, fault("F01", name, 1, 1, says)


def found_twice(name: str, sources: Sequence[str]) -> tuple[str, Finding]:
    """A list that two or more tables claim to be: none of them is taken."""
    says = f"{counted(len(sources), 'table')} look like {named(LISTS[name])}: {quoted(sources)}. None of them was used."
    return says, fault("F02", name, len(sources), len(sources), says)


def holds_another(name: str, source: str, other: str) -> tuple[str, Finding]:
    """A table that bears one list's name over another's headings."""
    names = f"the name of {named(LISTS[name])} but the headings of {named(LISTS[other])}"
    says = f"“{source}” has {names}. It was not used."
    return says, fault("F01", name, 1, 1, says)


def no_headings(name: str, source: str) -> tuple[str, Finding]:
    """A table known by its name in which no heading row was recognised."""
    says = f"No heading row was recognised in “{source}”, so {named(LISTS[name])} could not be read."
    return says, fault("F08", name, 1, 1, says)
