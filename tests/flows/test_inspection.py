"""What is said of a council's folder: also that the days on which its months can start are coming to an end."""

import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from flows.inspection import check_folder
from tasks.configuration import DATA, authority_keys


@pytest.fixture
def holidays(tmp_path, monkeypatch):
    """The bank holidays of a data folder of our own."""
    for folder in ("authorities", "measures", "reference"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    monkeypatch.setenv("LINEOFSIGHT_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "reference" / "bank_holidays.csv"


@pytest.mark.parametrize(("years", "told"), [(0, True), (2, False)])
def test_a_schedule_that_ends_soon_is_said(holidays, capsys, years, told):
    now = datetime.now(ZoneInfo("Europe/London"))
    heading, *_ = holidays.read_text(encoding="utf-8").splitlines()
    # Known to the end of last year: no month can be scheduled. Known for two years more: time enough.
    days = [f"{year}-12-25,Christmas Day,made up" for year in range(now.year - 1, now.year + years)]
    holidays.write_text("\n".join([heading, *days, ""]), encoding="utf-8")
    check_folder(authority_keys()[0])
    assert ("lineofsight deploy" in capsys.readouterr().out) is told
