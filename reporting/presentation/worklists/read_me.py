"""The first sheet of a worklist: whose it is, how much there is to do, and how to use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reporting.model.periods import Period
from reporting.model.settings import Authority
from reporting.presentation.words import day_name, joined
from reporting.presentation.worklists.tables import reasons


@dataclass(frozen=True)
class Counts:
    """What a worklist holds. ``due`` is within ten working days, and ``due_soon`` those of them within five."""

    to_mend: int
    new: int
    still_open: int
    first: int  # those that keep a figure from being printed
    put_right: int
    confirmed: int
    due_soon: int
    due: int


class Style(StrEnum):
    """How a line of the first sheet looks."""

    TITLE = "title"
    UNDER_TITLE = "under_title"
    RESTRICTED = "restricted"
    HEADING = "heading"
    COUNT = "count"
    PART = "part"  # of the count above it
    STEP = "step"
    TEXT = "text"


@dataclass(frozen=True)
class ReadMeLine:
    """One line of the first sheet: what it says, and what stands beside it."""

    style: Style
    says: str
    beside: str = ""


def read_me(
    team: str,
    may_have: Sequence[str],
    counts: Counts,
    authority: Authority,
    period: Period,
    list_date: date,
    *,
    nobodys: bool,
) -> tuple[ReadMeLine, ...]:
    """Every line of the first sheet."""
    called, name = period.called, period.words
    return (
        ReadMeLine(Style.TITLE, team),
        ReadMeLine(Style.UNDER_TITLE, f"{authority.name} worklist · {name} · lists run on {day_name(list_date)}"),
        ReadMeLine(Style.RESTRICTED, f"RESTRICTED: names children. {_for_whom(may_have)}"),
        *_counted(counts, called),
        *_in_what_order(authority.county_unit),
        *_how_to(authority, called, nobodys=nobodys),
    )


def head_line(counts: Counts, period: str) -> str:
    """What stands over the table of what to put right."""
    confirmed = f" · {counts.confirmed:,} confirmed as correct and not listed" if counts.confirmed else ""
    keep = f" · {counts.first:,} keeping a figure from being printed" if counts.first else ""
    open_ones = f"{counts.to_mend:,} to put right: {counts.new:,} new, {counts.still_open:,} still open"
    return f"{period} · {open_ones}{keep}{confirmed}"


def _for_whom(may_have: Sequence[str]) -> str:
    roles = joined(may_have) or "nobody, until the council's folder names a role"
    return f"Only for: {roles}. Do not forward it. Destroy it when the next one has come."


def _counted(counts: Counts, called: str) -> Iterator[ReadMeLine]:
    yield ReadMeLine(Style.HEADING, "At a glance")
    yield ReadMeLine(Style.COUNT, "To put right", f"{counts.to_mend:,}")
    yield ReadMeLine(Style.PART, f"new this {called}", f"{counts.new:,}")
    yield ReadMeLine(Style.PART, "still open", f"{counts.still_open:,}")
    yield ReadMeLine(Style.PART, "that keep a figure from being printed", f"{counts.first:,}")
    yield ReadMeLine(Style.COUNT, "Put right since the worklist before", f"{counts.put_right:,}")
    yield ReadMeLine(Style.COUNT, "Confirmed as correct, and not listed", f"{counts.confirmed:,}")
    yield ReadMeLine(Style.COUNT, "Fall due within 10 working days", f"{counts.due:,}")
    yield ReadMeLine(Style.PART, "within 5 working days", f"{counts.due_soon:,}")


def _in_what_order(council: str) -> Iterator[ReadMeLine]:
    yield ReadMeLine(Style.HEADING, "What to mend first")
    for why in reasons(council).values():
        yield ReadMeLine(Style.STEP, why)


def _how_to(authority: Authority, called: str, *, nobodys: bool) -> Iterator[ReadMeLine]:
    data_team = authority.roles.get("prepares", "the data team")
    yield ReadMeLine(Style.HEADING, "How to use it")
    yield ReadMeLine(
        Style.TEXT,
        "Put each row right in the case-management system, not here. A row that is right when the next lists are "
        "run is gone from the next worklist, and counts as put right.",
    )
    if nobodys:
        yield ReadMeLine(
            Style.TEXT,
            "No team can be traced for these rows: give each a team that is in the register of teams, or find whose "
            "they are. Files and lists has what no single row can put right, in counts.",
        )
    yield ReadMeLine(
        Style.TEXT,
        "Falls due has what is still in time and will not be in ten working days. What is late already is on To put "
        "right.",
    )
    yield ReadMeLine(Style.HEADING, "When a value looks wrong and is right")
    yield ReadMeLine(
        Style.TEXT,
        "Copy its Reference to the sheet Confirmed correct, say in which role you confirm it, when, and why it is "
        f"right, and return the workbook to: {data_team}.",
    )
    yield ReadMeLine(Style.TEXT, f"Who may confirm: {joined(authority.may_confirm) or 'nobody yet'}.")
    yield ReadMeLine(
        Style.TEXT,
        "A warning or information that is confirmed stays quiet until its value changes. An error cannot be "
        "confirmed: it is put right.",
    )
