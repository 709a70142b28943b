"""Every rule that can make a record wrong is filed under one type of information."""

from expectations import CHECKS, between_lists, between_months
from reporting.assurance.accuracy import OF_TIME_TAKEN, Information, information_of
from reporting.model.quality import Rule, Scope, Severity

SINCE_THE_LAST = [
    Rule(one.id, name, one.severity, columns, one.says, one.do, one.scope)
    for one in between_months.RULES
    for name, columns in one.columns.items()
]
EVERY = [check.rule for checks in CHECKS.values() for check in checks] + SINCE_THE_LAST
FILED = [
    rule
    for rule in EVERY
    if rule.scope is Scope.ROW and rule.severity is not Severity.INFORMATION and rule.id not in OF_TIME_TAKEN
]
REGISTER = {"T01", "T02", "T03"}


def filed_under(kind):
    return {(rule.id, rule.list) for rule in EVERY if information_of(rule) is kind}


def test_an_error_or_a_warning_about_a_row_has_a_type_and_nothing_else_has():
    assert len(FILED) > 300
    for rule in EVERY:
        assert (information_of(rule) is not None) == (rule in FILED or rule.id in REGISTER), rule.key


def test_only_warnings_can_be_of_the_time_that_something_took():
    told = {rule.id: rule.severity for rule in EVERY if rule.id in OF_TIME_TAKEN}
    assert told == dict.fromkeys(OF_TIME_TAKEN, Severity.WARNING)


def test_agreement_is_between_lists_and_with_the_extract_before():
    between = {(check.rule.id, check.rule.list) for check in between_lists.CHECKS if check.rule in FILED}
    since = {(rule.id, rule.list) for rule in SINCE_THE_LAST if rule in FILED}
    assert filed_under(Information.AGREEMENT) == between | since


def test_the_register_of_teams_is_asked_of_by_its_own_rules_alone():
    assert {id for id, _ in filed_under(Information.TEAM_HIERARCHY)} == REGISTER


def test_what_is_filed_where():
    some = {
        "P30": Information.ALLOCATION,
        "9.14": Information.ALLOCATION,
        "P07": Information.PERSON,
        "P15": Information.PERSON,
        "6.02": Information.EVENTS,
        "P04": Information.EVENTS,
        "6.13": Information.DECISIONS,
        "8.03": Information.DECISIONS,
        "8.34": Information.CONTACT,
        "7.14": Information.CONTACT,
        "5.09": Information.AGREEMENT,
    }
    for id, kind in some.items():
        assert {information_of(rule) for rule in EVERY if rule.id == id} == {kind}, id


def test_every_type_is_asked_after_by_some_rule():
    assert {information_of(rule) for rule in EVERY} - {None} == set(Information)
