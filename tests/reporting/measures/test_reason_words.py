"""Reasons are put into words in one place, and what they are about is kept apart."""

import pandas as pd
import pytest

from reporting.measures.reason_words import in_words, words_for_many
from reporting.model.reasons import Reason, ReasonCode

WORDS = {
    Reason(ReasonCode.LIST_NOT_USABLE, "referrals", said="List 3 is of another year."): "List 3 is of another year.",
    Reason(ReasonCode.LIST_NOT_FOUND, "referrals"): "List 3 (Referrals) was not found",
    Reason(ReasonCode.COLUMN_ABSENT, "referrals.referral_nfa"): (
        'the column "Referral NFA?" of List 3 (Referrals) is absent'
    ),
    Reason(ReasonCode.COLUMN_BLANK, "referrals.referral_date"): (
        'the column "Date of referral" of List 3 (Referrals) is wholly blank'
    ),
    Reason(ReasonCode.LIMIT_NOT_SET, "looked_after_visit_days"): "the council has not set its looked after visit days",
    Reason(ReasonCode.MONTH_NOT_FINISHED): "month not finished",
    Reason(ReasonCode.CHECK_NOT_RUN): "a check that this figure relies on could not be run",
    Reason(ReasonCode.TOO_MANY_FAILING, "0.05", share=0.0714): (
        "7.1% of its rows fail a check this figure relies on (at most 5% may)"
    ),
    Reason(ReasonCode.NOBODY_TO_COUNT): "nobody to count",
    Reason(ReasonCode.NOBODY_KNOWN): "nobody whose answer is known",
    Reason(ReasonCode.NO_POPULATION): "no population",
    Reason(ReasonCode.LIST_NOT_SENT, "referrals"): (
        "List 3 (Referrals) is not among the lists that the council sends."
    ),
    Reason(ReasonCode.PART_EXCEEDS_WHOLE): "the part is more than the whole",
    Reason(ReasonCode.NOT_RETURNED): "not returned",
    Reason(ReasonCode.NOT_YET_KNOWN): "not yet known by those who return it",
    Reason(ReasonCode.NIL_RETURN): "nil return: there was nothing to measure",
    Reason(ReasonCode.NOT_APPLICABLE): "not applicable",
}
TOO_MANY = "too many rows fail a check this figure relies on (at most 5% may)"


@pytest.mark.parametrize("reason", WORDS, ids=lambda reason: reason.code.value)
def test_a_reason_is_put_into_words(reason):
    assert in_words(reason) == WORDS[reason]


def test_every_code_that_withholds_has_words():
    unworded = {ReasonCode.NONE, ReasonCode.NOT_CODED}
    assert {reason.code for reason in WORDS} == set(ReasonCode) - unworded


def test_a_figure_that_is_printed_has_no_reason():
    assert in_words(None) == ""


def test_for_many_units_the_share_of_each_is_left_out():
    figures = pd.DataFrame(
        [
            ("7.1% of its rows fail a check", "too_many_failing", "0.05"),
            ("12% of its rows fail a check", "too_many_failing", "0.05"),
            ("month not finished", "month_not_finished", ""),
        ],
        columns=["reason", "reason_code", "reason_about"],
        index=[4, 5, 6],
    )
    assert words_for_many(figures).to_dict() == {4: TOO_MANY, 5: TOO_MANY, 6: "month not finished"}
    assert figures["reason"].tolist()[0] == "7.1% of its rows fail a check"


def test_figures_kept_before_there_were_codes_keep_their_words():
    figures = pd.DataFrame({"reason": ["7.1% of its rows fail a check", "nobody to count"]})
    assert words_for_many(figures).tolist() == figures["reason"].tolist()
