"""Without faults no error rule finds anything, and other rules only what the simulation meant to be there."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from reporting.model.quality import Severity
from synthetic_council.council import read_council
from synthetic_council.days import calendar_day
from synthetic_council.extract import extract
from synthetic_council.history import simulate
from synthetic_council.printing import sheets, write_csv
from synthetic_council.sample import monthly
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract

UNTIL = date(2026, 10, 31)
_AGAIN = "Children who were helped are referred again: what is new stands beside what was closed."
_EDGE = "What went before lies just outside the months that its list covers."
_LATE = "Work is done late at the rates that are published, and the rule says that it is late."

MAY_FIRE = {
    "P11": "Children have turned eighteen since the contact, the referral or the end of the case.",
    "P13": "An unborn child has no gender yet, and short lists have many of them for their length.",
    "P16": "Ethnicity is not yet obtained or is refused at the shares that are published; short lists vary.",
    "P21": "Twins and chance: two children may share a day of birth, a gender, an ethnicity and a worker.",
    "P30": "Three cases in a hundred have no worker yet.",
    "P31": "A worker's desk may hold more than forty children.",
    "1.05": "In a small council a quiet day may pass without a contact.",
    "1.06": _EDGE,
    "2.03": "Some early help lasts for more than a year.",
    "2.04": "Early help goes on for some children whose status has risen.",
    "3.08": _AGAIN,
    "3.10": _AGAIN,
    "4.05": _LATE,
    "4.06": _LATE,
    "4.07": "Some assessments end on the day they begin, as published.",
    "4.10": "A few children are not seen, as published.",
    "4.11": _AGAIN,
    "5.05": _LATE,
    "5.13": _AGAIN,
    "5.14": _AGAIN,
    "5.18": _EDGE,
    "6.11": "A case taken up on a Friday has its assessment begin on the working day after.",
    "6.13": "A few cases have no need stated (N0), as published.",
    "6.14": "Nobody has been seen yet in a case that has just begun.",
    "6.15": _LATE,
    "6.20": "Nineteen closures in twenty are for any other reason, as published.",
    "6.21": "Three cases of need in five are open for more than two years, as published.",
    "6.23": _AGAIN,
    "7.08": _LATE,
    "7.09": _LATE,
    "7.11": _LATE,
    "7.12": _LATE,
    "7.17": "One plan in seven ends within three months, as published.",
    "7.18": "One open plan in a hundred is two years old, as published.",
    "7.19": _EDGE,
    "7.20": "A plan stays open for a while after a child came into care.",
    "7.23": _EDGE,
    "8.31": _LATE,
    "8.32": _LATE,
    "8.33": _LATE,
    "8.34": _LATE,
    "8.35": _LATE,
    "8.42": "A plan for permanence is made some months after care began.",
    "8.44": _LATE,
    "9.12": _LATE,
    "9.13": _LATE,
    "9.14": "Some young people have no adviser.",
    "10.11": "Some children wait long for a match.",
    "10.15": "Two families in three are another agency's.",
    "11.06": "One adopter in ten adopts alone.",
    "11.07": "The first stage sometimes takes a few days more than two months.",
    "M01": "An enquiry undecided for half a year leaves its list on the day it is decided.",
    "M07": "One event in ten is entered a month or two late.",
    "F18": "A short list is sometimes a third longer or shorter than the month before.",
}
"""The rules, none of them an error, that may find something in a council without faults, and why."""


def fired(key: str, layout: str, scale: float, months: int, folder: Path) -> Counter[tuple[str, Severity]]:
    """How often each rule found anything, month by month beside the month before."""
    authority, calendar = load_authority(key), load_calendar()
    history = simulate(read_council(key, scale), 6, UNTIL, months)
    found: Counter[tuple[str, Severity]] = Counter()
    before, day_before = None, None
    for occasion in monthly(UNTIL, months):
        day = calendar_day(occasion.list_date)
        write_csv(folder / occasion.period, sheets(extract(history, occasion.list_date, layout)))
        received = read_extract(folder / occasion.period)
        conformed = conform(received, headings=authority.headings, values=authority.values, list_date=day)
        asked = {"authority": authority, "calendar": calendar, "list_date": day}
        checked = check(conformed, earlier=before, earlier_list_date=day_before, **asked)
        assert not checked.errored
        found.update((one.rule, one.severity) for one in checked.findings if one.failed)
        before, day_before = conformed, day
    return found


@pytest.mark.slow
def test_two_years_without_faults_have_no_error_and_only_what_was_meant(tmp_path: Path) -> None:
    found = fired("lancashire", "later", 0.05, 24, tmp_path)
    assert not [rule for rule, severity in found if severity is Severity.ERROR]
    assert {rule for rule, _ in found} <= set(MAY_FIRE)
    assert len(found) > 25  # a rule that finds nothing anywhere would be no test


def test_the_older_layout_has_no_error_either(tmp_path: Path) -> None:
    found = fired("blackpool", "2019", 0.1, 2, tmp_path)
    assert not [rule for rule, severity in found if severity is Severity.ERROR]
    assert {rule for rule, _ in found} <= set(MAY_FIRE) | {"F15"}
