"""The rules as a page: what is asked of each list, how serious it is, what it guards and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from expectations import CHECKS
from expectations.check import Check
from reporting.lists import LISTS
from reporting.quality import Severity

HEADINGS = ("Rule", "Severity", "What must be true", "What to do", "Columns it guards")
INTRODUCTION = """# The rules

This page is written by `python -m expectations.catalogue > docs/rules.md` and checked by a test: do not edit it.

An **error** makes a value unusable: the row is *not known* wherever an indicator relies on a column the rule guards.
A **warning** is printed beside the figure and changes no figure. **Information** is for when time allows.
P36, P37 and P38 are ours: what the guidance always asks for, and the order it gives to dates, or that is usual, where
no other rule says so.
Rules about the file itself (F01 to F21), ids written two ways (P02), codes that disagree with their words (P22) and
dates written month first or as numbers (P25, P28) are found while an extract is read, and are not on this page.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [INTRODUCTION]
    for name, checks in CHECKS.items():
        schema = LISTS[name]
        parts.append(f"\n## List {schema.number}: {schema.title}\n\n{_row(HEADINGS)}{_row(('---',) * len(HEADINGS))}")
        parts += [_row(_cells(rules)) for rules in _by_id(checks).values()]
    return "".join(parts)


def _by_id(checks: tuple[Check, ...]) -> Mapping[str, list[Check]]:
    together: dict[str, list[Check]] = {}
    for check in checks:
        together.setdefault(check.rule.id, []).append(check)
    return together


def _cells(checks: list[Check]) -> tuple[str, ...]:
    rule = checks[0].rule
    todo = dict.fromkeys(check.rule.do for check in checks)
    return rule.id, Severity(rule.severity).value, rule.says, " ".join(todo), ", ".join(_guarded(checks)) or "none"


def _guarded(checks: list[Check]) -> Iterator[str]:
    """The columns by their headings, each once."""
    schema = LISTS[checks[0].rule.list]
    for key in dict.fromkeys(key for check in checks for key in check.rule.columns):
        yield schema.column(key).header


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
