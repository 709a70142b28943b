"""What a team says is right although it looks wrong: which lines of the table it returned can be taken in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from reporting.assurance.ledger.identity import REFERENCE
from reporting.intake.conform.dates import read_dates
from reporting.model.quality import Severity

_ADDED_BY_HAND = re.compile(r"[\s'’\-]")  # what creeps into a reference that is copied


@dataclass(frozen=True)
class ReturnedLine:
    """One line of a returned table, each cell as text; ``row`` is its number in the file."""

    row: int
    reference: str
    role: str
    day: str
    why_right: str


@dataclass(frozen=True)
class Accepted:
    """A line that can be taken in: the role as the council spells it."""

    row: int
    reference: str
    role: str
    day: date
    why_right: str


@dataclass(frozen=True)
class Refused:
    """A line that cannot be taken in, and why. It quotes nothing of the line."""

    row: int
    why: str


@dataclass(frozen=True)
class Judged:
    """Every line of a returned table, in one of three places."""

    accepted: tuple[Accepted, ...]
    known: tuple[int, ...]  # rows whose reference was confirmed before
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class StandingWarnings:
    """What a line is held against.

    ``roles`` may confirm. ``severities`` are those of the faults that stand now, by reference; ``known`` are the
    references confirmed before. No line may be dated after ``latest``.
    """

    roles: Sequence[str]
    severities: Mapping[str, str]
    known: Collection[str]
    latest: date

    def role(self, text: str) -> str:
        """The role as the council spells it; "" where it may not confirm."""
        return next((role for role in self.roles if _plain(role) == _plain(text)), "")


def judge(
    lines: Iterable[ReturnedLine],
    *,
    roles: Sequence[str],
    severities: Mapping[str, str],
    known: Collection[str],
    latest: date,
) -> Judged:
    """Each line accepted, known before, or refused for the first thing wrong with it."""
    every = [line for line in lines if any((line.reference, line.role, line.day, line.why_right))]
    asked = StandingWarnings(roles, severities, known, latest)
    accepted: dict[str, Accepted] = {}
    already: dict[str, int] = {}
    refused: list[Refused] = []
    for line, day in zip(every, _days(every, latest), strict=True):
        reference = _ADDED_BY_HAND.sub("", line.reference).upper()
        said = already.get(reference) or (accepted[reference].row if reference in accepted else 0)
        why = _wrong_reference(reference, said)
        if not why and reference in known:
            already[reference] = line.row
            continue
        why = why or _wrong_fault(reference, asked) or _wrong_words(line, day, asked)
        if why or day is None:
            refused.append(Refused(line.row, why))
        else:
            accepted[reference] = Accepted(line.row, reference, asked.role(line.role), day, line.why_right)
    return Judged(tuple(accepted.values()), tuple(already.values()), tuple(refused))


def _wrong_reference(reference: str, said: int) -> str:
    """``said`` is the row that has the same reference and counts; 0 where there is none."""
    if not reference:
        return "it has no reference. Copy the Reference of the line you mean from the sheet “To put right”."
    if not REFERENCE.fullmatch(reference):
        return "its reference is not one that a worklist prints: ten letters and digits. Copy it as it stands there."
    return f"row {said} has the same reference, and one line is enough." if said else ""


def _wrong_fault(reference: str, asked: StandingWarnings) -> str:
    severity = asked.severities.get(reference)
    if severity is None:
        return (
            "its reference is not on this council's latest worklists: the row has been put right or its value has "
            "changed since. If it is still on the worklist, copy its reference from there."
        )
    if severity == Severity.ERROR:
        return "it is an error, and an error is never confirmed: put it right in the case-management system."
    return ""


def _wrong_words(line: ReturnedLine, day: date | None, asked: StandingWarnings) -> str:
    if not asked.role(line.role):
        return f"the role is not one that may confirm. Write one of: {', '.join(asked.roles)}. Never a name."
    if not line.day:
        return "it has no date. Write the day on which it was confirmed, such as 2026-10-26."
    if day is None:
        return "its date cannot be read. Write it as year, month and day, such as 2026-10-26."
    if day > asked.latest:
        return "its date lies in the future. Write the day on which it was confirmed."
    return ""


def _days(lines: Sequence[ReturnedLine], latest: date) -> list[date | None]:
    """The day of each line; one that could be two days, in a table that writes them both ways, is not guessed."""
    days = read_dates([line.day for line in lines], np.ones(len(lines), dtype="int64"), latest).days
    return [None if np.isnat(day) else day.astype("datetime64[D]").item() for day in days]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
