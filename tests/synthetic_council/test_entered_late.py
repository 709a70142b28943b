"""Eight events in a hundred are entered a month late and two more two: an extract knows what was entered."""

from __future__ import annotations

import numpy as np
import pytest

from synthetic_council.days import month_start, months_before, number
from synthetic_council.extract import extract
from synthetic_council.history import History
from tests.synthetic_council.conftest import UNTIL

DAY = number(UNTIL)


def _months_late(history: History) -> np.ndarray:
    days = history.contacts[["day", "known"]].to_numpy()
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype("int64")
    return months[:, 1] - months[:, 0]


def test_shares_of_late_entry(history: History) -> None:
    late = _months_late(history)
    assert (late == 1).mean() == pytest.approx(0.08, abs=0.01)
    assert (late == 2).mean() == pytest.approx(0.02, abs=0.005)
    assert late.max() == 2
    assert late.min() == 0


def test_an_event_entered_late_first_appears_in_a_later_extract(history: History) -> None:
    month_end = int(month_start(np.array([DAY]))[0]) - 1
    rows = history.contacts
    late = set(rows.index[(rows["day"] <= month_end) & (rows["known"] > month_end) & (rows["known"] <= DAY)])
    assert late
    assert not late & set(extract(history, month_end, "later")["contacts"]["entity"])
    assert late <= set(extract(history, DAY, "later")["contacts"]["entity"])


def test_nothing_is_entered_before_it_happens_or_before_what_it_hangs_from(history: History) -> None:
    cases, plans, visits = history.cases, history.plans, history.plan_visits
    assert (cases["start_known"] >= cases["start"]).all()
    assert (cases["end_known"] >= cases["start_known"]).all()
    assert (visits["known"] >= plans["start_known"].to_numpy()[visits["owner"]]).all()
    assert (visits["known"] >= visits["day"]).all()


def test_a_row_once_entered_stays_until_its_window_closes(history: History) -> None:
    before = int(months_before(np.array([DAY]), 1)[0])
    earlier, later = (extract(history, day, "later")["children_looked_after"] for day in (before, DAY))
    assert set(earlier.loc[earlier["ceased_date"] > before, "child_id"]) <= set(later["child_id"])
