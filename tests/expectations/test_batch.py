"""A list is one batch: each column as read, beside it as received."""

import pytest

from expectations.batch import batch_of
from reporting.lists import LISTS
from tests.expectations.small_council import CLEAN, changed, extract


@pytest.mark.parametrize("name", list(CLEAN))
def test_a_batch_has_every_column_twice_and_every_row_in_its_place(name):
    batch = batch_of(extract().rows(name))
    assert set(batch.columns) == {
        key for column in LISTS[name].columns for key in (column.key, f"{column.key}_received")
    }
    assert list(batch.index) == list(range(len(CLEAN[name])))


def test_an_answer_that_is_no_code_stands_in_its_own_words():
    batch = batch_of(extract(changed("contacts", 1, "gender=Girl")).rows("contacts"))
    assert batch["gender"].tolist()[1] == batch["gender_received"].tolist()[1] == "Girl"
    assert batch["gender"].tolist()[0] == CLEAN["contacts"][0]["gender"]
    assert batch["gender"].cat.categories[-1] == "Girl"


def test_a_blank_stays_a_blank():
    batch = batch_of(extract(changed("contacts", 1, "gender=")).rows("contacts"))
    assert batch["gender"].isna().tolist()[1] and batch["gender_received"].isna().tolist()[1]
