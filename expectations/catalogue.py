"""The rules as a page: what is asked of each list, how serious it is, what it guards and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from expectations import CHECKS, between_months
from expectations.annex_a_rules import ANOTHER, OTHERWISE, OURS, SEVERITIES, Where, asked
from expectations.check import Check
from expectations.noticed import ASKED_OF
from reporting.assurance.ledger.standing import STILL_OPEN
from reporting.intake.conform.faults import RULES as OF_THE_FILE
from reporting.lists import LISTS
from reporting.model.quality import Scope, Severity

HEADINGS = ("Rule", "Severity", "What must be true", "What to do", "Columns it guards")
WHERE_HEADINGS = ("Where it is asked", "How many", "Rules")
OTHERWISE_HEADINGS = ("Rule", "What is asked otherwise, and why")
OWN_HEADINGS = ("Rule", "Why it is asked")
BESIDE_HEADINGS = ("Rule", "Severity", "What must be true", "What to do", "Lists and columns")
INTRODUCTION = """# The rules

This page is written by `python -m expectations.catalogue > docs/rules.md` and checked by a test: do not edit it.

An **error** makes a value unusable: the row is *not known* wherever an indicator relies on a column the rule guards.
A **warning** is printed beside the figure and changes no figure. **Information** is for when time allows.
A rule *of the list* speaks of shares or of the list as a whole: the data team looks at it, and it is on no team's
worklist. Every finding names one list to mend, and the row's team owns it. Of a child told two ways (P17 to P20), or
whose id is written in two (P02), the row to mend is the one that dissents from what most of the child's lists say; in
a tie lists 8, 7 and 6 are believed before 5, 4, 3, 9, 10, 2 and 1, in that order.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [INTRODUCTION, *_where_each_is_asked(), *_of_the_file(), *_beside_the_extract_before()]
    for name, checks in CHECKS.items():
        parts.append(f"\n## {LISTS[name].called}: {LISTS[name].title}\n\n")
        parts.append(_table(HEADINGS, (_cells(rules) for rules in _by_id(checks).values())))
    return "".join(parts)


def _where_each_is_asked() -> Iterator[str]:
    """All the rules that Annex A allows, by the place where each is asked."""
    places: dict[Where, list[str]] = {where: [] for where in Where}
    for id, where in asked().items():
        if id in SEVERITIES:
            places[where].append(id)
    told = Counter(SEVERITIES.values())
    severities = ", ".join(f"{told[severity]} {severity}" for severity in Severity)
    yield f"\n## All {len(SEVERITIES)} rules, and where each is asked\n\nBy severity: {severities}.\n\n"
    yield _table(
        WHERE_HEADINGS, ((where.value, str(len(ids)), ", ".join(ids) or "none") for where, ids in places.items())
    )
    same = ", ".join(f"{id} is {other}" for id, other in ANOTHER.items())
    yield f"\nAsked by another rule: {same}.\n\n### Asked otherwise\n\n"
    yield _table(OTHERWISE_HEADINGS, OTHERWISE.items())
    yield "\n### Asked beside them\n\n"
    yield _table(OWN_HEADINGS, ((id, f"{why[0].upper()}{why[1:]}.") for id, why in OURS.items()))


def _of_the_file() -> Iterator[str]:
    """The rules that are asked while files are read, or before."""
    yield "\n## The files themselves\n\n"
    yield f"Pointing at rows too, which are on their teams' worklists: {', '.join(ASKED_OF)}.\n\n"
    rows = ((id, rule.severity.value, rule.says, rule.do) for id, rule in OF_THE_FILE.items())
    yield _table(HEADINGS[:4], rows)


def _beside_the_extract_before() -> Iterator[str]:
    """The rules that compare two extracts, or follow a fault from extract to extract."""
    yield "\n## From one extract to the next\n\nMonth is held against month, and week against week.\n\n"
    compared = [
        (rule.id, rule.severity.value, rule.says, rule.do, "; ".join(_compared(rule.columns)))
        for rule in between_months.RULES
    ]
    standing = (STILL_OPEN.id, STILL_OPEN.severity.value, STILL_OPEN.says, STILL_OPEN.do, "every fault of every list")
    yield _table(BESIDE_HEADINGS, (*compared, standing))


def _compared(columns: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for name, keys in columns.items():
        headers = ", ".join(LISTS[name].column(key).header for key in keys)
        yield LISTS[name].called + (f": {headers}" if headers else "")


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join((_row(headings), _row(("---",) * len(headings)), *(_row(row) for row in rows)))


def _by_id(checks: tuple[Check, ...]) -> Mapping[str, list[Check]]:
    together: dict[str, list[Check]] = {}
    for check in checks:
        together.setdefault(check.rule.id, []).append(check)
    return together


def _cells(checks: list[Check]) -> tuple[str, ...]:
    rule = checks[0].rule
    todo = dict.fromkeys(check.rule.do for check in checks)
    says = f"{rule.says} *Of the list.*" if rule.scope is Scope.LIST else rule.says
    mends = f" *Mended on list {LISTS[rule.mends].code}.*" if rule.mends else ""
    return rule.id, rule.severity.value, says, " ".join(todo) + mends, ", ".join(_guarded(checks)) or "none"


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
