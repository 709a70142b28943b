"""A few made-up councils, each read, checked and counted once for all the tests here."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from reporting.measures.counting import count
from reporting.measures.grading import grade
from reporting.model.periods import Month
from reporting.model.quality import Checked
from reporting.model.received import Conformed
from reporting.model.settings import Authority
from synthetic_council.sample import write_sample
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract

CALENDAR = load_calendar()


@dataclass(frozen=True)
class CountedMonth:
    """One month of a made-up council, from its files to its figures, and the truth of it."""

    authority: Authority
    period: Month
    list_date: date
    conformed: Conformed
    checked: Checked
    figures: pd.DataFrame
    truth: dict
    undated: dict


MADE = {
    "a county with faults": ("lancashire", 0.05, "later", True, date(2026, 10, 31), "extract.xlsx"),
    "a county without, in the 2019 layout": ("lancashire", 0.05, "2019", False, date(2026, 10, 31), "csv"),
    "a small council with faults": ("blackpool", 0.2, "later", True, date(2026, 10, 31), "csv"),
    "a list date in the middle of a month": ("lancashire", 0.03, "later", True, date(2026, 10, 14), "csv"),
}


@pytest.fixture(scope="session", params=MADE.values(), ids=MADE)
def month(request, tmp_path_factory):
    key, scale, layout, faults, until, source = request.param
    folder = tmp_path_factory.mktemp("council")
    write_sample(key, folder, 1, 11, scale, layout, until, faults)
    return counted(folder, key, source)


def counted(folder: Path, key: str, source: str) -> CountedMonth:
    told = json.loads((folder / "truth.json").read_text())
    (name, truth), *others = told["months"].items()
    assert not others
    list_date = date.fromisoformat(json.loads((folder / name / "manifest.json").read_text())["list_date"])
    authority, period = load_authority(key), Month.parse(name)
    conformed = conform(
        read_extract(folder / name / source),
        headings=authority.headings,
        values=authority.values,
        list_date=list_date,
    )
    asked = {"authority": authority, "calendar": CALENDAR, "list_date": list_date}
    checked = check(conformed, **asked)
    results = count(conformed, checked, period=period, **asked)
    figures = grade(results, authority=authority, period=period, list_date=list_date)
    return CountedMonth(authority, period, list_date, conformed, checked, figures, truth, told["no date"][name])
