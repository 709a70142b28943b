"""Reasons are codes with words beside them."""

import pandas as pd
import pytest

from reporting.model.reasons import BandNote, ReasonCode, codes_of


@pytest.mark.parametrize("codes", [ReasonCode, BandNote])
def test_a_code_is_its_own_text_and_no_two_are_worded_alike(codes):
    assert [codes(code.value) for code in codes] == list(codes)
    assert all(code.value == code.value.lower() and " " not in code.value for code in codes)
    worded = [code.words for code in codes if code.words]
    assert len(set(worded)) == len(worded)


def test_figures_kept_with_codes_are_read_by_them():
    figures = pd.DataFrame({"reason": ["nobody to count"], "reason_code": ["month_not_finished"]})
    assert codes_of(figures).tolist() == [ReasonCode.MONTH_NOT_FINISHED]


def test_figures_kept_before_there_were_codes_are_known_by_the_very_sentence_or_not_at_all():
    said = ["", "nobody to count", "nobody whose answer is known", "no population", "no population of Fylde", "7% fail"]
    figures = pd.DataFrame({"reason": said}, index=range(10, 16))
    assert codes_of(figures).to_dict() == {
        10: ReasonCode.NONE,
        11: ReasonCode.NOBODY_TO_COUNT,
        12: ReasonCode.NOBODY_KNOWN,
        13: ReasonCode.NO_POPULATION,
        14: ReasonCode.NOT_CODED,
        15: ReasonCode.NOT_CODED,
    }


def test_a_month_with_codes_and_one_without_are_read_together():
    now = pd.DataFrame({"reason": ["month not finished"], "reason_code": ["month_not_finished"]})
    before = pd.DataFrame({"reason": ["no population"]})
    found = codes_of(pd.concat([now, before], ignore_index=True))
    assert found.tolist() == [ReasonCode.MONTH_NOT_FINISHED, ReasonCode.NO_POPULATION]


def test_a_note_on_a_band_says_what_it_is_about():
    assert BandNote.TOO_FEW.about(10) == "fewer than 10 to grade"
    assert BandNote.FROM_A_DAY.about("1 July 2016") == "the board's thresholds are in force from 1 July 2016"
    assert BandNote.NONE.about() == ""
