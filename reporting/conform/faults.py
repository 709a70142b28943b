"""What a file itself can get wrong, in the words its sender reads (F01 to F21). Headings are named; cells never."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.lists import LISTS
from reporting.lists.schema import ListSchema
from reporting.quality import Finding, Severity

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION

RULES: dict[str, tuple[Severity, str]] = {
    "F01": (ERROR, "Send the list, or ask for it to be run again."),
    "F02": (ERROR, "Keep one of them and send the extract again."),
    "F03": (ERROR, "Add the column, or name its heading in the authority's columns.toml."),
    "F04": (ERROR, "Take one of them out, or name the right heading in the authority's columns.toml."),
    "F05": (INFORMATION, "Nothing, unless the column should have been used: then name it in columns.toml."),
    "F06": (WARNING, "Give the column its heading."),
    "F07": (INFORMATION, "Confirm in authority.toml that the list is truly empty, or send it with its rows."),
    "F08": (ERROR, "Put the headings of the list in one row near the top, as the template has them."),
    "F09": (WARNING, "Check that the hidden rows and columns are meant to be counted; unhide them or take them out."),
    "F10": (WARNING, "Paste the list as values, so that what was checked is what is counted."),
    "F11": (ERROR, "Put the formula right in the spreadsheet and save it as values."),
    "F12": (WARNING, "Nothing, if the rows were only filler; they are not counted."),
    "F13": (WARNING, "Nothing, if the rows were only notes or totals; they are not counted."),
    "F14": (ERROR, "Look at the column and those beside it, and paste them again under their own headings."),
    "F15": (INFORMATION, "Nothing now; ask the supplier of the system for the later layout."),
    "F17": (WARNING, "Check that this is this month's extract, and that the list date is right."),
    "F20": (WARNING, "Ask whether the list was cut off, and run it again without a limit."),
    "F21": (ERROR, "Have the column written as text, so that no figure of the id is lost."),
    "P02": (WARNING, "Settle on one way of writing the id in the case-management system; none was changed here."),
    "P22": (WARNING, "Look which of the two is right in the case-management system; the code was used."),
    "P25": (WARNING, "Send the column in one order, best as year-month-day; these cells were not read."),
    "P28": (WARNING, "Format the column as dates; the numbers were read as Excel's days."),
}


def named(schema: ListSchema) -> str:
    """The list by its number and title, as its users know it."""
    return f"List {schema.number} ({schema.title})"


def fault(rule: str, list_name: str, checked: int, failed: int, says: str) -> Finding:
    """A finding of one of the file's own rules. It guards no row: what a row lacks is for the checks to say."""
    severity, do = RULES[rule]
    return Finding(rule, severity, list_name, checked, failed, says, do)


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
