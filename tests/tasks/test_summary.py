"""How a cycle ended, for a person: counts, reasons and the next step."""

from pathlib import Path

import pytest

from tasks.stages.summary import SITE, WORKLISTS, CycleSummary, Faults, Withheld, in_markdown

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
