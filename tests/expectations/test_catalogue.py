"""The page of rules says what is built, and all that Annex A allows is."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from expectations import CHECKS, between_months
from expectations.annex_a_rules import ANOTHER, OTHERWISE, OURS, SEVERITIES, Where, asked
from expectations.catalogue import page
from reporting.assurance.ledger.standing import STILL_OPEN
from reporting.intake.conform.faults import REFUSED, RULES
from reporting.lists import ANNEX_A, LISTS
from reporting.model.quality import Severity
from tasks.errors import UsageProblem
from tasks.intake.manifest import agreed_list_date

FIELD_BOOK = Path(__file__).parents[3] / "shared" / "annex_a" / "dq_rules.md"
LETTERS = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFORMATION}

every_list = pytest.mark.parametrize("name", list(LISTS))


def test_the_page_of_rules_is_current():
    written = Path(__file__).parents[2] / "docs" / "rules.md"
    assert written.read_text(encoding="utf-8") == page(), "run: python -m expectations.catalogue > docs/rules.md"


@every_list
def test_a_list_has_at_least_eight_rules_of_its_own_or_of_its_people(name):
    assert len({check.rule.id for check in CHECKS[name] if not check.needs}) >= 8


def test_at_least_twelve_rules_look_at_more_than_one_list():
    assert len({check.rule.id for checks in CHECKS.values() for check in checks if check.needs}) >= 12


@every_list
def test_an_id_has_one_severity_and_one_sentence_in_a_list(name):
    said = {(check.rule.id, check.rule.severity, check.rule.says) for check in CHECKS[name]}
    assert len(said) == len({id for id, _, _ in said})


@every_list
def test_every_check_is_known_by_its_own_key_and_guards_columns_that_exist(name):
    keys = [check.rule.key for check in CHECKS[name]]
    assert len(keys) == len(set(keys))
    assert {column for check in CHECKS[name] for column in check.rule.columns} <= set(LISTS[name].keys)
    assert {check.rule.list for check in CHECKS[name]} == {name}


@every_list
def test_every_rule_speaks_in_one_plain_sentence(name):
    for check in CHECKS[name]:
        assert check.rule.says.endswith(".") and check.rule.do.endswith(".")
        assert "_" not in check.rule.says + check.rule.do


def test_every_rule_of_the_field_book_is_asked():
    assert set(SEVERITIES.values()) == set(Severity)
    assert [id for id, where in asked().items() if where is Where.NOWHERE] == []
    assert set(asked()) == {*SEVERITIES, *OURS}


@pytest.mark.skipif(not FIELD_BOOK.is_file(), reason="the field book is not on this machine")
def test_the_rules_are_those_of_the_field_book():
    lines = re.findall(r"^\| ([FPM]?\d[\d.b]*) \| ([EWI]) \|", FIELD_BOOK.read_text(encoding="utf-8"), re.MULTILINE)
    assert {id: LETTERS[letter] for id, letter in lines} == SEVERITIES


def test_a_rule_is_as_grave_as_it_should_be_or_says_why_not():
    stated = defaultdict(set)
    for check in (check for name in ANNEX_A for check in CHECKS[name]):
        stated[check.rule.id].add(check.rule.severity)
    for id, rule in RULES.items():
        stated[id].add(rule.severity)
    for rule in (*between_months.RULES, STILL_OPEN):
        stated[rule.id].add(rule.severity)
    otherwise = {id for id, severity in SEVERITIES.items() if stated[ANOTHER.get(id, id)] != {severity}}
    assert otherwise <= set(OTHERWISE)
    assert set(OTHERWISE) <= set(SEVERITIES)


def test_a_rule_that_another_asks_is_asked_of_its_own_column():
    need = {(check.rule.id, check.rule.columns) for check in CHECKS["children_in_need"]}
    assert ANOTHER == {"6.16": "P26"} and ("P26", ("last_seen",)) in need


def test_every_rule_stands_on_the_page():
    written = page()
    assert [id for id in asked() if not re.search(rf"[ ,|]{re.escape(id)}[ ,]", written)] == []


@pytest.mark.parametrize("asked_for", [None, date(2026, 11, 1)])
def test_an_extract_without_a_list_date_or_with_one_to_come_is_refused(asked_for):
    assert set(REFUSED) == {"F16", "F19"}  # F19 is held where the record takes an extract in
    with pytest.raises(UsageProblem):
        agreed_list_date(asked_for, None, date(2026, 10, 31))
