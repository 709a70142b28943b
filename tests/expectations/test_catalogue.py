"""The page of rules says what is built."""

from pathlib import Path

import pytest

from expectations import CHECKS
from expectations.catalogue import page
from reporting.lists import LISTS

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
