"""The turns of phrase that every page shares: days, severities, lists, and what has moved since the extract before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reporting.assurance.accuracy import Information
from reporting.lists import LISTS
from reporting.model.quality import Severity
from reporting.presentation.views.leaves import Badge
from reporting.presentation.views.parts import NONE
from reporting.presentation.words import counted, day_name, percentage, rounded, whole

NOTHING_BEFORE = "nothing to compare with yet"
THE_EXTRACT = "The extract as a whole"
SEVERITY_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFORMATION: "Information"}
MANY = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFORMATION: "information"}
INFORMATION_MEANS = {
    Information.TEAM_HIERARCHY: "The row’s team is in the register of teams, on that day, and in one place.",
    Information.ALLOCATION: "An open case has a team and a worker.",
    Information.PERSON: "The id, birth, gender, ethnicity and disability of the child.",
    Information.EVENTS: "What happened and when: dates, and the order they come in.",
    Information.DECISIONS: "Coded answers, outcomes and reasons.",
    Information.CONTACT: "Visits, reviews, health checks and plans that are due.",
    Information.AGREEMENT: "What one list says of a child that another list says too.",
}


def list_title(name: str) -> str:
    """The list by its title."""
    return LISTS[name].title if name in LISTS else THE_EXTRACT


def list_number(name: str) -> str:
    """List 6; nothing for the extract as a whole."""
    return LISTS[name].called if name in LISTS else ""


def column_title(name: str, column: str) -> str:
    """The column by the heading it goes by in the list."""
    return LISTS[name].column(column).header


def short_day(day: date) -> str:
    """31 Oct."""
    return " ".join(word[:3] if place == 1 else word for place, word in enumerate(day_name(day).split()[:2]))


def share(part: int, of: int) -> str:
    """A part as a percentage of the whole."""
    return f"{percentage(100 * part / of)}%" if of else NONE


def number(count: int) -> str:
    """A count; a dash where there is none, so that the others stand out."""
    return whole(count) if count else NONE


def moved(now: int, before: int | None) -> Badge:
    """Fewer faults are better."""
    if before is None:
        return Badge("none", NOTHING_BEFORE)
    if now == before:
        return Badge("none", "the same")
    fewer = now < before
    return Badge("better" if fewer else "worse", f"{whole(abs(now - before))} {'fewer' if fewer else 'more'}")


def moved_since(now: int, before: int | None, since: date | None) -> str:
    """The same with the day it is compared with, for a sentence."""
    if before is None or since is None:
        return NOTHING_BEFORE
    return f"{moved(now, before).words} {'as' if now == before else 'than'} on {day_name(since)}"


def share_moved(now: tuple[int, int], before: tuple[int, int] | None) -> Badge:
    """A larger share of records right is better. Each is (checked, right)."""
    if before is None:
        return Badge("none", NOTHING_BEFORE)
    points = 100 * now[1] / now[0] - 100 * before[1] / before[0]
    if rounded(points) == 0:
        return Badge("none", "the same")
    way, style = ("up", "better") if points > 0 else ("down", "worse")
    return Badge(style, f"{way} {rounded(abs(points))} points")


def titles(names: Sequence[str], most: int = 3) -> str:
    """Titles that hold commas of their own: the first few, and how many more there are."""
    left = len(names) - most
    return "; ".join(names[:most]) + (f"; and {counted(left, 'other')}" if left > 0 else "")


def since_words(since: date | None) -> str:
    """The head of a column that says what has moved."""
    return f"Since {day_name(since)}" if since else "Over time"
