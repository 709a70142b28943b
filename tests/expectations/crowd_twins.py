"""Rules that look at rows together: shares of a list, copies, and what one child or worker has several of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.expectations.small_council import CALENDAR, CLEAN, Cells, Lists, changed, said


@dataclass(frozen=True)
class Crowd:
    """Lists in which one rule fails on exactly the rows ``fails``."""

    rule: str
    list: str
    lists: Lists
    fails: set[int]


def many(name: str, row: int, cells: list[str]) -> Lists:
    """One clean row again and again, each time about somebody else and with other cells."""
    rows = tuple(
        CLEAN[name][row] | {"child_id": f"8{place:04d}", "adopter_id": f"8{place:04d}"} | said(more)
        for place, more in enumerate(cells)
    )
    return {name: rows}


def some(of: int, wrong: int, cells: str) -> list[str]:
    """So many rows, the first of them wrong."""
    return [cells if place < wrong else "" for place in range(of)]


def copies() -> Iterator[Crowd]:
    for name, rows in CLEAN.items():
        last = len(rows) - 1
        yield Crowd("P03", name, changed(name, last + 1, ""), {last + 1})
        yield Crowd("P04", name, changed(name, last + 1, "ethnicity=WOTH"), {last, last + 1})


def shares() -> Iterator[Crowd]:
    for name in CLEAN:
        row, most = len(CLEAN[name]) - 1, 2
        yield Crowd("P13", name, many(name, row, some(30, most, "gender=U")), {0, 1})
        yield Crowd("P16", name, many(name, row, some(30, most, "ethnicity=NOBT")), {0, 1})
    yield Crowd("1.04", "contacts", many("contacts", 1, some(30, 6, "contact_source=8")), set(range(6)))
    yield Crowd("1.04", "contacts", many("contacts", 1, some(30, 4, "contact_source=8")), set())
    yield Crowd("3.11", "referrals", many("referrals", 1, some(30, 9, "referral_date=2026-10-03")), set(range(9)))
    yield Crowd("6.20", "children_in_need", many("children_in_need", 4, some(24, 0, "")), set(range(24)))
    yield Crowd("6.20", "children_in_need", many("children_in_need", 4, some(24, 3, "cin_close_reason=RC6")), set())


def same_worker() -> Iterator[Crowd]:
    for name in ("referrals", "assessments", "section_47_enquiries", "children_in_need", "child_protection_plans",
                 "children_looked_after", "care_leavers"):  # fmt: skip
        last = len(CLEAN[name]) - 1
        yield Crowd("P21", name, changed(name, last + 1, "child_id=00999"), {last, last + 1})
        yield Crowd("T03", name, many(name, last, ["team=Twice-1", "team=Moved-1", "team=twice-1"]), {0, 2})
    need = "children_in_need"
    yield Crowd("P31", need, many(need, 2, [""] * 41), set(range(41)))
    yield Crowd("P31", need, many(need, 2, [f"team=T{place}" for place in range(4)]), set(range(4)))
    yield Crowd("P31", need, many(need, 2, [""] * 40), set())


def days_missing() -> Iterator[Crowd]:
    """Six contacts on every working day of the list's six months, save the days that are missing."""
    window = [date(2026, 5, 1) + timedelta(days=days) for days in range(184)]
    working = [day for day in window if CALENDAR.is_working_day(day)]
    for missing, beside in (
        (set(), None),
        ({date(2026, 10, 8)}, date(2026, 10, 9)),
        ({date(2026, 5, 1)}, date(2026, 5, 4)),
        ({date(2026, 10, 29), date(2026, 10, 30)}, date(2026, 10, 28)),
        ({date(2026, 10, 9)}, date(2026, 10, 10)),
    ):
        days = sorted({*working, date(2026, 10, 10)} - missing)  # and on one Saturday
        dates = [f"contact_date={day}" for day in days for _ in range(6)]
        yield Crowd("1.05", "contacts", many("contacts", 1, dates), {6 * days.index(beside)} if beside else set())


def of_one_child() -> Iterator[Crowd]:
    yield Crowd("1.03", "contacts", changed("contacts", 3, ""), {2, 3})
    yield Crowd("3.05", "referrals", changed("referrals", 2, "referral_date=2026-10-20 referrals_12m=0"), {2})
    yield Crowd("3.07", "referrals", changed("referrals", 2, "referral_source=6"), {1, 2})
    yield Crowd("4.03", "assessments", changed("assessments", 2, "assessment_start=2026-10-12"), {1, 2})
    inside = "child_id=00101 assessment_start=2026-06-15 assessment_end=2026-07-20 support_needed=Y"
    yield Crowd("4.04", "assessments", changed("assessments", 2, inside), {0})
    yield Crowd("5.13", "section_47_enquiries", changed("section_47_enquiries", 2, "s47_start=2026-10-14"), {2})
    later = "child_id=00101 s47_start=2026-09-14 icpc_date=2026-09-28 icpc_plan=N s47_12m=0 icpc_12m=0"
    yield Crowd("5.11", "section_47_enquiries", changed("section_47_enquiries", 2, later), {2})
    yield Crowd("5.12", "section_47_enquiries", changed("section_47_enquiries", 2, later), {2})
    again: Cells = CLEAN["children_in_need"][2]
    yield Crowd("6.24", "children_in_need", {"children_in_need": (*CLEAN["children_in_need"], again)}, {2, 5})
    plans = "child_protection_plans"
    yield Crowd("7.03", plans, changed(plans, 1, "cpp_start=2026-07-20"), {0, 1})
    ended = changed(plans, 1, "cpp_start=2026-07-20", changed(plans, 0, "cpp_end=2026-10-26"))
    yield Crowd("7.24", plans, ended, {0})
    yield Crowd("11.06", "prospective_adopters", changed("prospective_adopters", 1, "family_id=F8"), {0, 1})


CROWDS = (*copies(), *shares(), *same_worker(), *days_missing(), *of_one_child())
CROWD_RULES = {crowd.rule for crowd in CROWDS}
