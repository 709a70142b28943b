"""How a cycle ended, for a person: counts, reasons and the next step."""

from pathlib import Path

import pandas as pd
import pytest

from tasks.stages.ending import CycleSummary, Faults, Withheld
from tasks.stages.summary import SITE, WORKLISTS, in_markdown, withheld_in

HELD = Withheld("6% of its rows fail", ("referrals_received", "referrals_repeat"), 14, whole_county=True)


def ending(withheld=(HELD,), failed=None, **more):
    return CycleSummary("lancashire", "2026-W43", (), failed or {}, tuple(withheld), (), **more)


@pytest.mark.parametrize(
    ("one", "message", "code"),
    [
        (ending(withheld=()), "completed", 0),
        (ending(), "completed with figures withheld", 10),
        (ending(failed={"weekly_report": "no room"}), "not printed: weekly_report", 5),
    ],
)
def test_the_message_and_the_exit_code_go_together(one, message, code):
    assert (one.message, one.exit_code) == (message, code)


def test_what_was_withheld_comes_with_its_count_and_with_what_to_open():
    places = {WORKLISTS: Path("record/lancashire/2026-W43/worklists"), SITE: Path("record/lancashire/quality")}
    said = in_markdown(ending(to_open=places, faults=Faults(1_200, 30, 1_010, 7, 2)))
    assert "| 6% of its rows fail | referrals_received, referrals_repeat | 14 |" in said
    assert "1,200 rows were checked: 30 faults are new, 1,010 are still open, 7 were put right and 2 are" in said
    assert "Open the worklists at `record/lancashire/2026-W43/worklists`" in said
    assert "`record/lancashire/quality`" in said


def test_where_no_worklists_were_written_it_says_how_they_are():
    assert "`lineofsight worklists --authority lancashire --period 2026-W43`" in in_markdown(ending())


def test_figures_kept_back_are_told_by_reason_and_not_by_each_ones_own_share():
    kept = [
        ("referrals_received", "county", "6.1% of its rows fail", "too_many_failing", "0.05", "withheld"),
        ("referrals_repeat", "team", "40% of its rows fail", "too_many_failing", "0.05", "withheld"),
        ("care_leavers_eet", "team", "nobody to count", "nobody_to_count", "", "not_computable"),
        ("contacts_received", "county", "month not finished", "month_not_finished", "", "withheld"),
    ]
    columns = ["indicator", "level", "reason", "reason_code", "reason_about", "status"]
    assert withheld_in(pd.DataFrame(kept, columns=columns)) == (
        Withheld("month not finished", ("contacts_received",), 1, whole_county=True),
        Withheld(
            "too many rows fail a check this figure relies on (at most 5% may)",
            ("referrals_received", "referrals_repeat"),
            2,
            whole_county=True,
        ),
    )
