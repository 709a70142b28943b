"""Great Expectations runs one expectation a rule, and says which rows break it."""

import numpy as np
import pandas as pd
import pytest

from expectations import CHECKS
from expectations.rule_holds import SEVERITIES, suite_of, throwaway_context, validated


@pytest.fixture
def checks():
    return CHECKS["adoption"][:3]


@pytest.fixture
def batch(checks):
    answers = {check.rule.key: np.ones(5, dtype=bool) for check in checks}
    answers[checks[1].rule.key][[1, 4]] = False
    return pd.DataFrame(answers)


def test_a_suite_has_every_rule_once_with_its_severity():
    for name, checks in CHECKS.items():
        suite = suite_of(name, checks)
        said = {expectation.rule: expectation.severity for expectation in suite.expectations}
        assert said == {check.rule.key: SEVERITIES[check.rule.severity] for check in checks}


def test_a_rule_that_is_broken_gives_the_positions_of_its_rows(checks, batch):
    found = validated(throwaway_context(), suite_of("adoption", checks), batch)
    assert [found[check.rule.key].success for check in checks] == [True, False, True]
    assert found[checks[1].rule.key].result == {"unexpected_count": 2, "unexpected_index_list": [1, 4]}


def test_a_rule_without_an_answer_is_neither_kept_nor_broken(checks, batch):
    found = validated(throwaway_context(), suite_of("adoption", checks), batch.drop(columns=checks[0].rule.key))
    unanswered = found[checks[0].rule.key]
    assert not unanswered.success and not unanswered.result
    assert found[checks[1].rule.key].result["unexpected_count"] == 2


def test_an_empty_list_breaks_nothing(checks, batch):
    found = validated(throwaway_context(), suite_of("adoption", checks), batch.iloc[:0])
    assert all(result.success for result in found.values())
