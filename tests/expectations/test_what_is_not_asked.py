"""A rule that has nothing to look at says so, and neither passes nor fails."""

import pytest

from expectations import CHECKS
from expectations.extract import Extract
from tests.expectations.small_council import CALENDAR, CLEAN, LIST_DATE, conformed, extract

CARE = "children_looked_after"
NO_EARLIER = "There is no earlier extract of this list to compare with."


def reasons(extract):
    return {check.rule.id: check.why_not_asked(extract) for name in extract.sent for check in CHECKS[name]}


def bare(**said):
    return Extract(conformed(), {}, list_date=LIST_DATE, calendar=CALENDAR, limits={}, **said)


def test_with_everything_there_every_rule_is_asked():
    assert set(reasons(extract(earlier=CLEAN)).values()) == {""}


def test_the_first_extract_has_nothing_before_it():
    unasked = {rule: reason for rule, reason in reasons(extract()).items() if reason}
    assert unasked == {"8.43": NO_EARLIER, "8.48": NO_EARLIER}


def test_an_earlier_extract_without_the_list_or_the_column_is_none():
    lists = {name: rows for name, rows in CLEAN.items() if name != CARE}
    assert reasons(extract(earlier=lists))["8.43"] == NO_EARLIER
    without = Extract(
        conformed(without={CARE: frozenset({"placement_type"})}), {}, list_date=LIST_DATE, calendar=CALENDAR, limits={}
    )
    assert (reasons(bare(earlier=without))["8.48"], reasons(bare(earlier=without))["8.43"]) == (NO_EARLIER, "")


def test_an_extract_two_months_ago_is_asked_too():
    two_ago = extract({name: rows for name, rows in CLEAN.items() if name == CARE})
    last = bare(earlier=two_ago)
    assert len(bare(earlier=last).before(CARE, "ceased_date")) == 2


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("T01", "The council has not set its register of teams."),
        ("8.22", "The council has not set its name."),
        ("8.47", "The council has not set its postcode areas."),
        ("7.12", "The council has not set its child protection visit working days."),
    ],
)
def test_what_the_council_has_not_set_is_named(rule, reason):
    assert reasons(bare())[rule] == reason
    assert not reasons(extract())[rule]
