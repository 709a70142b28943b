"""On a made-up council with faults, read and checked as a real one, the plain loops count what the engine counts."""

from datetime import date

import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from reporting.model.quality import Severity
from synthetic_council.sample import write_sample
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract
from tests.oracle.comparison import differences

LIST_DATE = date(2026, 10, 31)


@pytest.mark.parametrize("key", ["lancashire", "blackpool"])
def test_on_a_made_up_council(key, tmp_path):
    write_sample(key, tmp_path, 1, 4, 0.02 if key == "lancashire" else 0.1, "later", LIST_DATE, faults=True)
    authority, calendar = load_authority(key), load_calendar()
    conformed = conform(
        read_extract(tmp_path / "2026-10" / "csv"),
        headings=authority.headings,
        values=authority.values,
        list_date=LIST_DATE,
    )
    checked = check(conformed, authority=authority, calendar=calendar, list_date=LIST_DATE)
    failing = [
        (row.list, row.position, column)
        for row in checked.failing.itertuples()
        if checked.rules[row.rule].severity is Severity.ERROR
        for column in checked.rules[row.rule].columns
    ]
    assert failing
    assert differences(conformed, checked, failing, authority=authority, list_date=LIST_DATE) == []
