"""What the checks find in the two workbooks that others made: looked at by eye, and kept as counts alone."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from tasks.configuration import load_calendar
from tasks.intake import read_extract
from tests.expectations.small_council import AUTHORITY

REAL = Path(__file__).parents[3] / "shared" / "real" / "annex_a"
LIST_DATES = {"ofsted_template_2019.xlsx": date(2015, 4, 1), "regional_sample.xlsx": date(2021, 3, 16)}
EMPTY = dict.fromkeys(
    (
        "contacts",
        "early_help_assessments",
        "assessments",
        "section_47_enquiries",
        "children_in_need",
        "child_protection_plans",
        "children_looked_after",
        "adoption",
        "prospective_adopters",
    ),
    "F07=1",
)
FOUND = {
    # the template holds five worked examples on list 3, all born on one day, and two codes that no code list has
    "ofsted_template_2019.xlsx": EMPTY | {"care_leavers": "F15=4 F07=1", "referrals": "P23=4 P21=4 T01=5 3.04=1"},
    # the sample has ages in decimals, teams of no register, spaces that do not break in names, lists of several
    # months, children in need who are grown up, and dates made up without regard to one another
    "regional_sample.xlsx": {
        "contacts": "F17=5 P06=1 P10=5",
        "early_help_assessments": "F17=5 P12=1 P10=5",
        "referrals": "P32=6 F17=6 P10=6 T01=6 1.06=6 3.09=5",
        "assessments": "P32=5 F17=5 P23=5 P10=5 P11=1 T01=5 4.06=5 4.12=5",
        "section_47_enquiries": "P32=4 F17=5 P10=5 T01=5 5.09=3 5.18=5",
        "children_in_need": "F11=10 P23=1 P10=5 P11=4 T01=5 6.15=1 6.21=5",
        "care_leavers": "F15=4 P10=6 T01=6 9.07=1",
        "adoption": "F10=26 F17=5",
        "prospective_adopters": "F10=46 F17=5",
        "child_protection_plans": "P10=7 T01=7 P34=1 7.10=2 7.17=1 6.12=2 7.19=3",
        "children_looked_after": (
            "P15=1 P10=5 T01=5 P34=1 8.06=1 8.42=4 8.17=1 8.23=1 8.25=4 8.33=1 8.34=1 8.35=3 8.44=1 6.12=4 9.15=1"
        ),
    },
}
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real workbooks are not beside the repository")


@pytest.mark.parametrize("name", FOUND)
def test_each_finding_is_one_that_was_looked_at(name):
    """The workbook is its own extract of the week before, so that nothing may have changed either."""
    day = LIST_DATES[name]
    lists = conform(read_extract(REAL / name), list_date=day)
    asked = {"authority": AUTHORITY, "calendar": load_calendar(), "list_date": day}
    checked = check(lists, **asked, earlier=lists, earlier_list_date=day - timedelta(days=7))
    found = {(one.list, one.rule): one.failed for one in checked.findings if one.failed}
    expected = {
        (of, rule): int(failed)
        for of, told in FOUND[name].items()
        for rule, failed in (said.split("=") for said in told.split())
    }
    assert found == expected
    assert not checked.errored
    assert checked.vanished.empty
    assert not [one.rule for one in checked.findings if one.failed > one.checked]
